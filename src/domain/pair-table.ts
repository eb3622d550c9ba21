import type { FeatureOutline, Outline, RequirementOutline } from './outline.ts';
import { isHeldTo, pairGuarantee } from './stack.ts';

/** Features of which every rule about pairs says the same. */
export interface Group {
  level: number;
  members: FeatureOutline[];
}

/** Every pair of a platform's feature with another: as many columns as there are different answers, not platforms. */
export interface PairTable {
  columns: Group[];
  rows: { feature: FeatureOutline; /** For each column, what promises the pair, if anything does. */ by: (RequirementOutline | undefined)[] }[];
}

/** The table of all pairs; nothing without a platform or without a requirement that guarantees pairs. */
export function pairTable({ categories, requirements, features }: Outline): PairTable | undefined {
  const platform = categories.find((category) => category.platform)?.id;
  const guarantees = requirements.filter((it) => it.guarantees === 'pairs');
  if (!platform || guarantees.length === 0) return undefined;
  const tracked = features.filter(({ level }) => level !== null).sort((a, b) => (a.level ?? 0) - (b.level ?? 0));
  const columns = new Map<string, Group>();
  for (const feature of tracked.filter(({ category }) => category === platform)) {
    const { level } = feature;
    const key = [level, ...guarantees.map((it) => isHeldTo(feature, it))].join();
    const group = columns.get(key) ?? { level: level ?? 0, members: [] };
    group.members.push(feature);
    columns.set(key, group);
  }
  const groups = [...columns.values()];
  const rows = tracked
    .filter(({ category }) => category !== platform)
    .map((feature) => ({ feature, by: groups.map(({ members: [first] }) => first && pairGuarantee(requirements, first, feature)) }));
  return { columns: groups, rows };
}
