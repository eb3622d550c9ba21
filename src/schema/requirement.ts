import { z } from 'astro/zod';
import { id, reference, text } from './field.ts';

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
  formerIds: z.array(id).default([]).meta({ description: 'ids it had before; addresses under them redirect here' }),
});

export type RequirementData = z.infer<typeof requirementSchema>;
