import type { AstroIntegration } from 'astro';
import { relative } from 'node:path';
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';
import { exitOnMistake } from './exit-on-mistake.ts';

/**
 * Checks the content before Astro reads it, and stops if there is a problem. In development, reports problems after
 * each edit.
 */
export function checkBeforeBuild(): AstroIntegration {
  const { content } = readEnvironment();
  const refuseMistakes = () => {
    const { problems } = checkContent(content);
    if (problems.length > 0) throw new ContentError(problems);
  };
  return {
    name: 'content',
    hooks: {
      'astro:config:setup': ({ command }) => {
        if (command !== 'preview') exitOnMistake(refuseMistakes);
      },
      'astro:server:setup': ({ server, logger }) => {
        server.watcher.add(content);
        server.watcher.on('all', (_event, path) => {
          if (relative(content, path).startsWith('..')) return;
          const { problems } = checkContent(content);
          if (problems.length > 0) logger.error(`\n${new ContentError(problems).message}`);
        });
      },
    },
  };
}
