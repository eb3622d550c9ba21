import { z } from 'astro/zod';
import { builtInColumns, isBuiltInColumn, isReservedInAddresses } from './column-ids.ts';
import { webAddress, id, reference, text } from './field.ts';

const column = z
  .strictObject({
    id: id.meta({
      description: `its id, which features use; ${builtInColumns.join(', ')} are the standard columns`,
      examples: ['reach'],
    }),
    label: text
      .optional()
      .meta({ description: 'its heading (required for a column that you add)', examples: ['Reach'] }),
    kind: z
      .enum(['text', 'yes/no', 'date', 'version'])
      .optional()
      .meta({ description: 'what its cells hold; by default, text with inline Markdown', examples: ['version'] }),
    shown: z
      .enum(['tables', 'page'])
      .optional()
      .meta({
        description: '"page" to show it on the pages of features only; by default, it is in the tables too',
        examples: ['page'],
      }),
    filter: z
      .boolean()
      .optional()
      .meta({ description: 'true to let readers filter the tables by its values', examples: [true] }),
  })
  .superRefine((it, context) => {
    const fail = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (!isBuiltInColumn(it.id)) {
      if (it.label === undefined) fail([], `the column "${it.id}" has no label; write "label:" and its heading`);
      if (isReservedInAddresses(it.id)) fail(['id'], `"${it.id}" is reserved in addresses; write another id`);
      return;
    }
    for (const key of ['kind', 'shown', 'filter'] as const)
      if (it[key] !== undefined) fail([key], `"${it.id}" is a standard column; delete "${key}"`);
  });

const commandLine = z.strictObject({
  program: text.meta({ description: 'the command that takes the flags of "use"', examples: ['lantern'] }),
  listSeparator: text.optional().meta({
    description: 'the separator between the values of a flag that takes several; leave it out if no flag does',
    examples: [','],
  }),
});

const answer = z.strictObject({
  label: text.meta({ description: 'the question in a word or two, like "Security fixes"', examples: ['Spare parts'] }),
  requirement: reference
    .optional()
    .meta({ description: 'the id of the requirement that answers it', examples: ['spare-bulb'], ids: 'requirement' }),
  yes: text.optional().meta({ description: 'the answer in a word if the tier requires it', examples: ['Kept'] }),
  no: text
    .optional()
    .meta({ description: 'the answer in a word if the tier does not require it', examples: ['Not kept'] }),
  maintainers: z
    .literal(true)
    .optional()
    .meta({ description: 'true if the names of the maintainers answer it too', examples: [true] }),
  detail: text
    .optional()
    .meta({ description: 'the label of the detail that answers it, instead of a requirement', examples: ['Height'] }),
});

/** `site.yaml`: the settings of the whole site. */
export const siteSchema = z.strictObject({
  title: text.meta({ description: "the site's name", examples: ['Support Levels of Lantern'] }),
  project: text.meta({ description: 'the name of the project', examples: ['Lantern'] }),
  description: text.meta({
    description: 'what readers find on the site, in a sentence or two',
    examples: ['What the makers of Lantern, a lighthouse controller, keep working.'],
  }),
  source: webAddress.meta({
    description: 'the address of the document that the policy comes from',
    examples: ['https://lantern.example/support.md'],
  }),
  licence: text.meta({ description: 'the license of the policy text, as an SPDX expression', examples: ['CC0-1.0'] }),
  repository: webAddress.optional().meta({
    description: 'the address of the repository that holds this content',
    examples: ['https://git.example/lantern/support'],
  }),
  answers: z
    .array(answer)
    .default([])
    .meta({ description: 'the questions that the top of each feature page answers, in order' }),
  searchFor: z
    .array(text)
    .default([])
    .meta({ description: 'example words for the search field', examples: [['fog', 'oak']] }),
  document: id
    .refine((it) => it !== 'index', 'index.md is the first page in Markdown; write another name')
    .default('stability-tiers')
    .meta({
      description:
        'the name of the Markdown file that holds the whole document, without ".md" (by default, stability-tiers)',
      examples: ['support'],
    }),
  columns: z.array(column).default([]).meta({
    description: 'the columns of the tables, in order; a list without "name" adds its columns to the standard ones',
  }),
  commandLine: commandLine.optional().meta({ description: 'how readers turn on several features in one command' }),
  feedId: text.optional().meta({
    description:
      'the name in the ids of feeds, by default that of the project; when the project gets a new name, write the old one here, so that no change becomes unread again',
    examples: ['Lantern'],
  }),
});

export type SiteData = z.infer<typeof siteSchema>;
