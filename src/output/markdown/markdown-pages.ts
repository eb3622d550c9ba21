import { address, type Absolute } from '../../domain/addresses/address.ts';
import type { Catalogue, Category, Feature, Requirement, Tier } from '../../domain/catalogue/catalogue.ts';
import { currentEntry } from '../../domain/history.ts';
import { featuresDisputing, featuresLacking, featuresWaiving, unwrittenLacks } from '../../domain/missing.ts';
import { everyRequirement, requirementEvents } from '../../domain/policy-events.ts';
import { isException, standingOf, standingWords } from '../../domain/standing.ts';
import { longDate, withoutBackticks } from '../../domain/text.ts';
import { everyId } from '../../domain/catalogue/former-ids.ts';
import { snapshotDays } from '../../domain/snapshots.ts';
import { featuresIn } from '../../domain/tier.ts';
import { exceptionCounts, pageWords, requiredBy } from '../words/page-words.ts';
import { accessibilityMarkdown } from './accessibility.ts';
import { apiIndexMarkdown, dataMarkdown } from './data.ts';
import { checklistMarkdown, pairsMarkdown } from './stack-and-checklist.ts';
import { documentMarkdown, tierMarkdown } from './document.ts';
import { featureMarkdown } from './feature.ts';
import { changesMarkdown, eventsMarkdown, snapshotMarkdown, snapshotsMarkdown } from './history.ts';
import { featureLink, featureTable, tierTables, tierTitle } from './tables.ts';
import { bodyMarkdown } from './content-body.ts';
import { blocks, escapeMarkdown, link, list, quote } from './markdown-syntax.ts';

/** The Markdown version of a page. */
export interface MarkdownPage {
  /** The path of the page, from `domain/addresses/address.ts`. */
  path: string;
  /** Builds the text on each call. */
  readonly text: string;
}

/** All pages as Markdown. Each ends with the address of its HTML page. */
export function everyMarkdownPage(catalogue: Catalogue, absolute: Absolute): MarkdownPage[] {
  const { categories, features, tiers, retiredTiers } = catalogue;
  const markdownPage = (path: string, write: () => string): MarkdownPage => ({
    path,
    get text() {
      return `${write().trim()}\n\nThis page: <${absolute(path)}>\n`;
    },
  });
  return [
    markdownPage(address.home, () => homeMarkdown(catalogue, absolute)),
    markdownPage(address.policy, () => documentMarkdown(catalogue, absolute)),
    markdownPage(address.requirements, () => requirementsMarkdown(catalogue, absolute)),
    markdownPage(address.changes, () => changesMarkdown(catalogue, absolute)),
    markdownPage(address.snapshots, () => snapshotsMarkdown(catalogue, absolute)),
    markdownPage(address.data, () => dataMarkdown(catalogue, absolute)),
    markdownPage(address.apiIndex, () => apiIndexMarkdown(absolute)),
    markdownPage(address.stack, () => pairsMarkdown(catalogue, absolute)),
    markdownPage(address.propose, () => checklistMarkdown(catalogue, absolute)),
    markdownPage(address.accessibility, () => accessibilityMarkdown(absolute)),
    ...[...tiers, ...retiredTiers].map((tier) =>
      markdownPage(address.tier(tier), () => tierPage(catalogue, tier, absolute)),
    ),
    ...everyId(categories).map(({ id, it }) =>
      markdownPage(address.category({ id }), () => categoryMarkdown(catalogue, it, absolute)),
    ),
    ...everyId(features).map(({ id, it }) =>
      markdownPage(address.feature({ id }), () => featureMarkdown(catalogue, it, absolute)),
    ),
    ...everyId(everyRequirement(catalogue)).map(({ id, it }) =>
      markdownPage(address.requirement({ id }), () => requirementMarkdown(catalogue, it, absolute)),
    ),
    ...snapshotDays(features).map((day, at, days) =>
      markdownPage(address.snapshot(day.date), () => snapshotMarkdown(catalogue, day, days[at - 1]?.date, absolute)),
    ),
  ];
}

const homeMarkdown = ({ site, tiers, features }: Catalogue, absolute: Absolute): string =>
  blocks(
    `# ${escapeMarkdown(site.title)}`,
    escapeMarkdown(site.description),
    tierTables({ site, tiers, features }, absolute),
  );

const tierPage = ({ site, tiers, features }: Catalogue, tier: Tier, absolute: Absolute): string => {
  const members = featuresIn(features, tier);
  return blocks(
    `# ${tierTitle(tier)}`,
    tier.retired
      ? `**This tier was retired** on ${longDate(tier.retired.date)}: ${escapeMarkdown(tier.retired.reason)}`
      : '',
    tierMarkdown(tier, absolute),
    '## Features',
    members.length > 0 ? featureTable({ site, tiers }, tier, members, absolute) : 'None.',
  );
};

const categoryMarkdown = ({ site, tiers, features }: Catalogue, category: Category, absolute: Absolute): string =>
  blocks(
    `# ${escapeMarkdown(category.plural)}`,
    escapeMarkdown(category.description),
    tierTables({ site, tiers, features: features.filter((it) => it.category === category) }, absolute),
  );

function requirementsMarkdown(catalogue: Catalogue, absolute: Absolute): string {
  const { tiers, features, requirements } = catalogue;
  const exceptions = (feature: Feature) => {
    const named = requirements
      .filter((it) => isException(standingOf(tiers, feature, it)))
      .map((it) => `${it.title} — ${standingWords(tiers, feature, it)}`);
    const unwritten = unwrittenLacks(feature);
    const all = [...named, ...(unwritten === '' ? [] : [`not in the policy — unmet: “${unwritten}”`])];
    return `${featureLink(feature, absolute)}: ${escapeMarkdown(all.join('; ') || 'nothing unmet')}`;
  };
  return blocks(
    '# Requirements',
    pageWords.requirements,
    ...tiers.map((tier) =>
      blocks(
        `## ${tierTitle(tier)}`,
        tier.requirements.length === 0 ? pageWords.noneOfItsOwn : '',
        list(
          tier.requirements.map((it) => {
            const group = it.group ? ` (${escapeMarkdown(it.group)})` : '';
            const exceptions = exceptionCounts(catalogue, it);
            const counts = exceptions === '' ? '' : ` — ${exceptions}`;
            return link(escapeMarkdown(it.title), absolute(address.requirement(it))) + group + counts;
          }),
        ),
      ),
    ),
    '## Feature by feature',
    pageWords.exceptionsOnly,
    ...tiers.map((tier) => {
      const members = featuresIn(features, tier);
      return members.length > 0 ? blocks(`### ${tierTitle(tier)}`, list(members.map(exceptions))) : '';
    }),
  );
}

function requirementMarkdown(catalogue: Catalogue, requirement: Requirement, absolute: Absolute): string {
  const { title, tier, body, appliesTo, group, since, retired } = requirement;
  const lacking = featuresLacking(catalogue, requirement).map((feature) => {
    const names = currentEntry(feature).missing.filter((it) => it.requirement === requirement);
    return `${featureLink(feature, absolute)}: “${names.map(({ as }) => escapeMarkdown(withoutBackticks(as))).join(', ')}”`;
  });
  const disputed = featuresDisputing(catalogue, requirement).map((feature) => featureLink(feature, absolute));
  const waived = featuresWaiving(catalogue, requirement).map((feature) => featureLink(feature, absolute));
  const successor = retired?.successor;
  const tookItsPlace = successor
    ? ` ${link(escapeMarkdown(successor.title), absolute(address.requirement(successor)))} took its place.`
    : '';
  return blocks(
    `# ${escapeMarkdown(title)}`,
    retired
      ? `**This requirement was retired** on ${longDate(retired.date)}: ${escapeMarkdown(retired.reason)}${tookItsPlace}`
      : '',
    `${requiredBy(requirement)} ${tierTitle(tier)}${group ? `, in the group “${escapeMarkdown(group)}”` : ''}${since ? `, since ${longDate(since)}` : ''}.`,
    quote(bodyMarkdown(body, absolute)),
    `Applies to: ${appliesTo.map(({ plural }) => escapeMarkdown(plural)).join(', ')}.`,
    `## ${pageWords.featuresMissing}`,
    lacking.length > 0 ? list(lacking) : pageWords.noneLacks,
    disputed.length > 0 ? `Their tier requires it, but evidence says otherwise: ${disputed.join(', ')}.` : '',
    waived.length > 0 ? `It is waived for ${waived.join(', ')}.` : '',
    eventsMarkdown(requirementEvents(requirement)),
  );
}
