import type {
  PublishedCategory,
  PublishedChange,
  PublishedEntry,
  PublishedFeature,
  PublishedIndex,
  PublishedPolicyChange,
  PublishedRequirement,
  PublishedSection,
  PublishedTier,
} from '../schema/api.ts';
import { address, type Absolute } from './addresses/address.ts';
import type { Catalogue, Category, Entry, Feature, Missing, Requirement, Tier } from './catalogue/catalogue.ts';
import { cellsOf } from './columns.ts';
import { changeSentence } from './diff/change-sentence.ts';
import { documentSections, splitAtRequirements } from './document.ts';
import { everyRequirement, policyEvents, policySentence, type PolicyEvent } from './policy-events.ts';
import { allChanges, changeDates, currentEntry, inTierSince, isRemoved, type Change } from './history.ts';

/** The published form of the whole content: what programs fetch, and what a diff compares. */
export interface PublishedContent {
  index: Omit<PublishedIndex, '$schema' | 'version' | 'repository' | 'commit' | 'files'>;
  features: PublishedFeature[];
  tiers: PublishedTier[];
  requirements: PublishedRequirement[];
  categories: PublishedCategory[];
  policy: PublishedSection[];
  changes: PublishedChange[];
  policyChanges: PublishedPolicyChange[];
}

/**
 * Returns the whole content in its published form, in the order of the pages. The order of keys is part of the
 * published bytes.
 */
export const publishedContent = (catalogue: Catalogue, absolute: Absolute): PublishedContent => ({
  index: publishedIndex(catalogue, absolute),
  features: catalogue.features.map((feature) => publishedFeature(catalogue, feature, absolute)),
  tiers: [...catalogue.tiers, ...catalogue.retiredTiers].map((tier) => publishedTier(tier, absolute)),
  requirements: everyRequirement(catalogue).map((requirement) => publishedRequirement(requirement, absolute)),
  categories: catalogue.categories.map((category) => publishedCategory(category, absolute)),
  policy: documentSections(catalogue),
  changes: allChanges(catalogue.features).map((change) => publishedChange(change, absolute)),
  policyChanges: policyEvents(catalogue).map((event) => publishedPolicyChange(event, absolute)),
});

const publishedIndex = ({ site, features }: Catalogue, absolute: Absolute): PublishedContent['index'] => ({
  title: site.title,
  project: site.project,
  description: site.description,
  url: absolute(address.home),
  source: site.source,
  licence: site.licence,
  updated: changeDates(features)[0] ?? null,
  document: site.document,
  columns: site.columns.map(({ id, label, kind, shown, filter }) => ({
    id,
    label: label ?? null,
    kind: kind ?? null,
    shown: shown ?? null,
    filter: filter ?? false,
  })),
  commandLine: site.commandLine
    ? { program: site.commandLine.program, listSeparator: site.commandLine.listSeparator ?? null }
    : null,
  answers: site.answers.map(({ label, requirement, yes, no, maintainers, detail }) => ({
    label,
    requirement: requirement ?? null,
    yes: yes ?? null,
    no: no ?? null,
    maintainers: maintainers ?? false,
    detail: detail ?? null,
  })),
  searchFor: site.searchFor,
  feedId: site.feedId ?? null,
});

const publishedPolicyChange = (event: PolicyEvent, absolute: Absolute): PublishedPolicyChange => ({
  id: event.id,
  date: event.date,
  kind: event.kind,
  subject: event.subject,
  sentence: policySentence(event),
  note: event.note,
  source: event.source,
  url: absolute(address.change(event)),
});

export const publishedFeature = (
  { site }: Pick<Catalogue, 'site'>,
  feature: Feature,
  absolute: Absolute,
): PublishedFeature => ({
  id: feature.id,
  name: feature.name,
  category: feature.category.id,
  tier: levelOf(currentEntry(feature)),
  removed: isRemoved(currentEntry(feature)),
  since: inTierSince(feature),
  missing: currentEntry(feature).missing.map(publishedMissing),
  url: absolute(address.feature(feature)),
  description: feature.description,
  aliases: feature.aliases,
  formerIds: feature.formerIds,
  maintainers: feature.maintainers,
  links: feature.links.map(({ label, url }) => ({ label, url })),
  introduced: feature.introduced
    ? { release: feature.introduced.release, date: feature.introduced.date ?? null }
    : null,
  use: publishedUse(feature.use),
  evidence: feature.evidence.map(({ says, url, ...claim }) => ({ says, url, ...pinned(claim) })),
  note: feature.body.trim(),
  history: feature.history.map(publishedEntry),
  details: feature.details.map(({ label, value, url, ...claim }) => ({
    label,
    value,
    url: url ?? null,
    ...pinned(claim),
  })),
  order: feature.order ?? null,
  warning: feature.warning ?? null,
  supported: !currentEntry(feature).unsupported,
  tierLabel: currentEntry(feature).tier?.label ?? null,
  columns: Object.fromEntries(
    cellsOf(site, feature).map(({ column: { id, kind }, cell: { written } }) => [
      id,
      kind === 'yes/no' ? written === 'yes' : written,
    ]),
  ),
  written: more(feature.written, feature.name),
  tierSlug: slugOf(currentEntry(feature)),
});

const pinned = ({ also, about, contradicts }: Omit<Feature['evidence'][number], 'says' | 'url'>) => ({
  also,
  about: about ?? null,
  contradicts: contradicts ?? null,
});

/** Returns the inline Markdown if it differs from the plain words. */
const more = (written: string, plainText: string): string | null => (written === plainText ? null : written);

/** Copies the fields in a fixed order. */
const publishedUse = ({
  default: initially,
  api,
  cli,
  cApi,
  cargo,
  cargoDefault,
}: Feature['use']): PublishedFeature['use'] => ({
  ...(initially && { default: initially }),
  ...(api && { api }),
  ...(cli && { cli }),
  ...(cApi && { cApi }),
  ...(cargo && { cargo }),
  ...(cargoDefault && { cargoDefault }),
});

const publishedEntry = (entry: Entry): PublishedEntry => ({
  date: entry.date,
  tier: levelOf(entry),
  removed: isRemoved(entry),
  missing: entry.missing.map(publishedMissing),
  waived: entry.waived.map(({ requirement, reason, source }) => ({ requirement: requirement.id, reason, source })),
  successor: entry.successor?.id ?? null,
  source: entry.source,
  note: entry.note ?? '',
  accepted: entry.accepted.map(({ rule, reason }) => ({ rule, reason })),
  supported: !entry.unsupported,
  release: entry.release ?? null,
  tierSlug: slugOf(entry),
});

const publishedMissing = ({ as, requirement, written }: Missing) => ({
  as,
  requirement: requirement?.id ?? null,
  written: more(written, as),
});

const levelOf = (entry: Entry | undefined): number | null => entry?.tier?.level ?? null;

const slugOf = (entry: Entry | undefined): string | null => entry?.tier?.slug ?? null;

function publishedTier(tier: Tier, absolute: Absolute): PublishedTier {
  const { opening, closing } = splitAtRequirements(tier);
  const requirements = tier.requirements.map(({ id }) => id);
  return {
    level: tier.level,
    id: tier.id,
    title: tier.title,
    summary: tier.summary ?? null,
    url: absolute(address.tier(tier)),
    requirements,
    opening,
    closing,
    formerAnchors: tier.formerAnchors,
    slug: tier.slug,
    label: tier.label,
    mark: tier.mark,
    heading: tier.heading,
    retired: tier.retired ?? null,
    groups: tier.groups.map((group) => ({
      words: group.words ?? null,
      requirements: group.requirements.map(({ id }) => id),
    })),
    since: tier.since ?? null,
  };
}

const publishedRequirement = (requirement: Requirement, absolute: Absolute): PublishedRequirement => ({
  id: requirement.id,
  title: requirement.title,
  tier: requirement.tier.level,
  appliesTo: requirement.appliesTo.map(({ id }) => id),
  url: absolute(address.requirement(requirement)),
  words: requirement.body.trim(),
  formerIds: requirement.formerIds,
  guarantees: requirement.guarantees ?? null,
  group: requirement.group ?? null,
  since: requirement.since ?? null,
  retired: requirement.retired
    ? {
        date: requirement.retired.date,
        source: requirement.retired.source,
        reason: requirement.retired.reason,
        successor: requirement.retired.successor?.id ?? null,
      }
    : null,
  tierSlug: requirement.tier.slug,
});

const publishedCategory = (category: Category, absolute: Absolute): PublishedCategory => {
  const { id, name, plural, description, platform, emphasis, formerIds } = category;
  const url = absolute(address.category(category));
  const [written, label] = [more(category.written, name), more(category.label, name)];
  return { id, name, plural, description, platform, emphasis, url, formerIds, written, label };
};

const publishedChange = (change: Change, absolute: Absolute): PublishedChange => ({
  id: change.id,
  date: change.entry.date,
  kind: change.kind,
  feature: change.feature.id,
  name: change.feature.name,
  from: levelOf(change.before),
  to: levelOf(change.entry),
  missing: change.entry.missing.map(publishedMissing),
  sentence: changeSentence(change),
  note: change.entry.note ?? '',
  source: change.entry.source,
  url: absolute(address.change(change)),
  fromSlug: slugOf(change.before),
  toSlug: slugOf(change.entry),
});
