import { heirs, type Identified } from '../catalogue/ids.ts';
import type { Published } from './snapshot.ts';

/** An earlier state with the ids that its categories and requirements have in a later one: a new id alone changes no feature. */
export function withLaterIds(base: Published, head: Published): Published {
  const category = laterIds(base.categories, head.categories);
  const requirement = laterIds(base.requirements, head.requirements);
  const named = <T extends { requirement: string | null }>(list: readonly T[]): T[] =>
    list.map((it) => ({ ...it, requirement: it.requirement && requirement(it.requirement) }));
  return {
    ...base,
    requirements: base.requirements.map((it) => ({ ...it, appliesTo: it.appliesTo.map(category) })),
    tiers: base.tiers.map((tier) => ({ ...tier, requirements: tier.requirements.map(requirement) })),
    features: base.features.map((feature) => ({
      ...feature,
      category: category(feature.category),
      missing: named(feature.missing),
      history: feature.history.map((entry) => ({
        ...entry,
        missing: named(entry.missing),
        waived: named(entry.waived),
      })),
    })),
  };
}

function laterIds(base: readonly Identified[], head: readonly Identified[]): (id: string) => string {
  const ids = new Map([...heirs(base, head).heirOf].map(([then, now]) => [then.id, now.id]));
  return (id) => ids.get(id) ?? id;
}
