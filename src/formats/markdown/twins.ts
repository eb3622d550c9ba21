import { address, type Absolute } from '../../domain/address.ts';
import type { Catalogue, Category, Requirement, Tier } from '../../domain/catalogue.ts';
import { featuresLacking } from '../../domain/lacking.ts';
import { everyId, idsOf } from '../../domain/heirs.ts';
import { featuresIn } from '../../domain/tier.ts';
import { accessibilityMarkdown } from './accessibility.ts';
import { dataMarkdown } from './data.ts';
import { checklistMarkdown, pairsMarkdown } from './decide.ts';
import { documentMarkdown, tierMarkdown } from './document.ts';
import { featureMarkdown } from './feature.ts';
import { changesMarkdown, snapshotsMarkdown, snapshotTwins } from './history.ts';
import { featureLink, featureTable, tierTables, tierTitle } from './tables.ts';
import { blocks, escapeMarkdown, link, list, quote, wholeLinks } from './write.ts';

/** A page in Markdown, to lie beside it. */
export interface Twin {
  /** The path of the page, from `domain/address.ts`. */
  path: string;
  text: string;
}

/** Every page's twin; each ends with the address of the page itself. */
export function everyTwin(catalogue: Catalogue, absolute: Absolute): Twin[] {
  const { categories, features, requirements, tiers } = catalogue;
  const twins: [path: string, text: string][] = [
    [address.home, homeMarkdown(catalogue, absolute)],
    [address.policy, documentMarkdown(catalogue, absolute)],
    [address.requirements, requirementsMarkdown(catalogue, absolute)],
    [address.changes, changesMarkdown(catalogue, absolute)],
    [address.snapshots, snapshotsMarkdown(catalogue, absolute)],
    [address.data, dataMarkdown(absolute)],
    [address.stack, pairsMarkdown(catalogue, absolute)],
    [address.propose, checklistMarkdown(catalogue, absolute)],
    [address.accessibility, accessibilityMarkdown(absolute)],
    ...tiers.map((tier) => [address.tier(tier), tierPage(catalogue, tier, absolute)] as [string, string]),
    ...categories.flatMap((category) => idsOf(category).map((id) => [address.category({ id }), categoryMarkdown(catalogue, category, absolute)] as [string, string])),
    ...everyId(features).map(({ id, feature }) => [address.feature({ id }), featureMarkdown(catalogue, feature, absolute)] as [string, string]),
    ...requirements.flatMap((requirement) => idsOf(requirement).map((id) => [address.requirement({ id }), requirementMarkdown(catalogue, requirement, absolute)] as [string, string])),
    ...snapshotTwins(catalogue, absolute).map(({ date, text }) => [address.snapshot(date), text] as [string, string]),
  ];
  return twins.map(([path, text]) => ({ path, text: `${text.trim()}\n\nThis page: <${absolute(path)}>\n` }));
}

const homeMarkdown = ({ site, tiers, features }: Catalogue, absolute: Absolute): string =>
  blocks(`# ${escapeMarkdown(site.title)}`, escapeMarkdown(site.description), tierTables(tiers, features, absolute));

const tierPage = ({ tiers, features }: Catalogue, tier: Tier, absolute: Absolute): string => {
  const members = featuresIn(features, tier);
  return blocks(`# ${tierTitle(tier)}`, tierMarkdown(tier, absolute), '## Features', members.length > 0 ? featureTable(tiers, tier, members, absolute) : 'None.');
};

const categoryMarkdown = ({ tiers, features }: Catalogue, category: Category, absolute: Absolute): string =>
  blocks(`# ${escapeMarkdown(category.plural)}`, escapeMarkdown(category.description), tierTables(tiers, features.filter((it) => it.category === category), absolute));

const requirementsMarkdown = ({ tiers }: Catalogue, absolute: Absolute): string =>
  blocks('# Requirements', 'Each tier has the requirements listed under it and those of every tier below it.',
    ...tiers.map((tier) => blocks(`## ${tierTitle(tier)}`, list(tier.requirements.map((it) => link(escapeMarkdown(it.title), absolute(address.requirement(it))))))));

function requirementMarkdown(catalogue: Catalogue, requirement: Requirement, absolute: Absolute): string {
  const { title, tier, body, appliesTo } = requirement;
  const lacking = featuresLacking(catalogue, requirement).map((feature) => featureLink(feature, absolute));
  return blocks(
    `# ${escapeMarkdown(title)}`,
    `A requirement of ${tierTitle(tier)}.`,
    quote(wholeLinks(body, absolute)),
    `Applies to: ${appliesTo.map(({ plural }) => escapeMarkdown(plural)).join(', ')}.`,
    '## Who lacks it',
    lacking.length > 0 ? list(lacking) : 'No feature is listed as lacking it.',
  );
}
