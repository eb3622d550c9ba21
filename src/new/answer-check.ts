import { meantId, unknownId } from '../domain/nearest.ts';
import { oneLine } from '../domain/words.ts';
import { address } from '../schema/field.ts';
import type { Noun } from '../schema/id-completion.ts';
import { knownIds, knownNames } from '../check/known-ids.ts';
import { missingFrom, waiverFrom, type Question } from './prompts.ts';
import { flawInName, type ContentFolder } from '../check/read-content.ts';

/** Which answers a content folder can take. */
export interface AnswerCheck {
  categories: readonly string[];
  /** What histories name the tiers by, the highest first. */
  tiers: readonly string[];
  /** Why an answer cannot be taken, with what to write instead. */
  mistake: (question: Question, answer: string) => string | undefined;
}

export function answersFor(content: ContentFolder): AnswerCheck {
  const names = knownNames(content);
  const { category, tier } = knownIds(content);
  const tiers = tier.map(String);
  const reference = (noun: Noun, id: string): string | undefined => {
    const known = names[noun];
    return !known || known.some((it) => it.id === id) ? undefined : unknownId(noun, id, known);
  };
  const source = (url: string): string | undefined => {
    const [issue] = address.safeParse(url).error?.issues ?? [];
    if (!issue) return undefined;
    return issue.code === 'custom'
      ? issue.message
      : `"${oneLine(url)}" is no address; write one that begins with https://`;
  };
  const mistakes: Partial<Record<Question, (answer: string) => string | undefined>> = {
    id: (id) =>
      flawInName(`${id}.mdx`) ??
      (content.features.some((it) => it.id === id)
        ? `feature "${id}" is there already; write another id, or "npm run new -- change ${id}"`
        : undefined),
    category: (id) => reference('category', id),
    order: (order) =>
      /^[1-9]\d*$/.test(order) ? undefined : `"${oneLine(order)}" is no place; write a number from 1 on`,
    tier: (answer) => {
      const all = [...tiers, 'none', 'removed'];
      return tiers.length === 0 || all.includes(answer)
        ? undefined
        : unknownId('tier', answer, [...(names.tier ?? tiers), 'none', 'removed']);
    },
    successor: (id) => reference('feature', id),
    missing: (answer) => {
      const { requirement } = missingFrom(answer);
      if (requirement !== undefined) return reference('requirement', requirement);
      // A title behind the "=" is a requirement too, and other words are words.
      const [, said = ''] = /=\s*([^=]*\S)\s*$/.exec(answer) ?? [];
      return said !== '' && meantId(said, names.requirement ?? []) !== undefined
        ? reference('requirement', said)
        : undefined;
    },
    waived: (answer) => {
      const waiver = waiverFrom(answer);
      if (!waiver) return `"${oneLine(answer)}" is no waiver; write "requirement=reason=address"`;
      return reference('requirement', waiver.requirement) ?? source(waiver.source);
    },
    source,
  };
  return { categories: category.map(String), tiers, mistake: (question, answer) => mistakes[question]?.(answer) };
}
