// The kinds of page in a built site, derived from the paths of its pages.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weigh } from './bytes.ts';

/** A kind of page, and its largest page after brotli compression. */
export interface PageKind {
  /** Its address, with `*` for the variable part. */
  kind: string;
  /** The address of the largest page, from the site's root. */
  largest: string;
  file: string;
}

/** Every kind of page of a built site, in the order of their addresses. */
export function pageKinds(folder: string): PageKind[] {
  const pages = globSync('**/*.html', { cwd: folder }).map((path) => {
    const largest = `/${path.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
    const kind = largest.replace(/^(\/[^/]+\/)[^/]+\/$/, '$1*/');
    const file = join(folder, path);
    return { kind, largest, file, brotli: weigh(readFileSync(file)).brotli };
  });
  pages.sort((a, b) => b.brotli - a.brotli || (a.largest < b.largest ? -1 : 1));
  return Object.values(Object.groupBy(pages, ({ kind }) => kind))
    .flatMap((group) => group?.slice(0, 1) ?? [])
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
