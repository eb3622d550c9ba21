// npm run build: the site in OUT_DIR (default dist), whole or not at all.
import { existsSync, renameSync, rmSync } from 'node:fs';
import { build } from 'astro';
import { ContentError } from '../check/problem.ts';

const out = (process.env['OUT_DIR'] ?? 'dist').replace(/\/+$/, '');
const next = `${out}.next`;
const last = `${out}.last`;

try {
  rmSync(next, { recursive: true, force: true });
  await build({ outDir: next, logLevel: 'warn' });
  if (existsSync(out)) renameSync(out, last);
  renameSync(next, out);
  console.log(`The site is in ${out}.`);
} catch (error) {
  console.error(messageOf(error));
  process.exitCode = 1;
} finally {
  for (const folder of [next, last]) rmSync(folder, { recursive: true, force: true });
}

/** Mistakes in the content as their own lines, whatever Astro wrapped around them; anything else whole. */
function messageOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (at instanceof ContentError || at.name === 'ContentError') return at.message;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
