import type { Entry, Feature } from '../domain/catalogue/catalogue.ts';
import { currentEntry } from '../domain/history.ts';

/** So many rows are laid out at once; of more, half as many together when the reader comes near, for which a slow phone takes some 20 ms. */
const few = 20;

/** Whether a list is so long that what stands below it is most often far from what is seen at first. */
export const isLong = (list: readonly unknown[]): boolean => list.length > few;

/** What is in a list, in order, in groups that are laid out together: fewer at once where each is higher than a row. */
export function layoutGroups<T>(list: readonly T[], atOnce = few): T[][] {
  const size = list.length > atOnce ? atOnce / 2 : atOnce;
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}

const written = new WeakMap<Entry, Promise<string>>();

/** The row of a feature, written once for each status that it had: the tables of many days show the same. */
export function rowOf(feature: Feature, write: (feature: Feature) => Promise<string>): Promise<string> {
  const entry = currentEntry(feature);
  const row = written.get(entry) ?? write(feature);
  written.set(entry, row);
  return row;
}
