import type { EntryState, FeatureState } from '../../schema/published-state.ts';
import { changeKind, type Status } from '../history.ts';
import type { AheadEvent, PastEvent, StatusEvent } from './event.ts';
import { fieldChanges } from './field-changes.ts';
import { sameContent } from '../text.ts';
import { lackChanges } from './missing-changes.ts';
import type { Names } from './labels-by-id.ts';

/** Compares two states of a feature's history. */
export function historyEvents(
  then: FeatureState,
  feature: FeatureState,
  names: Names,
): (StatusEvent | PastEvent | AheadEvent)[] {
  const { pairs, fresh, ahead, deleted, inserted } = align(then.history, feature.history);
  const past = (what: PastEvent['what'], entry: EntryState): PastEvent => ({
    kind: 'past',
    feature,
    date: entry.date,
    what,
    place: names.tier(entry.tier),
    changes: [],
    moved: undefined,
  });
  const corrected = pairs.flatMap(([was, is]): PastEvent[] => {
    if (sameContent(was, is)) return [];
    const changes = fieldChanges(
      names.entry(was),
      names.entry(is),
      was.tier === is.tier ? [] : ['removed', 'tierSlug'],
    );
    const isStatus = was === then.history[0] && is === feature.history[0] && was.tier !== is.tier;
    if (changes.length === 0) return [];
    const moved: PastEvent['moved'] = isStatus ? [names.tier(was.tier), names.tier(is.tier)] : undefined;
    return [{ ...past('corrected', was), changes, moved }];
  });
  return [
    ...fresh.toReversed().map((entry) => {
      const older = feature.history.slice(feature.history.indexOf(entry) + 1);
      return statusEvent(feature, entry, older, names);
    }),
    ...(ahead.length > 0
      ? [{ kind: 'ahead' as const, feature, entries: ahead, place: names.tier(ahead[0]?.tier), whole: false }]
      : []),
    ...corrected,
    ...deleted.map((entry) => past('deleted', entry)),
    ...inserted.map((entry) => past('inserted', entry)),
  ];
}

/** Returns the status event of a new feature. */
export const firstStatus = (feature: FeatureState, names: Names): StatusEvent[] =>
  feature.history.slice(0, 1).map((entry) => ({
    ...statusEvent(feature, entry, [], names),
    oldest: feature.history.length > 1 ? feature.history.at(-1)?.date : undefined,
  }));

const statusEvent = (
  feature: FeatureState,
  entry: EntryState,
  older: readonly EntryState[],
  names: Names,
): StatusEvent => {
  const [before] = older;
  const lacks = lackChanges(feature, entry, before, names);
  return {
    kind: changeKind(statusOf(entry), older.map(statusOf), lacks.length > 0),
    feature,
    entry,
    before,
    lacks,
    successor: names.feature(entry.successor),
    places: {
      to: names.place(entry),
      from: names.place(before),
      above: names.tierAbove(entry),
      aboveFrom: names.tierAbove(before),
    },
    category: names.category(feature.category),
    oldest: undefined,
  };
};

const statusOf = ({ tier, supported }: EntryState): Status => ({ level: tier, isSupported: supported !== false });

/**
 * Two states of a history, matched entry by entry, newest first. Entries match by date, or else by everything but the
 * date.
 */
interface Alignment {
  pairs: [was: EntryState, is: EntryState][];
  /** Entries above the newest pair: `fresh` are only in the later state, `ahead` only in the earlier one. */
  fresh: EntryState[];
  ahead: EntryState[];
  /** Entries below the newest pair: `inserted` are only in the later state, `deleted` only in the earlier one. */
  inserted: EntryState[];
  deleted: EntryState[];
}

function align(then: readonly EntryState[], now: readonly EntryState[]): Alignment {
  const heirs = new Map<EntryState, EntryState>();
  const matched = new Set<EntryState>();
  const pairUp = (was: EntryState, is: EntryState) => {
    heirs.set(was, is);
    matched.add(is);
  };
  /** Pairs the entries that have the same key and no pair yet. */
  const pairUpBy = (keyOf: (entry: EntryState) => string) => {
    const free = new Map(now.filter((it) => !matched.has(it)).map((it) => [keyOf(it), it]));
    for (const was of then.filter((it) => !heirs.has(it))) {
      const is = free.get(keyOf(was));
      if (is) pairUp(was, is);
      free.delete(keyOf(was));
    }
  };
  pairUpBy(({ date }) => date);
  pairUpBy((entry) => JSON.stringify({ ...entry, date: '' }));
  // If no entry matches, the history was rewritten. Its oldest entries then count as a pair.
  const [first, present] = [then.at(-1), now.at(-1)];
  if (heirs.size === 0 && first && present) pairUp(first, present);
  // Only an empty history still has no pair.
  if (heirs.size === 0) return { pairs: [], fresh: [], ahead: [], inserted: [...now], deleted: [...then] };
  const newestThen = then.findIndex((it) => heirs.has(it));
  const newestNow = now.findIndex((it) => matched.has(it));
  return {
    pairs: [...heirs],
    fresh: now.slice(0, newestNow),
    ahead: then.slice(0, newestThen),
    inserted: now.slice(newestNow).filter((it) => !matched.has(it)),
    deleted: then.slice(newestThen).filter((it) => !heirs.has(it)),
  };
}
