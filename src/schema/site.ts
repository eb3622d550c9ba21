import { z } from 'astro/zod';
import { address, text } from './field.ts';

const commandLine = z.strictObject({
  program: text.meta({ description: 'the command that takes the flags of "use"' }),
  listSeparator: text.optional().meta({
    description: 'what stands between values where one flag takes several; without it, each flag stands on its own',
  }),
});

/** `site.yaml`: what the whole site is about and where its words come from. */
export const siteSchema = z.strictObject({
  title: text.meta({ description: "the site's name" }),
  project: text.meta({ description: 'the project whose tiers these are' }),
  description: text.meta({ description: 'what a reader finds here, in a sentence or two' }),
  source: address.meta({ description: 'the address of the document that the policy is taken from' }),
  licence: text.meta({ description: 'the licence of the policy text, as an SPDX expression' }),
  repository: address.optional().meta({ description: 'the address of the repository that holds this content' }),
  commandLine: commandLine.optional().meta({ description: 'how the flags of several features are given together' }),
});

export type SiteData = z.infer<typeof siteSchema>;
