import { z } from 'astro/zod';
import { address, id, reference, text } from './field.ts';

/** The ids of the columns that every project's tables have; the content may name and order them. */
const builtInColumns = ['category', 'name', 'tier', 'missing'];

const column = z
  .strictObject({
    id: id.meta({
      description: `its id, which features name it by; ${builtInColumns.join(', ')} are those of every project`,
    }),
    label: text.optional().meta({ description: 'its head' }),
    kind: z
      .enum(['text', 'yes/no', 'date', 'version'])
      .optional()
      .meta({ description: 'what its cells hold; without it, text with Markdown within the line' }),
    shown: z
      .enum(['tables', 'page'])
      .optional()
      .meta({ description: '"page" where only the page of a feature shows it' }),
    filter: z.boolean().optional().meta({ description: 'true where the filter offers its values' }),
  })
  .superRefine((it, context) => {
    const fail = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
    if (!builtInColumns.includes(it.id)) {
      if (it.label === undefined) fail([], `the column "${it.id}" has no head; write "label:" and its words`);
      if (/^(?:q|sort|ref|_gl|utm_.*|\w+clid|mc_[ce]id)$/.test(it.id))
        fail(['id'], `"${it.id}" means something else in addresses; write another id`);
      return;
    }
    for (const key of ['kind', 'shown', 'filter'] as const)
      if (it[key] !== undefined) fail([key], `"${it.id}" is a column of every project; delete "${key}"`);
  });

const commandLine = z.strictObject({
  program: text.meta({ description: 'the command that takes the flags of "use"' }),
  listSeparator: text.optional().meta({
    description: 'what stands between values where one flag takes several; without it, each flag stands on its own',
  }),
});

const answer = z.strictObject({
  label: text.meta({ description: 'what a reader asks, in a word or two, like "Security fixes"' }),
  requirement: reference
    .optional()
    .meta({ description: 'the id of the requirement that answers it', ids: 'requirement' }),
  yes: text.optional().meta({ description: 'the answer in a word where the tier requires it' }),
  no: text.optional().meta({ description: 'the answer in a word where the tier does not require it' }),
  maintainers: z
    .literal(true)
    .optional()
    .meta({ description: 'true where the names of the maintainers answer it too' }),
  detail: text.optional().meta({ description: 'the label of the detail that answers it, instead of a requirement' }),
});

/** `site.yaml`: what the whole site is about and where its words come from. */
export const siteSchema = z.strictObject({
  title: text.meta({ description: "the site's name" }),
  project: text.meta({ description: 'the project whose tiers these are' }),
  description: text.meta({ description: 'what a reader finds here, in a sentence or two' }),
  source: address.meta({ description: 'the address of the document that the policy is taken from' }),
  licence: text.meta({ description: 'the licence of the policy text, as an SPDX expression' }),
  repository: address.optional().meta({ description: 'the address of the repository that holds this content' }),
  answers: z.array(answer).default([]).meta({ description: 'what the head of a feature’s page answers, in order' }),
  searchFor: z.array(text).default([]).meta({ description: 'words that the search field gives as examples' }),
  document: id
    .refine((it) => it !== 'index', 'index.md is the first page in Markdown; write another name')
    .default('stability-tiers')
    .meta({ description: 'the name of the whole document as a Markdown file, without ".md"' }),
  columns: z.array(column).default([]).meta({
    description:
      'the columns of the tables; where "name" is among them, just these in their order, otherwise those of every project and these',
  }),
  commandLine: commandLine.optional().meta({ description: 'how the flags of several features are given together' }),
});

export type SiteData = z.infer<typeof siteSchema>;
