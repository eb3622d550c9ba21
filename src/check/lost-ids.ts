import { address } from '../domain/addresses/address.ts';
import { addressesOf, columnAddresses, type Owner } from '../domain/addresses/every-address.ts';
import { idsOf, type Identified } from '../domain/catalogue/former-ids.ts';
import type { Sources } from '../domain/catalogue/sources.ts';
import { ownColumns } from '../domain/columns.ts';
import { tierAnchor, tierNames } from '../domain/tier.ts';
import type { LostIds } from '../domain/unknown-id.ts';

/** An id with addresses of its own; of a tier, the slug. */
export interface OwnedId {
  kind: Owner | 'tier' | 'column';
  id: string;
}

/** Returns the addresses of each kind of id, the one that every such id has first. */
export const ownAddresses: Record<OwnedId['kind'], (id: string) => string[]> = {
  ...addressesOf,
  tier: (slug) => [
    address.tier({ slug }),
    address.markdown(address.tier({ slug })),
    `${address.home}#${tierAnchor({ slug })}`,
  ],
  column: (id) => columnAddresses({ id, isFilter: true }),
};

/** The id whose page or column has this address. */
export function ownerOf(path: string): OwnedId | undefined {
  const id = path.split(/\/|#columns\./).at(path.endsWith('/') ? -2 : -1) ?? '';
  if (id === '') return undefined;
  const kinds = Object.keys(ownAddresses) as OwnedId['kind'][];
  const kind = kinds.find((it) => ownAddresses[it](id)[0] === path);
  return kind && { kind, id };
}

/** The anchor of a change: the prefix of a change of the policy, the id and the day. */
export const anchorOfChange = /^changes\/#(policy-(?:requirement|tier)-(?:changed|retired)-)?(.+)-(\d{4}-\d\d-\d\d)$/;

/** Something that may have taken the place of a lost id. */
interface Heir extends Identified {
  canReplace: (lost: string) => boolean;
}

/**
 * Finds the ids that have a listed page or column, but that nothing has any more, not even as a former id. A renamed
 * feature has the listed days of its history, and a renamed category has features that were published before.
 */
export function lostIds(listed: readonly string[], sources: Sources): Record<OwnedId['kind'], LostIds> {
  const owners = listed.map(ownerOf).filter((it) => it !== undefined);
  const publishedIds = (kind: OwnedId['kind']) => new Set(owners.flatMap((it) => (it.kind === kind ? it.id : [])));
  const published = publishedIds('feature');
  const days = daysById(listed);
  const used = new Set(sources.features.map(({ data }) => data?.category));
  const usedBefore = new Set(sources.features.map(({ id, data }) => (published.has(id) ? data?.category : undefined)));
  const features = sources.features.map(({ id, data }) => {
    const dates = new Set(data?.history.map(({ date }) => date));
    const canReplace = (lost: string) => (days.get(lost) ?? []).every((day) => dates.has(day));
    return data && { id, formerIds: data.formerIds, canReplace };
  });
  const requirements = sources.requirements.map(
    ({ id, data }) => data && { id, formerIds: data.formerIds, canReplace: () => true },
  );
  // While features still name the lost category, they cannot show which one took its place.
  const categories = sources.categories.data?.map(({ id, formerIds }) => ({
    id,
    formerIds,
    canReplace: (lost: string) => used.has(lost) || usedBefore.has(id),
  }));
  const tiers = sources.tiers.map(({ data }) => data && { id: tierNames(data).slug, canReplace: () => true });
  const { data: site } = sources.site;
  const columns = site && ownColumns(site).map(({ id }) => ({ id, canReplace: () => true }));
  return {
    feature: lostAmong(published, features),
    requirement: lostAmong(publishedIds('requirement'), requirements),
    category: lostAmong(publishedIds('category'), categories ?? [undefined]),
    tier: lostAmong(publishedIds('tier'), tiers),
    column: lostAmong(publishedIds('column'), columns ?? [undefined]),
  };
}

/** Returns the lost ids of a kind; none if a file has the wrong shape, since its former ids are unknown. */
function lostAmong(published: ReadonlySet<string>, all: readonly (Heir | undefined)[]): LostIds {
  const known = all.filter((it) => it !== undefined);
  if (known.length < all.length) return new Map();
  const lost = published.difference(new Set(known.flatMap(idsOf)));
  const fresh = known.filter(({ id }) => !published.has(id));
  return new Map([...lost].map((id) => [id, fresh.filter((it) => it.canReplace(id)).map((it) => it.id)]));
}

/** Returns the listed days of the changes of each feature, by the id under which it was first published. */
function daysById(listed: readonly string[]): Map<string, string[]> {
  const changes = listed.map((path) => anchorOfChange.exec(path)).filter((it) => it !== null && it[1] === undefined);
  const byId = Map.groupBy(changes, (it) => it?.[2] ?? '');
  return new Map([...byId].map(([id, those]) => [id, those.map((it) => it?.[3] ?? '')]));
}
