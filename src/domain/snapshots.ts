import type { Catalogue, Entry, Feature } from './catalogue/catalogue.ts';
import { allChanges, type Change } from './history.ts';
import { tiersWith } from './tier.ts';

/** A day of changes, and how much its tables hold. */
export interface SnapshotDay {
  date: string;
  changes: Change[];
  /** How many features had a tier at its end. */
  tracked: number;
  /** Whether the day's tables are published; an older day beyond what that allows has its changes alone. */
  whole: boolean;
}

/** How many rows the tables of all days may have together: decades of a real project, and no more for any. */
const mostRows = 10_000;

/** The days on which anything changed, newest first, in time that grows with the changes. */
export function snapshotDays(features: readonly Feature[]): SnapshotDay[] {
  const days = new Map<string, Omit<SnapshotDay, 'whole'>>();
  let tracked = 0;
  for (const change of allChanges(features).reverse()) {
    const { entry, before } = change;
    tracked += Number(entry.tier !== undefined) - Number(before?.tier !== undefined);
    const { changes = [] } = days.get(entry.date) ?? {};
    changes.push(change);
    days.set(entry.date, { date: entry.date, changes, tracked });
  }
  let rows = 0;
  return [...days.values()].reverse().map((day, index) => {
    rows += day.tracked;
    return { ...day, changes: day.changes.reverse(), whole: index === 0 || rows <= mostRows };
  });
}

/** The status that a feature had at the end of a day; none before its first entry. */
export const statusOn = (feature: Feature, day: string): Entry | undefined =>
  feature.history.find(({ date }) => date <= day);

/** The catalogue with the statuses of a past day; names, categories and the policy stay as they are now. */
export function catalogueOn(catalogue: Catalogue, day: string): Catalogue {
  const features = catalogue.features
    .filter((feature) => statusOn(feature, day))
    .map((feature) => ({ ...feature, history: feature.history.filter(({ date }) => date <= day) }));
  return { ...catalogue, features, tiers: tiersWith(catalogue, features) };
}
