// npm run new -- feature [--id ID] [--name NAME] [--category ID] [--description TEXT] [STATUS], or
// npm run new -- change ID [STATUS]: writes a new feature, or a new entry of one's history, that passes the check. What no
// flag says is asked for, where somebody is there to answer; a file is never overwritten.
//
// STATUS is [--tier N|removed] [--successor ID] [--missing "TEXT"]… [--source URL] [--note TEXT] [--date YYYY-MM-DD].
import { writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { askEntry, askFeature, questions, type Ask } from '../check/prompts.ts';
import { CommandError } from '../check/problem.ts';
import { readEnvironment } from '../check/environment.ts';
import { newId, proposeChange, proposeFeature } from '../check/new-file.ts';
import { readContent } from '../check/read-content.ts';
import { seen } from '../domain/unseen.ts';
import { isoDay } from '../domain/words.ts';
import { attempt, print } from './run-command.ts';

const one = { type: 'string' } as const;
const several = { type: 'string', multiple: true } as const;

await attempt(async () => {
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
      tier: one,
      successor: one,
      missing: several,
      source: one,
      note: one,
    },
  });
  const isFeature = kind === 'feature' && id === undefined;
  if (rest.length > 0 || (!isFeature && (kind !== 'change' || id === undefined)))
    throw new CommandError('write "npm run new -- feature", or "npm run new -- change" and the id of a feature');
  if (flags.id !== undefined) newId(flags.id);
  const { content } = readEnvironment();
  const terminal = process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined;
  const lines = terminal?.[Symbol.asyncIterator]();
  const ask: Ask = async (question, hint) => {
    const flag = flags[question];
    if (typeof flag === 'string') return flag;
    if (flag) return flag.shift() ?? '';
    terminal?.setPrompt(seen(`${questions[question]}${hint ? ` (${hint})` : ''}: `));
    terminal?.prompt();
    const line = await lines?.next();
    if (line?.done) throw new CommandError('\nNothing was written.');
    return line?.value.trim();
  };
  try {
    const made = isFeature ? await askFeature(ask, date, categoriesIn(content)) : undefined;
    const proposal = made
      ? proposeFeature(content, made.id, made.feature)
      : proposeChange(content, id ?? '', await askEntry(ask, date));
    // With "wx" it fails where the file has come into being meanwhile.
    writeFileSync(proposal.path, proposal.text, { flag: isFeature ? 'wx' : 'w' });
    print(`${proposal.path} is written; "npm run check" looks at all content.`);
  } finally {
    terminal?.close();
  }
});

function categoriesIn(content: string): string[] {
  const data = readContent(content).content.categories?.data;
  return Array.isArray(data) ? data.map((category: { id?: unknown } | null) => String(category?.id ?? '')) : [];
}
