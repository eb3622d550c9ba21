import { oneLine } from '../domain/text.ts';
import { day } from '../schema/field.ts';
import type { AnswerCheck } from './answer-check.ts';
import type { ContentFile } from '../check/parse-file.ts';
import type { Question } from './prompts.ts';

export type Flags = Partial<Record<Question, string | string[]>>;

/** What the command can write. */
export const kinds = ['feature', 'change', 'retire'] as const;
export type Kind = (typeof kinds)[number];

/** Returns a message for each flag that would have no effect. `highest` is the slug of the highest tier. */
export function uselessFlags(kind: Kind, flags: Flags, highest: string | undefined): string[] {
  const lines = (names: Question[], why: (name: Question) => string) =>
    names.filter((name) => flags[name] !== undefined).map(why);
  const { tier } = flags;
  if (kind === 'retire')
    return lines(
      ['id', 'name', 'category', 'description', 'order', 'tier', 'missing', 'waived', 'release'],
      (name) => `--${name} is for a feature; leave it out`,
    );
  return [
    ...(kind === 'feature'
      ? []
      : lines(
          ['id', 'name', 'category', 'description', 'order'],
          (name) => `--${name} is for a new feature; edit the feature's file instead`,
        )),
    ...(tier === 'removed' || tier === 'none'
      ? lines(['missing', 'waived'], (name) => `--${name} is for a tier; leave it out with "--tier ${tier}"`)
      : []),
    ...(tier !== undefined && tier === highest
      ? lines(
          ['missing'],
          () =>
            `tier "${highest}" is the highest, so nothing can be missing; leave out --missing, or write a lower tier`,
        )
      : []),
    ...(kind === 'feature' || (tier !== undefined && tier !== 'removed')
      ? lines(
          ['successor'],
          () => 'only a removed feature has a successor; leave out --successor, or write "--tier removed"',
        )
      : []),
  ];
}

/** Extends a check so that a tier typed at the prompt is also checked against the flags, as a --tier flag is. */
export const besideFlags = (check: AnswerCheck, kind: Kind, flags: Flags): AnswerCheck => ({
  ...check,
  mistake: (question, answer, nextRequirements) =>
    check.mistake(question, answer, nextRequirements) ??
    (question === 'tier' ? uselessFlags(kind, { ...flags, tier: answer }, check.tiers[0])[0] : undefined),
});

/**
 * Returns why a new entry cannot have a date; undefined if it can. It must be newer than an existing feature's newest
 * entry.
 */
export function mistakeInDay(date: string, today: string, feature: ContentFile | undefined): string | undefined {
  if (!day.safeParse(date).success) return `"${oneLine(date)}" is not a day; write it as YYYY-MM-DD, like 2024-05-31`;
  if (date > today) return `${date} is in the future; write the day of the change`;
  const { history } = (feature?.data ?? {}) as { history?: { date?: unknown }[] };
  const newest = day.safeParse(Array.isArray(history) ? history[0]?.date : undefined).data;
  if (newest === date) return `it already has an entry for ${date}; write another day, or edit that entry in its file`;
  return newest !== undefined && date < newest
    ? `${date} is before the date of its newest entry, ${newest}; write a later day`
    : undefined;
}
