import { heirs, type Heirs, type Identified } from '../catalogue/ids.ts';
import { sameWords } from '../words.ts';
import type { Event, Thing } from './event.ts';
import { fieldChanges } from './field-changes.ts';

/** The event that fields of a thing say something else, some of them aside. */
export function edited(thing: Thing, then: object, now: object, but: readonly string[] = []): Event[] {
  const changes = fieldChanges(then, now, but);
  return changes.length > 0 ? [{ kind: 'edited', thing, changes }] : [];
}

/** The event that a thing has another name, or another id. */
export const renamed = (was: Thing, thing: Thing): Event[] =>
  sameWords(was, thing) ? [] : [{ kind: 'renamed', was, thing, isLost: false }];

/** The event that something is there that was not, or the other way round. */
export const part = (kind: 'new' | 'lost', thing: Thing, about: string): Event[] => [{ kind, thing, about }];

/** What came, what changed and what went, of two lists; nothing where an older version had no such list. */
export function listEvents<T extends Identified>(
  base: readonly T[] | undefined,
  head: readonly T[] | undefined,
  alone: (kind: 'new' | 'lost', it: T) => Event[],
  between: (then: T, now: T) => Event[],
  { heirOf, before }: Heirs<T> = heirs(base ?? [], head ?? []),
): Event[] {
  if (!base || !head) return [];
  // An id that leads to another thing now is a former id of that, which is not told once more.
  const moved = Map.groupBy(
    [...heirOf].filter(([then, now]) => then.id !== now.id),
    ([, now]) => now,
  );
  const withIds = (then: T, now: T): T => {
    const ids = new Set(moved.get(now)?.map(([{ id }]) => id));
    const inOrder = [...(now.formerIds ?? []).filter((id) => ids.has(id)), ...ids];
    return { ...then, formerIds: then.formerIds && [...new Set([...then.formerIds, ...inOrder])] };
  };
  return [
    ...head.flatMap((now) => {
      const then = before.get(now);
      return then ? between(withIds(then, now), now) : alone('new', now);
    }),
    ...base.filter((then) => !heirOf.has(then)).flatMap((then) => alone('lost', then)),
  ];
}
