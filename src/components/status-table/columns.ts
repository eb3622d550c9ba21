import type { Feature } from '../../domain/catalogue/catalogue.ts';
import { currentEntry } from '../../domain/history.ts';

/** Which columns the tables of a page have besides those that every table has. */
export interface Columns {
  category: boolean;
  date: boolean;
}

/** A column whose cells are all alike tells nothing, so the page has none. */
export function columnsFor(features: readonly Feature[]): Columns {
  const entries = features.map(currentEntry);
  return {
    category: new Set(features.map(({ category }) => category)).size > 1,
    date: new Set(entries.map(({ date }) => date)).size > 1,
  };
}
