import type { PlainCategory, PlainFeature, PlainCatalogue, PlainRequirement } from '../plain-catalogue.ts';
import { isHeldTo } from './stack.ts';

/** Returns the category whose features the others run on; undefined if the policy has none. */
export const platformOf = <T extends Pick<PlainCategory, 'platform'>>(categories: readonly T[]): T | undefined =>
  categories.find(({ platform }) => platform);

/** Returns the requirements that guarantee pairs. */
export const pairGuarantees = <T extends { guarantees?: 'pairs' | undefined }>(requirements: readonly T[]): T[] =>
  requirements.filter(({ guarantees }) => guarantees === 'pairs');

/**
 * Returns the requirement that guarantees that two features work together; undefined if none does. A feature that meets
 * such a requirement works with everything in the highest tier, so one of the two must be in that tier and the other
 * must meet the requirement.
 */
export function pairGuarantee(
  { tiers, requirements }: Pick<PlainCatalogue, 'tiers' | 'requirements'>,
  a: PlainFeature,
  b: PlainFeature,
): PlainRequirement | undefined {
  const isHighest = ({ level }: PlainFeature) => level !== null && level === tiers[0]?.level;
  return pairGuarantees(requirements).find(
    (it) => (isHighest(a) && isHeldTo(b, it)) || (isHighest(b) && isHeldTo(a, it)),
  );
}

/** Pairs each member of the platform category with each other member. */
export function pairs(
  { categories }: Pick<PlainCatalogue, 'categories'>,
  members: readonly PlainFeature[],
): [PlainFeature, PlainFeature][] {
  const platform = platformOf(categories)?.id;
  const others = members.filter(({ category }) => category !== platform);
  return members
    .filter(({ category }) => category === platform)
    .flatMap((it) => others.map((other): [PlainFeature, PlainFeature] => [it, other]));
}

/** Features of one level that meet the same pair guarantees. */
export interface Group {
  level: number;
  members: PlainFeature[];
}

/** All pairs of a platform feature with another feature. Features with the same answers share a column or row. */
export interface PairTable {
  columns: Group[];
  rows: (Group & {
    /** For each column, the requirement that guarantees the pairs, if any. */ by: (PlainRequirement | undefined)[];
  })[];
}

/** Returns the table of all pairs, the highest tier first; undefined without a platform or a pair guarantee. */
export function pairTable({ tiers, categories, requirements, features }: PlainCatalogue): PairTable | undefined {
  const platform = platformOf(categories)?.id;
  const guarantees = pairGuarantees(requirements);
  if (!platform || guarantees.length === 0) return undefined;
  const tracked = features.filter(({ level }) => level !== null).sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
  const groupsOf = (those: PlainFeature[]): Group[] =>
    Object.values(
      Object.groupBy(those, (it) => [it.level, ...guarantees.map((guarantee) => isHeldTo(it, guarantee))].join()),
    ).map((members = []) => ({ level: members[0]?.level ?? 0, members }));
  const columns = groupsOf(tracked.filter(({ category }) => category === platform));
  const rows = groupsOf(tracked.filter(({ category }) => category !== platform)).map((row) => ({
    ...row,
    by: columns.map(({ members: [on] }) =>
      on && row.members[0] ? pairGuarantee({ tiers, requirements }, on, row.members[0]) : undefined,
    ),
  }));
  return { columns, rows };
}
