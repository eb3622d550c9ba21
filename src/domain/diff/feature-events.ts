import type { PublishedState, FeatureState } from '../../schema/published-state.ts';
import { heirs } from '../catalogue/former-ids.ts';
import { editEvents, listEvents, part, renameEvent } from './edit-events.ts';
import type { Event, MergeEvent, OrderEvent, StatusEvent, Thing } from './event.ts';
import { firstStatus, historyEvents } from './histories.ts';
import type { Names } from './labels-by-id.ts';
import { orderEvents } from './order-events.ts';

/** Compares the features of two states. */
export function featureEvents(base: PublishedState, head: PublishedState, names: Names): Event[] {
  const ahead = newerInBase(base, head);
  const known = base.features.filter((it) => !ahead.has(it));
  const { heirOf, before } = heirs(known, head.features);
  const order = featureOrder(known, head.features, names);
  const category = (it: FeatureState) => names.category(it.category)[0];
  const inWords = (it: FeatureState) => ({ ...it, category: category(it), columns: names.columns(it.columns) });
  /** The categories whose row numbers changed because rows were moved, added or removed. */
  const reordered = new Set([
    ...order.map(({ within }) => within),
    ...head.features.filter((it) => before.get(it)?.category !== it.category).map(category),
    ...known.filter((it) => heirOf.get(it)?.category !== it.category).map(category),
  ]);
  const alone = (kind: 'new' | 'lost', it: FeatureState) =>
    kind === 'new' ? firstStatus(it, names) : part('lost', thing(it), '');
  const between = (then: FeatureState, now: FeatureState, merged: FeatureState[]): Event[] => {
    const isMerge = merged.length > 0;
    const statuses = historyEvents(then, now, names);
    const except = [
      ...statusFields,
      ...(statuses.length > 0 ? ['supported'] : []),
      ...(reordered.has(category(now)) ? ['order'] : []),
    ];
    return [
      ...(isMerge ? [mergeOf(merged, now, names)] : []),
      ...(isMerge && then.id !== now.id ? [] : renameEvent(thing(then), thing(now))),
      ...statuses,
      ...editEvents(thing(now), inWords(then), inWords(now), except),
    ];
  };
  const events = listEvents(known, head.features, alone, between);
  return [...withSuccessors(events, names), ...order, ...[...ahead].map((it) => wholeAhead(it, names))];
}

const wholeAhead = (feature: FeatureState, names: Names): Event => ({
  kind: 'ahead',
  feature,
  entries: feature.history,
  place: placeNow(feature, names),
  whole: true,
});

/** Fields that follow from the history or are covered by a rename event. */
const statusFields = ['id', 'name', 'tier', 'tierLabel', 'tierSlug', 'removed', 'since', 'missing', 'url', 'history'];

const thing = ({ id, name }: FeatureState): Thing => ({ type: 'feature', id, name });

const placeNow = ({ history: [entry] }: FeatureState, names: Names): string => names.tier(entry?.tier);

const mergeOf = (features: readonly FeatureState[], into: FeatureState, names: Names): MergeEvent => ({
  kind: 'merged',
  from: features.map((feature) => ({ feature, place: placeNow(feature, names), removal: undefined })),
  into,
  place: placeNow(into, names),
  added: undefined,
});

/** Combines removals with the same successor, and the addition of that successor, into one merge event. */
function withSuccessors(events: readonly Event[], names: Names): Event[] {
  const newest = (event: Event): event is StatusEvent & { kind: 'removed'; successor: FeatureState } =>
    event.kind === 'removed' && event.successor !== undefined && event.entry === event.feature.history[0];
  const merged = Map.groupBy(events.filter(newest), ({ successor }) => successor);
  const additions = new Map(events.flatMap((event) => (event.kind === 'added' ? [[event.feature, event]] : [])));
  const inMerges = new Set<Event>(
    [...merged].flatMap(([into, removals]) => [...removals, additions.get(into)].filter((it) => it !== undefined)),
  );
  const merges = [...merged].map(([into, removals]): MergeEvent => ({
    kind: 'merged',
    from: removals.map((removal) => ({ feature: removal.feature, place: names.tier(removal.before?.tier), removal })),
    into,
    place: placeNow(into, names),
    added: additions.get(into),
  }));
  return [...merges, ...events.filter((event) => !inMerges.has(event))];
}

/** Returns the features that only the base has and whose entries are all newer than the newest entry in both states. */
function newerInBase(base: PublishedState, head: PublishedState): Set<FeatureState> {
  const { heirOf } = heirs(base.features, head.features);
  const common = [...heirOf].flatMap(([then, now]) => {
    const dates = new Set(now.history.map(({ date }) => date));
    return then.history.map(({ date }) => date).filter((date) => dates.has(date));
  });
  const newest = common.reduce((a, b) => (a > b ? a : b), '');
  const isNewer = ({ history }: FeatureState) => newest !== '' && history.every(({ date }) => date > newest);
  return new Set(base.features.filter((it) => !heirOf.has(it) && isNewer(it)));
}

/**
 * Reports features that moved within their category. A feature with a new id is left out, since rows may be sorted by
 * id.
 */
function featureOrder(base: readonly FeatureState[], head: readonly FeatureState[], names: Names): OrderEvent[] {
  const then = Map.groupBy(base, ({ category }) => category);
  return [...Map.groupBy(head, ({ category }) => category)].flatMap(([category, features]) =>
    orderEvents(
      (then.get(category) ?? []).map(({ id }) => id),
      features.map(thing),
      {
        of: 'features',
        within: names.category(category)[0],
      },
    ),
  );
}
