import { z } from 'astro/zod';
import { buildPlaceholderIn } from './build-placeholders.ts';

/** Text with at least one visible character besides backticks, at most 2000 characters, kept exactly as written. */
export const text = z
  .string()
  .max(2000)
  .regex(/[^\s`]/);

/** A sentence that is not a placeholder. */
export const sentence = text.refine(
  (text) => !/^(?:why(?:, in a sentence)?[.?]?|(?:todo|tbd|fixme)\b.*)$/is.test(text.trim()),
  'this is placeholder text; write your own words, or delete the line',
);

/** A day as YYYY-MM-DD. YAML parses an unquoted one as a date. */
export const day = z.preprocess((value) => (value instanceof Date ? isoDay(value) : value), z.iso.date());

const isoDay = (moment: Date): string => moment.toISOString().slice(0, 'YYYY-MM-DD'.length);

/** The address (http or https) of a link, as a browser shows it, without a user name or password. */
export const linkAddress = z
  .url({ protocol: /^https?$/, abort: true })
  .max(2000)
  .refine(
    (url) => /^https?:\/\/[^\s"'<>\\^`{|}@/]+(?:\/[^\s"<>\\^`{|}]*)?$/i.test(url),
    'the address has a space, a quotation mark or a name before "@" in it; write it as a browser shows it',
  )
  .refine((url) => !/[,;]$/.test(url), 'punctuation follows the address; delete it')
  .superRefine((url, context) => {
    const placeholder = placeholderIn(url);
    if (placeholder) context.addIssue({ code: 'custom', message: placeholderMistake(placeholder) });
  });

/** The address of one thing. Unlike a link in prose, it does not lead to a whole issue tracker. */
export const webAddress = linkAddress.superRefine((url, context) => {
  const [, kind] = /\/(pull|issues|commit|merge_requests)\/?$/.exec(url) ?? [];
  if (kind) context.addIssue({ code: 'custom', message: `the address ends after "${kind}"; write its number too` });
});

/** An address that serves as proof. What it leads to must not change when a branch does. */
export const pinnedAddress = webAddress.superRefine((url, context) => {
  const [, branch] = /\/(?:blob|tree|raw|blame)\/(main|master|trunk|HEAD)(?=\/|$)/.exec(url) ?? [];
  if (branch)
    context.addIssue({ code: 'custom', message: `the branch "${branch}" moves; write a commit in its place` });
});

/** Returns the placeholder in an address that was copied from an example. */
export const placeholderIn = (url: string): string | undefined =>
  /[/=](OWNER|REPOSITORY|NUMBER|COMMIT|owner\/repo(?:sitory)?)(?=[/?#&]|$)/.exec(url)?.[1];

export const placeholderMistake = (placeholder: string): string =>
  `the address still has the placeholder ${placeholder}; write what it stands for`;

/** The id of a content file (its name without the extension) or of a category. It becomes part of file names. */
export const id = z
  .string()
  .max(96)
  .regex(/^[a-z0-9]+(?:[._-]+[a-z0-9]+)*$/)
  .superRefine((name, context) => {
    const message = reservedName(name);
    if (message) context.addIssue({ code: 'custom', message });
  });

/** Returns why an id cannot be used: the operating system, JavaScript or the build reserves it. */
export function reservedName(name: string): string | undefined {
  if (/^(?:con|prn|aux|nul|(?:com|lpt)\d)(?:\.|$)/.test(name))
    return 'Windows reserves this name; give the file another name';
  if (/^constructor(?:\.mdx)?$/.test(name)) return 'JavaScript reserves this name; write another one';
  return buildPlaceholderIn(name)?.message;
}

/**
 * The id of something else, which the catalogue looks up. Any text is accepted, so that a title in its place gets a
 * message with the right id.
 */
export const reference = text;

/** Changes of a part of the policy, the newest first. */
export const changes = z
  .array(
    z.strictObject({
      date: day.meta({ description: 'the day of the change as YYYY-MM-DD, like 2024-05-31', examples: ['2024-02-29'] }),
      source: webAddress.meta({
        description: 'the address of the pull request or commit that made the change',
        examples: ['https://git.example/lantern/support/pull/7'],
      }),
      note: text.meta({
        description: 'what changed and why, in a sentence',
        examples: ['The keepers sleep on Sundays now.'],
      }),
      wordingOnly: z
        .boolean()
        .optional()
        .meta({
          description:
            'true if only a name or the wording changed; without it, the new policy is not applied to statuses dated on or before that day',
          examples: [true],
        }),
    }),
  )
  .default([])
  .meta({ description: 'what changed in it and when, the newest first' });

/** Reports a part of the policy that exists on no day. */
export function endsAfterItBegins(
  { since, retired }: { since?: string | undefined; retired?: { date: string } | undefined },
  context: z.RefinementCtx,
): void {
  if (since === undefined || retired === undefined || since < retired.date) return;
  const message = `"since" is ${since}, but it was retired on ${retired.date}; correct one of the two`;
  context.addIssue({ code: 'custom', path: ['since'], message });
}

/** The part of an address after `#`. */
export const anchor = text.refine(
  (it) => !/[\s#]/.test(it),
  'an anchor has no space and no "#" in it; write what follows "#" in the address',
);

/** The anchors of headings and list items before they were reworded. */
export const formerAnchors = z
  .array(anchor)
  .default([])
  .meta({
    description: 'the anchors that its headings and items had before; links to them still work',
    examples: [['levels']],
  });
