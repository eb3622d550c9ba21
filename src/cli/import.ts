// npm run import -- FILE… [--into FOLDER] [FLAG…]: makes content of one or several Markdown pages of tiers, and says what it
// understood, guessed and left. On a terminal it asks for what it guessed. FOLDER/import.yaml remembers the files and flags:
// a second run needs neither, writes the same, and removes what the pages no longer have. A file that somebody changed stays.
//
//   --into         the folder to write (default: CONTENT_DIR, or content)
//   --source       the address of the page, which stands for the decision behind every tier in it
//   --date         the day since which its tiers hold, as YYYY-MM-DD (default: today)
//   --licence      the licence of its text
//   --project      the project that it is about
//   --tiers        the names of the tiers, the highest first: "Gold, Silver"
//   --name-column  the head of the column that names a row
//   --tier-column  the head of the column that names its tier
//   --category     the category of rows that name none
//   --columns      the heads of the columns to keep: "Versions, Notes" (default: all)
//   --rows         whether lists below the headings of tiers are rows ("list") or requirements ("table")
//   --force        write over files that the import did not write
//   --new          put the page in the place of all content in the folder, which must be committed
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { CommandError, problemLine } from '../check/problem.ts';
import { excessIn, mostBytes } from '../check/raw-text.ts';
import { placeIn } from '../check/source-position.ts';
import { seen } from '../domain/unseen.ts';
import { isoDay } from '../domain/words.ts';
import { settled, choicesOf, type Ask } from '../import/choices.ts';
import { contentFiles, noSource } from '../import/content-files.ts';
import { Ids } from '../import/ids.ts';
import { readRecord, recordName, writeContent, type Told } from '../import/import-record.ts';
import { refusal } from '../import/other-formats.ts';
import { readDocument } from '../import/read-document.ts';
import { readPage, type Source } from '../import/read-page.ts';
import { changes, section, understood } from '../import/report.ts';
import { attempt, print, usage } from './run-command.ts';

/** How many times as long as a file of content a page may be, which is to become many of them. */
const times = 4;

const words = { type: 'string' } as const;
const flags = {
  source: words,
  date: words,
  licence: words,
  project: words,
  tiers: words,
  'name-column': words,
  'tier-column': words,
  category: words,
  columns: words,
  rows: words,
};

/** What else in a project speaks of the content that was there before. */
const firstSteps = [
  'delete tests/own, the tests of the content that was here',
  'write README.md and NOTICE anew',
  '"npm start" shows the site, and "npm test" tests it',
];

await attempt(async () => {
  const {
    values: { into = readEnvironment().content, force, new: isNew, ...given },
    positionals,
  } = parseArgs({
    allowPositionals: true,
    options: {
      ...flags,
      into: words,
      force: { type: 'boolean', default: false },
      new: { type: 'boolean', default: false },
    },
  });
  const before = readRecord(into);
  const old = isNew ? committedContent(into) : [];
  const documents = positionals.length > 0 ? positionals : (before?.documents ?? []);
  if (documents.length === 0) throw new CommandError(usage());
  if (given.rows !== undefined && given.rows !== 'list' && given.rows !== 'table')
    throw new CommandError('--rows: write "list" or "table"');
  const sources = documents.map(sourceIn);
  let told: Told = { date: isoDay(new Date()), ...before?.told, ...(given as Told) };
  const read = (as: Told) => {
    const page = readPage(sources, as.source ?? noSource);
    return { page, document: readDocument(page, choicesOf(as, page)) };
  };
  let { page, document } = read(told);
  if (process.stdin.isTTY && process.stdout.isTTY) {
    print(understood(document, page));
    told = await withTerminal((ask) => settled(told, (as) => read(as).document.guesses, ask));
    ({ page, document } = read(told));
  }
  const [first = ''] = documents;
  const [name] = new Ids().ofAll([{ words: basename(first, extname(first)), distinctions: ['document'] }]);
  const { files, madeUp } = contentFiles(document, { ...told, document: name });
  const written = writeContent(into, files, before, { documents, told }, force || isNew);
  for (const path of old.filter((name) => !files.has(name) && name !== recordName)) rmSync(join(into, path));
  const { problems } = checkContent(into);
  const said = [
    `${files.size} files are in ${into}: ${document.tiers.length} tiers, ${document.rows.length} features.`,
    understood(document, page),
    changes(written),
    section('Still to write', madeUp),
    section('Still to mend', problems.map(problemLine)),
    section('Before the first commit', isNew ? firstSteps : []),
  ];
  print(said.filter((it) => it !== '').join('\n\n'));
  if (problems.length > 0) process.exitCode = 1;
});

/** The files of content in a folder; refuses those that no commit has, since they are to be removed. */
function committedContent(folder: string): string[] {
  const git = (...args: string[]): string[] => {
    try {
      return execFileSync('git', [...args, '-z', '--', '.'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
        .split('\0')
        .filter((line) => line !== '');
    } catch {
      throw new CommandError(`${folder} is in no Git repository; delete what is in it by hand, and leave out --new`);
    }
  };
  const open = git('status', '--porcelain');
  if (open.length > 0)
    throw new CommandError(
      `${folder} has changes that no commit has; commit them first, since --new removes all content`,
    );
  return git('ls-files');
}

function sourceIn(file: string): Source {
  const page = statSync(file, { throwIfNoEntry: false });
  if (!page?.isFile())
    throw new CommandError(`${file} is ${page ? 'no file' : 'not there'}; name a Markdown page of tiers`);
  const text = page.size > times * mostBytes ? '' : readFileSync(file, 'utf8');
  const refused = refusal(file, text);
  if (refused) throw new CommandError(refused);
  if (page.size > times * mostBytes)
    throw new CommandError(`${file} has ${page.size} bytes; name a page with at most ${times * mostBytes}`);
  const excess = excessIn(text, times);
  if (excess) throw new CommandError(problemLine({ file, ...placeIn(text, excess.offset), message: excess.message }));
  return { name: file, text };
}

async function withTerminal<Result>(work: (ask: Ask) => Promise<Result>): Promise<Result> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines = terminal[Symbol.asyncIterator]();
  try {
    return await work(async (question, answer) => {
      terminal.setPrompt(seen(`${question}: `));
      terminal.prompt();
      terminal.write(answer);
      const line = await lines.next();
      if (line.done) throw new CommandError('\nNothing was written.');
      return line.value.trim();
    });
  } finally {
    terminal.close();
  }
}
