import type { Catalogue, Feature, Missing, Requirement, Tier } from './catalogue/catalogue.ts';
import { currentEntry } from './history.ts';
import { standingOf } from './standing.ts';
import { runs, withoutBackticks, type Run } from './text.ts';

type Lack = Requirement | Missing['as'];

/** Caches the index, which every page reads. */
const indexes = new WeakMap<Catalogue, Map<Lack, Feature[]>>();

function buildIndex({ features }: Catalogue): Map<Lack, Feature[]> {
  const index = new Map<Lack, Feature[]>();
  for (const feature of features) {
    for (const lack of new Set(currentEntry(feature).missing.map(lackOf))) {
      const others = index.get(lack);
      if (others) others.push(feature);
      else index.set(lack, [feature]);
    }
  }
  return index;
}

/** Returns the written requirement that is missing, or the document's words if they name none. */
export const lackOf = ({ as, requirement }: Missing): Lack => requirement ?? as;

/** Returns the words for something missing. Words that name no requirement are the policy's own, so they are quoted. */
export const lackRuns = ({ as, requirement }: Missing): Run[] =>
  requirement ? runs(as) : [...runs('“'), ...runs(as), ...runs('”')];

/** Returns the same words as text, without backticks. */
export const lackText = (missing: Missing): string =>
  lackRuns(missing)
    .map(({ text }) => text)
    .join('');

/** Returns what a feature lacks that no requirement names, joined by commas, without backticks. */
export const unwrittenLacks = (feature: Feature): string =>
  currentEntry(feature)
    .missing.filter(({ requirement }) => !requirement)
    .map(({ as }) => withoutBackticks(as))
    .join(', ');

/**
 * Returns the features that lack a requirement now, or that list the same words for something that no requirement
 * names.
 */
export function featuresLacking(catalogue: Catalogue, lack: Lack): readonly Feature[] {
  const index = indexes.get(catalogue) ?? buildIndex(catalogue);
  indexes.set(catalogue, index);
  return index.get(lack) ?? [];
}

/** Returns the features for which a requirement is waived now. */
export const featuresWaiving = ({ features }: Pick<Catalogue, 'features'>, requirement: Requirement): Feature[] =>
  features.filter((feature) => currentEntry(feature).waived.some((it) => it.requirement === requirement));

/** Returns the features that require it by their tier although evidence says otherwise. */
export const featuresDisputing = ({ features, tiers }: Catalogue, requirement: Requirement): Feature[] =>
  requirement.retired ? [] : features.filter((feature) => standingOf(tiers, feature, requirement) === 'disputed');

/** The most features that are named. Any others are only counted; the requirement's page lists them all. */
const mostNamed = 8;

/** Returns, for each thing that a feature lacks, the other features that lack it and how many more there are. */
export const alsoLacking = (
  catalogue: Catalogue,
  feature: Feature,
): { missing: Missing; named: Feature[]; more: number }[] =>
  currentEntry(feature).missing.map((missing) => {
    const others = featuresLacking(catalogue, lackOf(missing)).filter((other) => other !== feature);
    return { missing, named: others.slice(0, mostNamed), more: Math.max(0, others.length - mostNamed) };
  });

/** Returns the heading for what keeps features from a tier, in the document's words. */
export const missingHead = (above: Pick<Tier, 'label'>): string => `Missing ${above.label} Requirements`;

/** Returns the same heading in the site's own words. */
export const unmetHead = (above: Pick<Tier, 'label'>): string => `Unmet ${above.label} requirements`;

/**
 * Returns the label before what keeps a feature from a tier. Words that name no requirement may describe an obstacle,
 * so they are not called "unmet".
 */
export const missingFor = (above: Pick<Tier, 'label'>, missing: readonly { requirement?: unknown }[]): string =>
  missing.some(({ requirement }) => requirement) ? `Unmet for ${above.label}` : `Why not ${above.label}`;
