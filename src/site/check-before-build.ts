import type { AstroConfig, AstroIntegration } from 'astro';
import { relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../check/check-content.ts';
import { EnvironmentError, readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';
import { exitOnMistake } from './exit-on-mistake.ts';

/** Throws if a flag of Astro changes what environment variables set, because the code reads only the variables. */
function refuseFlags(config: AstroConfig): void {
  const { site, base, out } = readEnvironment();
  const changed = [
    { flag: '--site', variable: 'SITE_URL', isSame: config.site === site },
    { flag: '--base', variable: 'BASE_PATH', isSame: `/${config.base}/`.replace(/\/+/g, '/') === base },
    { flag: '--outDir', variable: 'OUT_DIR', isSame: resolve(fileURLToPath(config.outDir)) === resolve(out) },
  ].filter(({ isSame }) => !isSame);
  if (changed.length > 0)
    throw new EnvironmentError(
      changed
        .map(({ flag, variable }) => `${flag} has no effect here; set the variable ${variable} instead`)
        .join('\n'),
    );
}

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
      'astro:config:setup': ({ command, config }) => {
        exitOnMistake(() => refuseFlags(config));
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
