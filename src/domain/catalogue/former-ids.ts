/** Something with an id and perhaps former ids. */
export interface Identified {
  id: string;
  /** The oldest first. Contains the current id if it was changed and changed back. Undefined in old data. */
  formerIds?: string[] | undefined;
}

/** Returns the current id, then the former ones. */
export const idsOf = ({ id, formerIds = [] }: Identified): string[] => [...new Set([id, ...formerIds])];

/** Whether a former id is the current id, which was changed and then, under a later former id, changed back. */
export const isChangedBack = ({ id, formerIds = [] }: Identified, index: number): boolean =>
  formerIds[index] === id && formerIds.indexOf(id) === index && index < formerIds.length - 1;

/** Returns what to do about a former id that cannot be one. `current` holds the ids that other things have now. */
export function fixForFormerId(former: string, id: string, current: ReadonlySet<string>): string {
  if (former === id) return 'delete it here, or, if it was changed back, add the id that it had in between after it';
  return current.has(former) ? 'give that one another id if it is new, or delete it here' : 'delete it here';
}

/** Returns the former ids without the current one. */
export const formerIdsOf = (it: Identified): string[] => idsOf(it).slice(1);

/** Returns the id under which something was first published; the ids of its changes begin with it. */
export const originalId = ({ id, formerIds = [] }: Identified): string => formerIds[0] ?? id;

/** Returns every current and former id with its owner; `moved` is true for former ids. */
export const everyId = <T extends Identified>(list: readonly T[]): { id: string; it: T; moved: boolean }[] =>
  list.flatMap((it) => idsOf(it).map((id) => ({ id, it, moved: id !== it.id })));

/** Items of an earlier state matched with items of a later one. */
export interface Heirs<T> {
  heirOf: Map<T, T>;
  before: Map<T, T>;
}

/**
 * Matches items by id: an earlier item became the later one with its id, or else the one that lists it as a former id.
 */
export function heirs<T extends Identified>(base: readonly T[], head: readonly T[]): Heirs<T> {
  const byId = new Map(head.flatMap((it) => (it.formerIds ?? []).map((id) => [id, it] as const)));
  for (const it of head) byId.set(it.id, it);
  const heirOf = new Map<T, T>();
  const before = new Map<T, T>();
  for (const then of base) {
    const now = byId.get(then.id);
    if (!now) continue;
    heirOf.set(then, now);
    // Of several items merged into one, the one with the same id counts as its predecessor.
    if (!before.has(now) || then.id === now.id) before.set(now, then);
  }
  return { heirOf, before };
}
