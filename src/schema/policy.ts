import { z } from 'astro/zod';
import { anchor, changes, reference } from './field.ts';

/** The frontmatter of `policy/document.mdx`. The body is the whole document, with components that the site replaces. */
export const policySchema = z.strictObject({
  rows: z
    .array(reference.meta({ description: 'the id of a feature', ids: 'feature' }))
    .default([])
    .meta({
      description:
        'the ids of features in the order of their rows; features that are not listed come after the listed ones of their category, sorted by id',
      examples: [['red-lamp', 'oak-board']],
    }),
  changes,
  formerAnchors: z
    .record(anchor, anchor)
    .default({})
    .meta({
      description: 'the former anchors of headings, each with the anchor of the heading that replaces it',
      examples: [{ 'the-levels': 'what-the-levels-mean' }],
    }),
});

export type PolicyData = z.infer<typeof policySchema>;
