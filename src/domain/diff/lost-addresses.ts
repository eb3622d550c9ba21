import { address } from '../addresses/address.ts';
import { heirs } from '../catalogue/ids.ts';
import type { Published } from './snapshot.ts';

/** The pages of the first state that neither are in the second nor lead to what took their place, below the base. */
export function brokenAddresses(base: Published, head: Published): string[] {
  const lost = <T extends { id: string }>(then: readonly T[], now: readonly T[]) =>
    then.filter((it) => !heirs(then, now).heirOf.has(it));
  const levels = new Set(head.tiers.map(({ level }) => level));
  const dates = (changes: Published['changes']) => [...new Set(changes.map(({ date }) => date))];
  return [
    ...lost(base.features, head.features).map(address.feature),
    ...lost(base.requirements, head.requirements).map(address.requirement),
    ...lost(base.categories, head.categories).map(address.category),
    ...base.tiers.filter(({ level }) => !levels.has(level)).map(address.tier),
    ...dates(base.changes)
      .filter((date) => !dates(head.changes).includes(date))
      .map(address.snapshot),
  ];
}
