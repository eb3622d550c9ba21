// The kinds of page that a built site has, told from where its pages stand.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weigh } from './bytes.ts';

/** A kind of page, and the one of it that weighs most with brotli. */
export interface PageKind {
  /** Its address, with `*` for the name of one of many. */
  kind: string;
  pages: number;
  /** The address of the largest, from the site's root. */
  largest: string;
  file: string;
}

export const addressOf = (path: string): string => `/${path.replace(/(^|\/)index\.html$/, '$1')}`;

export const kindOf = (address: string): string => address.replace(/^(\/[^/]+\/)[^/]+\/$/, '$1*/');

/** Every kind of page of a built site, in the order of their addresses. */
export function pageKinds(folder: string): PageKind[] {
  const pages = globSync('**/*.html', { cwd: folder }).map((path) => ({
    path,
    address: addressOf(path.replaceAll('\\', '/')),
  }));
  const groups = Object.entries(Object.groupBy(pages, ({ address }) => kindOf(address)));
  return groups
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([kind, group = []]) => {
      const [largest] = group
        .map(({ path, address }) => ({ path, address, brotli: weigh(readFileSync(join(folder, path))).brotli }))
        .sort((one, other) => other.brotli - one.brotli || (one.address < other.address ? -1 : 1));
      if (!largest) throw new Error(`no page of the kind ${kind}`);
      return { kind, pages: group.length, largest: largest.address, file: join(folder, largest.path) };
    });
}
