import { z } from 'astro/zod';
import { buildMarkIn } from './build-marks.ts';

/** Text with at least one character that is shown, which marks of code are not, kept exactly as it is written; the longest is a page. */
export const text = z
  .string()
  .max(2000)
  .regex(/[^\s`]/);

/** A sentence of an editor's own. */
export const sentence = text.refine(
  (words) => !/^(?:why(?:, in a sentence)?[.?]?|(?:todo|tbd|fixme)\b.*)$/is.test(words.trim()),
  'these are the words of an example; write your own, or delete the line',
);

/** A day, as YYYY-MM-DD. YAML makes a moment of one that is not in quotes. */
export const day = z.preprocess((value) => (value instanceof Date ? isoDay(value) : value), z.iso.date());

const isoDay = (moment: Date): string => moment.toISOString().slice(0, 'YYYY-MM-DD'.length);

/** An address on the web as a browser shows it; no other scheme can be published, and no name or password. */
export const address = z
  .url({ protocol: /^https?$/, abort: true })
  .max(2000)
  .refine(
    (url) => /^https?:\/\/[^\s"'<>\\^`{|}@/]+(?:\/[^\s"<>\\^`{|}]*)?$/i.test(url),
    'the address has a space, a quotation mark or a name before "@" in it; write it as a browser shows it',
  )
  .refine((url) => !/[,;]$/.test(url), 'a sign stands behind the address; delete it')
  .superRefine((url, context) => {
    const placeholder = placeholderIn(url);
    if (placeholder) context.addIssue({ code: 'custom', message: placeholderMistake(placeholder) });
  });

/** The part of an address that an example or a proposal leaves open. */
export const placeholderIn = (url: string): string | undefined =>
  /[/=](OWNER|REPOSITORY|NUMBER|COMMIT|owner\/repo(?:sitory)?)(?=[/?#&]|$)/.exec(url)?.[1];

/** The message for such a part. */
export const placeholderMistake = (placeholder: string): string =>
  `the address still has the placeholder ${placeholder}; write what it stands for`;

/** The id of another content file (its name without the ending) or of a category; it is a part of names of files. */
export const id = z
  .string()
  .max(96)
  .regex(/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/)
  .superRefine((name, context) => {
    const message = keptName(name);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** Why an id cannot name a file, or a value in an object, where a system, programs or the build keep it for themselves. */
export function keptName(name: string): string | undefined {
  if (/^(?:con|prn|aux|nul|(?:com|lpt)\d)(?:\.|$)/.test(name))
    return 'Windows keeps this name for itself; name the file otherwise';
  if (/^constructor(?:\.mdx)?$/.test(name))
    return 'every object of JavaScript has something of this name; write another one';
  return buildMarkIn(name)?.message;
}

/** The id of something else, which the catalogue looks up: a title in its place is then answered with the id that is meant. */
export const reference = text;

/** Changes of something that is no feature, the newest first. */
export const changes = z
  .array(
    z.strictObject({
      date: day.meta({ description: 'the day of the change as YYYY-MM-DD, like 2024-05-31', examples: ['2024-02-29'] }),
      source: address.meta({
        description: 'the address of the pull request or commit that made the change',
        examples: ['https://git.example/lantern/support/pull/7'],
      }),
      note: text.meta({
        description: 'what changed and why, in a sentence',
        examples: ['The keepers sleep on Sundays now.'],
      }),
    }),
  )
  .default([])
  .meta({ description: 'what changed in it and when, the newest first' });

/** What follows the `#` of an address. */
export const anchor = text.refine(
  (it) => !/[\s#]/.test(it),
  'an anchor has no space and no "#" in it; write what follows "#" in the address',
);

/** Where links to a heading or list item pointed before it was worded otherwise. */
export const formerAnchors = z
  .array(anchor)
  .default([])
  .meta({
    description: 'the anchors that its headings and items had before; links to them still work',
    examples: [['levels']],
  });
