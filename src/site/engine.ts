import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment } from '../check/environment.ts';

let digest: string | undefined;

/** The digest of all that makes a site from content: this project, its packages and variables. What was made by another is not used again. */
export const engineDigest = (): string => (digest ??= readDigest());

function readDigest(): string {
  const { site, base, content } = readEnvironment();
  const hash = createHash('sha256').update(JSON.stringify([process.version, process.cwd(), site, base, content]));
  const files = globSync('{src,public}/**/*', { withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name))
    .sort();
  for (const file of ['astro.config.mjs', 'package.json', 'node_modules/.package-lock.json', ...files])
    if (existsSync(file)) hash.update(`${file}\0`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 32);
}
