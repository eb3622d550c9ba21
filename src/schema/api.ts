import { z } from 'astro/zod';

/** The kinds of change. A `confirmed` status keeps its tier and unmet requirements. */
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
const text = z.string();
const markdown = z
  .string()
  .meta({ description: 'Markdown; links that begin with / are relative to the address of the site' });
const strings = z.array(text);

/** The number of a tier; 1 is the highest. It may shift when a tier is added. */
const level = z.int().min(1);

/** The Markdown source of text in the tables of the document. */
const written = text.nullable().meta({
  description: 'the same text as Markdown, as in the tables of the document; null if it has no markup',
});

/** Something that is missing for the next higher tier. */
const missing = z
  .object({
    as: text.meta({ description: "the document's own words for what is missing" }),
    requirement: text
      .nullable()
      .meta({ description: 'the id of the written requirement that these words name; null if they name none' }),
    written,
  })
  .meta({ id: 'missing' });

const waiver = z.object({ requirement: text, reason: text, source: url }).meta({ id: 'waiver' });

const acceptance = z.object({ rule: text, reason: text }).meta({ id: 'acceptance' });

const formerAnchors = strings.meta({ description: 'former anchors of its headings and items' });

export const entry = z
  .object({
    date: day.meta({ description: 'the first day of this status' }),
    tier: level.nullable().meta({ description: 'null if the feature was removed or is not supported' }),
    removed: z.boolean(),
    missing: z.array(missing),
    waived: z.array(waiver).meta({ description: 'requirements that the feature is exempt from' }),
    successor: text.nullable().meta({ description: 'the id of the feature that replaces it; null if there is none' }),
    source: url.meta({ description: 'the address of the decision' }),
    note: text,
    accepted: z.array(acceptance).meta({ description: 'accepted warnings, each with the reason' }),
    supported: z.boolean().meta({ description: 'false if the feature is listed as not supported, in no tier' }),
    release: text
      .nullable()
      .meta({ description: 'the first release of the project with this status; null if it is not recorded' }),
    tierSlug: text.nullable().meta({ description: 'the slug of the tier; null if the feature was in no tier' }),
  })
  .meta({ id: 'entry', description: 'a status of a feature, from a given day on' });

const onOrOff = z.enum(['on', 'off']);
const use = z.object({ default: onOrOff, api: text, cli: text, cApi: text, cargo: text, cargoDefault: onOrOff });

/** Further sources of a claim, and the field or requirement that it concerns. */
const pinned = {
  also: z.array(url),
  about: text.nullable().meta({
    description: 'what the claim concerns: the id of a requirement, "introduced" or a key of "use"; often null',
  }),
  contradicts: text.nullable().meta({
    description: 'the id of a requirement of its tier that this claim contradicts; usually null',
  }),
};

export const feature = z
  .object({
    id: text.meta({ description: 'the id, also the last part of the address; never reused for another feature' }),
    name: text.meta({ description: 'the name in the document; backticks mark code' }),
    category: text.meta({ description: 'the id of the category' }),
    tier: level.nullable().meta({
      description: 'the number of the tier, 1 is the highest; null if the feature was removed or is not supported',
    }),
    removed: z.boolean().meta({ description: 'true if the feature is no longer tracked' }),
    since: day.meta({
      description: 'the day from which the feature has been in this tier, or removed, without interruption',
    }),
    missing: z.array(missing).meta({ description: 'what is missing for the next higher tier' }),
    url: url.meta({ description: 'the address of its page' }),
    description: text.meta({ description: 'a description in one sentence' }),
    aliases: strings.meta({ description: 'other names, used by the search' }),
    formerIds: strings.meta({ description: 'former ids, the oldest first; their addresses redirect to this feature' }),
    maintainers: strings.meta({ description: 'the maintainers; empty if none is named' }),
    links: z.array(z.object({ label: text, url })).meta({ description: 'further reading' }),
    introduced: z
      .object({ release: text, date: day.nullable() })
      .nullable()
      .meta({ description: 'the first release with the feature, and its date; null if unknown' }),
    use: use.partial().meta({ description: 'how to enable the feature; unknown keys are left out' }),
    evidence: z
      .array(z.object({ says: text, url, ...pinned }))
      .meta({ description: 'claims about the feature, each with its sources' }),
    note: text.meta({
      description:
        "the document's note on the feature, as Markdown; links that begin with / are relative to the address of the site",
    }),
    history: z.array(entry).min(1).meta({ description: 'every status, newest first; the first is the current one' }),
    details: z
      .array(z.object({ label: text, value: text, url: url.nullable(), ...pinned }))
      .meta({ description: 'facts about the feature, each with its sources' }),
    order: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: 'the position in the tables of its category; null if it is sorted by id' }),
    warning: z
      .object({ says: text, url })
      .nullable()
      .meta({ description: 'the most important warning for readers; usually null' }),
    supported: z.boolean().meta({ description: 'false if the feature is listed as not supported, in no tier' }),
    tierLabel: text
      .nullable()
      .meta({ description: 'the label of the tier, such as "Tier 2" or "Gold"; null if the feature is in no tier' }),
    columns: z.record(text, z.union([text, z.boolean()])).meta({
      description:
        "the values of the project's own columns, by column id: inline Markdown, or a boolean for a yes/no column",
    }),
    written,
    tierSlug: text.nullable().meta({
      description: 'the slug of the tier, which stays the same when a tier is added; null if the feature is in no tier',
    }),
  })
  .meta({ id: 'feature' });

export const tier = z
  .object({
    level,
    id: text,
    title: text.meta({ description: 'the meaning in a few words; empty if the label is enough' }),
    summary: text.nullable().meta({ description: 'what users can rely on in this tier, in one sentence' }),
    url,
    requirements: strings.meta({ description: 'the ids of its own requirements, in the order of the policy' }),
    opening: markdown.meta({ description: 'the prose before the list of requirements, as Markdown' }),
    closing: markdown.meta({ description: 'the prose after the list of requirements, as Markdown' }),
    formerAnchors,
    groups: z.array(z.object({ words: markdown.nullable(), requirements: strings })).meta({
      description: 'the same requirements in their groups; words is null for requirements outside a group',
    }),
    slug: text.meta({ description: 'the name of the tier in addresses and in the filter' }),
    label: text.meta({ description: 'the label, such as "Tier 2" or "Gold"' }),
    mark: text.meta({ description: 'the sign of the tier, at most three characters' }),
    heading: markdown.meta({ description: 'the heading in the document' }),
    retired: z
      .object({ date: day, source: url, reason: text })
      .nullable()
      .meta({ description: 'when and why the tier was retired; null if it is in use' }),
    since: day.nullable().meta({ description: 'the first day of the tier; null if that is not recorded' }),
  })
  .meta({ id: 'tier' });

export const requirement = z
  .object({
    id: text,
    title: text,
    tier: level.meta({ description: 'the number of the tier that lists it' }),
    appliesTo: strings.meta({ description: 'the ids of the categories that it applies to' }),
    url,
    words: markdown.meta({ description: "the policy's own words, in Markdown" }),
    formerIds: strings.meta({ description: 'former ids; their addresses redirect here' }),
    guarantees: z.enum(['pairs']).nullable().meta({
      description: '"pairs" if a feature that meets it works with everything in the highest tier; otherwise null',
    }),
    group: text
      .nullable()
      .meta({ description: 'the words of its group in the list of its tier; null if it is in no group' }),
    since: day.nullable().meta({ description: 'the day on which it took effect; null if that is not recorded' }),
    retired: z
      .object({ date: day, source: url, reason: text, successor: text.nullable() })
      .nullable()
      .meta({ description: 'when and why it was retired; null if it is in force' }),
    tierSlug: text.meta({ description: 'the slug of the tier that lists it' }),
  })
  .meta({ id: 'requirement' });

export const category = z
  .object({
    id: text,
    name: text,
    plural: text,
    description: text,
    platform: z.boolean().meta({ description: 'true if the other features run on those of this category' }),
    emphasis: z.boolean().meta({ description: 'true if the document sets the name in italics' }),
    url,
    formerIds: strings.meta({ description: 'former ids; their addresses redirect here' }),
    written,
    label: text
      .nullable()
      .meta({ description: 'a clearer word for one feature of the category than "name"; null if "name" is clear' }),
  })
  .meta({ id: 'category' });

export const section = z
  .object({
    id: text,
    title: text,
    words: markdown,
    formerAnchors,
    parts: strings.meta({
      description:
        'the contents in their order: "words", further headings, and the tables and tiers that the site fills in',
    }),
  })
  .meta({ id: 'section' });

export const change = z
  .object({
    id: text.meta({ description: 'never changes, and belongs to no other change' }),
    date: day,
    kind: z.enum(changeKinds),
    feature: text.meta({ description: 'the id of the feature' }),
    name: text,
    from: level.nullable().meta({ description: 'the tier before the change; null if there was none' }),
    to: level
      .nullable()
      .meta({ description: 'the tier after the change; null if the feature was removed or is not supported' }),
    missing: z.array(missing).meta({ description: 'what is missing for the next higher tier after the change' }),
    sentence: text.meta({ description: 'the change in plain words' }),
    note: text,
    source: url,
    url: url.meta({ description: 'the address of the change on the page of changes' }),
    fromSlug: text.nullable().meta({ description: 'the slug of the tier before the change; null if there was none' }),
    toSlug: text.nullable().meta({
      description: 'the slug of the tier after the change; null if the feature was removed or is not supported',
    }),
  })
  .meta({ id: 'change' });

export const policyChange = z
  .object({
    id: text.meta({ description: 'never changes, and belongs to no other change' }),
    date: day,
    kind: z.enum(['requirement-changed', 'requirement-retired', 'tier-changed', 'tier-retired', 'document-changed']),
    subject: text.meta({ description: 'the id of the requirement or tier, or "document"' }),
    sentence: text.meta({ description: 'the change in plain words' }),
    note: text,
    source: url,
    url: url.meta({ description: 'the address of the change on the page of changes' }),
  })
  .meta({ id: 'policyChange' });

export const index = z
  .object({
    $schema: url,
    version: text.meta({ description: 'the version of the API: MAJOR.MINOR.PATCH' }),
    title: text,
    project: text,
    description: text,
    url: url.meta({ description: 'the address of the home page' }),
    source: url.meta({ description: 'the address of the document with the policy' }),
    repository: url.nullable(),
    licence: text.meta({ description: 'an SPDX license expression' }),
    updated: day.nullable().meta({ description: 'the day of the newest change of status; null if there is none' }),
    commit: text.nullable().meta({ description: 'the commit that the site was built from; null if unknown' }),
    files: z.array(z.object({ name: text, url, description: text })),
    document: text.meta({ description: 'the file name of the whole document as Markdown, without its extension' }),
    columns: z
      .array(
        z.object({
          id: text,
          label: text.nullable(),
          kind: z.enum(['text', 'yes/no', 'date', 'version']).nullable(),
          shown: z.enum(['tables', 'page']).nullable(),
          filter: z.boolean(),
        }),
      )
      .meta({ description: 'the columns of the tables as defined in the content; null for values that it leaves out' }),
    commandLine: z.object({ program: text, listSeparator: text.nullable() }).nullable().meta({
      description: 'the command that takes the flags in "use", and the separator between the values of a flag',
    }),
    answers: z
      .array(
        z.object({
          label: text,
          requirement: text.nullable(),
          yes: text.nullable(),
          no: text.nullable(),
          maintainers: z.boolean(),
          detail: text.nullable(),
        }),
      )
      .meta({
        description:
          'the questions that the page of a feature answers first, each with the requirement or detail that answers it',
      }),
    searchFor: strings.meta({ description: 'example searches for the search field' }),
    feedId: text
      .nullable()
      .meta({ description: 'the name in the ids of feeds; null if it is the name of the project' }),
  })
  .meta({ id: 'indexFile' });

const list = <Key extends string, Item extends z.ZodType>(key: Key, item: Item) =>
  z
    .object({ $schema: url, [key]: z.array(item) } as { $schema: typeof url } & Record<Key, z.ZodArray<Item>>)
    .meta({ id: `${key}File` });

/** The schema of each published JSON file, by name. */
export const fileSchemas = {
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
