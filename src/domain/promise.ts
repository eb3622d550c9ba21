import type { Catalogue, Feature, Requirement, Tier } from './catalogue/catalogue.ts';
import { isContradicted } from './evidence.ts';
import { currentEntry } from './history.ts';
import { tierAbove } from './tier.ts';
import { plain } from './words.ts';

/**
 * What a requirement is to a feature today, exactly one of these; each with the words of a legend. Signs:
 * styles/standings.css.
 */
export const standings = {
  /** Nothing says that it lacks it. */
  promised: 'required by its tier or one below',
  /** Its tier requires it all the same. */
  disputed: 'required, but evidence says otherwise',
  /** Whichever tier asks for it. */
  missing: 'unmet: listed as missing',
  /** By a recorded decision. */
  waived: 'waived: need not be met',
  /** It is asked of other categories only. */
  inapplicable: 'not applicable to its category',
  /** Met perhaps, required by nobody. */
  open: 'required by the next tier, not listed as missing',
  /** Nobody assessed it. */
  beyond: 'beyond the next tier, so not assessed',
} as const;

export type Standing = keyof typeof standings;

/** How a requirement stands for a feature; of a removed feature nothing is required. */
export function standingOf(tiers: readonly Tier[], feature: Feature, requirement: Requirement): Standing {
  const { tier, missing, waived } = currentEntry(feature);
  if (missing.some((it) => it.requirement === requirement)) return 'missing';
  if (waived.some((it) => it.requirement === requirement)) return 'waived';
  if (!requirement.appliesTo.includes(feature.category)) return 'inapplicable';
  if (!tier) return 'beyond';
  // A tier requires everything that the tiers below it require.
  if (requirement.tier.level >= tier.level) return isContradicted(feature, requirement) ? 'disputed' : 'promised';
  return requirement.tier === tierAbove(tiers, tier) ? 'open' : 'beyond';
}

/** What a reader may rely on, and what not. */
export interface Promises {
  /** What its tier and those below require, and nothing says that it lacks: its own tier's first. */
  promised: Requirement[];
  /** What they require as well, but it lacks, need not meet, or is said not to meet. */
  excepted: Requirement[];
  /** What only higher tiers require: the next one's first. */
  unpromised: Requirement[];
}

/** What a feature's tier requires of it and what it does not; all empty once it is removed. */
export function promisesOf({ tiers }: Pick<Catalogue, 'tiers'>, feature: Feature): Promises {
  const { tier } = currentEntry(feature);
  if (!tier) return { promised: [], excepted: [], unpromised: [] };
  const own = tiers.filter(({ level }) => level >= tier.level).flatMap((it) => it.requirements);
  const higher = tiers
    .filter(({ level }) => level < tier.level)
    .toReversed()
    .flatMap((it) => it.requirements);
  const stands =
    (...these: Standing[]) =>
    (it: Requirement) =>
      these.includes(standingOf(tiers, feature, it));
  return {
    promised: own.filter(stands('promised')),
    excepted: own.filter(stands('missing', 'waived', 'disputed')),
    unpromised: higher.filter((it) => !stands('inapplicable')(it)),
  };
}

/** Why a requirement stands for a feature as it does, in a few words that need no table around them. */
export function standingWords(tiers: readonly Tier[], feature: Feature, requirement: Requirement): string {
  const { tier, missing, waived } = currentEntry(feature);
  const words: Record<Standing, () => string> = {
    promised: () => `required by ${tier ? tier.label : ''}`,
    disputed: () => `required by ${tier ? tier.label : ''}, but evidence says otherwise`,
    missing: () =>
      `unmet: “${missing
        .filter((it) => it.requirement === requirement)
        .map(({ as }) => plain(as))
        .join(', ')}”`,
    waived: () => `waived: ${waived.find((it) => it.requirement === requirement)?.reason}`,
    inapplicable: () => `not applicable to ${feature.category.plural}`,
    open: () => `required by ${requirement.tier.label}, not listed as missing`,
    beyond: () => standings.beyond,
  };
  return words[standingOf(tiers, feature, requirement)]();
}
