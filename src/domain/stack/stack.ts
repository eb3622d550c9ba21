import { idsOf } from '../catalogue/ids.ts';
import { levelAbove } from '../tier.ts';
import type { FeatureOutline, MissingOutline, Outline, RequirementOutline } from './outline.ts';

/** The key of the query that each chosen feature stands under. */
export const choiceKey = 'f';

/** What a query chooses. */
export interface Choice {
  /** In the order of the outline, each once. */
  members: FeatureOutline[];
  /** Ids that no feature has or ever had, as they were written. */
  unknown: string[];
}

/** Reads the choice from a query; an id that a feature had before still chooses it. */
export function readChoice(features: readonly FeatureOutline[], search: string): Choice {
  const ids = new Set(new URLSearchParams(search).getAll(choiceKey));
  const members = features.filter((feature) => idsOf(feature).some((id) => ids.has(id)));
  for (const id of members.flatMap(idsOf)) ids.delete(id);
  return { members, unknown: [...ids] };
}

/** The query that chooses members; empty for none. */
export const writeChoice = (members: readonly Pick<FeatureOutline, 'id'>[]): string =>
  members.length === 0 ? '' : `?${new URLSearchParams(members.map(({ id }) => [choiceKey, id])).toString()}`;

/** How a combination stands. */
export interface Combined {
  /** The level of its tier; null when a member has none, since it was removed. */
  level: number | null;
  /** The members that hold it there. */
  weakest: FeatureOutline[];
}

/** A removed feature is in no tier at all, which is weaker than the lowest. */
const weakness = ({ level }: Pick<FeatureOutline, 'level'>): number => level ?? Infinity;

/** A combination stands as its weakest member; nothing stands nowhere. */
export function combine(members: readonly FeatureOutline[]): Combined | undefined {
  if (members.length === 0) return undefined;
  const lowest = Math.max(...members.map(weakness));
  return {
    level: lowest === Infinity ? null : lowest,
    weakest: members.filter((member) => weakness(member) === lowest),
  };
}

/** Whether a requirement is asked of the features of a category. */
const asks = ({ appliesTo }: RequirementOutline, { category }: Pick<FeatureOutline, 'category'>): boolean =>
  appliesTo.includes(category);

/** The requirements that are asked of a category, in their order. */
export const askedOf = ({ requirements }: Pick<Outline, 'requirements'>, category: string): RequirementOutline[] =>
  requirements.filter((it) => asks(it, { category }));

/** Whether a feature's tier requires something of it, and neither its status nor any evidence says otherwise. */
export function isHeldTo(feature: FeatureOutline, requirement: RequirementOutline): boolean {
  const excepted =
    [...feature.missing, ...feature.waived].some((it) => it.requirement === requirement.id) ||
    feature.disputed?.includes(requirement.id) === true;
  // A tier requires its own requirements and those of every tier below it.
  return feature.level !== null && requirement.level >= feature.level && asks(requirement, feature) && !excepted;
}

/** How one requirement stands for a whole combination. */
export interface Promised {
  requirement: RequirementOutline;
  /** Whether every member that it is asked of is held to it, and the tier of the whole asks for it. */
  whole: boolean;
  /** The members that are held to it. */
  held: FeatureOutline[];
}

/** What is promised of a combination and what is not, for each requirement that is asked of one of its members. */
export function promises(requirements: readonly RequirementOutline[], members: readonly FeatureOutline[]): Promised[] {
  const level = combine(members)?.level ?? null;
  return requirements.flatMap((requirement) => {
    const asked = members.filter((member) => asks(requirement, member));
    const held = asked.filter((member) => isHeldTo(member, requirement));
    const whole = level !== null && requirement.level >= level && held.length === asked.length;
    return asked.length > 0 ? [{ requirement, whole, held }] : [];
  });
}

/** What stands between one member and the highest tier. */
export interface Gap {
  member: FeatureOutline;
  /** The level of the next tier up. */
  next: number;
  /** What its status lists as missing for the next tier. */
  listed: MissingOutline[];
  /** What the tiers above the next ask for besides, of which nobody has said whether it is met. */
  later: RequirementOutline[];
}

/** Everything that a combination lacks for the highest tier, member by member; a removed one has no way there. */
export function gaps(
  { tiers, requirements }: Pick<Outline, 'tiers' | 'requirements'>,
  members: readonly FeatureOutline[],
): Gap[] {
  return members.flatMap((member) => {
    const { level, missing, waived } = member;
    const next = level === null ? undefined : levelAbove(tiers, level);
    if (next === undefined) return [];
    const known = new Set([...missing, ...waived].map((it) => it.requirement));
    const later = requirements
      .filter((it) => it.level < next && asks(it, member) && !known.has(it.id))
      .sort((a, b) => b.level - a.level);
    return [{ member, next, listed: missing, later }];
  });
}
