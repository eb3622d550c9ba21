import { z } from 'astro/zod';
import { address, changes, day, id, reference, text } from './field.ts';

/** The frontmatter of `requirements/ID.mdx`; the body is the policy's own words. The tier that lists it owns it. */
export const requirementSchema = z.strictObject({
  title: text.meta({ description: 'a short label for it' }),
  appliesTo: z
    .array(reference.meta({ description: 'the id of a category in categories.yaml', ids: 'category' }))
    .default([])
    .meta({ description: 'the ids of the categories it applies to; none means every one' }),
  guarantees: z.literal('pairs').optional().meta({
    description: '"pairs" where the words ask of whatever meets them that it works with everything in the highest tier',
  }),
  since: day.optional().meta({ description: 'the day from which on it holds, as YYYY-MM-DD, like 2024-05-31' }),
  retired: z
    .strictObject({
      date: day.meta({ description: 'the day from which on it no longer holds, as YYYY-MM-DD, like 2024-05-31' }),
      source: address.meta({ description: 'the address of the pull request or commit that retired it' }),
      reason: text.meta({ description: 'why, in a sentence' }),
      successor: reference
        .optional()
        .meta({ description: 'the id of the requirement that took its place', ids: 'requirement' }),
    })
    .optional()
    .meta({
      description: 'since when it no longer holds; its tier keeps it in its list, and the pages leave it out there',
    }),
  changes,
  formerIds: z.array(id).default([]).meta({ description: 'ids it had before; addresses under them redirect here' }),
});

export type RequirementData = z.infer<typeof requirementSchema>;
