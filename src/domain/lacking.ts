import type { Catalogue, Feature, Missing, Requirement } from './catalogue/catalogue.ts';
import { currentEntry } from './history.ts';
import { runs, type Run } from './words.ts';

type Lack = Requirement | Missing['as'];

/** What every page asks, answered from one walk over the features. */
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

/** What is lacking: the written requirement, or the document's words where no written one says so. */
export const lackOf = ({ as, requirement }: Missing): Lack => requirement ?? as;

/**
 * What is lacking, as a page says it. Words that name no requirement may say what is in the way, so they are quoted as
 * the policy's.
 */
export const lackRuns = ({ as, requirement }: Missing): Run[] =>
  requirement ? runs(as) : [...runs('what the policy calls “'), ...runs(as), ...runs('”')];

/** The same without the marks of code. */
export const lackText = (missing: Missing): string =>
  lackRuns(missing)
    .map(({ text }) => text)
    .join('');

/** The features that lack a requirement now, or that are listed with the same words for what no requirement says. */
export function featuresLacking(catalogue: Catalogue, lack: Lack): readonly Feature[] {
  const index = indexes.get(catalogue) ?? buildIndex(catalogue);
  indexes.set(catalogue, index);
  return index.get(lack) ?? [];
}

/** More features than these are counted, not named: their requirement's page has them all. */
const mostNamed = 8;

/** For each thing that a feature lacks, which others lack it too, and how many more there are. */
export const alsoLacking = (
  catalogue: Catalogue,
  feature: Feature,
): { missing: Missing; named: Feature[]; more: number }[] =>
  currentEntry(feature).missing.map((missing) => {
    const others = featuresLacking(catalogue, lackOf(missing)).filter((other) => other !== feature);
    return { missing, named: others.slice(0, mostNamed), more: Math.max(0, others.length - mostNamed) };
  });
