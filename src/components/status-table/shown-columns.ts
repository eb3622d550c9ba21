import { ownColumns, type OwnColumn } from '../../domain/columns.ts';
import type { SiteData } from '../../schema/site.ts';
import type { Feature } from '../../domain/catalogue/catalogue.ts';
import { currentEntry } from '../../domain/history.ts';

/** The optional columns of the tables on a page. */
export interface ShownColumns {
  category: boolean;
  date: boolean;
  own: OwnColumn[];
}

/** Returns the optional columns in which the features differ. */
export function columnsFor(site: Pick<SiteData, 'columns'>, features: readonly Feature[]): ShownColumns {
  const entries = features.map(currentEntry);
  return {
    category: new Set(features.map(({ category }) => category)).size > 1,
    date: new Set(entries.map(({ date }) => date)).size > 1,
    own: ownColumns(site).filter(
      ({ id, isInTables }) => isInTables && new Set(features.map(({ columns }) => columns[id]?.written)).size > 1,
    ),
  };
}
