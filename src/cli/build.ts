// npm run build: the site in OUT_DIR (default dist), whole or not at all.
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { attempt } from '../check/attempt.ts';
import { EnvironmentError, readEnvironment } from '../check/environment.ts';

await attempt(async () => {
  const { out } = readEnvironment();
  await publish(out);
  console.log(`The site is in ${out}.`);
});

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
