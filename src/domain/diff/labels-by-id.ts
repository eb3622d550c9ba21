import type { PublishedState, EntryState, FeatureState, TierState } from '../../schema/published-state.ts';
import { existsOn, labelAt } from '../tier.ts';
import { placeName } from './change-sentence.ts';
import { everyId, heirs, type Identified } from '../catalogue/former-ids.ts';

/** Looks up names by id in the later of two states, or else in the earlier one. */
export interface Names {
  category: (id: string) => [one: string, many: string];
  requirement: (id: string | null) => string | undefined;
  /** The label of the tier with a level; "no tier" without a level. */
  tier: (level: number | null | undefined) => string;
  /** What sentences call the place of an entry: the label of its tier, "what is not supported" or "no tier". */
  place: (entry: Pick<EntryState, 'tier' | 'supported'> | undefined) => string;
  /** The label of the tier that was next above an entry's tier on the entry's day; undefined above the highest. */
  tierAbove: (entry: EntryState | undefined) => string | undefined;
  /** The cells by column heading instead of id. */
  columns: (columns: FeatureState['columns']) => object | undefined;
  feature: (id: string | null) => FeatureState | undefined;
  /** Whether a requirement still applies to a feature's category. */
  applies: (requirement: string, feature: FeatureState) => boolean;
  /** An entry with names instead of ids. */
  entry: (entry: EntryState) => object;
}

export function namesOf(base: PublishedState, head: PublishedState): Names {
  const categories = namesById(base.categories, head.categories, ({ name }) => name);
  const plurals = namesById(base.categories, head.categories, ({ name, plural = name }) => plural);
  const titles = namesById(base.requirements, head.requirements, ({ title }) => title);
  const rows = namesById(base.features, head.features, ({ name }) => name);
  const features = new Map([...everyId(base.features), ...everyId(head.features)].map(({ id, it }) => [id, it]));
  const heads = namesById(columnLabels(base), columnLabels(head), ({ label }) => label);
  const requirementsById = new Map(head.requirements?.map((it) => [it.id, it]));
  const tiers = tiersByLevel(base, head);
  const label = (level: number) => labelAt(tiers.map(withDefaultNames), level) || `Tier ${level}`;
  const tier = (level: number | null | undefined) => (level == null ? 'no tier' : label(level));
  const requirement = (id: string | null) => (id === null ? undefined : (titles.get(id) ?? id));
  return {
    category: (id) => [categories.get(id) ?? id, plurals.get(id) ?? id],
    requirement,
    columns: (columns) =>
      columns && Object.fromEntries(Object.entries(columns).map(([id, cell]) => [heads.get(id) ?? id, cell])),
    tier,
    place: (entry) => placeName(entry?.tier == null ? undefined : label(entry.tier), entry?.supported === false),
    tierAbove: (entry) => {
      const above = entry && nextHigher(tiers, entry);
      return above === undefined ? undefined : label(above);
    },
    feature: (id) => (id === null ? undefined : features.get(id)),
    applies: (id, { category }) =>
      requirementsById.size === 0 || (requirementsById.get(id)?.appliesTo.includes(category) ?? false),
    entry: ({ missing, waived, successor, ...entry }) => ({
      ...entry,
      tier: entry.tier === null ? null : tier(entry.tier),
      missing: missing.map((it) => ({ ...it, requirement: requirement(it.requirement) })),
      waived: waived.map((it) => ({ ...it, requirement: requirement(it.requirement) })),
      successor: successor === null ? null : (rows.get(successor) ?? successor),
    }),
  };
}

/** Fills in the names of a tier that older versions did not publish, from its level. */
export const withDefaultNames = ({ level, slug = String(level), label = `Tier ${level}` }: TierState) => ({
  level,
  slug,
  label,
});

/** Returns the tiers of both states. Of two with the same level, the later one counts. */
const tiersByLevel = (base: PublishedState, head: PublishedState): TierState[] => [
  ...new Map([...(base.tiers ?? []), ...(head.tiers ?? [])].map((it) => [it.level, it])).values(),
];

/**
 * Returns the level above an entry's tier on the entry's day, or the level minus 1 without a list of tiers; undefined
 * above the highest.
 */
function nextHigher(tiers: readonly TierState[], { tier, date }: EntryState): number | undefined {
  if (tier === null) return undefined;
  const higher = tiers.filter(existsOn(date)).flatMap(({ level }) => (level < tier ? level : []));
  if (tiers.length > 0) return higher.toSorted((a, b) => b - a)[0];
  return tier > 1 ? tier - 1 : undefined;
}

const columnLabels = ({ index }: PublishedState) =>
  (index?.columns ?? []).map(({ id, label }) => ({ id, label: label ?? id }));

/** Returns names by id; a name that several items share is followed by the id. */
function namesById<T extends Identified>(
  base: readonly T[] = [],
  head: readonly T[] = [],
  nameOf: (it: T) => string,
): Map<string, string> {
  const { heirOf } = heirs(base, head);
  const all = [...base.filter((it) => !heirOf.has(it)), ...head];
  const namesakes = Map.groupBy(all, nameOf);
  return new Map(
    all.map((it) => {
      const name = nameOf(it);
      return [it.id, (namesakes.get(name)?.length ?? 0) > 1 ? `${name} (${it.id})` : name];
    }),
  );
}
