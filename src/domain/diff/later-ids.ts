import type { PublishedState, TierState } from '../../schema/published-state.ts';
import { tierNames } from '../tier.ts';
import { heirs, type Heirs, type Identified } from '../catalogue/former-ids.ts';

/**
 * Returns an earlier state with the later ids of its categories, requirements and features, and the later levels and
 * slugs of its tiers, so that a renamed item compares as the same item.
 */
export function withLaterIds(base: PublishedState, head: PublishedState): PublishedState {
  const category = laterIds(base.categories ?? [], head.categories ?? []);
  const requirement = laterIds(base.requirements ?? [], head.requirements ?? []);
  const feature = laterIds(base.features, head.features);
  const { heirOf } = matchTiers(base.tiers, head.tiers);
  const levels = new Map([...heirOf].map(([then, now]) => [then.level, now.level]));
  const level = <T extends number | null>(then: T) => (then === null ? then : (levels.get(then) ?? then)) as T;
  const slugs = new Map([...heirOf].map(([then, now]) => [then.slug, now.slug]));
  const slug = <T extends string | null | undefined>(then: T) => (then ? (slugs.get(then) ?? then) : then) as T;
  const named = <T extends { requirement: string | null }>(list: readonly T[]): T[] =>
    list.map((it) => ({ ...it, requirement: it.requirement && requirement(it.requirement) }));
  const claims = <T extends { about?: string | null | undefined; contradicts?: string | null | undefined }>(
    list: readonly T[],
  ): T[] =>
    list.map((it) => ({
      ...it,
      ...(it.about && { about: requirement(it.about) }),
      ...(it.contradicts && { contradicts: requirement(it.contradicts) }),
    }));
  return {
    ...base,
    ...(base.index?.answers && { index: { ...base.index, answers: named(base.index.answers) } }),
    requirements: base.requirements?.map((it) => ({
      ...it,
      tier: level(it.tier),
      tierSlug: slug(it.tierSlug),
      appliesTo: withoutMerged(it.appliesTo, category),
    })),
    tiers: base.tiers?.map((tier) => ({
      ...atLevel(tier, heirOf.get(tier) ?? tier),
      requirements: withoutMerged(tier.requirements, requirement),
    })),
    features: base.features.map((it) => ({
      ...it,
      category: category(it.category),
      ...(it.tier !== undefined && { tier: level(it.tier) }),
      tierSlug: slug(it.tierSlug),
      ...(it.missing && { missing: named(it.missing) }),
      ...(it.evidence && { evidence: claims(it.evidence) }),
      ...(it.details && { details: claims(it.details) }),
      history: it.history.map((entry) => ({
        ...entry,
        tier: level(entry.tier),
        tierSlug: slug(entry.tierSlug),
        missing: named(entry.missing),
        waived: named(entry.waived),
        successor: entry.successor === null ? null : feature(entry.successor),
      })),
    })),
    changes: base.changes?.map((it) => ({ ...it, fromSlug: slug(it.fromSlug), toSlug: slug(it.toSlug) })),
  };
}

/**
 * Returns a tier with the level of its later state. Names that follow from the level are adapted, unless the later
 * state keeps them.
 */
function atLevel(tier: TierState, heir: TierState): TierState {
  const { level, title, slug, label, mark, heading } = tier;
  const names = ['slug', 'label', 'mark', 'heading'] as const;
  const followsFromLevel = (name: (typeof names)[number]) =>
    tier[name] === tierNames({ level, title, slug, label, mark, heading, [name]: undefined })[name];
  const lasting = names.filter((name) => tier[name] === heir[name] || !followsFromLevel(name));
  const lastingNames = Object.fromEntries(lasting.map((name) => [name, tier[name]]));
  const adapted = tierNames({ level: heir.level, title, ...lastingNames });
  const published = names.filter((name) => tier[name]);
  return { ...tier, level: heir.level, ...Object.fromEntries(published.map((name) => [name, adapted[name]])) };
}

/** Matches tiers by id, or else by level. */
export function matchTiers(base: readonly TierState[] = [], head: readonly TierState[] = []): Heirs<TierState> {
  const heirOf = new Map<TierState, TierState>();
  const before = new Map<TierState, TierState>();
  for (const keyOf of [({ id }: TierState) => id, ({ level }: TierState) => level]) {
    const free = new Map(head.filter((it) => !before.has(it)).map((it) => [keyOf(it), it]));
    for (const then of base.filter((it) => !heirOf.has(it))) {
      const now = free.get(keyOf(then));
      if (!now) continue;
      heirOf.set(then, now);
      before.set(now, then);
      free.delete(keyOf(then));
    }
  }
  return { heirOf, before };
}

/** Returns the later ids. Of several that were merged, one is left, at the place of the one that kept its id. */
function withoutMerged(ids: readonly string[], later: (id: string) => string): string[] {
  const left = ids.filter((id) => later(id) === id || !ids.includes(later(id)));
  return [...new Set(left.map(later))];
}

function laterIds(base: readonly Identified[], head: readonly Identified[]): (id: string) => string {
  const ids = new Map([...heirs(base, head).heirOf].map(([then, now]) => [then.id, now.id]));
  return (id) => ids.get(id) ?? id;
}
