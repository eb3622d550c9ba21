import type { Entry, Feature } from '../domain/catalogue.ts';
import { currentEntry } from '../domain/history.ts';

const written = new WeakMap<Entry, Promise<string>>();

/** The row of a feature, written once for each status that it had: the tables of many days show the same. */
export function rowOf(feature: Feature, write: (feature: Feature) => Promise<string>): Promise<string> {
  const entry = currentEntry(feature);
  const row = written.get(entry) ?? write(feature);
  written.set(entry, row);
  return row;
}
