import { heirs, type Heirs, type Identified } from '../catalogue/former-ids.ts';
import { sameContent } from '../text.ts';
import type { Event, Thing } from './event.ts';
import { fieldChanges } from './field-changes.ts';

/** Returns an event for changed fields, except those in `except`. */
export function editEvents(thing: Thing, then: object, now: object, except: readonly string[] = []): Event[] {
  const changes = fieldChanges(then, now, except);
  return changes.length > 0 ? [{ kind: 'edited', thing, changes }] : [];
}

/** Returns an event if the name or id changed. */
export const renameEvent = (was: Thing, thing: Thing): Event[] =>
  sameContent(was, thing) ? [] : [{ kind: 'renamed', was, thing, isLost: false }];

/** Returns the events for what was merged into a thing, or else for its new name or id. */
export const identityEvents = (was: Thing, thing: Thing, merged: Thing[]): Event[] => [
  ...(merged.length > 0 ? [{ kind: 'joined' as const, from: merged, thing }] : []),
  ...(merged.length > 0 && was.id !== thing.id ? [] : renameEvent(was, thing)),
];

/** Returns the event for a new or lost part. */
export const part = (kind: 'new' | 'lost', thing: Thing, about: string): Event[] => [{ kind, thing, about }];

/**
 * Compares two lists item by item; `between` also gets the earlier items that were merged into the later one. Returns
 * no events if an older version did not publish one of the lists.
 */
export function listEvents<T extends Identified>(
  base: readonly T[] | undefined,
  head: readonly T[] | undefined,
  unmatched: (kind: 'new' | 'lost', it: T) => Event[],
  between: (then: T, now: T, merged: T[]) => Event[],
  { heirOf, before }: Heirs<T> = heirs(base ?? [], head ?? []),
): Event[] {
  if (!base || !head) return [];
  // Ids of merged or renamed items have events already, so they are not reported again as changes of `formerIds`.
  const moved = Map.groupBy(
    [...heirOf].filter(([then, now]) => then.id !== now.id),
    ([, now]) => now,
  );
  const withIds = (then: T, now: T): T => {
    const ids = new Set(moved.get(now)?.map(([{ id }]) => id));
    const inOrder = [...(now.formerIds ?? []).filter((id) => ids.has(id)), ...ids];
    return { ...then, formerIds: then.formerIds && [...new Set([...then.formerIds, ...inOrder])] };
  };
  const mergedInto = (then: T, now: T): T[] => {
    const others = (moved.get(now) ?? []).map(([it]) => it);
    const isOnlyRenamed = then.id !== now.id && others.length === 1;
    return isOnlyRenamed ? [] : others;
  };
  return [
    ...head.flatMap((now) => {
      const then = before.get(now);
      return then ? between(withIds(then, now), now, mergedInto(then, now)) : unmatched('new', now);
    }),
    ...base.filter((then) => !heirOf.has(then)).flatMap((then) => unmatched('lost', then)),
  ];
}
