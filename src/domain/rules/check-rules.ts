import { errorRules } from './error-rules.ts';
import type { Catalogue, Feature } from '../catalogue/catalogue.ts';
import { currentEntry } from '../history.ts';
import { pathInStatus, type Violation, type Rule, type Scope } from './rule.ts';
import { isNewerThan } from '../policy-events.ts';
import { warningRules, writtenRequirement } from './warning-rules.ts';

/** The rule ids that an entry's `accepted` can name. */
export const acceptableRuleIds: readonly string[] = warningRules.map(({ id }) => id);

/** Reports accepted warnings that no longer occur. */
export const needlesslyAccepted: Rule = {
  id: 'needless-acceptance',
  sentence: 'An acceptance answers a warning.',
  *find(feature, scope) {
    const { tiers, retiredTiers } = scope;
    const everything = [...tiers, ...retiredTiers].flatMap((it) => [it, ...it.requirements, ...it.retiredRequirements]);
    // A change of the policy silences the warnings of older entries; their acceptances stay.
    if (!isNewerThan(currentEntry(feature), ...everything)) return;
    for (const [index, { rule }] of currentEntry(feature).accepted.entries()) {
      const found = warningRules.find(({ id }) => id === rule)?.find(feature, scope) ?? [];
      if ([...found].length === 0)
        yield { path: pathInStatus('accepted', index), says: `it accepts "${rule}", but there is no such warning` };
    }
  },
};

/** A disagreement between a feature's status and the policy. */
export interface Warning extends Violation {
  feature: Feature;
  rule: Rule;
  /** The reason for accepting it, from the content; undefined if it is not accepted. */
  accepted: string | undefined;
}

/** Returns the errors in one feature. */
export const errorsIn = (feature: Feature, scope: Scope): Violation[] =>
  errorRules.flatMap((rule) => [...rule.find(feature, scope)]);

/** Returns every warning, in the order of the features in the catalogue. */
export const everyWarning = (catalogue: Catalogue): Warning[] =>
  catalogue.features.flatMap((feature) => warningsIn(feature, catalogue));

/**
 * Returns what readers of a feature's page must know: where its status and the policy differ. Missing items without a
 * written requirement are listed elsewhere on the page, so they are here only if they are accepted.
 */
export const differencesIn = (feature: Feature, scope: Scope): Warning[] =>
  warningsIn(feature, scope).filter(
    ({ rule, accepted }) => rule.isForReaders && (rule.id !== writtenRequirement || accepted !== undefined),
  );

/** Returns the warnings of one feature. */
export const warningsIn = (feature: Feature, scope: Scope): Warning[] =>
  [...warningRules, needlesslyAccepted].flatMap((rule) => {
    const accepted = currentEntry(feature).accepted.find((it) => it.rule === rule.id)?.reason;
    return [...rule.find(feature, scope)].map((observation) => ({ ...observation, feature, rule, accepted }));
  });
