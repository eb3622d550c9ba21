import { errors } from './errors.ts';
import type { Catalogue, Feature } from '../catalogue/catalogue.ts';
import { currentEntry } from '../history.ts';
import { current, type Observation, type Rule, type Scope } from './rule.ts';
import { isJudged } from '../policy-events.ts';
import { warnings } from './warnings.ts';

/** The ids that an entry's `accepted` can name. */
export const acceptable: readonly string[] = warnings.map(({ id }) => id);

/** An acceptance outlives the change that it was written for, unless somebody is told. */
export const needlessAcceptance: Rule = {
  id: 'needless-acceptance',
  sentence: 'An acceptance answers a warning.',
  *find(feature, scope) {
    const { tiers, endedTiers } = scope;
    const everything = [...tiers, ...endedTiers].flatMap((it) => [it, ...it.requirements, ...it.retired]);
    // A change of the policy ends warnings of older entries, whose acceptances stay.
    if (!isJudged(currentEntry(feature), ...everything)) return;
    for (const [index, { rule }] of currentEntry(feature).accepted.entries()) {
      const found = warnings.find(({ id }) => id === rule)?.find(feature, scope) ?? [];
      if ([...found].length === 0)
        yield { path: current('accepted', index), says: `it accepts "${rule}", and there is no such warning` };
    }
  },
};

/** A place where a feature's status and the policy disagree. */
export interface Warning extends Observation {
  feature: Feature;
  rule: Rule;
  /** Why it is accepted, in the words of the content; undefined where nobody did. */
  accepted: string | undefined;
}

/** What can never be, in one feature. */
export const errorsIn = (feature: Feature, scope: Scope): Observation[] =>
  errors.flatMap((rule) => [...rule.find(feature, scope)]);

/** Every warning, feature by feature in the order of the catalogue. */
export const everyWarning = (catalogue: Catalogue): Warning[] =>
  catalogue.features.flatMap((feature) => warningsIn(feature, catalogue));

/** The warnings of one feature. */
export const warningsIn = (feature: Feature, scope: Scope): Warning[] =>
  [...warnings, needlessAcceptance].flatMap((rule) => {
    const accepted = currentEntry(feature).accepted.find((it) => it.rule === rule.id)?.reason;
    return [...rule.find(feature, scope)].map((observation) => ({ ...observation, feature, rule, accepted }));
  });
