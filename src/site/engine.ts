import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../check/environment.ts';
import { readOnce } from './reading.ts';

let digest: string | undefined;

/** The digest of all that pages are compiled from: the engine with its packages and variables, and the tiers, whose bodies name a component. */
export const engineDigest = (): string => (digest ??= digestOf());

function digestOf(): string {
  const { site, base, content: folder } = readEnvironment();
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.cwd(), site, base, folder]));
  const files = globSync('{src,public}/**/*', { withFileTypes: true }).filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name)).sort();
  for (const file of ['astro.config.mjs', 'package.json', 'node_modules/.package-lock.json', ...files]) if (existsSync(file)) hash.update(`${file}\0`).update(readFileSync(file));
  for (const { id, text } of readOnce().content.tiers) hash.update(`${id}\0${text}`);
  return hash.digest('hex').slice(0, 32);
}
