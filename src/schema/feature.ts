import { z } from 'astro/zod';
import { webAddress, day, id, pinnedAddress, reference, sentence, text } from './field.ts';

const link = z.strictObject({
  label: text.meta({ description: 'what the link leads to, in a word or two', examples: ['Plan'] }),
  url: webAddress.meta({ description: 'the address', examples: ['https://git.example/lantern/red-lamp'] }),
});

const warning = z.strictObject({
  says: text.meta({
    description: 'what readers must know before all else, in a sentence',
    examples: ['It goes out in heavy rain.'],
  }),
  url: pinnedAddress.meta({
    description: 'the address of the line that says so, pinned to a commit',
    examples: ['https://git.example/lantern/blob/1a2b3c4/log.md#L9'],
  }),
});

const pinned = {
  url: pinnedAddress.optional().meta({
    description: 'the address of the line that proves it, pinned to a commit',
    examples: ['https://git.example/lantern/blob/1a2b3c4/survey.md#L3'],
  }),
  also: z
    .array(pinnedAddress)
    .default([])
    .meta({
      description: 'more addresses that prove it, each pinned to a commit',
      examples: [['https://git.example/lantern/blob/1a2b3c4/survey.md#L4']],
    }),
  about: text.optional().meta({
    description: 'what it is about: the id of a requirement, "introduced" or a key of "use"; the page shows it there',
    examples: ['night-watch'],
  }),
  contradicts: reference.optional().meta({
    description: 'the id of a requirement of its tier that this proves unmet',
    examples: ['spare-bulb'],
    ids: 'requirement',
  }),
};

const detail = z.strictObject({
  label: text.meta({
    description: 'the name of the fact, like "Architecture" or "Release files"',
    examples: ['Height'],
  }),
  value: text.meta({ description: 'the fact itself, in a few words', examples: ['9 m'] }),
  ...pinned,
});

const claim = z.strictObject({
  says: text.meta({
    description: 'one sentence that the linked line proves',
    examples: ['It burns on stormy nights.'],
  }),
  ...pinned,
  url: pinnedAddress.meta({
    description: 'the address of the line that proves it, pinned to a commit',
    examples: ['https://git.example/lantern/blob/1a2b3c4/log.md#L9'],
  }),
});

const missing = z.strictObject({
  as: text.meta({ description: "the document's own words for what is missing", examples: ['Night watch'] }),
  requirement: reference.optional().meta({
    description: 'the id of the written requirement that these words name; leave it out if they name none',
    examples: ['night-watch'],
    ids: 'requirement',
  }),
});

const waiver = z.strictObject({
  requirement: reference.meta({
    description: 'the id of the requirement that it need not meet',
    examples: ['spare-bulb'],
    ids: 'requirement',
  }),
  reason: sentence.meta({ description: 'why, in a sentence', examples: ['Its bulb is no longer made.'] }),
  source: webAddress.meta({
    description: 'the address of the decision',
    examples: ['https://git.example/lantern/support/pull/6'],
  }),
});

const acceptedWarning = z.strictObject({
  rule: reference.meta({
    description: 'the id of the rule, as the warning names it',
    examples: ['written-requirement'],
    ids: 'rule',
  }),
  reason: sentence.meta({
    description: 'why the status is correct despite the warning, in a sentence',
    examples: ['The harbor office decides that.'],
  }),
});

const release = z.strictObject({
  release: text.meta({ description: 'the first release that had it', examples: ['1.0.0'] }),
  date: day
    .optional()
    .meta({ description: 'the day of that release as YYYY-MM-DD, like 2024-05-31', examples: ['2022-03-01'] }),
});

const use = z
  .strictObject({
    default: z
      .enum(['on', 'off'])
      .optional()
      .meta({ description: 'whether it is on by default', examples: ['off'] }),
    api: text.optional().meta({ description: 'the call that turns it on', examples: ['Lantern::red'] }),
    cli: text.optional().meta({ description: 'the command-line flag that turns it on', examples: ['--lamp red'] }),
    cApi: text
      .optional()
      .meta({ description: 'the function of the C API that turns it on', examples: ['lantern_red_set'] }),
    cargo: text.optional().meta({ description: 'the Cargo feature that compiles it in', examples: ['red'] }),
    cargoDefault: z
      .enum(['on', 'off'])
      .optional()
      .meta({ description: 'whether that Cargo feature is on by default', examples: ['off'] }),
  })
  .superRefine(({ cargo, cargoDefault }, context) => {
    if (cargoDefault !== undefined && cargo === undefined)
      context.addIssue({
        code: 'custom',
        path: ['cargoDefault'],
        message: 'there is no "cargo" beside it; write the name of the Cargo feature, or delete this line',
      });
  });

/** The keys of `use`. */
export const useKeys = use.keyof().options;

const hasItems = (list: unknown): boolean => Array.isArray(list) && list.length > 0;

const entry = z
  .strictObject({
    date: day.meta({ description: 'the day of the change as YYYY-MM-DD, like 2024-05-31', examples: ['2024-02-29'] }),
    // A tier's slug may be a number. Every number is accepted here, even one that is not whole: the catalogue names the
    // tiers that exist, and an error here would hide other errors of the entry.
    tier: z
      .union([
        z.number().meta({ description: 'the tier it is in from that day on', ids: 'tier' }),
        reference.meta({ description: 'the tier it is in from that day on, or "none"', ids: 'tier' }),
      ])
      .optional()
      .meta({ description: 'the tier it is in from that day on, or "none" if it is not supported', examples: [2] }),
    removed: z
      .literal(true)
      .optional()
      .meta({ description: 'true, instead of a tier, if the project no longer tracks it', examples: [true] }),
    successor: reference.optional().meta({
      description: 'the id of the feature that replaces it, if it is removed',
      examples: ['oak-board'],
      ids: 'feature',
    }),
    missing: z.array(missing).default([]).meta({ description: 'what it lacks for the next higher tier' }),
    waived: z.array(waiver).default([]).meta({ description: 'requirements that it does not have to meet' }),
    accepted: z
      .array(acceptedWarning)
      .default([])
      .meta({ description: 'warnings of the check that you accept, each with the reason' }),
    source: webAddress.meta({
      description: 'the address of the pull request or commit that made the change',
      examples: ['https://git.example/lantern/support/pull/7'],
    }),
    release: text
      .optional()
      .meta({ description: 'the first release of the project that has this status', examples: ['1.4.0'] }),
    note: sentence.optional().meta({ description: 'why, in a sentence', examples: ['It has a night watch now.'] }),
  })
  .superRefine(
    (it, context) => {
      const fail = (path: (string | number)[], message: string, params?: { lacks: string }) =>
        context.addIssue({ code: 'custom', path, message, params });
      // `removed: false` is already reported as a wrong type; reporting what else the entry lacks would be noise.
      if ((it.removed as unknown) === false) return;
      if (it.removed === undefined) {
        if (it.tier === undefined)
          fail([], 'an entry has neither a tier nor removed; write "tier: 3" or "removed: true"', { lacks: 'tier' });
        if ((it.tier as unknown) === 'removed')
          fail(['tier'], '"tier" is "removed"; write "removed: true" instead of this line');
        if ((it.tier as unknown) === 'none') {
          if (hasItems(it.missing)) fail(['missing'], 'an unsupported feature has no tier; delete "missing"');
          if (hasItems(it.waived)) fail(['waived'], 'an unsupported feature has no tier; delete "waived"');
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
      // Runs even if a key has an error, so that one run reports everything.
    },
    { when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value) },
  );

/** A cell of a column. YAML reads unquoted dates and booleans as such, so they are turned back into text. */
const cell = z
  .preprocess((value) => {
    if (value instanceof Date) return value.toISOString().slice(0, 10);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    return value;
  }, text)
  .meta({ description: 'one text: the value of the column' });

/** The frontmatter of `features/ID.mdx`: one thing that the project tracks, and every status it ever had. */
export const featureSchema = z.strictObject({
  name: text.meta({ description: "the document's own words for it", examples: ['red-lamp'] }),
  category: reference.meta({
    description: 'the id of a category in categories.yaml',
    examples: ['lamp'],
    ids: 'category',
  }),
  description: sentence.meta({
    description: 'what it is, in a sentence for somebody who has not heard of it',
    examples: ['The red lamp at the mouth of the harbor.'],
  }),
  warning: warning.optional().meta({ description: 'what readers must know before all else' }),
  aliases: z
    .array(text)
    .default([])
    .meta({ description: 'other words that readers may search for', examples: [['harbor light']] }),
  formerIds: z
    .array(id)
    .default([])
    .meta({
      description: 'the ids it had before, the oldest first; their addresses redirect here',
      examples: [['port-lamp']],
    }),
  maintainers: z
    .array(text)
    .default([])
    .meta({ description: 'who maintains it; leave it out if nobody is named', examples: [['@ida', 'Grace']] }),
  links: z.array(link).default([]).meta({ description: 'where to read more' }),
  introduced: release.optional().meta({ description: 'the first release that had it' }),
  use: use.default({}).meta({ description: 'how to turn it on' }),
  details: z.array(detail).default([]).meta({ description: 'facts about it, each with what proves it' }),
  evidence: z
    .array(claim)
    .default([])
    .meta({ description: 'what is known to be true of it, each with what proves it' }),
  columns: z
    .record(id, cell)
    .default({})
    .meta({
      description: 'its values in the columns that site.yaml adds, by column id',
      examples: [{ reach: '1.10' }],
    }),
  history: z.array(entry).min(1).meta({ description: 'every status it has had, the newest first' }),
});

export type FeatureData = z.infer<typeof featureSchema>;
export type EntryData = z.infer<typeof entry>;
