// npm run build: the site in OUT_DIR (default dist), whole or not at all.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { EnvironmentError, readEnvironment } from '../check/environment.ts';
import { address } from '../domain/addresses/address.ts';
import { lastSite, remember } from '../site/output.ts';
import { PageThread } from '../site/page-thread.ts';
import { attempt } from './run-command.ts';

// As Astro's own command does: where builds follow each other, what both are made of need not be compiled again. Threads read the variable.
const { directory } = process.env['CI'] ? {} : enableCompileCache();
if (directory) process.env['NODE_COMPILE_CACHE'] = directory;

await attempt(async () => {
  const { out } = readEnvironment();
  await publish(out);
  console.log(`The site is in ${out}.`);
}, '; nothing was published');

/** Builds beside the folder and then puts the new site in its place, so that it never holds half of one. */
async function publish(out: string): Promise<void> {
  const next = `${out}.next`;
  const last = `${out}.last`;
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, address.sitemap)))
    throw new EnvironmentError(
      `OUT_DIR is "${out}", which holds something else than a built site; name another folder`,
    );
  if (existsSync(next)) console.log('The build before this one was cut short; it published nothing.');
  const tidy = () => {
    // Where a build was cut short between the two renames, the site that was there goes back.
    if (!existsSync(out) && existsSync(last)) renameSync(last, out);
    for (const folder of [next, last]) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  const letGo = onStop(tidy);
  let pages: PageThread | undefined;
  try {
    tidy();
    makeFolder(next);
    // The thread loads and compiles the pages while this one loads and reads the content.
    pages = new PageThread();
    const { writeSite } = await import('../site/write-site.ts');
    const made = await writeSite(next, lastSite(out), pages);
    if (existsSync(out)) renameSync(out, last);
    renameSync(next, out);
    remember(out, made);
  } finally {
    await pages?.end();
    tidy();
    letGo();
  }
}

/** Tidies and says so when somebody stops the build; answers how to let go of that. */
function onStop(tidy: () => void): () => void {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  const stop = (signal: (typeof signals)[number]) => {
    tidy();
    console.error(`Stopped by ${signal}; nothing was published`);
    process.exit(128 + constants.signals[signal]);
  };
  for (const signal of signals) process.on(signal, stop);
  return () => signals.forEach((signal) => process.off(signal, stop));
}

/** Makes a folder and those above it, one by one: where nothing can be made, like in /proc, Node's own way tries for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
