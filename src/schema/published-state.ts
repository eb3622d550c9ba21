import { z } from 'astro/zod';
import { category, change, entry, feature, index, policyChange, requirement, section, tier } from './api.ts';

// A build of an older version may lack fields. Fields that identify an item are required; fields that sentences need
// have neutral defaults; the others are optional and are not compared when absent.

const { missing } = entry.shape;
const pastMissing = z.array(missing.element.extend({ written: missing.element.shape.written.default(null) }));

const pastEntry = entry
  .partial()
  .required({ date: true, tier: true, source: true })
  .extend({
    missing: pastMissing.default([]),
    waived: entry.shape.waived.default([]),
    accepted: entry.shape.accepted.default([]),
    successor: entry.shape.successor.default(null),
    note: entry.shape.note.default(''),
  });

const formerIds = z.array(z.string()).default([]);

const pinned = { about: true, contradicts: true } as const;

const pastFeature = feature
  .partial()
  .required({ id: true, name: true, category: true })
  .extend({
    formerIds,
    history: z.array(pastEntry).min(1),
    missing: pastMissing.optional(),
    evidence: z.array(feature.shape.evidence.element.partial(pinned)).optional(),
    details: z.array(feature.shape.details.element.partial(pinned)).optional(),
  });

const pastRequirement = requirement
  .partial()
  .required({ id: true, title: true, tier: true, appliesTo: true })
  .extend({ formerIds });

/** The items in the list files of a built site, written by this version or an older one, by file and list name. */
export const stateItems = {
  features: pastFeature,
  tiers: tier.partial().required({ id: true, level: true, title: true, requirements: true }),
  requirements: pastRequirement,
  categories: category.partial().required({ id: true, name: true }).extend({ formerIds }),
  policy: section.partial().required({ id: true, title: true, words: true }),
  changes: change
    .partial()
    .required({ id: true, date: true, feature: true })
    .extend({ missing: pastMissing.optional() }),
  policyChanges: policyChange.partial({ url: true }),
};

/** The `index.json` of a built site. */
export const stateIndex = index.partial();

type Item<Key extends keyof typeof stateItems> = z.infer<(typeof stateItems)[Key]>;

export type EntryState = z.infer<typeof pastEntry>;
export type FeatureState = Item<'features'>;
export type TierState = Item<'tiers'>;
export type RequirementState = Item<'requirements'>;
export type CategoryState = Item<'categories'>;
export type SectionState = Item<'policy'>;
export type ChangeState = Item<'changes'>;
export type PolicyChangeState = Item<'policyChanges'>;
export type IndexState = z.infer<typeof stateIndex>;

/** The published data of a built site; a list is undefined if an older version did not publish it. */
export interface PublishedState {
  index?: IndexState | undefined;
  features: FeatureState[];
  tiers?: TierState[] | undefined;
  requirements?: RequirementState[] | undefined;
  categories?: CategoryState[] | undefined;
  policy?: SectionState[] | undefined;
  changes?: ChangeState[] | undefined;
  policyChanges?: PolicyChangeState[] | undefined;
}
