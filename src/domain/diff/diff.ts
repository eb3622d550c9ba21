import type { PublishedState, TierState } from '../../schema/published-state.ts';
import { address } from '../addresses/address.ts';
import { heirs } from '../catalogue/former-ids.ts';
import { derivedEvents } from './derived-events.ts';
import { editEvents } from './edit-events.ts';
import type { Event, Thing } from './event.ts';
import { featureEvents } from './feature-events.ts';
import { matchTiers, withLaterIds } from './later-ids.ts';
import { lostAddresses } from './lost-addresses.ts';
import { withDefaultNames, namesOf } from './labels-by-id.ts';
import { orderEvents } from './order-events.ts';
import { policyChanges } from './policy-changes.ts';
import { withSwaps } from './swaps.ts';
import { unrecordedEvents } from './unrecorded.ts';

/** Returns the differences between two published states; empty if they say the same. */
export function difference(base: PublishedState, head: PublishedState): Event[] {
  const { now, lost } = withUnlistedIds(base, head);
  const then = withLaterIds(base, now);
  const names = namesOf(then, now);
  const events = [
    ...featureEvents(then, now, names).map((it) =>
      it.kind === 'renamed' ? { ...it, isLost: lost.has(it.was.id) } : it,
    ),
    ...movedTiers(base, now),
    ...policyChanges(then, now, names),
    ...siteEvents(then, now),
  ];
  return [
    ...withSwaps(events),
    ...unrecordedEvents(base, head, events),
    ...brokenEvents(base, head, events),
    ...derivedEvents(then, now, events),
  ];
}

/** Returns the later state as if each feature with a renamed file listed its old id, and the set of those ids. */
function withUnlistedIds(base: PublishedState, head: PublishedState): { now: PublishedState; lost: Set<string> } {
  const { heirOf, before } = heirs(base.features, head.features);
  const gone = new Map(base.features.filter((it) => !heirOf.has(it)).map((it) => [it.name, it.id]));
  const lost = new Set<string>();
  const features = head.features.map((it) => {
    const id = before.has(it) ? undefined : gone.get(it.name);
    if (id === undefined || lost.has(id)) return it;
    lost.add(id);
    return { ...it, formerIds: [...it.formerIds, id] };
  });
  return { now: { ...head, features }, lost };
}

/** Reports tiers that were renamed because their level changed, or that only changed their level. */
function movedTiers(base: PublishedState, head: PublishedState): Event[] {
  const thing = (tier: TierState): Thing => ({ type: 'tier', id: tier.id, name: withDefaultNames(tier).label });
  const moved = [...matchTiers(base.tiers, head.tiers).heirOf].filter(([then, now]) => then.level !== now.level);
  const renamed = moved
    .map(([then, now]) => ({ was: thing(then), thing: { ...thing(now), id: then.id } }))
    .filter(({ was, thing: now }) => was.name !== now.name);
  if (renamed.length > 0) return renamed.map((it) => ({ kind: 'renamed', ...it, isLost: false }));
  const inOrder = ({ tiers = [] }: PublishedState) => tiers.toSorted((a, b) => a.level - b.level);
  const order = inOrder(base).map(({ id }) => id);
  const reordered = orderEvents(order, inOrder(head).map(thing), { of: 'tiers', within: '' });
  const isExplained = reordered.length > 0 || base.tiers?.length !== head.tiers?.length;
  return isExplained
    ? reordered
    : moved.flatMap(([then, now]) => editEvents(thing(now), { level: then.level }, { level: now.level }));
}

function siteEvents({ index: then }: PublishedState, { index: now }: PublishedState): Event[] {
  const site: Thing = { type: 'site', id: '', name: 'The site' };
  // The excluded fields describe the build, or follow from other events.
  return then && now ? editEvents(site, then, now, ['$schema', 'commit', 'updated', 'files']) : [];
}

/** Reports broken addresses, except those that only exist in the base because the base is newer. */
function brokenEvents(base: PublishedState, head: PublishedState, events: readonly Event[]): Event[] {
  const ahead = events.filter((event) => event.kind === 'ahead');
  const matched = new Set(
    ahead.flatMap(({ feature, entries, whole }) => [
      ...entries.map(({ date }) => address.snapshot(date)),
      ...(whole ? [address.feature(feature)] : []),
    ]),
  );
  return lostAddresses(base, head)
    .filter((path) => !matched.has(path))
    .map((path) => ({ kind: 'broken', path }));
}
