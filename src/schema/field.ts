import { z } from 'astro/zod';

/** Text with at least one visible character, kept exactly as it is written. */
export const text = z.string().regex(/\S/);

/** A day, as YYYY-MM-DD. YAML makes a moment of one that is not in quotes. */
export const day = z.preprocess((value) => (value instanceof Date ? isoDay(value) : value), z.iso.date());

const isoDay = (moment: Date): string => moment.toISOString().slice(0, 'YYYY-MM-DD'.length);

/** An address on the web as a browser shows it; no other scheme can be published, and no password. */
export const address = z
  .url({ protocol: /^https?$/, abort: true })
  .refine(
    (url) => /^https?:\/\/[^\s"'<>\\^`{|}@/]+(?:\/[^\s"<>\\^`{|}]*)?$/i.test(url),
    'the address has a space, a quotation mark or a password in it; write it as a browser shows it',
  );

/** The id of another content file (its name without the ending) or of a category. */
export const id = z.string().regex(/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/);

/** Changes of something that is no feature, the newest first. */
export const changes = z
  .array(
    z.strictObject({
      date: day.meta({ description: 'the day of the change as YYYY-MM-DD, like 2024-05-31' }),
      source: address.meta({ description: 'the address of the pull request or commit that made the change' }),
      note: text.meta({ description: 'what changed and why, in a sentence' }),
    }),
  )
  .default([])
  .meta({ description: 'what changed in it and when, the newest first' });

/** Where links to a heading or list item pointed before it was worded otherwise, without the `#`. */
export const formerAnchors = z
  .array(
    text.refine((anchor) => !/\s/.test(anchor), 'an anchor has no space in it; write what follows "#" in the address'),
  )
  .default([])
  .meta({
    description: 'anchors that headings and items of it had before; links to them still arrive',
  });
