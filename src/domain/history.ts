import type { PublishedChange } from '../schema/published.ts';
import type { Catalogue, Entry, Feature } from './catalogue.ts';
import { byText } from './words.ts';

/** What an entry of a history does to a feature. */
export type ChangeKind = PublishedChange['kind'];

/** One entry of a feature's history beside the one that it replaced. */
export interface Change {
  /** Its anchor on the page of changes, which outlives a rename of the feature. */
  id: string;
  kind: ChangeKind;
  feature: Feature;
  entry: Entry;
  before: Entry | undefined;
}

/** Changes of one day that came from one source. */
export interface ChangeGroup {
  date: string;
  source: string;
  changes: Change[];
}

/** Every change of a feature, newest first. */
export const changesOf = (feature: Feature): Change[] =>
  feature.history.map((entry, index) => {
    const before = feature.history[index + 1];
    return { id: `${originalId(feature)}-${entry.date}`, kind: kindOf(entry, before), feature, entry, before };
  });

/** Every change of all features, newest first; those of a day by source, then in the features' own order. */
export const allChanges = (features: readonly Feature[]): Change[] =>
  features
    .flatMap(changesOf)
    .sort(({ entry: a }, { entry: b }) => byText(b.date, a.date) || byText(a.source, b.source));

/** The changes, in their order, with those of the same day and source together. */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups: ChangeGroup[] = [];
  for (const change of changes) {
    const { date, source } = change.entry;
    const last = groups.at(-1);
    if (last?.date === date && last.source === source) last.changes.push(change);
    else groups.push({ date, source, changes: [change] });
  }
  return groups;
}

/** The newest changes, at least as many as asked for where there are so many, and each day whole. */
export function newestChanges(features: readonly Feature[], least: number): Change[] {
  const changes = allChanges(features);
  const oldest = changes[least - 1]?.entry.date ?? '';
  return changes.filter(({ entry }) => entry.date >= oldest);
}

/** The days on which anything changed, newest first. */
export const changeDates = (features: readonly Feature[]): string[] =>
  [...new Set(features.flatMap(({ history }) => history.map(({ date }) => date)))].sort().reverse();

/** A day of changes, and how much its tables hold. */
export interface SnapshotDay {
  date: string;
  changes: Change[];
  /** How many features had a tier at its end. */
  tracked: number;
  /** Whether the day's tables are published; an older day beyond what that allows has its changes alone. */
  whole: boolean;
}

/** How many rows the tables of all days may have together: a century of a real project, and no more for any. */
const mostRows = 20_000;

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
  return [...days.values()].reverse().map((day, index) => ({ ...day, changes: day.changes.reverse(), whole: (rows += day.tracked) <= mostRows || index === 0 }));
}

/** The status that a feature had at the end of a day; none before its first entry. */
export const statusOn = (feature: Feature, day: string): Entry | undefined =>
  feature.history.find(({ date }) => date <= day);

/** The catalogue with the statuses of a past day; names, categories and the policy stay as they are now. */
export const catalogueOn = (catalogue: Catalogue, day: string): Catalogue => ({
  ...catalogue,
  features: catalogue.features
    .filter((feature) => statusOn(feature, day))
    .map((feature) => ({ ...feature, history: feature.history.filter(({ date }) => date <= day) })),
});

/** The newest entry of a feature's history, which is its status. */
export function currentEntry(feature: Feature): Feature['history'][number] {
  const [newest] = feature.history;
  if (!newest) throw new Error(`${feature.file}: no history`);
  return newest;
}

/** The day since which a feature has had its present tier, or been removed, without interruption. */
export function inTierSince({ history }: Feature): string {
  const other = history.findIndex((entry) => entry.tier !== history[0]?.tier);
  return history.at(other < 0 ? -1 : other - 1)?.date ?? '';
}

/** The id under which a feature was first published: the first of its former ones. */
const originalId = ({ id, formerIds }: Feature): string => formerIds[0] ?? id;

function kindOf(entry: Entry, before: Entry | undefined): ChangeKind {
  if (!entry.tier) return before && !before.tier ? 'confirmed' : 'removed';
  if (!before) return 'added';
  if (!before.tier) return 'returned';
  if (entry.tier !== before.tier) return entry.tier.level < before.tier.level ? 'promoted' : 'demoted';
  return needs(entry) === needs(before) ? 'confirmed' : 'requirements-changed';
}

/** What a status asks for and excuses, to compare with another's; the order does not matter. */
const needs = ({ missing, waived }: Entry): string =>
  JSON.stringify([
    missing.map(({ as, requirement }) => `${as}\n${requirement?.id ?? ''}`).sort(),
    waived.map(({ requirement }) => requirement.id).sort(),
  ]);
