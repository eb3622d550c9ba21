// npm run build: the site in OUT_DIR (default dist), whole or not at all.
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { EnvironmentError, readEnvironment } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';

try {
  const { out } = readEnvironment();
  await publish(out);
  console.log(`The site is in ${out}.`);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
}

/** Builds beside the folder and then puts the new site in its place, so that it never holds half of one. */
async function publish(out: string): Promise<void> {
  const next = `${out}.next`;
  const last = `${out}.last`;
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, 'sitemap.xml')))
    throw new EnvironmentError(`OUT_DIR is "${out}", which holds something else than a built site; name another folder`);
  /** Where a build was cut short between the two renames, the site that was there goes back. */
  const restore = () => void (!existsSync(out) && existsSync(last) && renameSync(last, out));
  restore();
  try {
    for (const folder of [next, last]) rmSync(folder, { recursive: true, force: true });
    await build({ outDir: next, logLevel: 'warn' });
    if (existsSync(out)) renameSync(out, last);
    renameSync(next, out);
  } finally {
    restore();
    for (const folder of [next, last]) rmSync(folder, { recursive: true, force: true });
  }
}

/** What went wrong, in lines for a reader: mistakes in content or environment as they are, whatever is wrapped around them. */
function messageOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ([ContentError.name, EnvironmentError.name].includes(at.name)) return at.message;
    if ('syscall' in at) return `${at.message}; nothing was published`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
