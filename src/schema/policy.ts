import { z } from 'astro/zod';
import { anchor, changes, reference } from './field.ts';

/**
 * The frontmatter of `policy/document.mdx`; the body is the whole document, with components where the site fills in.
 */
export const policySchema = z.strictObject({
  rows: z
    .array(reference.meta({ description: 'the id of a feature', ids: 'feature' }))
    .default([])
    .meta({
      description:
        'the ids of features in the order of their rows; those that are not listed follow their category, by id',
    }),
  changes,
  formerAnchors: z.record(anchor, anchor).default({}).meta({
    description: 'anchors that headings had before, each with the anchor of a heading that links to it arrive at',
  }),
});

export type PolicyData = z.infer<typeof policySchema>;
