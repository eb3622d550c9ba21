import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { weigh } from './bytes.ts';
import { pageKinds } from './page-kinds.ts';
import type { BenchOptions, Row } from './part.ts';
import { buildSite, makeWorkspace } from './workspace.ts';

/** The brotli size of the largest page of each kind: the page with its styles, and its scripts. */
export async function pages({ sizes = ['own', 300], note }: BenchOptions): Promise<Row[]> {
  const rows = new Map<string, Row>();
  for (const size of sizes) {
    note(`${size} features, building`);
    const folder = makeWorkspace(size);
    await buildSite(folder);
    const site = join(folder, 'dist');
    for (const { kind, file } of pageKinds(site)) {
      const fetched = [...filesOf(site, file)];
      const [styles, scripts] = ['.css', '.js'].map((type) => fetched.filter((path) => path.endsWith(type)));
      rows.set(kind, {
        ...(rows.get(kind) ?? { page: `\`${kind}\`` }),
        [`${size}: page`]: bytesOf([file, ...(styles ?? [])]),
        [`${size}: scripts`]: bytesOf(scripts ?? []),
      });
    }
  }
  return [...rows.values()];
}

/** The sum of the files, each compressed separately. */
const bytesOf = (files: readonly string[]): number =>
  files.reduce((sum, path) => sum + weigh(readFileSync(path)).brotli, 0);

/** The scripts and style sheets that a page references, directly or indirectly. */
function filesOf(site: string, file: string, known = new Set<string>()): Set<string> {
  const text = readFileSync(file, 'utf8');
  for (const [, name = ''] of text.matchAll(/["'`](?:\/_astro|\.)\/([^"'`/]+\.(?:js|css))["'`]/g)) {
    const path = join(site, '_astro', name);
    if (!known.has(path)) filesOf(site, path, known.add(path));
  }
  return known;
}
