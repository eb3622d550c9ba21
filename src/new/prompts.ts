import { idFrom, oneLine } from '../domain/text.ts';
import type { AnswerCheck } from './answer-check.ts';
import { checkedNewId } from './propose-file.ts';
import { CommandError } from '../check/problem.ts';
import type { NewEntry, NewFeature, NewRetirement } from './entry-yaml.ts';

/** The question for each field of a new feature or entry. */
export const questions = {
  name: "its name, in the document's words",
  id: 'its id, which names its file and its address',
  category: 'the id of its category',
  description: 'what it is, in a sentence for somebody who has not heard of it',
  order: 'its position among the features of its category, from 1; leave it empty to sort it by id',
  tier: 'its tier, or "none" if it is not supported',
  successor: 'the id of the one that replaces it, if there is one',
  missing:
    'what it lacks for the next higher tier, in a few words, then "=" and the id of the written requirement, if there is one; an empty line ends the list',
  waived:
    'the id of a requirement that it need not meet, then "=" and the reason, then "=" and the address of the decision; an empty line ends the list',
  source: 'the address of the pull request or commit that makes the change',
  release: 'the first release with this status, if there is one',
  note: 'why, in a sentence',
} as const;
export type Question = keyof typeof questions;

/**
 * Returns the answer to a question; an empty string skips it, and undefined means that nobody can be asked. `reason`
 * says why the previous answer is invalid.
 */
export type Ask = (question: Question, hint?: string, reason?: string) => Promise<string | undefined>;

/** Asks for the fields of a new feature. */
export async function askFeature(
  ask: Ask,
  date: string,
  check: AnswerCheck,
): Promise<{ id: string; feature: NewFeature; place: number | undefined }> {
  const name = await required(ask, check, 'name');
  const ownId = idFrom(name);
  const id = (await optional(ask, check, 'id', ownId)) || ownId;
  if (id === '') throw new CommandError(`no id can be made from "${oneLine(name)}"; give one with --id`);
  checkedNewId(id);
  const category = await required(ask, check, 'category', check.categories.join(', '));
  const description = await required(ask, check, 'description');
  const order = await optional(ask, check, 'order');
  const tiers = [...check.tiers, 'none'].join(', ');
  const history = [await askEntry(ask, date, withoutRemoval(check), { category, tiers })];
  return { id, feature: { name, category, description, history }, place: order ? Number(order) : undefined };
}

/** A new feature cannot be removed. */
const withoutRemoval = (check: AnswerCheck): AnswerCheck => ({
  ...check,
  mistake: (question, answer, nextRequirements) =>
    question === 'tier' && answer === 'removed'
      ? `a new feature has a status; write one of: ${[...check.tiers, 'none'].join(', ')}`
      : check.mistake(question, answer, nextRequirements),
});

/** What is known about a feature before the questions about its new entry. */
interface EntryContext {
  category: string;
  /** The hint of the first question. */
  tiers: string;
  now?: string | undefined;
  /** Prints a line before the next question; undefined without a terminal. */
  print?: ((text: string) => void) | undefined;
}

/** Asks for the fields of a new entry. */
export async function askEntry(
  ask: Ask,
  date: string,
  check: AnswerCheck,
  { category, tiers, now, print }: EntryContext,
): Promise<NewEntry> {
  const tier = await required(ask, check, 'tier', tiers);
  if (tier === 'removed') {
    const successor = await optional(ask, check, 'successor');
    return { date, removed: true, ...(successor && { successor }), ...(await askSourceAndNote(ask, check, true)) };
  }
  if (tier === 'none') return { date, tier, ...(await askSourceAndNote(ask, check, true)) };
  const also = check.alsoRequires(tier, category, now);
  if (also !== undefined) print?.(also);
  const nextRequirements = check.nextRequirements(tier, category);
  const nextIds = nextRequirements?.map(({ id }) => id);
  const checkMissing = {
    ...check,
    mistake: (it: Question, answer: string) => check.mistake(it, answer, nextIds),
  };
  const [first] = nextRequirements ?? [];
  const missingHint = first && `like "${first.title}=${first.id}"; the ids: ${nextIds?.join(', ')}`;
  const missing = tier === check.tiers[0] ? [] : await askList(ask, checkMissing, 'missing', missingHint);
  const ids = check.requirements(tier, category).map(({ id }) => id);
  const waived = (await askList(ask, check, 'waived', ids.join(', '))).flatMap((answer) => waiverFrom(answer) ?? []);
  return {
    date,
    tier: /^\d+$/.test(tier) ? Number(tier) : tier,
    ...(missing.length > 0 && { missing: missing.map(missingFrom) }),
    ...(waived.length > 0 && { waived }),
    ...(await askSourceAndNote(ask, check, false)),
  };
}

/** Asks for the source, the release and the note of an entry. */
async function askSourceAndNote(
  ask: Ask,
  check: AnswerCheck,
  needsNote: boolean,
): Promise<Pick<NewEntry, 'source' | 'release' | 'note'>> {
  const source = await required(ask, check, 'source');
  const release = await optional(ask, check, 'release');
  const note = await (needsNote ? required : optional)(ask, check, 'note');
  return { source, ...(release && { release }), ...(note && { note }) };
}

/** Asks for the retirement of a requirement or a tier. Only a requirement has a successor. */
export async function askRetirement(
  ask: Ask,
  date: string,
  check: AnswerCheck,
  noun: 'requirement' | 'tier',
): Promise<NewRetirement> {
  const successor = noun === 'requirement' ? await optional(ask, check, 'successor') : undefined;
  const [source, reason] = [await required(ask, check, 'source'), await required(ask, check, 'note')];
  return { date, source, reason, ...(successor && { successor }) };
}

/** Parses `text` or `text=requirement`. */
export function missingFrom(answer: string): { as: string; requirement?: string } {
  const [, as = answer, requirement] = /^(.*\S)\s*=\s*([a-z0-9._-]+)$/.exec(answer) ?? [];
  return { as, ...(requirement !== undefined && { requirement }) };
}

/** Parses `requirement=reason=source`; undefined if a part is missing. */
export function waiverFrom(answer: string): { requirement: string; reason: string; source: string } | undefined {
  const [, requirement, reason, source] = /^([^=]*\S)\s*=\s*(.*\S)\s*=\s*([a-z]+:\/\/\S+)$/i.exec(answer) ?? [];
  return requirement && reason && source ? { requirement, reason, source } : undefined;
}

async function askList(ask: Ask, check: AnswerCheck, question: 'missing' | 'waived', hint?: string): Promise<string[]> {
  const answers = [];
  for (;;) {
    const answer = await optional(ask, check, question, hint);
    if (!answer) return answers;
    answers.push(answer);
  }
}

const optional = (ask: Ask, check: AnswerCheck, question: Question, hint?: string): Promise<string | undefined> =>
  askUntilValid(ask, check, question, hint, false);

async function required(ask: Ask, check: AnswerCheck, question: Question, hint?: string): Promise<string> {
  const answer = await askUntilValid(ask, check, question, hint, true);
  if (!answer) throw new CommandError(missingAnswer(question, hint));
  return answer;
}

/** Asks until the answer is valid; throws if it is invalid and nobody can be asked again. */
async function askUntilValid(
  ask: Ask,
  check: AnswerCheck,
  question: Question,
  hint: string | undefined,
  isRequired: boolean,
) {
  let answer = await ask(question, hint);
  for (;;) {
    const isMissing = isRequired && answer === '';
    const reason = isMissing ? missingAnswer(question, hint) : answer && check.mistake(question, answer);
    if (!reason) return answer;
    answer = await ask(question, hint, reason);
    if (answer === undefined) throw new CommandError(isMissing ? reason : `--${question}: ${reason}`);
  }
}

const missingAnswer = (question: Question, hint?: string): string =>
  `--${question} is missing; write ${questions[question]}${hint ? `: ${hint}` : ''}`;
