import { z } from 'astro/zod';
import { day } from './field.ts';
import { feature, level, missing } from './published-feature.ts';

/** What a change does to a feature; `confirmed` leaves its tier and what it lacks as they were. */
export const changeKinds = ['added', 'promoted', 'demoted', 'requirements-changed', 'confirmed', 'removed', 'returned'] as const;

const url = z.url();
const words = z.string();
const markdown = z.string().meta({ description: "Markdown; a link that begins with / leads below the site's address" });
const strings = z.array(words);

const tier = z.object({
  level,
  id: words,
  title: words,
  url,
  requirements: strings.meta({ description: 'the ids of its own requirements, in their order' }),
  opening: markdown.meta({ description: 'its prose before the list of requirements, in Markdown' }),
  closing: markdown.meta({ description: 'its prose after that list, in Markdown' }),
}).meta({ id: 'tier' });

const requirement = z.object({
  id: words,
  title: words,
  tier: level.meta({ description: 'the level of the tier that lists it' }),
  appliesTo: strings.meta({ description: 'the ids of the categories that it applies to' }),
  url,
  words: markdown.meta({ description: "the policy's own words, in Markdown" }),
  formerIds: strings.meta({ description: 'ids it had before; addresses under them lead here' }),
}).meta({ id: 'requirement' });

const category = z.object({
  id: words,
  name: words,
  plural: words,
  description: words,
  platform: z.boolean().meta({ description: 'whether its features are what the others run on' }),
  emphasis: z.boolean().meta({ description: 'whether the document sets its name in italics' }),
  url,
  formerIds: strings.meta({ description: 'ids it had before; addresses under them lead here' }),
}).meta({ id: 'category' });

const section = z.object({ id: words, title: words, words: markdown }).meta({ id: 'section' });

const change = z.object({
  id: words.meta({ description: 'never changes, and belongs to no other change' }),
  date: day,
  kind: z.enum(changeKinds),
  feature: words.meta({ description: 'the id of the feature' }),
  name: words,
  from: level.nullable().meta({ description: 'the tier before; null where there was none' }),
  to: level.nullable().meta({ description: 'the tier after; null where it was removed' }),
  missing: z.array(missing).meta({ description: 'what it lacks from that day on' }),
  sentence: words.meta({ description: 'the change in plain words' }),
  note: words,
  source: url,
  url: url.meta({ description: 'the change on the page of changes' }),
}).meta({ id: 'change' });

const index = z.object({
  $schema: url,
  version: words.meta({ description: 'of the shape of these files: MAJOR.MINOR.PATCH' }),
  title: words,
  project: words,
  description: words,
  url: url.meta({ description: 'the first page of the site' }),
  source: url.meta({ description: 'the document that the policy is taken from' }),
  repository: url.nullable(),
  licence: words.meta({ description: 'an SPDX expression' }),
  updated: day.nullable().meta({ description: 'the day of the newest change of a status' }),
  commit: words.nullable().meta({ description: 'the commit of the content, where the build was told it' }),
  files: z.array(z.object({ name: words, url, description: words })),
}).meta({ id: 'indexFile' });

const list = <Key extends string, Item extends z.ZodType>(key: Key, item: Item) =>
  z.object({ $schema: url, [key]: z.array(item) } as { $schema: typeof url } & Record<Key, z.ZodArray<Item>>).meta({ id: `${key}File` });

/** The shape of every published JSON file, by its name. */
export const published = {
  index,
  features: list('features', feature),
  feature: z.object({ $schema: url, ...feature.shape }).meta({ id: 'featureFile' }),
  tiers: list('tiers', tier),
  requirements: list('requirements', requirement),
  categories: list('categories', category),
  policy: list('policy', section),
  changes: list('changes', change),
};

export type PublishedTier = z.infer<typeof tier>;
export type PublishedRequirement = z.infer<typeof requirement>;
export type PublishedCategory = z.infer<typeof category>;
export type PublishedSection = z.infer<typeof section>;
export type PublishedChange = z.infer<typeof change>;
export type PublishedIndex = z.infer<typeof index>;
