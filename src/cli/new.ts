// npm run new -- feature [--id ID] [--name NAME] [--category ID] [--description TEXT] [--order N] [STATUS]
// npm run new -- change ID [STATUS]
// npm run new -- retire ID [--successor ID] [--source URL] [--note TEXT] [--date YYYY-MM-DD]
//
// Writes a new feature, a new entry in the history of a feature, or the retirement of a requirement or a tier. On a
// terminal it asks for what the flags omit. The new file always passes the check. It lists what other files still need.
// An existing feature is never overwritten.
//
// STATUS is [--tier SLUG|none|removed] [--successor ID] [--missing "TEXT"|"TEXT=REQUIREMENT"]…
// [--waived "REQUIREMENT=REASON=ADDRESS"]… [--source URL] [--note TEXT] [--date YYYY-MM-DD, a day in UTC].
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { answersFor } from '../new/answer-check.ts';
import { askEntry, askFeature, askRetirement, questions, type Ask, type Question } from '../new/prompts.ts';
import { checkContent } from '../check/check-content.ts';
import { CommandError, problemLine } from '../check/problem.ts';
import { readEnvironment } from '../check/environment.ts';
import { besideFlags, mistakeInDay, uselessFlags, kinds, type Kind } from '../new/flags.ts';
import {
  newId,
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
const usage =
  'write "npm run new -- feature", "npm run new -- change" and the id of a feature, or "npm run new -- retire" and the id of a requirement or the slug of a tier';
const isKind = (kind: string | undefined): kind is Kind => kinds.some((it) => it === kind);

await runCommand(async () => {
  const {
    values: { date = isoDay(new Date()), ...flags },
    positionals: [kind, id, ...rest],
  } = parseArgs({
    allowPositionals: true,
    options: {
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
      note: one,
    },
  });
  if (!isKind(kind) || rest.length > 0 || (kind === 'feature') !== (id === undefined)) throw new CommandError(usage);
  const root = readEnvironment().content;
  const { content, catalogue } = checkContent(root);
  const answers = answersFor(content, catalogue, kind === 'retire' ? 'requirement' : 'feature');
  const useless = uselessFlags(kind, flags, answers.tiers[0]);
  if (useless.length > 0) throw new CommandError(useless.join('\n'));
  if (flags.id !== undefined) newId(flags.id);
  const feature = kind === 'change' ? trackedFeature(content, id ?? '') : undefined;
  const rule = kind === 'retire' ? retirable(content, id ?? '') : undefined;
  if (rule?.noun === 'tier' && flags.successor !== undefined)
    throw new CommandError('a tier has no successor; leave out --successor');
  const wrongDay = mistakeInDay(date, isoDay(new Date()), feature);
  if (wrongDay !== undefined) throw new CommandError(`--date: ${wrongDay}`);
  const check = besideFlags(answers, kind, flags);
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const lines = terminal?.[Symbol.asyncIterator]();
  let given = structuredClone(flags);
  /** The answers of the previous attempt, offered as defaults. */
  let before = new Map<Question, string[]>();
  let now = new Map<Question, string[]>();
  const ask: Ask = async (question, hint, reason) => {
    const flag = reason === undefined ? given[question] : undefined;
    if (typeof flag === 'string') return flag;
    if (flag) return flag.shift() ?? '';
    if (!terminal) return undefined;
    if (reason !== undefined) print(reason);
    terminal.setPrompt(escapeInvisible(`${questions[question]}${hint ? ` (${hint})` : ''}: `));
    terminal.prompt();
    const answers = now.get(question) ?? [];
    const kept = reason === undefined ? before.get(question)?.[answers.length] : answers.pop();
    if (kept !== undefined) terminal.write(kept);
    const line = await lines?.next();
    if (!line || line.done) throw new CommandError('\nNothing was written.');
    const answer = line.value.trim();
    now.set(question, [...answers, answer]);
    return answer;
  };
  const propose = async (): Promise<CheckedFile[]> => {
    if (rule) return [proposeRetirement(root, rule, await askRetirement(ask, date, check, rule.noun))];
    if (feature) {
      const { category, now } = currentState(feature);
      const tiers = `${[...check.tiers, 'none', 'removed'].join(', ')}${now === undefined ? '' : `; now ${now}`}`;
      return [proposeChange(root, feature.id, await askEntry(ask, date, check, { category, tiers }))];
    }
    const made = await askFeature(ask, date, check);
    const file = proposeFeature(root, made.id, made.feature);
    return made.place === undefined ? [file] : [file, proposeRow(root, made.id, file, made.place)];
  };
  try {
    let proposals: CheckedFile[] | undefined;
    while (!proposals)
      try {
        proposals = await propose();
      } catch (error) {
        // If the answers do not pass the check, ask again with the same answers as defaults.
        if (!(error instanceof CommandError) || now.size === 0 || error.message.startsWith('\n')) throw error;
        print(error.message);
        [before, now, given] = [now, new Map(), structuredClone(flags)];
      }
    for (const [index, { path, text }] of proposals.entries())
      // "wx" fails if the file was created meanwhile.
      writeFileSync(path, text, { flag: kind === 'feature' && index === 0 ? 'wx' : 'w' });
    const paths = proposals.map(({ path }) => path).join(' and ');
    const written = `${paths} ${proposals.length > 1 ? 'are' : 'is'} written`;
    const left = checkContent(root).problems.map(problemLine);
    print(
      left.length > 0
        ? [`${written}. What "npm run check" reports now:`, ...left].join('\n')
        : `${written}; "npm run check" checks all content.`,
    );
  } finally {
    terminal?.close();
  }
});
