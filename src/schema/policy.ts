import { z } from 'astro/zod';
import { formerAnchors, text } from './field.ts';

/** The parts of the policy that belong to no tier, in the order in which they are read. */
export const policyParts = ['introduction', 'status', 'details'] as const;
export type PolicyPart = (typeof policyParts)[number];

/** The frontmatter of `policy/PART.mdx`; the body is the prose below that heading. */
export const policySchema = z.strictObject({
  title: text.meta({ description: 'the heading above this prose' }),
  formerAnchors,
});

export type PolicyData = z.infer<typeof policySchema>;
