/** Something with an id and perhaps former ids. */
export interface Identified {
  id: string;
  /** Undefined in data from before the field existed. */
  formerIds?: string[] | undefined;
}

/** Returns the current id, then the former ones. */
export const idsOf = ({ id, formerIds = [] }: Identified): string[] => [id, ...formerIds];

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
