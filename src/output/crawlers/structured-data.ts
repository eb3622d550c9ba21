import { address, type Absolute } from '../../domain/addresses/address.ts';
import type { Feature, Requirement, Tier } from '../../domain/catalogue/catalogue.ts';
import { currentEntry } from '../../domain/history.ts';
import { statusSentence } from '../../domain/status.ts';
import { tierWords } from '../../domain/tier.ts';
import { withoutBackticks } from '../../domain/text.ts';
import type { SiteData } from '../../schema/site.ts';

type Data = Record<string, unknown>;

/** The schema.org data that all pages share. */
const page = (site: SiteData, path: string, absolute: Absolute, facts: Data): Data => ({
  '@context': 'https://schema.org',
  '@type': 'WebPage',
  '@id': absolute(path),
  url: absolute(path),
  inLanguage: 'en',
  ...facts,
  image: absolute(address.card(path)),
  isPartOf: { '@type': 'WebSite', name: site.title, url: absolute(address.home) },
  isBasedOn: site.source,
});

/** Structured data for the page of a feature. The description is its status. */
export const featureData = (site: SiteData, feature: Feature, absolute: Absolute): Data =>
  page(site, address.feature(feature), absolute, {
    name: withoutBackticks(feature.name),
    description: statusSentence(site, feature),
    dateModified: currentEntry(feature).date,
    about: {
      '@type': 'Thing',
      name: withoutBackticks(feature.name),
      description: feature.description,
      ...(feature.aliases.length > 0 && { alternateName: feature.aliases }),
    },
  });

/** Structured data for a page about a term that the policy defines. */
const termPage = (site: SiteData, path: string, absolute: Absolute, name: string): Data =>
  page(site, path, absolute, {
    name,
    about: { '@type': 'DefinedTerm', name, inDefinedTermSet: absolute(address.policy) },
  });

export const requirementData = (site: SiteData, requirement: Requirement, absolute: Absolute): Data =>
  termPage(site, address.requirement(requirement), absolute, requirement.title);

export const tierData = (site: SiteData, tier: Tier, absolute: Absolute): Data =>
  termPage(site, address.tier(tier), absolute, tierWords(tier));
