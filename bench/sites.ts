import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { launch } from '../tests/browser.ts';
import type { BenchOptions, Row, Size } from './part.ts';
import { buildSite, makeWorkspace } from './workspace.ts';

/** Builds the project's own site and that of 300 features, or of the sizes asked for, and gathers what a browser finds in each. */
export async function ofEachSite(
  options: BenchOptions,
  measure: (size: Size, dist: string, browser: Browser) => Promise<Row[]>,
): Promise<Row[]> {
  const rows: Row[] = [];
  const browser = await launch();
  try {
    for (const size of options.sizes ?? (['own', 300] as const)) {
      options.note(`${size} features, building`);
      const folder = makeWorkspace(size);
      await buildSite(folder);
      options.note(`${size} features, opening each kind of page`);
      rows.push(...(await measure(size, join(folder, 'dist'), browser)));
    }
  } finally {
    await browser.close();
  }
  return rows;
}
