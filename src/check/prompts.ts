import { idFrom, oneLine } from '../domain/words.ts';
import { newId } from './new-file.ts';
import { CommandError } from './problem.ts';
import type { NewEntry, NewFeature } from './new-entry.ts';

/** What a new feature or entry is made of, as a question puts it. */
export const questions = {
  name: "its name, in the document's words",
  id: 'its id, which names its file and its address',
  category: 'the id of its category',
  description: 'what it is, in a sentence for somebody who has not heard of it',
  tier: 'the level of its tier, or "removed"',
  successor: 'the id of the feature that took its place, if there is one',
  missing:
    'what it lacks for the next higher tier, in the words of a table, then "=" and the id of the written requirement, if there is one; an empty line ends the list',
  source: 'the address of the pull request or commit that makes the change',
  note: 'why, in a sentence',
} as const;
export type Question = keyof typeof questions;

/** Answers a question, with nothing where nothing is to be said; undefined where nobody can be asked. */
export type Ask = (question: Question, hint?: string) => Promise<string | undefined>;

/** Asks for a feature that is not tracked yet. */
export async function askFeature(
  ask: Ask,
  date: string,
  categories: readonly string[],
): Promise<{ id: string; feature: NewFeature }> {
  const name = await required(ask, 'name');
  const ownId = idFrom(name);
  const id = (await ask('id', ownId)) || ownId;
  if (id === '') throw new CommandError(`no id can be made of "${oneLine(name)}"; give one with --id`);
  newId(id);
  const category = await required(ask, 'category', categories.join(', '));
  const description = await required(ask, 'description');
  return { id, feature: { name, category, description, history: [await askEntry(ask, date)] } };
}

/** Asks for a status that holds from a day on. */
export async function askEntry(ask: Ask, date: string): Promise<NewEntry> {
  const tier = await required(ask, 'tier');
  if (tier === 'removed') {
    const successor = await ask('successor');
    const [source, note] = [await required(ask, 'source'), await required(ask, 'note')];
    return { date, removed: true, ...(successor && { successor }), source, note };
  }
  const missing = tier === '1' ? [] : await askMissing(ask);
  const [source, note] = [await required(ask, 'source'), await ask('note')];
  return { date, tier: Number(tier), ...(missing.length > 0 && { missing }), source, ...(note && { note }) };
}

async function askMissing(ask: Ask): Promise<NonNullable<NewEntry['missing']>> {
  const missing = [];
  for (let answer = await ask('missing'); answer; answer = await ask('missing')) {
    const [, as = answer, requirement] = /^(.*\S)\s*=\s*([a-z0-9._-]+)$/.exec(answer) ?? [];
    missing.push({ as, ...(requirement !== undefined && { requirement }) });
  }
  return missing;
}

async function required(ask: Ask, question: Question, hint?: string): Promise<string> {
  const answer = await ask(question, hint);
  if (!answer)
    throw new CommandError(`--${question} is missing; write ${questions[question]}${hint ? `: ${hint}` : ''}`);
  return answer;
}
