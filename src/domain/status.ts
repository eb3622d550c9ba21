import type { SiteData } from '../schema/site.ts';
import type { Entry, Feature } from './catalogue/catalogue.ts';
import { currentEntry } from './history.ts';
import { tierName, tierWords } from './tier.ts';
import { plain } from './words.ts';

/** A status as a heading says it, like "Tier 2 — Almost Production Ready". */
export const statusWords = ({ tier }: Pick<Entry, 'tier'>): string => (tier ? tierWords(tier) : 'No longer tracked');

/** A status in as few words as can be, for badges and links. */
export const statusName = ({ tier }: Pick<Entry, 'tier'>): string => (tier ? tierName(tier) : 'no longer tracked');

/** The present status as a sentence without its full stop, for places outside the site. */
export function statusSentence({ project }: Pick<SiteData, 'project'>, feature: Feature): string {
  const entry = currentEntry(feature);
  const lacks = entry.missing.map(({ as }) => plain(as)).join(', ');
  return `${plain(feature.name)} is ${statusName(entry)} in ${project}${lacks && `; missing: ${lacks}`}`;
}
