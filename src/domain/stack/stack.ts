import { idsOf } from '../catalogue/former-ids.ts';
import { levelAbove } from '../tier.ts';
import type { PlainFeature, PlainMissing, PlainCatalogue, PlainRequirement } from '../plain-catalogue.ts';

/** The query key of a chosen feature; repeated for each. */
export const choiceKey = 'f';

/** The features that a query chooses. */
export interface Choice {
  /** In the order of the catalogue, without duplicates. */
  members: PlainFeature[];
  /** Ids that no feature has or had. */
  unknown: string[];
}

/** Reads the chosen features from a query; former ids count too. */
export function readChoice(features: readonly PlainFeature[], search: string): Choice {
  const ids = new Set(new URLSearchParams(search).getAll(choiceKey));
  const members = features.filter((feature) => idsOf(feature).some((id) => ids.has(id)));
  for (const id of members.flatMap(idsOf)) ids.delete(id);
  return { members, unknown: [...ids] };
}

/** Returns the query that chooses members; empty for none. */
export const writeChoice = (members: readonly Pick<PlainFeature, 'id'>[]): string =>
  members.length === 0 ? '' : `?${new URLSearchParams(members.map(({ id }) => [choiceKey, id])).toString()}`;

/** The support of a combination. */
export interface Combined {
  /** The level of its tier; null if a member has no tier. */
  level: number | null;
  /** The members that limit it to this level. */
  weakest: PlainFeature[];
}

/** No tier is weaker than the lowest tier. */
const weakness = ({ level }: Pick<PlainFeature, 'level'>): number => level ?? Infinity;

/** Returns the support of a combination, which is that of its weakest member; undefined without members. */
export function combine(members: readonly PlainFeature[]): Combined | undefined {
  if (members.length === 0) return undefined;
  const lowest = Math.max(...members.map(weakness));
  return {
    level: lowest === Infinity ? null : lowest,
    weakest: members.filter((member) => weakness(member) === lowest),
  };
}

/** Whether a requirement applies to a feature's category. */
const applies = ({ appliesTo }: PlainRequirement, { category }: Pick<PlainFeature, 'category'>): boolean =>
  appliesTo.includes(category);

/** Returns the requirements that apply to a category, in order. */
export const requirementsFor = (
  { requirements }: Pick<PlainCatalogue, 'requirements'>,
  category: string,
): PlainRequirement[] => requirements.filter((it) => applies(it, { category }));

/** Whether a feature's tier requires it to meet a requirement, and neither its status nor evidence says otherwise. */
export function isHeldTo(feature: PlainFeature, requirement: PlainRequirement): boolean {
  const excepted =
    [...feature.missing, ...feature.waived].some((it) => it.requirement === requirement.id) ||
    feature.disputed?.includes(requirement.id) === true;
  // A tier also requires what the tiers below it require.
  return feature.level !== null && requirement.level >= feature.level && applies(requirement, feature) && !excepted;
}

/** How one requirement applies to a combination. */
export interface Coverage {
  requirement: PlainRequirement;
  /** Whether the combination's tier requires it, and every member that it applies to is covered. */
  isComplete: boolean;
  /** The members for which `isHeldTo` is true. */
  coveredMembers: PlainFeature[];
}

/** Returns how each requirement that applies to at least one member applies to the combination. */
export function coverage(requirements: readonly PlainRequirement[], members: readonly PlainFeature[]): Coverage[] {
  const level = combine(members)?.level ?? null;
  return requirements.flatMap((requirement) => {
    const affected = members.filter((member) => applies(requirement, member));
    const coveredMembers = affected.filter((member) => isHeldTo(member, requirement));
    const isComplete = level !== null && requirement.level >= level && coveredMembers.length === affected.length;
    return affected.length > 0 ? [{ requirement, isComplete, coveredMembers }] : [];
  });
}

/** What one member lacks for the highest tier. */
export interface Gap {
  member: PlainFeature;
  /** The level of the next higher tier. */
  next: number;
  /** What its status lists as missing for that tier. */
  listed: PlainMissing[];
  /** Further requirements of the tiers above that one; their status is unknown. */
  later: PlainRequirement[];
}

/** Returns what each member lacks for the highest tier, without removed members and those already in it. */
export function gaps(
  { tiers, requirements }: Pick<PlainCatalogue, 'tiers' | 'requirements'>,
  members: readonly PlainFeature[],
): Gap[] {
  return members.flatMap((member) => {
    const { level, missing, waived } = member;
    const next = level === null ? undefined : levelAbove(tiers, level);
    if (next === undefined) return [];
    const known = new Set([...missing, ...waived].map((it) => it.requirement));
    const later = requirements
      .filter((it) => it.level < next && applies(it, member) && !known.has(it.id))
      .sort((a, b) => b.level - a.level);
    return [{ member, next, listed: missing, later }];
  });
}
