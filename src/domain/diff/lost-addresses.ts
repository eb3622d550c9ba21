import type { PublishedState } from '../../schema/published-state.ts';
import { address } from '../addresses/address.ts';
import { withDefaultNames } from './labels-by-id.ts';
import { everyId, type Identified } from '../catalogue/former-ids.ts';

/** Returns the paths of the first state, relative to the base, that the second neither has nor redirects. */
export function lostAddresses(base: PublishedState, head: PublishedState): string[] {
  const lost = (then: readonly Identified[] = [], now: readonly Identified[] = then) => {
    const known = new Set(everyId(now).map(({ id }) => id));
    return everyId(then).filter(({ id }) => !known.has(id));
  };
  const slugs = new Set((head.tiers ?? base.tiers)?.map((it) => withDefaultNames(it).slug));
  const dates = ({ features }: PublishedState) =>
    new Set(features.flatMap(({ history }) => history.map(({ date }) => date)));
  return [
    ...lost(base.features, head.features).map(address.feature),
    ...lost(base.requirements, head.requirements).map(address.requirement),
    ...lost(base.categories, head.categories).map(address.category),
    ...(base.tiers ?? [])
      .map(withDefaultNames)
      .filter(({ slug }) => !slugs.has(slug))
      .map(address.tier),
    ...[...dates(base).difference(dates(head))].map(address.snapshot),
  ];
}
