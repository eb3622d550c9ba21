import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { relative } from 'node:path';

/** Every file below a folder, with the digest of its bytes, in a form of them. */
export const tree = (folder: string, form = (bytes: Buffer): Buffer | string => bytes): string[] =>
  globSync(`${folder}/**/*`)
    .filter((path) => statSync(path).isFile())
    .map(
      (path) =>
        `${relative(folder, path)} ${createHash('sha256')
          .update(form(readFileSync(path)))
          .digest('hex')}`,
    )
    .toSorted();
