import { z } from 'astro/zod';
import { webAddress, changes, day, endsAfterItBegins, id, reference, text } from './field.ts';

/** The frontmatter of `requirements/ID.mdx`. The body is the policy's text; its tier is the one that lists it. */
export const requirementSchema = z
  .strictObject({
    title: text.meta({ description: 'a short title', examples: ['Spare bulb'] }),
    appliesTo: z
      .array(reference.meta({ description: 'the id of a category in categories.yaml', ids: 'category' }))
      .default([])
      .meta({
        description: 'the ids of the categories that it applies to; an empty list means every category',
        examples: [['lamp']],
      }),
    guarantees: z
      .literal('pairs')
      .optional()
      .meta({
        description: '"pairs" if everything that meets it must work with everything in the highest tier',
        examples: ['pairs'],
      }),
    since: day.optional().meta({
      description: 'the first day on which it applies, as YYYY-MM-DD, like 2024-05-31',
      examples: ['2023-11-05'],
    }),
    retired: z
      .strictObject({
        date: day.meta({
          description: 'the first day on which it no longer applies, as YYYY-MM-DD, like 2024-05-31',
          examples: ['2024-05-31'],
        }),
        source: webAddress.meta({
          description: 'the address of the pull request or commit that retired it',
          examples: ['https://git.example/lantern/support/pull/7'],
        }),
        reason: text.meta({ description: 'why, in a sentence', examples: ['Every lamp has two bulbs now.'] }),
        successor: reference.optional().meta({
          description: 'the id of the requirement that replaces it',
          examples: ['night-watch'],
          ids: 'requirement',
        }),
      })
      .optional()
      .meta({
        description: 'when and why it was retired; keep it in the list of its tier: the pages leave it out',
      }),
    changes,
    formerIds: z
      .array(id)
      .default([])
      .meta({ description: 'the ids it had before; their addresses redirect here', examples: [['bulb']] }),
  })
  .superRefine(endsAfterItBegins);

export type RequirementData = z.infer<typeof requirementSchema>;
