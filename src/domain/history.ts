import type { PublishedChange } from '../schema/api.ts';
import type { Entry, Feature } from './catalogue/catalogue.ts';
import { originalId } from './catalogue/former-ids.ts';
import { byText } from './text.ts';

/** How an entry changes a feature's status. */
export type ChangeKind = PublishedChange['kind'];

/** An entry of a feature's history with the one before it. */
export interface Change {
  /** Its anchor on the page of changes; it stays the same when the feature's id changes. */
  id: string;
  kind: ChangeKind;
  feature: Feature;
  entry: Entry;
  before: Entry | undefined;
}

/** Changes with the same date and source. */
export interface ChangeGroup {
  date: string;
  source: string;
  changes: Change[];
}

/** Returns every change of a feature, newest first. */
export const changesOf = (feature: Feature): Change[] =>
  feature.history.map((entry, index) => {
    const older = feature.history.slice(index + 1);
    const [before] = older;
    return {
      id: `${originalId(feature)}-${entry.date}`,
      kind: changeKind(statusOf(entry), older.map(statusOf), before !== undefined && needs(entry) !== needs(before)),
      feature,
      entry,
      before,
    };
  });

/** Returns every change of all features, newest first; within a day by source, then in the order of the features. */
export const allChanges = (features: readonly Feature[]): Change[] =>
  features
    .flatMap(changesOf)
    .sort(({ entry: a }, { entry: b }) => byText(b.date, a.date) || byText(a.source, b.source));

/** Groups consecutive changes with the same date and source. */
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

/** The minimum number of status changes in the site's feed. The page of changes and the data have all of them. */
export const leastInFeed = 500;

/** Returns at least `least` of the newest changes, or all if there are fewer; no day is cut. */
export function newestChanges(features: readonly Feature[], least: number): Change[] {
  const changes = allChanges(features);
  const oldest = changes[least - 1]?.entry.date ?? '';
  return changes.filter(({ entry }) => entry.date >= oldest);
}

/** Returns the days with a change, newest first. */
export const changeDates = (features: readonly Feature[]): string[] =>
  [...new Set(features.flatMap(({ history }) => history.map(({ date }) => date)))].sort().reverse();

/** Returns the newest entry of a feature's history, which is its status. */
export function currentEntry(feature: Feature): Feature['history'][number] {
  const [newest] = feature.history;
  if (!newest) throw new Error(`${feature.file}: no history`);
  return newest;
}

/** Whether a feature is no longer tracked. */
export const isRemoved = ({ tier, unsupported }: Pick<Entry, 'tier' | 'unsupported'>): boolean => !tier && !unsupported;

/** Returns the features that the project tracks but does not support. */
export const unsupportedIn = (features: readonly Feature[]): Feature[] =>
  features.filter((feature) => currentEntry(feature).unsupported);

/** Returns the first day of a feature's current unbroken period: in a tier, removed, or not supported. */
export function inTierSince({ history }: Feature): string {
  const [now] = history;
  const other = history.findIndex((entry) => entry.tier !== now?.tier || entry.unsupported !== now?.unsupported);
  return history.at(other < 0 ? -1 : other - 1)?.date ?? '';
}

/** What decides how an entry changes the status. The level is that of the tier; null in no tier. */
export interface Status {
  level: number | null;
  isSupported: boolean;
}

const statusOf = ({ tier, unsupported }: Entry): Status => ({
  level: tier?.level ?? null,
  isSupported: !unsupported,
});

/**
 * Returns how a status changes those before it, newest first. `needsOther` is true if other requirements are missing or
 * waived than before.
 */
export function changeKind(now: Status, older: readonly Status[], needsOther: boolean): ChangeKind {
  const [before] = older;
  if (!now.isSupported) return before?.isSupported === false ? 'confirmed' : 'not-supported';
  if (now.level === null) return before?.isSupported && before.level === null ? 'confirmed' : 'removed';
  if (!before || before.level === null) return older.some(({ isSupported }) => isSupported) ? 'returned' : 'added';
  if (now.level !== before.level) return now.level < before.level ? 'promoted' : 'demoted';
  return needsOther ? 'requirements-changed' : 'confirmed';
}

/** Whether two entries have the same effect, whatever their dates, sources and notes. */
export const sameStatus = (entry: Entry, other: Entry): boolean =>
  entry.tier === other.tier &&
  entry.unsupported === other.unsupported &&
  entry.successor === other.successor &&
  needs(entry) === needs(other);

/** Returns a key of what is missing and waived; the order in the lists does not matter. */
const needs = ({ missing, waived }: Entry): string =>
  JSON.stringify([
    missing.map(({ as, requirement }) => `${as}\n${requirement?.id ?? ''}`).sort(),
    waived.map(({ requirement }) => requirement.id).sort(),
  ]);
