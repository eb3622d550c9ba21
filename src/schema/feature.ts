import { z } from 'astro/zod';
import { address, day, id, reference, sentence, text } from './field.ts';

const link = z.strictObject({
  label: text.meta({ description: 'what the link leads to, in a word or two' }),
  url: address.meta({ description: 'the address' }),
});

const warning = z.strictObject({
  says: text.meta({ description: 'what a reader must know before all else, in a sentence' }),
  url: address.meta({ description: 'the pinned address of the line that says so' }),
});

const pinned = {
  url: address.optional().meta({ description: 'the pinned address of the line that shows it' }),
  also: z.array(address).default([]).meta({ description: 'further pinned addresses for the same claim' }),
  about: text.optional().meta({
    description:
      'what it is about: the id of a requirement, "introduced", or a key of "use"; it is then told beside that',
  }),
  contradicts: reference.optional().meta({
    description: 'the id of a requirement of its tier that cannot be met if this is so',
    ids: 'requirement',
  }),
};

const detail = z.strictObject({
  label: text.meta({ description: 'what is told, like "Architecture" or "Release files"' }),
  value: text.meta({ description: 'the fact itself, in a few words' }),
  ...pinned,
});

const claim = z.strictObject({
  says: text.meta({ description: 'one sentence that the linked line proves' }),
  ...pinned,
  url: address.meta({ description: 'the pinned address of the line that proves it' }),
});

const missing = z.strictObject({
  as: text.meta({ description: "the document's own words for what is missing" }),
  requirement: reference.optional().meta({
    description: 'the id of the written requirement that these words name; leave it out where they name none',
    ids: 'requirement',
  }),
});

const waiver = z.strictObject({
  requirement: reference.meta({ description: 'the id of the requirement that need not be met', ids: 'requirement' }),
  reason: sentence.meta({ description: 'why, in a sentence' }),
  source: address.meta({ description: 'the address of the decision' }),
});

const acceptance = z.strictObject({
  rule: reference.meta({ description: 'the id of the rule, as the warning names it', ids: 'rule' }),
  reason: sentence.meta({ description: 'why the status stands all the same, in a sentence' }),
});

const release = z.strictObject({
  release: text.meta({ description: 'the first release that had it' }),
  date: day.optional().meta({ description: 'the day of that release as YYYY-MM-DD, like 2024-05-31' }),
});

const use = z.strictObject({
  default: z.enum(['on', 'off']).optional().meta({ description: 'whether it is on when nothing is set' }),
  api: text.optional().meta({ description: 'the call that switches it on' }),
  cli: text.optional().meta({ description: 'the command-line flag that switches it on' }),
  cApi: text.optional().meta({ description: 'the function of the C API that switches it on' }),
  cargo: text.optional().meta({ description: 'the Cargo feature that compiles it in' }),
});

/** The ways to switch a feature on, and whether it is on already. */
export const useKeys = use.keyof().options;

const hasItems = (list: unknown): boolean => Array.isArray(list) && list.length > 0;

const entry = z
  .strictObject({
    date: day.meta({ description: 'the day of the change as YYYY-MM-DD, like 2024-05-31' }),
    // A tier's slug may be a number. Any number: which there are is told by name, and one that is not whole would silence what follows.
    tier: z
      .union([
        z.number().meta({ description: 'the tier it is in from that day on', ids: 'tier' }),
        reference.meta({ description: 'the tier it is in from that day on, or "none"', ids: 'tier' }),
      ])
      .optional()
      .meta({ description: 'the tier it is in from that day on, or "none" for what is not supported' }),
    removed: z.literal(true).optional().meta({ description: 'true, instead of a tier, when it is no longer tracked' }),
    successor: reference.optional().meta({ description: 'the id of the feature that took its place', ids: 'feature' }),
    missing: z.array(missing).default([]).meta({ description: 'what it lacks for the next higher tier' }),
    waived: z.array(waiver).default([]).meta({ description: 'requirements that it need not meet' }),
    accepted: z
      .array(acceptance)
      .default([])
      .meta({ description: 'warnings of the check that are accepted, each with the reason' }),
    source: address.meta({ description: 'the address of the pull request or commit that made the change' }),
    release: text.optional().meta({ description: 'the first release of the project that has this status' }),
    note: sentence.optional().meta({ description: 'why, in a sentence' }),
  })
  .superRefine(
    (it, context) => {
      const fail = (path: (string | number)[], message: string, params?: { lacks: string }) =>
        context.addIssue({ code: 'custom', path, message, params });
      // What is no removal by its kind alone is named as that, and not once more for what it leaves out.
      if ((it.removed as unknown) === false) return;
      if (it.removed === undefined) {
        if (it.tier === undefined)
          fail([], 'an entry has neither a tier nor removed; write "tier: 3" or "removed: true"', { lacks: 'tier' });
        if ((it.tier as unknown) === 'removed')
          fail(['tier'], '"tier" is "removed"; write "removed: true" in the place of this line');
        if ((it.tier as unknown) === 'none') {
          if (hasItems(it.missing)) fail(['missing'], 'what is not supported is in no tier; delete "missing"');
          if (hasItems(it.waived)) fail(['waived'], 'what is not supported is in no tier; delete "waived"');
          if (it.note === undefined)
            fail([], 'the entry does not say why it is not supported; write "note:" and a sentence', { lacks: 'note' });
        }
        if (it.successor !== undefined)
          fail(['successor'], 'only a removed feature has a successor; delete this line or write "removed: true"');
        return;
      }
      if (it.tier !== undefined) fail(['tier'], 'an entry has both a tier and removed; keep one of the two');
      if (hasItems(it.missing)) fail(['missing'], 'a removed feature lacks nothing; delete "missing"');
      if (hasItems(it.waived)) fail(['waived'], 'a removed feature has nothing waived; delete "waived"');
      if (it.note === undefined)
        fail([], 'a removal does not say why; write "note:" and a sentence', { lacks: 'note' });
      // Even where one of its keys is wrong, so that everything is named in one run.
    },
    { when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value) },
  );

/** What a column says; YAML makes moments and truths of some words that are in no quotes. */
const cell = z.preprocess(
  (value) =>
    value instanceof Date
      ? value.toISOString().slice(0, 10)
      : typeof value === 'boolean'
        ? value
          ? 'yes'
          : 'no'
        : value,
  text.meta({ description: 'what the column says of it' }),
);

/** The frontmatter of `features/ID.mdx`: one thing that the project tracks, and every status it ever had. */
export const featureSchema = z.strictObject({
  name: text.meta({ description: "the document's own words for it" }),
  category: reference.meta({ description: 'the id of a category in categories.yaml', ids: 'category' }),
  description: sentence.meta({ description: 'what it is, in a sentence for somebody who has not heard of it' }),
  warning: warning.optional().meta({ description: 'what a reader must know before all else' }),
  aliases: z.array(text).default([]).meta({ description: 'words that a reader may search for' }),
  formerIds: z
    .array(id)
    .default([])
    .meta({ description: 'ids it had before, the oldest first; addresses under them redirect here' }),
  maintainers: z.array(text).default([]).meta({ description: 'who maintains it; leave it out where nobody is named' }),
  links: z.array(link).default([]).meta({ description: 'where to read more' }),
  introduced: release.optional().meta({ description: 'since which release it exists' }),
  use: use.default({}).meta({ description: 'how an embedder switches it on' }),
  details: z.array(detail).default([]).meta({ description: 'facts about it, each with what proves it' }),
  evidence: z
    .array(claim)
    .default([])
    .meta({ description: 'what is known to be true of it, each with what proves it' }),
  columns: z
    .record(id, cell)
    .default({})
    .meta({ description: 'what it says in the columns of site.yaml, by their ids' }),
  history: z.array(entry).min(1).meta({ description: 'every change of its status, the newest first' }),
});

export type FeatureData = z.infer<typeof featureSchema>;
export type EntryData = z.infer<typeof entry>;
