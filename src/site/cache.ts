import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is made from some words, made once for them: kept by their digest in a folder that may be deleted at any time. */
export async function cached(folder: string, from: readonly string[], make: () => Promise<Uint8Array<ArrayBuffer>>): Promise<Uint8Array<ArrayBuffer>> {
  const path = join(folder, createHash('sha256').update(JSON.stringify(from)).digest('hex'));
  if (existsSync(path)) return readFileSync(path);
  const made = await make();
  mkdirSync(folder, { recursive: true });
  // Renamed when it is whole, so that no other build reads half of it.
  const part = `${path}.${process.pid}`;
  writeFileSync(part, made);
  renameSync(part, path);
  return made;
}
