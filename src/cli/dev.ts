// npm run dev: the site while you edit. Broken content is told as in the check, and the server starts once it is mended.
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { dev } from 'astro';
import { attempt } from '../check/attempt.ts';
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';

await attempt(async () => {
  const { content } = readEnvironment();
  const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } });
  await mended(content);
  await dev({
    server: { ...(values.port && { port: Number(values.port) }), ...(values.host && { host: values.host }) },
  });
});

/** Resolves when the content has no mistake; until then, tells those that it has after each change of them. */
async function mended(content: string): Promise<void> {
  for (let told = ''; ; ) {
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
