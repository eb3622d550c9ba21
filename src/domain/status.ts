import type { SiteData } from '../schema/site.ts';
import type { Entry, Feature } from './catalogue/catalogue.ts';
import { currentEntry } from './history.ts';
import { tierWords } from './tier.ts';
import { plain } from './words.ts';

type Status = Pick<Entry, 'tier' | 'unsupported'>;

/** A status as a heading says it, like "Tier 2 — Almost Production Ready". */
export const statusWords = ({ tier, unsupported }: Status): string =>
  tier ? tierWords(tier) : unsupported ? 'Not supported' : 'No longer tracked';

/** A status in as few words as can be, for badges and links. */
export const statusName = ({ tier, unsupported }: Status): string =>
  tier ? tier.label : unsupported ? 'not supported' : 'no longer tracked';

/** The present status as a sentence without its full stop, for places outside the site. */
export function statusSentence({ project }: Pick<SiteData, 'project'>, feature: Feature): string {
  const entry = currentEntry(feature);
  const lacks = entry.missing.map(({ as }) => plain(as)).join(', ');
  return `${plain(feature.name)} is ${statusName(entry)} in ${project}${lacks && `; missing: ${lacks}`}`;
}
