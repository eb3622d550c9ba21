import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';

/** What the last few makers made is kept. */
const mostMakers = 8;

export const digestOf = (words: readonly string[] | string): string => createHash('sha256').update(JSON.stringify(words)).digest('hex').slice(0, 32);

/** What a maker, named by its digest, makes of some words, made once for them: kept in a folder that may be deleted at any time. */
export async function cached(folder: string, maker: string, words: string, make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const own = join(folder, maker);
  const path = join(own, digestOf(words));
  if (existsSync(path)) return readFileSync(path);
  const made = await make();
  const isNew = !existsSync(own);
  writeWhole(path, made);
  if (isNew) keepNewest(folder, mostMakers);
  return made;
}

/** Writes a file that is renamed when it is whole, so that no other build reads half of it. */
export function writeWhole(path: string, what: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const part = `${path}.${process.pid}.${threadId}`;
  writeFileSync(part, what);
  renameSync(part, path);
}

/** Deletes all in a folder but what was made last. */
export function keepNewest(folder: string, count: number): void {
  const byAge = readdirSync(folder).map((name) => ({ path: join(folder, name), made: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 })).sort((a, b) => b.made - a.made);
  for (const { path } of byAge.slice(count)) rmSync(path, { recursive: true, force: true });
}
