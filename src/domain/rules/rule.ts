import type { Catalogue, Feature, Missing, Requirement } from '../catalogue/catalogue.ts';
import { oneLine, plain } from '../words.ts';

/** What a rule looks at: features whose references are resolved as far as they can be. */
export type Scope = Pick<Catalogue, 'tiers' | 'endedTiers' | 'features'>;

/** Something that a rule found in a feature's data. */
export interface Observation {
  /** Leads to it in the data of the feature's file. */
  path: (string | number)[];
  /** A sentence without its full stop; of an error, also what to write instead. */
  says: string;
  /** The written requirement that it touches; its words are the policy's own. */
  requirement?: Requirement;
}

/** One thing that follows from having tiers at all, whatever the policy of a project says beyond that. */
export interface Rule {
  id: string;
  /** What is taken for granted, as a sentence. */
  sentence: string;
  find: (feature: Feature, scope: Scope) => Iterable<Observation>;
}

/** The path to something in the newest entry, which is the status. */
export const current = (...path: (string | number)[]): (string | number)[] => ['history', 0, ...path];

/** The document's words for something missing, as a sentence quotes them. */
export const quoted = (missing: Missing): string => `"${oneLine(plain(missing.as))}"`;
