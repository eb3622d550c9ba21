import { address } from './address.ts';
import type { Catalogue, Tier } from '../catalogue/catalogue.ts';
import { ownColumns, type OwnColumn } from '../columns.ts';
import { documentHeadings, headingAnchor, type DocumentHeading } from '../document.ts';
import { idsOf } from '../catalogue/former-ids.ts';
import { allChanges } from '../history.ts';
import { everyRequirement, policyEvents } from '../policy-events.ts';
import { tierAnchor } from '../tier.ts';
import { everyPage } from './every-page.ts';

/** The kinds of content with addresses of their own. Listing an old id in `formerIds` redirects them. */
export type Owner = 'feature' | 'requirement' | 'category';

/** Returns every address of an id: its pages and files first, then its rows. */
export const addressesOf: Record<Owner, (id: string) => string[]> = {
  feature: (id) => [
    address.feature({ id }),
    address.markdown(address.feature({ id })),
    address.featureAtom({ id }),
    address.featureFeed({ id }),
    address.badge({ id }),
    address.api(address.apiFeature({ id })),
    `${address.home}#${id}`,
    `${address.policy}#${id}`,
  ],
  requirement: (id) => [
    address.requirement({ id }),
    address.markdown(address.requirement({ id })),
    `${address.policy}#${id}`,
  ],
  category: (id) => [address.category({ id }), address.markdown(address.category({ id }))],
};

/** Returns what programs and links name a column by, so that its id cannot change. */
export const columnAddresses = ({ id, isFilter }: Pick<OwnColumn, 'id' | 'isFilter'>): string[] => [
  address.apiColumn({ id }),
  ...(isFilter ? [address.filter({ id })] : []),
];

/** The addresses that do not depend on the content. */
const fixed: readonly string[] = [
  address.changesAtom,
  address.changesFeed,
  address.llms,
  ...['index', 'features', 'tiers', 'requirements', 'categories', 'policy', 'changes', 'schema'].map((name) =>
    address.api(`${name}.json`),
  ),
  address.api('features.csv'),
];

/** Whether the pages use an anchor for themselves, so that no id in the content can be the same. */
export const isReservedId = (id: string): boolean =>
  /^(?:top|main|features|matrix|no-longer-tracked|not-supported|changed|site-pages|filter-by|contents|by-(?:tier|category|missing)|(?:tier|footnote|footnote-ref)-\d+(?:---.*)?)$/.test(
    id,
  );

/** Returns the former anchors of a heading that nothing else on the policy page uses now. */
export function spareAnchors(catalogue: Catalogue, { formerAnchors }: DocumentHeading): string[] {
  const taken = new Set([
    ...[...catalogue.features, ...everyRequirement(catalogue)].flatMap(idsOf),
    ...documentHeadings(catalogue).map(({ anchor }) => anchor),
  ]);
  return formerAnchors.filter((anchor) => !taken.has(anchor));
}

/**
 * Returns every address and anchor that readers may have saved, sorted and relative to the base: pages, files, rows,
 * headings, redirects, and the columns of the data and of the filter.
 */
export function everyAddress(catalogue: Catalogue): string[] {
  const { site, features, categories } = catalogue;
  const tiers = [...catalogue.tiers, ...catalogue.retiredTiers];
  const owned = (owner: Owner, list: readonly { id: string; formerIds: string[] }[]) =>
    list.flatMap((it) => idsOf(it).flatMap(addressesOf[owner]));
  const anchors = documentHeadings(catalogue).flatMap((heading) => [
    // A number that keeps a tier's anchor unique is not permanent, so that anchor is not listed.
    ...(heading.tier && heading.anchor !== headingAnchor(heading.title) ? [] : [heading.anchor]),
    ...spareAnchors(catalogue, heading),
  ]);
  const addresses = [
    ...fixed,
    address.document(site),
    ...everyPage(catalogue).flatMap(({ path }) => [path, address.markdown(path)]),
    ...allChanges(features).map(address.change),
    ...policyEvents(catalogue).map(address.change),
    ...owned('feature', features),
    ...owned('requirement', everyRequirement(catalogue)),
    ...owned('category', categories),
    ...ownColumns(site).flatMap(columnAddresses),
    ...anchors.map((anchor) => `${address.policy}#${anchor}`),
    ...tiers.map((tier) => `${address.home}#${tierAnchor(tier)}`),
    ...tiers.flatMap((tier) => tierItems(tier).map((anchor) => `${address.tier(tier)}#${anchor}`)),
  ];
  return [...new Set(addresses)].sort();
}

/** Returns the permanent anchors of a tier's page: those of its requirements, and its former ones. */
const tierItems = ({ requirements, retiredRequirements, formerAnchors }: Tier): string[] => [
  ...new Set([...[...requirements, ...retiredRequirements].flatMap(idsOf), ...formerAnchors]),
];
