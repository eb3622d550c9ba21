import type { Catalogue, Requirement, Tier } from '../domain/catalogue/catalogue.ts';
import { meantId, unknownId } from '../domain/unknown-id.ts';
import { tierAbove } from '../domain/tier.ts';
import { oneLine } from '../domain/text.ts';
import { webAddress } from '../schema/field.ts';
import type { IdKind } from '../schema/id-completion.ts';
import { knownIds, knownNames } from '../check/known-ids.ts';
import { missingFrom, waiverFrom, type Question } from './prompts.ts';
import { problemInName, type ContentFolder } from '../check/read-content.ts';

/** A requirement as the questions name it. */
type WrittenRequirement = Pick<Requirement, 'id' | 'title'>;

/** Checks answers against a content folder. */
export interface AnswerCheck {
  categories: readonly string[];
  /** The slugs of the tiers, the highest first. */
  tiers: readonly string[];
  /**
   * Returns the written requirements that a feature of a category can lack in a tier: those of the next higher tier.
   * Undefined if mistakes in the content hide them.
   */
  nextRequirements: (tier: string, category: string) => readonly WrittenRequirement[] | undefined;
  /** Returns the written requirements of a tier for a feature of a category, and those of the tiers below. */
  requirements: (tier: string, category: string) => readonly WrittenRequirement[];
  /** Says what a tier requires of a feature of a category beyond its tier now; undefined if nothing. */
  alsoRequires: (tier: string, category: string, now: string | undefined) => string | undefined;
  /**
   * Returns why an answer is invalid and what to write instead; undefined if it is valid. Only `nextRequirements` are
   * suggested for an unknown id.
   */
  mistake: (question: Question, answer: string, nextRequirements?: readonly string[]) => string | undefined;
}

/** `catalogue` is undefined if the content has a mistake. `successors` is the kind of thing that can be a successor. */
export function answerCheckFor(
  content: ContentFolder,
  catalogue: Catalogue | undefined,
  successors: 'feature' | 'requirement' = 'feature',
): AnswerCheck {
  const { category, tier } = knownIds(content);
  const tiers = tier.map(String);
  const mistakes = mistakesByQuestion(content, tiers, successors);
  const tierOf = (slug: string | undefined) => catalogue?.tiers.find((it) => it.slug === slug);
  const requirementsOf = (tier: Tier, category: string) =>
    tier.requirements.filter((it) => it.appliesTo.some(({ id }) => id === category));
  const nextRequirements = (slug: string, category: string) => {
    const tier = tierOf(slug);
    const above = catalogue && tier && tierAbove(catalogue.tiers, tier);
    return above && requirementsOf(above, category);
  };
  const requirements = (slug: string, category: string) => {
    const level = tierOf(slug)?.level ?? Infinity;
    return (catalogue?.tiers ?? []).filter((it) => it.level >= level).flatMap((it) => requirementsOf(it, category));
  };
  const alsoRequires = (slug: string, category: string, now: string | undefined) => {
    const before = now === undefined ? [] : requirements(now, category);
    const more = requirements(slug, category).filter((it) => !before.includes(it));
    const also = before.length > 0 ? 'also ' : '';
    const named = more.map(({ id, title }) => `${title} (${id})`).join(', ');
    return more.length > 0 ? `${tierOf(slug)?.label} ${also}requires: ${named}` : undefined;
  };
  return {
    categories: category.map(String),
    tiers,
    nextRequirements,
    requirements,
    alsoRequires,
    mistake: (question, answer, among) => mistakes[question]?.(answer, among),
  };
}

type Mistakes = Partial<Record<Question, (answer: string, nextRequirements?: readonly string[]) => string | undefined>>;

/** For each question that has wrong answers, what is wrong with an answer. */
function mistakesByQuestion(content: ContentFolder, tiers: readonly string[], successors: IdKind): Mistakes {
  const names = knownNames(content);
  const reference = (noun: IdKind, id: string, among?: readonly string[]): string | undefined => {
    const known = names[noun]?.filter(({ id: it }) => !among?.length || among.includes(it));
    return !known || known.some((it) => it.id === id) ? undefined : unknownId(noun, id, known);
  };
  const source = (url: string): string | undefined => {
    const [issue] = webAddress.safeParse(url).error?.issues ?? [];
    if (!issue) return undefined;
    return issue.code === 'custom'
      ? issue.message
      : `"${oneLine(url)}" is not an address; write one that begins with https://`;
  };
  return {
    id: (id) =>
      problemInName(`${id}.mdx`) ??
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
    missing: (answer, nextRequirements) => {
      const { requirement } = missingFrom(answer);
      const isKnown = names.requirement?.some((it) => it.id === requirement);
      if (requirement !== undefined)
        return isKnown ? undefined : reference('requirement', requirement, nextRequirements);
      // Words after "=" that resemble a requirement's title are a mistake; any others belong to the text.
      const [, after = ''] = /=\s*([^=]*\S)\s*$/.exec(answer) ?? [];
      return after !== '' && meantId(after, names.requirement ?? []) !== undefined
        ? reference('requirement', after, nextRequirements)
        : undefined;
    },
    waived: (answer) => {
      const waiver = waiverFrom(answer);
      if (!waiver) return `"${oneLine(answer)}" is not a waiver; write "requirement=reason=address"`;
      return reference('requirement', waiver.requirement) ?? source(waiver.source);
    },
    source,
  };
}
