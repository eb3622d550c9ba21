// npm run dev [-- --port N] [--host ADDRESS]: the site while you edit. Broken content is told as in the check, and the
// server starts once it is mended.
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';
import { everyFile } from '../site/files.ts';
import { attempt } from './run-command.ts';

/** What a static host says of each kind of file. */
const types: Record<string, string> = {
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json',
  '.md': 'text/markdown; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml',
};

await attempt(async () => {
  const { content } = readEnvironment();
  const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
  await mended(content);
  await dev({
    // For completion in the frontmatter of content: see .vscode/settings.json.
    experimental: { contentIntellisense: true },
    vite: {
      plugins: [
        {
          name: 'files',
          configureServer: ({ middlewares }) =>
            void middlewares.use((...asked) => void answerFile(...asked).catch(asked[2])),
        },
      ],
    },
    server: { ...(values.port && { port: Number(values.port) }), ...(values.host && { host: values.host }) },
  });
});

/** Answers for what is no page as the content says at that moment; everything else is Astro's. */
async function answerFile({ url = '' }: IncomingMessage, response: ServerResponse, next: () => void): Promise<void> {
  const { content, base } = readEnvironment();
  const path = url.replace(/\?.*$/, '');
  const type = types[extname(path)];
  const { catalogue } = type && path.startsWith(base) ? checkContent(content) : {};
  const file = catalogue && everyFile(catalogue).find(([name]) => base + name === path);
  if (!type || !file) return next();
  response.setHeader('Content-Type', type).end(await file[1]());
}

/** Resolves when the content has no mistake; until then, tells those that it has after each change of them. */
async function mended(content: string): Promise<void> {
  for (let told = ''; ;) {
    // Watched before it is read, so that no change in between is missed.
    const watcher = existsSync(content) ? watch(content, { recursive: true }) : undefined;
    const { problems } = checkContent(content);
    if (problems.length === 0) return watcher?.close();
    const { message } = new ContentError(problems);
    if (message !== told) console.error(`${message}\nThe server starts once ${content} is mended.`);
    told = message;
    if (!watcher) process.exit(1);
    await once(watcher, 'change');
    watcher.close();
    // An editor takes a moment to write the whole of a file.
    await wait(100);
  }
}
