import { z } from 'astro/zod';
import { address, reference, text } from './field.ts';

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
  commandLine: commandLine.optional().meta({ description: 'how the flags of several features are given together' }),
});

export type SiteData = z.infer<typeof siteSchema>;
