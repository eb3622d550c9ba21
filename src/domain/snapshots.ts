import type { Catalogue, Entry, Feature } from './catalogue/catalogue.ts';
import { allChanges, currentEntry, type Change } from './history.ts';
import { existsOn } from './tier.ts';

/** A day with changes, and the size of its tables. */
export interface SnapshotDay {
  date: string;
  changes: Change[];
  /** The number of features with a tier at the end of the day. */
  tracked: number;
  /** Whether the day's tables are published. Days beyond the limit of rows only show their changes. */
  whole: boolean;
}

/** The most rows that the tables of all days can have together: enough for decades of a real project. */
const mostRows = 10_000;

/** Returns the days with changes, newest first, in time linear in the number of changes. */
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

/** Returns the status of a feature at the end of a day; undefined before its first entry. */
export const statusOn = (feature: Feature, day: string): Entry | undefined =>
  feature.history.find(({ date }) => date <= day);

/**
 * Returns the catalogue with the statuses and the tiers of a past day. Names, categories and the policy are today's. A
 * tier that has features on that day is in it, even if its own dates say otherwise.
 */
export function catalogueOn(catalogue: Catalogue, day: string): Catalogue {
  const features = catalogue.features
    .filter((feature) => statusOn(feature, day))
    .map((feature) => ({ ...feature, history: feature.history.filter(({ date }) => date <= day) }));
  const used = new Set(features.map((feature) => currentEntry(feature).tier));
  const exists = existsOn(day);
  const tiers = [...catalogue.tiers, ...catalogue.retiredTiers]
    .filter((tier) => exists(tier) || used.has(tier))
    .sort((a, b) => a.level - b.level);
  return { ...catalogue, features, tiers };
}
