import type { Feature, Requirement } from './catalogue/catalogue.ts';

/** What a page says with a proof, and the number under which it refers to that proof. */
export interface Source {
  number: number;
  says: string;
  urls: string[];
  /** The id of a requirement, "introduced", or a key of `use`. */
  about: string | undefined;
  /** The id of a requirement. */
  contradicts: string | undefined;
}

/** Everything that proves something of a feature, in the order in which it is numbered: its warning's proof first. */
export function sourcesOf({ warning, details, evidence }: Feature): Source[] {
  const claims = [
    ...details.map(({ label, value, ...rest }) => ({ says: `${label}: ${value}`, ...rest })),
    ...evidence,
  ].filter(({ url }) => url !== undefined);
  const told = claims.some(({ url }) => url === warning?.url);
  const first = warning && !told ? [{ also: [], about: undefined, contradicts: undefined, ...warning }] : [];
  return [...first, ...claims].map(({ says, url, also, about, contradicts }, index) => ({
    number: index + 1,
    says,
    urls: url === undefined ? also : [url, ...also],
    about,
    contradicts,
  }));
}

/** Whether something that is recorded of a feature says that it does not meet a requirement. */
export const isContradicted = (
  { details, evidence }: Pick<Feature, 'details' | 'evidence'>,
  { id }: Pick<Requirement, 'id'>,
): boolean => [...details, ...evidence].some(({ contradicts }) => contradicts === id);

/** What is recorded of one thing. */
export const aboutIn = (sources: readonly Source[], about: string): Source[] =>
  sources.filter((source) => source.about === about);
