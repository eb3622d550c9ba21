import { z } from 'astro/zod';
import { day } from './field.ts';

const url = z.url();
const words = z.string();
const strings = z.array(words);

/** A tier's number, 1 the highest. */
export const level = z.int().min(1);

/** Something lacking for the next higher tier. */
export const missing = z.object({
  as: words.meta({ description: "the document's own words for what is missing" }),
  requirement: words.nullable().meta({ description: 'the id of the written requirement that they name' }),
}).meta({ id: 'missing' });

const waiver = z.object({ requirement: words, reason: words, source: url }).meta({ id: 'waiver' });

const entry = z.object({
  date: day.meta({ description: 'the day from which on this status holds' }),
  tier: level.nullable().meta({ description: 'null where the feature was removed' }),
  removed: z.boolean(),
  missing: z.array(missing),
  waived: z.array(waiver).meta({ description: 'requirements that it need not meet' }),
  successor: words.nullable().meta({ description: 'the id of the feature that took its place' }),
  source: url.meta({ description: 'the decision' }),
  note: words,
}).meta({ id: 'entry', description: 'a status of a feature, and since when it holds' });

const use = z.object({ default: z.enum(['on', 'off']), api: words, cli: words, cApi: words, cargo: words });

/** A feature as programs fetch it. */
export const feature = z.object({
  id: words.meta({ description: 'its id and the end of its address; never given to another feature' }),
  name: words.meta({ description: 'what the document calls it; backticks mark code' }),
  category: words.meta({ description: 'the id of its category' }),
  tier: level.nullable().meta({ description: 'the level of its tier, 1 the highest; null for a removed feature' }),
  removed: z.boolean().meta({ description: 'whether it is no longer tracked' }),
  since: day.meta({ description: 'the day since which it has had this tier, or been removed, without interruption' }),
  missing: z.array(missing).meta({ description: 'what it lacks for the next higher tier' }),
  url: url.meta({ description: 'its page' }),
  description: words.meta({ description: 'what it is, in a sentence' }),
  aliases: strings.meta({ description: 'other words for it' }),
  formerIds: strings.meta({ description: 'ids it had before, the oldest first; addresses under them lead here' }),
  maintainers: strings.meta({ description: 'empty where nobody is named' }),
  links: z.array(z.object({ label: words, url })).meta({ description: 'where to read more' }),
  introduced: z.object({ release: words, date: day.nullable() }).nullable().meta({ description: 'the first release that had it, and its day; null where that is not known' }),
  use: use.partial().meta({ description: 'how it is switched on; each key only where it is known' }),
  evidence: z.array(z.object({ says: words, url, also: z.array(url) })).meta({ description: 'what is known to be true of it, each with what proves it' }),
  note: words.meta({ description: "the document's note on it, in Markdown; a link that begins with / leads below the site's address" }),
  history: z.array(entry).min(1).meta({ description: 'every status it had, newest first; the first is its present one' }),
  details: z.array(z.object({ label: words, value: words, url: url.nullable(), also: z.array(url) })).meta({ description: 'facts about it, each with what proves it' }),
}).meta({ id: 'feature' });

export type PublishedFeature = z.infer<typeof feature>;
export type PublishedEntry = z.infer<typeof entry>;
