import { everyRequirement } from '../../domain/policy-events.ts';
import { address } from '../../domain/addresses/address.ts';
import type { Catalogue, Feature, Requirement, Tier } from '../../domain/catalogue/catalogue.ts';
import { everyId } from '../../domain/catalogue/former-ids.ts';
import { documentHeadings } from '../../domain/document.ts';
import { changeDates, currentEntry, inTierSince } from '../../domain/history.ts';
import { featuresLacking, lackText, missingFor } from '../../domain/missing.ts';
import { statusWords } from '../../domain/status.ts';
import { featuresIn, tierAbove, tierShape } from '../../domain/tier.ts';
import { counted, longDate, withoutBackticks } from '../../domain/text.ts';
import { pageTitles, pageWords, requiredBy } from '../words/page-words.ts';
import type { Card } from './card-svg.ts';

/** All cards, each with the path of its page. Former ids get a copy, because images cannot redirect. */
export const everyCard = (catalogue: Catalogue): { page: string; card: Card }[] => [
  { page: address.home, card: homeCard(catalogue) },
  { page: address.policy, card: policyCard(catalogue) },
  { page: address.stack, card: stackCard(catalogue) },
  ...everyId(catalogue.features).map(({ id, it }) => ({
    page: address.feature({ id }),
    card: featureCard(catalogue, it),
  })),
  ...[...catalogue.tiers, ...catalogue.retiredTiers].map((tier) => ({
    page: address.tier(tier),
    card: tierCard(catalogue, tier),
  })),
  ...everyId(everyRequirement(catalogue)).map(({ id, it }) => ({
    page: address.requirement({ id }),
    card: requirementCard(catalogue, it),
  })),
];

const markOf = ({ tiers }: Catalogue, tier: Tier | undefined): Card['mark'] =>
  tier && { sign: tier.mark, shape: tierShape(tiers, tier) };

function homeCard(catalogue: Catalogue): Card {
  const { site, tiers, features } = catalogue;
  const counts = tiers.map((tier) => ({ tier, count: featuresIn(features, tier).length }));
  const all = counts.reduce((sum, { count }) => sum + count, 0);
  return {
    ...overview(catalogue),
    title: pageTitles.home(site),
    status: counted(all, 'feature'),
    detail: counts.map(({ tier, count }) => `${count} in ${tier.label}`).join(', '),
  };
}

function policyCard(catalogue: Catalogue): Card {
  return {
    ...overview(catalogue),
    title: documentHeadings(catalogue)[0]?.title ?? catalogue.site.title,
    status: 'The policy, word for word',
    detail: `${counted(catalogue.requirements.length, 'requirement')} in ${counted(catalogue.tiers.length, 'tier')}`,
  };
}

function stackCard(catalogue: Catalogue): Card {
  return {
    ...overview(catalogue),
    title: pageTitles.stack,
    status: 'Choose what you use together',
    detail: pageWords.stack,
  };
}

/** The common fields of cards for pages that are not about a single thing. */
function overview({ site, features }: Catalogue): Pick<Card, 'site' | 'mark' | 'foot'> {
  const [latest] = changeDates(features);
  return { site: site.title, mark: undefined, foot: latest === undefined ? '' : `As of ${longDate(latest)}` };
}

function featureCard(catalogue: Catalogue, feature: Feature): Card {
  const entry = currentEntry(feature);
  const above = entry.tier && tierAbove(catalogue.tiers, entry.tier);
  const lacks = entry.missing.map(lackText).join(', ');
  const unmet = above && lacks ? `${missingFor(above, entry.missing)}: ${lacks}` : undefined;
  const about = withoutBackticks(entry.tier ? feature.description : (entry.note ?? ''));
  return {
    site: catalogue.site.title,
    title: withoutBackticks(feature.name),
    status: statusWords(entry),
    mark: markOf(catalogue, entry.tier),
    detail: feature.warning ? `Warning: ${withoutBackticks(feature.warning.says)}` : (unmet ?? about),
    foot: `${feature.category.label} · since ${longDate(inTierSince(feature))}`,
  };
}

function tierCard(catalogue: Catalogue, tier: Tier): Card {
  const below = catalogue.tiers
    .filter(({ level }) => level > tier.level)
    .flatMap(({ requirements }) => requirements).length;
  return {
    site: catalogue.site.title,
    title: tier.title || tier.label,
    status: tier.title && tier.label,
    mark: markOf(catalogue, tier),
    detail: `${counted(tier.requirements.length, 'requirement')}${below > 0 ? `, and ${below} of the tiers below` : ''}`,
    foot: counted(featuresIn(catalogue.features, tier).length, 'feature'),
  };
}

function requirementCard(catalogue: Catalogue, requirement: Requirement): Card {
  const { tier, title, appliesTo } = requirement;
  const lacking = featuresLacking(catalogue, requirement).length;
  const everywhere = appliesTo.length === catalogue.categories.length;
  return {
    site: catalogue.site.title,
    title,
    status: `${requiredBy(requirement)} ${tier.label}`,
    mark: markOf(catalogue, tier),
    detail: lacking > 0 ? `Unmet in ${counted(lacking, 'feature')}` : 'Unmet in no feature',
    foot: everywhere ? 'Applies to every category' : `Applies to ${appliesTo.map(({ plural }) => plural).join(', ')}`,
  };
}
