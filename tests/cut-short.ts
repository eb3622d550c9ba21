// A build of the invented project that is stopped on its way, with a site from before in its place.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const before = ['index.html', 'sitemap.xml'];

/** Writes what passes for a site that was built some time ago. */
export function writeSite(folder: string): void {
  mkdirSync(folder);
  for (const name of before) writeFileSync(join(folder, name), `${name} from before`);
}

/** Whether the folder holds that site still, in every byte. */
export function assertFromBefore(folder: string): void {
  assert.deepEqual(readdirSync(folder).sort(), before);
  for (const name of before) assert.equal(readFileSync(join(folder, name), 'utf8'), `${name} from before`);
}

/** How many files the new site has so far; undefined before it has a folder. */
function progress(out: string): number | undefined {
  const next = `${out}.next`;
  try {
    return readdirSync(next) && globSync(`${next}/**/*.*`).length;
  } catch {
    return undefined;
  }
}

/** Builds into `out`, and sends the signal when the new site has that many files; answers what was printed. */
export async function stopAt(
  files: number,
  signal: NodeJS.Signals,
  out: string,
): Promise<{ ended: unknown; errors: string }> {
  const env = { ...process.env, CONTENT_DIR: 'tests/fixtures/other-content', OUT_DIR: out, GITHUB_ACTIONS: '' };
  const child = spawn(process.execPath, [join('src', 'cli', 'build.ts')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const end = once(child, 'close');
  while (child.exitCode === null && (progress(out) ?? -1) < files) await setTimeout(5);
  child.kill(signal);
  const [status, killedBy] = (await end) as [number | null, string | null];
  return { ended: status ?? killedBy, errors };
}
