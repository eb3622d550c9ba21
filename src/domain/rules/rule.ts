import type { Catalogue, Feature, Missing, Requirement } from '../catalogue/catalogue.ts';
import { oneLine, withoutBackticks } from '../text.ts';

/** What a rule can read. References are resolved as far as possible. */
export type Scope = Pick<Catalogue, 'tiers' | 'retiredTiers' | 'features'>;

/** A violation that a rule found in a feature's data. */
export interface Violation {
  /** The path in the data of the feature's file. */
  path: (string | number)[];
  /** A sentence without a full stop; for an error, it also says what to write instead. */
  says: string;
  /** The requirement concerned, whose words a report can quote. */
  requirement?: Requirement;
}

/** A rule that applies to every policy with tiers. */
export interface Rule {
  id: string;
  /** The rule as a sentence. */
  sentence: string;
  /** True if a violation means that status and policy differ, so that readers must know too, not only editors. */
  isForReaders?: true;
  find: (feature: Feature, scope: Scope) => Iterable<Violation>;
}

/** Returns a path in the newest entry, which is the status. */
export const pathInStatus = (...path: (string | number)[]): (string | number)[] => ['history', 0, ...path];

/** Quotes the document's words for something missing. */
export const quotedMissing = (missing: Missing): string => `"${oneLine(withoutBackticks(missing.as))}"`;
