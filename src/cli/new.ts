// npm run new -- feature [--id ID] [--name NAME] [--category ID] [--description TEXT] [--order N] [STATUS]
// npm run new -- change ID [STATUS]
// npm run new -- retire ID [--successor ID] [--source URL] [--note TEXT] [--date YYYY-MM-DD]
//
// Writes a new feature, a new entry in the history of a feature, or the retirement of a requirement or a tier. On a
// terminal it asks for what the flags omit. The new file always passes the check. The command then lists what other
// files still need. An existing feature is never overwritten.
//
// STATUS is [--tier SLUG|none|removed] [--successor ID] [--missing "TEXT"|"TEXT=REQUIREMENT"]…
// [--waived "REQUIREMENT=REASON=ADDRESS"]… [--source URL] [--release NAME] [--note TEXT]
// [--date YYYY-MM-DD, a day in UTC].
import { writeFileSync } from 'node:fs';
import { createInterface, type Interface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { answerCheckFor } from '../new/answer-check.ts';
import { askEntry, askFeature, askRetirement, questions, type Ask, type Question } from '../new/prompts.ts';
import { checkContent } from '../check/check-content.ts';
import { CommandError, problemLine } from '../check/problem.ts';
import { readEnvironment } from '../check/environment.ts';
import { besideFlags, mistakeInDay, uselessFlags, kinds, type Flags, type Kind } from '../new/flags.ts';
import {
  checkedNewId,
  currentState,
  proposeChange,
  proposeFeature,
  proposeRetirement,
  retirable,
  trackedFeature,
  type CheckedFile,
} from '../new/propose-file.ts';
import { proposeRow } from '../new/propose-row.ts';
import { escapeInvisible } from '../domain/invisible.ts';
import { isoDay } from '../domain/text.ts';
import { runCommand, print } from './run-command.ts';

const one = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;
const options = {
  date: one,
  id: one,
  name: one,
  category: one,
  description: one,
  order: one,
  tier: one,
  successor: one,
  missing: several,
  waived: several,
  source: one,
  release: one,
  note: one,
} as const;
const usage =
  'write "npm run new -- feature", "npm run new -- change" and the id of a feature, or "npm run new -- retire" and the id of a requirement or the slug of a tier';
const isKind = (kind: string | undefined): kind is Kind => kinds.some((it) => it === kind);

/** Thrown if the input ends at a question. */
class InputEnded extends CommandError {}

await runCommand(async () => {
  const {
    values: { date = isoDay(new Date()), ...flags },
    positionals: [kind, id, ...rest],
  } = parseArgs({ allowPositionals: true, options });
  const needsId = kind !== 'feature';
  const hasId = id !== undefined;
  if (!isKind(kind) || rest.length > 0 || needsId !== hasId) throw new CommandError(usage);
  const root = readEnvironment().content;
  const { content, catalogue } = checkContent(root);
  const answerCheck = answerCheckFor(content, catalogue, kind === 'retire' ? 'requirement' : 'feature');
  const useless = uselessFlags(kind, flags, answerCheck.tiers[0]);
  if (useless.length > 0) throw new CommandError(useless.join('\n'));
  if (flags.id !== undefined) checkedNewId(flags.id);
  const feature = kind === 'change' ? trackedFeature(content, id ?? '') : undefined;
  const retiring = kind === 'retire' ? retirable(content, id ?? '') : undefined;
  if (retiring?.noun === 'tier' && flags.successor !== undefined)
    throw new CommandError('a tier has no successor; leave out --successor');
  const wrongDay = mistakeInDay(date, isoDay(new Date()), feature);
  if (wrongDay !== undefined) throw new CommandError(`--date: ${wrongDay}`);
  const check = besideFlags(answerCheck, kind, flags);
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const dialog = asking(flags, terminal);
  const { ask } = dialog;
  const propose = async (): Promise<CheckedFile[]> => {
    if (retiring) return [proposeRetirement(root, retiring, await askRetirement(ask, date, check, retiring.noun))];
    if (feature) {
      const { category, now } = currentState(feature);
      const tiers = `${[...check.tiers, 'none', 'removed'].join(', ')}${now === undefined ? '' : `; now ${now}`}`;
      const subject = { category, tiers, now, print: terminal && print };
      return [proposeChange(root, feature.id, await askEntry(ask, date, check, subject))];
    }
    const made = await askFeature(ask, date, check);
    const file = proposeFeature(root, made.id, made.feature);
    return made.place === undefined ? [file] : [file, proposeRow(root, made.id, file, made.place)];
  };
  try {
    const proposals = await untilAccepted(propose, dialog);
    for (const [index, { path, text }] of proposals.entries())
      // "wx" fails if the file was created meanwhile.
      writeFileSync(path, text, { flag: kind === 'feature' && index === 0 ? 'wx' : 'w' });
    print(outcome(root, proposals));
  } finally {
    terminal?.close();
  }
});

/** Asks again after an answer that turns out to be wrong, until the input ends. */
async function untilAccepted<T>(propose: () => Promise<T>, { hasAsked, startAgain }: Dialog): Promise<T> {
  for (;;)
    try {
      return await propose();
    } catch (error) {
      const isWrongAnswer = error instanceof CommandError && !(error instanceof InputEnded) && hasAsked();
      if (!isWrongAnswer) throw error;
      print(error.message);
      startAgain();
    }
}

type Answers = Map<Question, string[]>;
type Dialog = ReturnType<typeof asking>;

/** Takes each answer from the flags, or else from the terminal. After `startAgain`, the answers so far are defaults. */
function asking(flags: Flags, terminal: Interface | undefined) {
  const lines = terminal?.[Symbol.asyncIterator]();
  let givenFlags = structuredClone(flags);
  let before: Answers = new Map();
  let now: Answers = new Map();
  const ask: Ask = async (question, hint, reason) => {
    const flag = reason === undefined ? givenFlags[question] : undefined;
    if (typeof flag === 'string') return flag;
    if (flag) return flag.shift() ?? '';
    if (!terminal) return undefined;
    if (reason !== undefined) print(reason);
    terminal.setPrompt(escapeInvisible(`${questions[question]}${hint ? ` (${hint})` : ''}: `));
    terminal.prompt();
    const answers = now.get(question) ?? [];
    const previousAnswer = reason === undefined ? before.get(question)?.[answers.length] : answers.pop();
    if (previousAnswer !== undefined) terminal.write(previousAnswer);
    const line = await lines?.next();
    if (!line || line.done) throw new InputEnded('\nNothing was written.');
    const answer = line.value.trim();
    now.set(question, [...answers, answer]);
    return answer;
  };
  const startAgain = () => {
    [before, now, givenFlags] = [now, new Map(), structuredClone(flags)];
  };
  return { ask, hasAsked: () => now.size > 0, startAgain };
}

/** What was written, and what the check reports now. */
function outcome(root: string, written: readonly CheckedFile[]): string {
  const paths = written.map(({ path }) => path).join(' and ');
  const done = `${paths} ${written.length > 1 ? 'are' : 'is'} written`;
  const left = checkContent(root).problems.map(problemLine);
  if (left.length === 0) return `${done}; "npm run check" checks all content.`;
  return [`${done}. What "npm run check" reports now:`, ...left].join('\n');
}
