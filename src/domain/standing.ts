import type { Catalogue, Feature, Requirement, Tier } from './catalogue/catalogue.ts';
import { isContradicted } from './evidence.ts';
import { currentEntry } from './history.ts';
import { tierAbove } from './tier.ts';
import { withoutBackticks } from './text.ts';

/**
 * How a requirement applies to a feature today, with the text of the legend; exactly one applies. The signs are in
 * styles/requirement-signs.css.
 */
export const standings = {
  /** Nothing says that the feature lacks it. */
  required: 'required by its tier or one below',
  disputed: 'required, but evidence says otherwise',
  /** Whichever tier requires it. */
  missing: 'unmet: listed as missing',
  waived: 'waived: need not be met',
  inapplicable: 'not applicable to its category',
  /** It may be met, but the feature's tier does not require it. */
  open: 'required by the next tier, not listed as missing',
  beyond: 'beyond the next tier, so not assessed',
} as const;

export type Standing = keyof typeof standings;

/** The standings that do not follow from the tier. */
const exceptions: readonly Standing[] = ['missing', 'waived', 'disputed'];

/** Whether a standing does not follow from the feature's tier, so that a reader must be told. */
export const isException = (standing: Standing): boolean => exceptions.includes(standing);

/** Returns how a requirement applies to a feature; a removed feature has no obligations. */
export function standingOf(tiers: readonly Tier[], feature: Feature, requirement: Requirement): Standing {
  const { tier, missing, waived } = currentEntry(feature);
  if (missing.some((it) => it.requirement === requirement)) return 'missing';
  if (waived.some((it) => it.requirement === requirement)) return 'waived';
  if (!requirement.appliesTo.includes(feature.category)) return 'inapplicable';
  if (!tier) return 'beyond';
  // A tier also requires everything that the tiers below it require.
  if (requirement.tier.level >= tier.level) return isContradicted(feature, requirement) ? 'disputed' : 'required';
  return requirement.tier === tierAbove(tiers, tier) ? 'open' : 'beyond';
}

/** Which requirements a reader can rely on. */
export interface StandingGroups {
  /** Required by its tier or a tier below, and not known to be unmet; its own tier's first. */
  required: Requirement[];
  /** Required in the same way, but evidence says otherwise. */
  disputed: Requirement[];
  /** Required only by higher tiers; the next tier's first. */
  notRequired: Requirement[];
}

/**
 * Sorts the requirements by what a reader can rely on, without those that are missing or waived. All lists are empty
 * for a removed feature.
 */
export function requirementsByStanding({ tiers }: Pick<Catalogue, 'tiers'>, feature: Feature): StandingGroups {
  const { tier } = currentEntry(feature);
  if (!tier) return { required: [], disputed: [], notRequired: [] };
  const own = tiers.filter(({ level }) => level >= tier.level).flatMap((it) => it.requirements);
  const higher = tiers
    .filter(({ level }) => level < tier.level)
    .toReversed()
    .flatMap((it) => it.requirements);
  const hasStanding =
    (...these: Standing[]) =>
    (it: Requirement) =>
      these.includes(standingOf(tiers, feature, it));
  return {
    required: own.filter(hasStanding('required')),
    disputed: own.filter(hasStanding('disputed')),
    notRequired: higher.filter(hasStanding('open', 'beyond')),
  };
}

/** Explains in a few words how a requirement applies to a feature, for use outside a table. */
export function standingWords(tiers: readonly Tier[], feature: Feature, requirement: Requirement): string {
  const { tier, missing, waived } = currentEntry(feature);
  const explanations: Record<Standing, () => string> = {
    required: () => `required by ${tier ? tier.label : ''}`,
    disputed: () => `required by ${tier ? tier.label : ''}, but evidence says otherwise`,
    missing: () =>
      `unmet: “${missing
        .filter((it) => it.requirement === requirement)
        .map(({ as }) => withoutBackticks(as))
        .join(', ')}”`,
    waived: () => `waived: ${waived.find((it) => it.requirement === requirement)?.reason}`,
    inapplicable: () => `not applicable to ${feature.category.plural}`,
    open: () => `required by ${requirement.tier.label}, not listed as missing`,
    beyond: () => standings.beyond,
  };
  return explanations[standingOf(tiers, feature, requirement)]();
}
