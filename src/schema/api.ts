import { z } from 'astro/zod';

/** What a change does to a feature; `confirmed` leaves its tier and what it lacks as they were. */
export const changeKinds = [
  'added',
  'promoted',
  'demoted',
  'requirements-changed',
  'confirmed',
  'removed',
  'returned',
  'not-supported',
] as const;

const day = z.iso.date();
const url = z.url();
const words = z.string();
const markdown = z.string().meta({ description: "Markdown; a link that begins with / leads below the site's address" });
const strings = z.array(words);

/** A tier's number, 1 the highest. */
const level = z.int().min(1);

/** Words of the document's tables with what they hold beyond words. */
const written = words.nullable().meta({
  description: 'the same in Markdown, as the tables of the document have it; null where there is no more to it',
});

/** Something lacking for the next higher tier. */
const missing = z
  .object({
    as: words.meta({ description: "the document's own words for what is missing" }),
    requirement: words.nullable().meta({ description: 'the id of the written requirement that they name' }),
    written,
  })
  .meta({ id: 'missing' });

const waiver = z.object({ requirement: words, reason: words, source: url }).meta({ id: 'waiver' });

const acceptance = z.object({ rule: words, reason: words }).meta({ id: 'acceptance' });

const formerAnchors = strings.meta({ description: 'anchors that its headings and items had before' });

export const entry = z
  .object({
    date: day.meta({ description: 'the day from which on this status holds' }),
    tier: level.nullable().meta({ description: 'null where the feature was removed, or is not supported' }),
    removed: z.boolean(),
    missing: z.array(missing),
    waived: z.array(waiver).meta({ description: 'requirements that it need not meet' }),
    successor: words.nullable().meta({ description: 'the id of the feature that took its place' }),
    source: url.meta({ description: 'the decision' }),
    note: words,
    accepted: z.array(acceptance).meta({ description: 'warnings that are accepted, each with why' }),
    supported: z.boolean().meta({ description: 'false where it is tracked as not supported, in no tier' }),
    release: words.nullable().meta({ description: 'the first release of the project that has this status' }),
  })
  .meta({ id: 'entry', description: 'a status of a feature, and since when it holds' });

const use = z.object({ default: z.enum(['on', 'off']), api: words, cli: words, cApi: words, cargo: words });

/** What proves a claim, and what that says beyond it. */
const pinned = {
  also: z.array(url),
  about: words.nullable().meta({
    description: 'what it is about: the id of a requirement, "introduced", or a key of "use"; null for most',
  }),
  contradicts: words.nullable().meta({
    description: 'the id of a requirement of its tier that cannot be met if this is so; null for most',
  }),
};

/** A feature as programs fetch it. */
export const feature = z
  .object({
    id: words.meta({ description: 'its id and the end of its address; never given to another feature' }),
    name: words.meta({ description: 'what the document calls it; backticks mark code' }),
    category: words.meta({ description: 'the id of its category' }),
    tier: level.nullable().meta({
      description: 'its tier, 1 the highest; null for a removed feature, and for one that is not supported',
    }),
    removed: z.boolean().meta({ description: 'whether it is no longer tracked' }),
    since: day.meta({ description: 'the day since which it has had this tier, or been removed, without interruption' }),
    missing: z.array(missing).meta({ description: 'what it lacks for the next higher tier' }),
    url: url.meta({ description: 'its page' }),
    description: words.meta({ description: 'what it is, in a sentence' }),
    aliases: strings.meta({ description: 'other words for it' }),
    formerIds: strings.meta({ description: 'ids it had before, the oldest first; addresses under them lead here' }),
    maintainers: strings.meta({ description: 'empty where nobody is named' }),
    links: z.array(z.object({ label: words, url })).meta({ description: 'where to read more' }),
    introduced: z
      .object({ release: words, date: day.nullable() })
      .nullable()
      .meta({ description: 'the first release that had it, and its day; null where that is not known' }),
    use: use.partial().meta({ description: 'how it is switched on; each key only where it is known' }),
    evidence: z
      .array(z.object({ says: words, url, ...pinned }))
      .meta({ description: 'what is known to be true of it, each with what proves it' }),
    note: words.meta({
      description: "the document's note on it, in Markdown; a link that begins with / leads below the site's address",
    }),
    history: z
      .array(entry)
      .min(1)
      .meta({ description: 'every status it had, newest first; the first is its present one' }),
    details: z
      .array(z.object({ label: words, value: words, url: url.nullable(), ...pinned }))
      .meta({ description: 'facts about it, each with what proves it' }),
    order: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: 'its place in the tables of its category; null where its id decides' }),
    warning: z
      .object({ says: words, url })
      .nullable()
      .meta({ description: 'what a reader must know before all else; null for most' }),
    supported: z.boolean().meta({ description: 'false where it is tracked as not supported, in no tier' }),
    tierLabel: words
      .nullable()
      .meta({ description: 'what its tier is called, like "Tier 2" or "Gold"; null where it is in none' }),
    columns: z.record(words, z.union([words, z.boolean()])).meta({
      description:
        "what it says in the columns of the project's own, by their ids, in Markdown within the line; true or false where one asks for yes or no",
    }),
    written,
  })
  .meta({ id: 'feature' });

export const tier = z
  .object({
    level,
    id: words,
    title: words.meta({ description: 'what it means, in a few words; empty where its label says so' }),
    summary: words.nullable().meta({ description: 'what can be relied on in it, in a sentence' }),
    url,
    requirements: strings.meta({ description: 'the ids of its own requirements, in their order' }),
    opening: markdown.meta({ description: 'its prose before the list of requirements, in Markdown' }),
    closing: markdown.meta({ description: 'its prose after that list, in Markdown' }),
    formerAnchors,
    groups: z.array(z.object({ words: markdown.nullable(), requirements: strings })).meta({
      description: 'the same requirements as its list has them; words are null where they stand by themselves',
    }),
    slug: words.meta({ description: 'what addresses, and the filter, name it by' }),
    label: words.meta({ description: 'what it is called, like "Tier 2" or "Gold"' }),
    mark: words.meta({ description: 'its sign, of at most three characters' }),
    heading: markdown.meta({ description: 'its heading in the document' }),
    retired: z
      .object({ date: day, source: url, reason: words })
      .nullable()
      .meta({ description: 'since when there is no such tier; null where there is' }),
  })
  .meta({ id: 'tier' });

export const requirement = z
  .object({
    id: words,
    title: words,
    tier: level.meta({ description: 'the level of the tier that lists it' }),
    appliesTo: strings.meta({ description: 'the ids of the categories that it applies to' }),
    url,
    words: markdown.meta({ description: "the policy's own words, in Markdown" }),
    formerIds: strings.meta({ description: 'ids it had before; addresses under them lead here' }),
    guarantees: z
      .enum(['pairs'])
      .nullable()
      .meta({ description: '"pairs" where what meets it works with everything in the highest tier' }),
    group: words
      .nullable()
      .meta({ description: 'the words of its group in the list of its tier; null where it is in none' }),
    since: day.nullable().meta({ description: 'the day from which on it holds; null where that is not recorded' }),
    retired: z
      .object({ date: day, source: url, reason: words, successor: words.nullable() })
      .nullable()
      .meta({ description: 'since when it no longer holds; null where it does' }),
  })
  .meta({ id: 'requirement' });

export const category = z
  .object({
    id: words,
    name: words,
    plural: words,
    description: words,
    platform: z.boolean().meta({ description: 'whether its features are what the others run on' }),
    emphasis: z.boolean().meta({ description: 'whether the document sets its name in italics' }),
    url,
    formerIds: strings.meta({ description: 'ids it had before; addresses under them lead here' }),
    written,
    label: words.nullable().meta({ description: 'a word for one of them where "name" would puzzle; null elsewhere' }),
  })
  .meta({ id: 'category' });

export const section = z
  .object({
    id: words,
    title: words,
    words: markdown,
    formerAnchors,
    parts: strings.meta({
      description:
        'what stands in it, in its order: "words", further headings, and the tables and tiers that the site fills in',
    }),
  })
  .meta({ id: 'section' });

export const change = z
  .object({
    id: words.meta({ description: 'never changes, and belongs to no other change' }),
    date: day,
    kind: z.enum(changeKinds),
    feature: words.meta({ description: 'the id of the feature' }),
    name: words,
    from: level.nullable().meta({ description: 'the tier before; null where there was none' }),
    to: level.nullable().meta({ description: 'the tier after; null where it was removed, or is not supported' }),
    missing: z.array(missing).meta({ description: 'what it lacks from that day on' }),
    sentence: words.meta({ description: 'the change in plain words' }),
    note: words,
    source: url,
    url: url.meta({ description: 'the change on the page of changes' }),
  })
  .meta({ id: 'change' });

export const policyChange = z
  .object({
    id: words.meta({ description: 'never changes, and belongs to no other change' }),
    date: day,
    kind: z.enum(['requirement-changed', 'requirement-retired', 'tier-changed', 'tier-retired', 'document-changed']),
    subject: words.meta({ description: 'the id of the requirement or tier; "document" for the document' }),
    sentence: words.meta({ description: 'the change in plain words' }),
    note: words,
    source: url,
    url: url.meta({ description: 'the change on the page of changes' }),
  })
  .meta({ id: 'policyChange' });

export const index = z
  .object({
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
    document: words.meta({ description: 'the name of the whole document as a Markdown file, without its ending' }),
    columns: z
      .array(
        z.object({
          id: words,
          label: words.nullable(),
          kind: z.enum(['text', 'yes/no', 'date', 'version']).nullable(),
          shown: z.enum(['tables', 'page']).nullable(),
          filter: z.boolean(),
        }),
      )
      .meta({ description: 'the columns of the tables, as the content names them; null where it says nothing' }),
    commandLine: z
      .object({ program: words, listSeparator: words.nullable() })
      .nullable()
      .meta({ description: 'the command that takes the flags of "use", and what stands between the values of one' }),
    answers: z
      .array(
        z.object({
          label: words,
          requirement: words.nullable(),
          yes: words.nullable(),
          no: words.nullable(),
          maintainers: z.boolean(),
          detail: words.nullable(),
        }),
      )
      .meta({ description: "what the head of a feature's page answers, in order, and by which requirement or detail" }),
    searchFor: strings.meta({ description: 'words that the search field gives as examples' }),
  })
  .meta({ id: 'indexFile' });

const list = <Key extends string, Item extends z.ZodType>(key: Key, item: Item) =>
  z
    .object({ $schema: url, [key]: z.array(item) } as { $schema: typeof url } & Record<Key, z.ZodArray<Item>>)
    .meta({ id: `${key}File` });

/** The shape of every published JSON file, by its name. */
export const published = {
  index,
  features: list('features', feature),
  feature: z.object({ $schema: url, ...feature.shape }).meta({ id: 'featureFile' }),
  tiers: list('tiers', tier),
  requirements: list('requirements', requirement),
  categories: list('categories', category),
  policy: list('policy', section),
  changes: z
    .object({
      $schema: url,
      changes: z.array(change),
      policyChanges: z.array(policyChange).meta({ description: 'recorded changes of the policy itself, newest first' }),
    })
    .meta({ id: 'changesFile' }),
};

export type PublishedFeature = z.infer<typeof feature>;
export type PublishedEntry = z.infer<typeof entry>;
export type PublishedTier = z.infer<typeof tier>;
export type PublishedRequirement = z.infer<typeof requirement>;
export type PublishedCategory = z.infer<typeof category>;
export type PublishedSection = z.infer<typeof section>;
export type PublishedChange = z.infer<typeof change>;
export type PublishedPolicyChange = z.infer<typeof policyChange>;
export type PublishedIndex = z.infer<typeof index>;
