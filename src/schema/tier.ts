import { z } from 'astro/zod';
import { webAddress, changes, day, endsAfterItBegins, formerAnchors, id, reference, text } from './field.ts';

const requirement = reference.meta({ description: 'the id of a requirement', ids: 'requirement' });

const group = z.strictObject({
  group: text.meta({ description: "the document's words for the group", examples: ['For lamps:'] }),
  appliesTo: z
    .array(reference.meta({ description: 'the id of a category in categories.yaml', ids: 'category' }))
    .default([])
    .meta({
      description: 'the ids of the categories that its requirements apply to; an empty list means every category',
      examples: [['lamp']],
    }),
  requirements: z
    .array(requirement)
    .min(1)
    .meta({ description: 'the ids of its requirements, in order', examples: [['spare-bulb']] }),
});

/** Words used in place of a slug for no tier or for all tiers. */
const reservedSlugs = ['none', 'all', 'removed'];

const slug = id.refine(
  (it) => !reservedSlugs.includes(it),
  `these words are reserved: ${reservedSlugs.join(', ')}; write another slug`,
);

/** The frontmatter of `tiers/ID.mdx`. The body is the tier's prose, with `<Requirements />` in place of its list. */
export const tierSchema = z
  .strictObject({
    level: z
      .int()
      .min(1)
      .meta({ description: 'the rank of the tier; 1 is the highest', examples: [1] }),
    slug: slug.optional().meta({
      description: 'its name in addresses and histories, like gold; by default, its level',
      examples: ['gold'],
    }),
    label: text
      .optional()
      .meta({ description: 'its name on the pages, like Gold; by default, "Tier" and its level', examples: ['Gold'] }),
    mark: text
      .refine((it) => [...it].length <= 3, 'a mark has at most three characters; write fewer')
      .optional()
      .meta({
        description:
          'its sign, of at most three characters; by default, its slug if that is short enough, or its level',
        examples: ['G'],
      }),
    title: text
      .optional()
      .meta({ description: 'what the tier means, in the few words of its heading', examples: ['Kept Lit'] }),
    heading: text.optional().meta({
      description: 'its heading in the document; by default, its label, a hyphen and its title',
      examples: ['Gold: Kept Lit'],
    }),
    summary: text.optional().meta({
      description: 'what readers can rely on, in one plain sentence that promises no more than the policy',
      examples: ['The keepers repair it at night.'],
    }),
    requirements: z
      .array(z.union([requirement, group]))
      .default([])
      .meta({
        description: 'the ids of its requirements, in order, or groups of requirements',
        examples: [['night-watch', 'wiring-plan']],
      }),
    since: day.optional().meta({
      description:
        'the first day on which it exists, as YYYY-MM-DD, like 2024-05-31; a tier that is added later needs it, so that older entries do not mention it',
      examples: ['2023-11-05'],
    }),
    retired: z
      .strictObject({
        date: day.meta({
          description: 'the first day without this tier, as YYYY-MM-DD, like 2024-05-31',
          examples: ['2024-05-31'],
        }),
        source: webAddress.meta({
          description: 'the address of the pull request or commit that retired it',
          examples: ['https://git.example/lantern/support/pull/7'],
        }),
        reason: text.meta({ description: 'why, in a sentence', examples: ['Nothing was left in it.'] }),
      })
      .optional()
      .meta({
        description: 'when and why the tier was retired; its number, its page and old entries that name it stay',
      }),
    changes,
    formerAnchors,
  })
  .superRefine(endsAfterItBegins);

export type TierData = z.infer<typeof tierSchema>;
