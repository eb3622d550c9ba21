import type { Named } from '../nearest.ts';
import type { Category, Tier } from './catalogue.ts';
import type { Source } from './sources.ts';

/** Something with an id that may have had others before. */
export interface Identified {
  id: string;
  /** Absent from data that was published before the field was. */
  formerIds?: string[] | undefined;
}

/** A file as something that a reference may mean. */
export const namedFile = ({ id, data }: Source<{ title?: string; name?: string; formerIds?: string[] }>): Named => ({
  id,
  also: [data?.title ?? data?.name, ...(data?.formerIds ?? [])],
});

/** The same of a category. */
export const namedCategory = ({ id, name, plural, formerIds }: Category): Named => ({
  id,
  also: [name, plural, ...formerIds],
});

/** The tiers that a history may name, the highest first. */
export const namedTiers = (tiers: readonly Pick<Tier, 'level' | 'slug' | 'label' | 'title'>[]): Named[] =>
  tiers.toSorted((a, b) => a.level - b.level).map(({ slug, label, title }) => ({ id: slug, also: [label, title] }));

/** Every id that something has had, its present one first. */
export const idsOf = ({ id, formerIds = [] }: Identified): string[] => [id, ...formerIds];

/** Every id that leads to one of some things, former ones too, and whether it is one of those. */
export const everyId = <T extends Identified>(list: readonly T[]): { id: string; it: T; moved: boolean }[] =>
  list.flatMap((it) => idsOf(it).map((id) => ({ id, it, moved: id !== it.id })));

/** Which of some later things each earlier one became, and which of the earlier ones each later one was. */
export interface Heirs<T> {
  heirOf: Map<T, T>;
  before: Map<T, T>;
}

/** Things are the same by their ids: the later one with an earlier one's id, or else the one that had it before. */
export function heirs<T extends Identified>(base: readonly T[], head: readonly T[]): Heirs<T> {
  const byId = new Map(head.flatMap((it) => (it.formerIds ?? []).map((id) => [id, it] as const)));
  for (const it of head) byId.set(it.id, it);
  const heirOf = new Map<T, T>();
  const before = new Map<T, T>();
  for (const then of base) {
    const now = byId.get(then.id);
    if (!now) continue;
    heirOf.set(then, now);
    // Of several that became one, it is compared with the one whose id it keeps.
    if (!before.has(now) || then.id === now.id) before.set(now, then);
  }
  return { heirOf, before };
}
