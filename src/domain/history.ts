import type { PublishedChange } from '../schema/api.ts';
import type { Entry, Feature } from './catalogue/catalogue.ts';
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

/** The newest entry of a feature's history, which is its status. */
export function currentEntry(feature: Feature): Feature['history'][number] {
  const [newest] = feature.history;
  if (!newest) throw new Error(`${feature.file}: no history`);
  return newest;
}

/** Whether a feature is no longer tracked. */
export const isRemoved = ({ tier, unsupported }: Pick<Entry, 'tier' | 'unsupported'>): boolean => !tier && !unsupported;

/** The features that a project tracks and does not support. */
export const unsupportedIn = (features: readonly Feature[]): Feature[] =>
  features.filter((feature) => currentEntry(feature).unsupported);

/** The day since which a feature has had its present tier, or been removed, without interruption. */
export function inTierSince({ history }: Feature): string {
  const [now] = history;
  const other = history.findIndex((entry) => entry.tier !== now?.tier || entry.unsupported !== now?.unsupported);
  return history.at(other < 0 ? -1 : other - 1)?.date ?? '';
}

/** The id under which a feature was first published: the first of its former ones. */
export const originalId = ({ id, formerIds }: Feature): string => formerIds[0] ?? id;

function kindOf(entry: Entry, before: Entry | undefined): ChangeKind {
  if (entry.unsupported) return before?.unsupported ? 'confirmed' : 'not-supported';
  if (!entry.tier) return before && isRemoved(before) ? 'confirmed' : 'removed';
  if (!before || before.unsupported) return 'added';
  if (!before.tier) return 'returned';
  if (entry.tier !== before.tier) return entry.tier.level < before.tier.level ? 'promoted' : 'demoted';
  return needs(entry) === needs(before) ? 'confirmed' : 'requirements-changed';
}

/** Whether two entries come to the same, whenever and wherever it was decided. */
export const sameStatus = (entry: Entry, other: Entry): boolean =>
  entry.tier === other.tier &&
  entry.unsupported === other.unsupported &&
  entry.successor === other.successor &&
  needs(entry) === needs(other);

/** What a status asks for and excuses, to compare with another's; the order does not matter. */
const needs = ({ missing, waived }: Entry): string =>
  JSON.stringify([
    missing.map(({ as, requirement }) => `${as}\n${requirement?.id ?? ''}`).sort(),
    waived.map(({ requirement }) => requirement.id).sort(),
  ]);
