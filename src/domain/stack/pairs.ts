import type { CategoryOutline, FeatureOutline, Outline, RequirementOutline } from './outline.ts';
import { isHeldTo } from './stack.ts';

/** The category of what the features of the others run on; a policy may have none. */
export const platformOf = <T extends Pick<CategoryOutline, 'platform'>>(categories: readonly T[]): T | undefined =>
  categories.find(({ platform }) => platform);

/** The requirements that promise something of pairs. */
export const pairGuarantees = <T extends { guarantees?: 'pairs' | undefined }>(requirements: readonly T[]): T[] =>
  requirements.filter(({ guarantees }) => guarantees === 'pairs');

const isHighest = ({ level }: FeatureOutline): boolean => level === 1;

/**
 * The requirement by which two features are promised to work together, or nothing where none promises it. Whatever
 * meets such a requirement works with everything in the highest tier, so one of the two is there, and the other meets
 * it.
 */
export const pairGuarantee = (
  requirements: readonly RequirementOutline[],
  a: FeatureOutline,
  b: FeatureOutline,
): RequirementOutline | undefined =>
  pairGuarantees(requirements).find((it) => (isHighest(a) && isHeldTo(b, it)) || (isHighest(b) && isHeldTo(a, it)));

/** Each member that the others run on, with each of the others. */
export function pairs(
  { categories }: Pick<Outline, 'categories'>,
  members: readonly FeatureOutline[],
): [FeatureOutline, FeatureOutline][] {
  const platform = platformOf(categories)?.id;
  const others = members.filter(({ category }) => category !== platform);
  return members
    .filter(({ category }) => category === platform)
    .flatMap((it) => others.map((other): [FeatureOutline, FeatureOutline] => [it, other]));
}

/** Features of which every rule about pairs says the same. */
export interface Group {
  level: number;
  members: FeatureOutline[];
}

/**
 * Every pair of a platform's feature with another: as many columns and rows as there are different answers, not
 * features.
 */
export interface PairTable {
  columns: Group[];
  rows: (Group & {
    /** For each column, what promises the pairs, if anything does. */ by: (RequirementOutline | undefined)[];
  })[];
}

/**
 * The table of all pairs, the highest tier first; nothing without a platform or without a requirement that guarantees
 * pairs.
 */
export function pairTable({ categories, requirements, features }: Outline): PairTable | undefined {
  const platform = platformOf(categories)?.id;
  const guarantees = pairGuarantees(requirements);
  if (!platform || guarantees.length === 0) return undefined;
  const tracked = features.filter(({ level }) => level !== null).sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
  const groupsOf = (those: FeatureOutline[]): Group[] =>
    Object.values(
      Object.groupBy(those, (it) => [it.level, ...guarantees.map((guarantee) => isHeldTo(it, guarantee))].join()),
    ).map((members = []) => ({ level: members[0]?.level ?? 0, members }));
  const columns = groupsOf(tracked.filter(({ category }) => category === platform));
  const rows = groupsOf(tracked.filter(({ category }) => category !== platform)).map((row) => ({
    ...row,
    by: columns.map(({ members: [on] }) =>
      on && row.members[0] ? pairGuarantee(requirements, on, row.members[0]) : undefined,
    ),
  }));
  return { columns, rows };
}
