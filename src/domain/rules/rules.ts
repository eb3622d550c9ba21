import { breaches } from './errors.ts';
import type { Catalogue, Feature } from '../catalogue/catalogue.ts';
import { currentEntry } from '../history.ts';
import { current, type Observation, type Rule, type Scope } from './rule.ts';
import { tensions } from './warnings.ts';

/** The ids that an entry's `accepted` can name. */
export const acceptable: readonly string[] = tensions.map(({ id }) => id);

/** An acceptance outlives the change that it was written for, unless somebody is told. */
export const needlessAcceptance: Rule = {
  id: 'needless-acceptance',
  sentence: 'An acceptance answers a note.',
  *find(feature, scope) {
    for (const [index, { rule }] of currentEntry(feature).accepted.entries()) {
      const found = tensions.find(({ id }) => id === rule)?.find(feature, scope) ?? [];
      if ([...found].length === 0)
        yield { path: current('accepted', index), says: `it accepts "${rule}", and there is no such note` };
    }
  },
};

/** A tension between a feature's status and the policy. */
export interface Note extends Observation {
  feature: Feature;
  rule: Rule;
  /** Why it is accepted, in the words of the content; undefined where nobody did. */
  accepted: string | undefined;
}

/** What can never be, feature by feature. */
export const breachesOf = (feature: Feature, scope: Scope): Observation[] =>
  breaches.flatMap((rule) => [...rule.find(feature, scope)]);

/** Every tension in the content, feature by feature in the order of the catalogue. */
export const lint = (catalogue: Catalogue): Note[] =>
  catalogue.features.flatMap((feature) => notesOn(feature, catalogue));

/** The tensions of one feature. */
export const notesOn = (feature: Feature, scope: Scope): Note[] =>
  [...tensions, needlessAcceptance].flatMap((rule) => {
    const accepted = currentEntry(feature).accepted.find((it) => it.rule === rule.id)?.reason;
    return [...rule.find(feature, scope)].map((observation) => ({ ...observation, feature, rule, accepted }));
  });
