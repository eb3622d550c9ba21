import { z } from 'astro/zod';
import { formerAnchors, reference, text } from './field.ts';

/** The frontmatter of `tiers/ID.mdx`; the body is the tier's prose, with `<Requirements />` where its list stands. */
export const tierSchema = z.strictObject({
  level: z.int().min(1).meta({ description: 'the number of the tier; 1 is the highest' }),
  title: text.meta({ description: 'what the tier means, in the few words of its heading' }),
  summary: text.optional().meta({
    description: 'what can be relied on in it, in one plain sentence that says no more than the policy does',
  }),
  requirements: z
    .array(reference.meta({ description: 'the id of a requirement', ids: 'requirement' }))
    .default([])
    .meta({ description: 'the ids of its requirements, in their order' }),
  formerAnchors,
});

export type TierData = z.infer<typeof tierSchema>;
