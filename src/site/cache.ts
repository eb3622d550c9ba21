import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** So many makers, compilations and the like are kept: more than a run of all tests makes. */
const mostKept = 24;

/** A name for words, the same for the same. */
export const digestOf = (words: readonly string[] | string): string =>
  createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32);

/** What a maker, named by its digest, makes of some words, made once for them: kept in a folder that may be deleted at any time. */
export async function cached(
  folder: string,
  maker: string,
  words: string,
  make: () => Promise<Uint8Array<ArrayBuffer>>,
): Promise<Uint8Array<ArrayBuffer>> {
  const own = join(folder, maker);
  const path = join(own, digestOf(words));
  const known = forgiven(() => readFileSync(path));
  const made = known ?? (await make());
  if (!known) forgiven(() => writeWhole(path, made));
  keep(own);
  return made;
}

const kept = new Set<string>();

/** Counts something in a folder as used now, once a build; deletes all there but what was used last. */
export function keep(path: string): void {
  if (kept.has(path)) return;
  kept.add(path);
  const folder = dirname(path);
  forgiven(() => {
    // What the disk says of a new file is its time for all others: the build itself knows no clock.
    const part = join(folder, `now.${process.pid}.${threadId}`);
    writeFileSync(part, '');
    const { mtime } = statSync(part);
    rmSync(part);
    utimesSync(path, mtime, mtime);
  });
  const byAge = (forgiven(() => readdirSync(folder)) ?? [])
    .map((name) => ({
      path: join(folder, name),
      used: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
    }))
    .sort((a, b) => b.used - a.used);
  for (const old of byAge.slice(mostKept)) forgiven(() => rmSync(old.path, { recursive: true, force: true }));
}

/** What another build may have deleted, or may be writing into, ends no build: what is missing is made again. */
function forgiven<What>(work: () => What): What | undefined {
  try {
    return work();
  } catch (error) {
    if (!['ENOENT', 'ENOTEMPTY'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
    return undefined;
  }
}

/** Writes a file that is renamed when it is whole, so that no other build reads half of it. */
export function writeWhole(path: string, what: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.${threadId}`;
  writeFileSync(part, what);
  renameSync(part, path);
}
