import type { FeatureData } from '../../schema/feature.ts';
import type { SiteData } from '../../schema/site.ts';
import { ownColumns, type OwnColumn } from '../columns.ts';
import { unknownId, type LostIds } from '../unknown-id.ts';
import { oneLine } from '../text.ts';
import type { Report } from './sources.ts';

/** Checks that each cell belongs to a column and has its kind. */
export function checkCells(
  data: FeatureData,
  file: string,
  site: SiteData,
  lostColumns: LostIds | undefined,
  report: Report,
): void {
  const columns = ownColumns(site);
  for (const [key, written] of Object.entries(data.columns)) {
    const column = columns.find(({ id }) => id === key);
    const path = ['columns', key];
    const fix = column && cellFix[column.kind](written);
    if (!column && lostColumns?.has(key))
      report(file, path, `site.yaml no longer has the column "${key}"; put it back there, or delete it here`);
    else if (!column && columns.length === 0)
      report(file, path, `site.yaml has no columns of its own; write "${key}" there first, or delete it here`);
    else if (!column)
      report(file, path, () =>
        unknownId(
          'column',
          key,
          columns.map(({ id, label }) => ({ id, also: [label] })),
        ),
      );
    else if (fix !== undefined) report(file, path, `"${key}" is "${oneLine(written)}"; write ${fix}`);
  }
}

/** Returns what to write instead of a cell with the wrong kind; undefined if the cell is right. */
const cellFix: Record<OwnColumn['kind'], (written: string) => string | undefined> = {
  text: () => undefined,
  version: (written) => (/\d/.test(written) ? undefined : 'a version, like "1.2", in quotes'),
  'yes/no': (written) => (written === 'yes' || written === 'no' ? undefined : 'yes or no, or delete the line'),
  date: (written) =>
    /^\d{4}-\d\d-\d\d$/.test(written) && !Number.isNaN(Date.parse(written))
      ? undefined
      : 'a day as YYYY-MM-DD, like 2024-05-31',
};
