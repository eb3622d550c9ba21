import type { SiteData } from '../schema/site.ts';
import type { Entry, Feature } from './catalogue/catalogue.ts';
import { currentEntry } from './history.ts';
import { tierWords } from './tier.ts';
import { capitalized, withoutBackticks } from './text.ts';

type Status = Pick<Entry, 'tier' | 'unsupported'>;

/** Returns a status for a heading, like "Tier 2 — Almost Production Ready". */
export const statusWords = ({ tier, unsupported }: Status): string =>
  tier ? tierWords(tier) : capitalized(withoutTier(unsupported));

/** Returns a status in as few words as possible, for badges and links. */
export const statusName = ({ tier, unsupported }: Status): string => (tier ? tier.label : withoutTier(unsupported));

const withoutTier = (unsupported: Status['unsupported']): string =>
  unsupported ? 'not supported' : 'no longer tracked';

/** Returns the current status as a sentence without a full stop, for use outside the site. */
export function statusSentence({ project }: Pick<SiteData, 'project'>, feature: Feature): string {
  const entry = currentEntry(feature);
  const lacks = entry.missing.map(({ as }) => withoutBackticks(as)).join(', ');
  return `${withoutBackticks(feature.name)} is ${statusName(entry)} in ${project}${lacks && `; missing: ${lacks}`}`;
}
