import { address } from './address.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { everyRequirement } from '../policy-events.ts';
import { changeDates, currentEntry } from '../history.ts';

/** A page for the sitemap: its path relative to the base, and the day of its last change if it has one. */
export interface PageAddress {
  path: string;
  changed?: string;
}

/** Returns every page of the site, without redirects and the error page. */
export const everyPage = ({
  categories,
  features,
  requirements,
  retiredRequirements,
  tiers,
  retiredTiers,
}: Catalogue): PageAddress[] => [
  { path: address.home },
  { path: address.policy },
  { path: address.requirements },
  { path: address.changes },
  { path: address.snapshots },
  { path: address.data },
  { path: address.apiIndex },
  { path: address.stack },
  { path: address.propose },
  { path: address.accessibility },
  ...[...tiers, ...retiredTiers].map((tier) => ({ path: address.tier(tier) })),
  ...categories.map((category) => ({ path: address.category(category) })),
  ...features.map((feature) => ({ path: address.feature(feature), changed: currentEntry(feature).date })),
  ...everyRequirement({ requirements, retiredRequirements }).map((requirement) => ({
    path: address.requirement(requirement),
  })),
  ...changeDates(features).map((date) => ({ path: address.snapshot(date), changed: date })),
];
