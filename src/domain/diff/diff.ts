import type { PublishedEntry, PublishedFeature } from '../../schema/api.ts';
import { brokenAddresses } from './lost-addresses.ts';
import { withLaterIds } from './later-ids.ts';
import { policyChanges, type PolicyChange } from './policy-changes.ts';
import { heirs } from '../catalogue/ids.ts';
import type { Published } from './snapshot.ts';
import { sameWords } from '../words.ts';

/** What is missing, by the words of its cell. */
type Cell = PublishedFeature['missing'][number];

/** What one state of the content says of a feature and another does not. */
export type FeatureChange =
  | { kind: 'added' | 'returned'; feature: PublishedFeature; missing: string[] }
  | { kind: 'removed'; feature: PublishedFeature; from: number; note: string }
  | {
      kind: 'promoted' | 'demoted';
      feature: PublishedFeature;
      from: number;
      to: number;
      met: string[];
      missing: string[];
    }
  | { kind: 'requirements-changed'; feature: PublishedFeature; met: string[]; missing: string[] }
  /** The same words are missing, but they name another requirement than before, or now one or none. */
  | { kind: 'clarified'; feature: PublishedFeature; words: string[] }
  | { kind: 'waivers-changed'; feature: PublishedFeature; added: string[]; ended: string[] }
  | { kind: 'renamed'; feature: PublishedFeature; from: string }
  | { kind: 'recategorised'; feature: PublishedFeature; from: string; to: string }
  | { kind: 'deleted'; feature: PublishedFeature }
  | { kind: 'rewritten'; feature: PublishedFeature; dates: string[] }
  | { kind: 'described'; feature: PublishedFeature; fields: string[] };

/** What a change of the content means; every list is empty for a mere reformatting. */
export interface Difference {
  features: FeatureChange[];
  policy: PolicyChange[];
  /** Paths that lead somewhere in the first state and nowhere in the second. */
  broken: string[];
}

/** Compares two published states of the content. */
export function difference(base: Published, head: Published): Difference {
  const then = withLaterIds(base, head);
  return {
    features: featureChanges(then, head),
    policy: policyChanges(then, head),
    broken: brokenAddresses(base, head),
  };
}

function featureChanges(base: Published, head: Published): FeatureChange[] {
  const { heirOf, before } = heirs(base.features, head.features);
  const changes = head.features.flatMap((now): FeatureChange[] => {
    const then = before.get(now);
    return then ? changesBetween(then, now) : [{ kind: 'added', feature: now, missing: words(now.missing) }];
  });
  const deleted = base.features
    .filter((then) => !heirOf.has(then))
    .map((feature): FeatureChange => ({ kind: 'deleted', feature }));
  return [...changes, ...deleted];
}

const changesBetween = (then: PublishedFeature, now: PublishedFeature): FeatureChange[] => [
  ...nameChange(then, now),
  ...statusChange(then, now),
  ...clarified(then, now),
  ...waiverChange(then, now),
  ...historyChange(then, now),
  ...factsChange(then, now),
];

function nameChange(then: PublishedFeature, feature: PublishedFeature): FeatureChange[] {
  const changes: FeatureChange[] = [];
  if (then.name !== feature.name) changes.push({ kind: 'renamed', feature, from: then.name });
  else if (then.id !== feature.id) changes.push({ kind: 'renamed', feature, from: then.id });
  if (then.category !== feature.category)
    changes.push({ kind: 'recategorised', feature, from: then.category, to: feature.category });
  return changes;
}

function statusChange(then: PublishedFeature, feature: PublishedFeature): FeatureChange[] {
  const met = without(words(then.missing), words(feature.missing));
  const missing = without(words(feature.missing), words(then.missing));
  const [from, to] = [then.tier, feature.tier];
  if (from === to)
    return met.length + missing.length > 0 ? [{ kind: 'requirements-changed', feature, met, missing }] : [];
  if (from === null) return [{ kind: 'returned', feature, missing: words(feature.missing) }];
  if (to === null) return [{ kind: 'removed', feature, from, note: feature.history[0]?.note ?? '' }];
  return [{ kind: to < from ? 'promoted' : 'demoted', feature, from, to, met, missing: words(feature.missing) }];
}

function clarified(then: PublishedFeature, feature: PublishedFeature): FeatureChange[] {
  const other = feature.missing.filter(({ as, requirement }) => {
    const alike = then.missing.filter((it) => it.as === as);
    return alike.length > 0 && !alike.some((it) => it.requirement === requirement);
  });
  return other.length > 0 ? [{ kind: 'clarified', feature, words: words(other) }] : [];
}

function waiverChange(then: PublishedFeature, feature: PublishedFeature): FeatureChange[] {
  const ids = ({ history: [entry] }: PublishedFeature) => entry?.waived.map(({ requirement }) => requirement) ?? [];
  if (feature.tier === null || then.tier === null) return [];
  const [added, ended] = [without(ids(feature), ids(then)), without(ids(then), ids(feature))];
  return added.length + ended.length > 0 ? [{ kind: 'waivers-changed', feature, added, ended }] : [];
}

/** Entries that were published and stand no longer as they were: a history is added to, at its top. */
function historyChange(then: PublishedFeature, feature: PublishedFeature): FeatureChange[] {
  const kept = feature.history.slice(-then.history.length);
  const dates = then.history.filter((entry, index) => decided(entry) !== decided(kept[index])).map(({ date }) => date);
  return dates.length > 0 ? [{ kind: 'rewritten', feature, dates }] : [];
}

/** What an entry decided; notes may be mended later. */
const decided = (entry: PublishedEntry | undefined): string =>
  JSON.stringify(
    entry && [
      entry.date,
      entry.tier,
      entry.missing.map(({ as, requirement }) => [as, requirement]),
      entry.waived.map(({ requirement }) => requirement),
      entry.source,
    ],
  );

const facts = [
  'description',
  'aliases',
  'maintainers',
  'links',
  'introduced',
  'use',
  'evidence',
  'note',
  'details',
] as const;

function factsChange(then: PublishedFeature, feature: PublishedFeature): FeatureChange[] {
  // What an older version did not publish cannot have changed.
  const fields = facts.filter((field) => then[field] !== undefined && !sameWords(then[field], feature[field]));
  return fields.length > 0 ? [{ kind: 'described', feature, fields }] : [];
}

const words = (cells: readonly Cell[]): string[] => cells.map(({ as }) => as);

const without = (list: readonly string[], others: readonly string[]): string[] =>
  list.filter((it) => !others.includes(it));
