import { z } from 'astro/zod';
import { address, text } from './field.ts';

/** `site.yaml`: what the whole site is about and where its words come from. */
export const siteSchema = z.strictObject({
  title: text.meta({ description: "the site's name" }),
  project: text.meta({ description: 'the project whose tiers these are' }),
  description: text.meta({ description: 'what a reader finds here, in a sentence or two' }),
  source: address.meta({ description: 'the address of the document that the policy is taken from' }),
  licence: text.meta({ description: 'the licence of the policy text, as an SPDX expression' }),
  repository: address.optional().meta({ description: 'the address of the repository that holds this content' }),
});

export type SiteData = z.infer<typeof siteSchema>;
