import type { SiteData } from '../schema/site.ts';
import type { Feature, Requirement } from './catalogue/catalogue.ts';

/** A claim with its proof, and the number by which the page refers to it. */
export interface Source {
  number: number;
  says: string;
  urls: string[];
  /** The id of a requirement, "introduced", or a key of `use`. */
  about: string | undefined;
  /** The id of a requirement. */
  contradicts: string | undefined;
}

/**
 * Returns everything with a proof on a feature's page, numbered as a reader meets it in the answer panel: the warning,
 * the default, the questions of site.yaml, the first release; then the rest in the order of the file.
 */
export function sourcesOf({ answers }: Pick<SiteData, 'answers'>, { warning, details, evidence }: Feature): Source[] {
  const panel = ['default', ...answers.map(({ requirement, detail }) => requirement ?? detail), 'introduced'];
  const claims = [
    ...details.map(({ label, value, ...rest }) => ({ label, says: `${label}: ${value}`, ...rest })),
    ...evidence.map((it) => ({ label: undefined, ...it })),
  ].filter(({ url }) => url !== undefined);
  const rank = ({ label, about }: (typeof claims)[number]): number => {
    const index = panel.findIndex((it) => it !== undefined && (it === about || it === label));
    return index === -1 ? panel.length : index;
  };
  const ofWarning = claims.filter(({ url }) => url === warning?.url);
  const others = claims.filter(({ url }) => url !== warning?.url).toSorted((a, b) => rank(a) - rank(b));
  const alone = warning && { also: [], about: undefined, contradicts: undefined, ...warning };
  const first = alone && ofWarning.length === 0 ? [alone] : ofWarning;
  return [...first, ...others].map(({ says, url, also, about, contradicts }, index) => ({
    number: index + 1,
    says,
    urls: url === undefined ? also : [url, ...also],
    about,
    contradicts,
  }));
}

/** Whether a detail or a piece of evidence says that the feature does not meet a requirement. */
export const isContradicted = (
  { details, evidence }: Pick<Feature, 'details' | 'evidence'>,
  { id }: Pick<Requirement, 'id'>,
): boolean => [...details, ...evidence].some(({ contradicts }) => contradicts === id);

/** Returns the sources about a requirement, also those that contradict it, or about another key. */
export const sourcesAbout = (sources: readonly Source[], key: string): Source[] =>
  sources.filter(({ about, contradicts }) => about === key || contradicts === key);
