import { meantId, unknownId } from '../domain/did-you-mean.ts';
import { oneLine } from '../domain/words.ts';
import { address } from '../schema/field.ts';
import type { Noun } from '../schema/id-completion.ts';
import { knownIds, knownNames } from '../check/known-ids.ts';
import { missingFrom, waiverFrom, type Question } from './prompts.ts';
import { flawInName, type ContentFolder } from '../check/read-content.ts';

/** Checks answers against a content folder. */
export interface AnswerCheck {
  categories: readonly string[];
  /** The slugs of the tiers, the highest first. */
  tiers: readonly string[];
  /** Returns why an answer is invalid and what to write instead; undefined if it is valid. */
  mistake: (question: Question, answer: string) => string | undefined;
}

/** `successors` is the kind of content that a successor must be. */
export function answersFor(content: ContentFolder, successors: 'feature' | 'requirement' = 'feature'): AnswerCheck {
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
      : `"${oneLine(url)}" is not an address; write one that begins with https://`;
  };
  const mistakes: Partial<Record<Question, (answer: string) => string | undefined>> = {
    id: (id) =>
      flawInName(`${id}.mdx`) ??
      (content.features.some((it) => it.id === id)
        ? `feature "${id}" already exists; write another id, or "npm run new -- change ${id}"`
        : undefined),
    category: (id) => reference('category', id),
    order: (order) =>
      /^[1-9]\d*$/.test(order) ? undefined : `"${oneLine(order)}" is not a position; write a number from 1 on`,
    tier: (answer) => {
      const all = [...tiers, 'none', 'removed'];
      return tiers.length === 0 || all.includes(answer)
        ? undefined
        : unknownId('tier', answer, [...(names.tier ?? tiers), 'none', 'removed']);
    },
    successor: (id) => reference(successors, id),
    missing: (answer) => {
      const { requirement } = missingFrom(answer);
      if (requirement !== undefined) return reference('requirement', requirement);
      // Words after "=" that resemble a requirement's title are a mistake; any others belong to the text.
      const [, said = ''] = /=\s*([^=]*\S)\s*$/.exec(answer) ?? [];
      return said !== '' && meantId(said, names.requirement ?? []) !== undefined
        ? reference('requirement', said)
        : undefined;
    },
    waived: (answer) => {
      const waiver = waiverFrom(answer);
      if (!waiver) return `"${oneLine(answer)}" is not a waiver; write "requirement=reason=address"`;
      return reference('requirement', waiver.requirement) ?? source(waiver.source);
    },
    source,
  };
  return { categories: category.map(String), tiers, mistake: (question, answer) => mistakes[question]?.(answer) };
}
