import type { AstroIntegration } from 'astro';
import { relative } from 'node:path';
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';

/** Stops Astro before it reads any content that the check refuses; in development, says after each edit what is wrong. */
export function checkBeforeBuild(): AstroIntegration {
  const { content } = readEnvironment();
  const problems = () => checkContent(content).problems;
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': ({ command }) => {
        const found = command === 'preview' ? [] : problems();
        if (found.length === 0) return;
        console.error(new ContentError(found).message);
        // An error that is thrown here would be printed with a stack trace of Astro's.
        process.exit(1);
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.add(content);
        server.watcher.on('all', (_event, path) => {
          if (relative(content, path).startsWith('..')) return;
          const found = problems();
          if (found.length > 0) logger.error(`\n${new ContentError(found).message}`);
        });
      },
    },
  };
}
