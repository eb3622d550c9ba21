import { z } from 'astro/zod';
import { address, changes, day, formerAnchors, id, reference, text } from './field.ts';

const requirement = reference.meta({ description: 'the id of a requirement', ids: 'requirement' });

const group = z.strictObject({
  group: text.meta({ description: "the document's words for the group" }),
  appliesTo: z
    .array(reference.meta({ description: 'the id of a category in categories.yaml', ids: 'category' }))
    .default([])
    .meta({ description: 'the ids of the categories that its requirements apply to; none means every one' }),
  requirements: z.array(requirement).min(1).meta({ description: 'the ids of its requirements, in their order' }),
});

/** What stands in the place of a tier's slug where no tier, or every one, is meant. */
const keptSlugs = ['none', 'all', 'removed'];

const slug = id.refine(
  (it) => !keptSlugs.includes(it),
  `these words are no tier's: ${keptSlugs.join(', ')}; write another slug`,
);

/** The frontmatter of `tiers/ID.mdx`; the body is the tier's prose, with `<Requirements />` where its list stands. */
export const tierSchema = z.strictObject({
  level: z.int().min(1).meta({ description: 'the rank of the tier; 1 is the highest' }),
  slug: slug.optional().meta({
    description: 'what addresses and histories name it by, like gold; without it, its level',
  }),
  label: text
    .optional()
    .meta({ description: 'what it is called everywhere, like Gold; without it, "Tier" and its level' }),
  mark: text
    .refine((it) => [...it].length <= 3, 'a mark has at most three characters; write fewer')
    .optional()
    .meta({
      description: 'its sign of at most three characters; without it, its slug where that is as short, or its level',
    }),
  title: text.optional().meta({ description: 'what the tier means, in the few words of its heading' }),
  heading: text.optional().meta({
    description: 'its heading in the document; without it, its label and its title with a hyphen between',
  }),
  summary: text.optional().meta({
    description: 'what can be relied on in it, in one plain sentence that says no more than the policy does',
  }),
  requirements: z
    .array(z.union([requirement, group]))
    .default([])
    .meta({
      description: 'the ids of its requirements, in their order, or groups of them with the words of the document',
    }),
  retired: z
    .strictObject({
      date: day.meta({ description: 'the day from which on there is no such tier, as YYYY-MM-DD, like 2024-05-31' }),
      source: address.meta({ description: 'the address of the pull request or commit that retired it' }),
      reason: text.meta({ description: 'why, in a sentence' }),
    })
    .optional()
    .meta({ description: 'since when there is no such tier; its number, its page and old entries that name it stay' }),
  changes,
  formerAnchors,
});

export type TierData = z.infer<typeof tierSchema>;
