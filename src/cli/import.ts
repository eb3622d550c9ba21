// npm run import -- FILE… [--into FOLDER] [FLAG…]: turns Markdown pages about tiers into content, and reports what
// it understood, guessed and left out. On a terminal it asks about its guesses. It stores the file names and flags in
// FOLDER/import.yaml, so a second run needs neither: it writes the same files, and deletes those that the pages no
// longer have. It keeps files that an editor has changed.
//
//   --into         the folder to write to (default: CONTENT_DIR, or content)
//   --source       the address of the page, used as the source of every status
//   --date         the first day of its tiers, as YYYY-MM-DD (default: today)
//   --licence      the license of its text
//   --project      the name of the project
//   --tiers        the names of the tiers, the highest first: "Gold, Silver"
//   --name-column  the heading of the column with the name of a row
//   --tier-column  the heading of the column with the tier of a row
//   --category     the category of rows without one
//   --columns      the headings of the columns to keep: "Versions, Notes" (default: all)
//   --rows         whether lists under tier headings are rows ("list") or requirements ("table")
//   --force        overwrite files that the import did not write
//   --new          replace all content in the folder; commit that content first
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { CommandError, problemLine } from '../check/problem.ts';
import { excessIn, mostBytesOfFile } from '../check/raw-text.ts';
import { positionIn } from '../check/source-position.ts';
import { escapeInvisible } from '../domain/invisible.ts';
import { counted, isoDay } from '../domain/text.ts';
import { confirmGuesses, choicesOf, type AskAboutGuess } from '../import/choices.ts';
import { contentFiles, noSource } from '../import/content-files.ts';
import { Ids } from '../import/ids.ts';
import { readRecord, recordName, writeContent, type ImportFlags } from '../import/import-record.ts';
import { refusal } from '../import/other-formats.ts';
import { readDocument } from '../import/read-document.ts';
import { readPage, type InputFile } from '../import/read-page.ts';
import { changes, section, importSummary, noTiersFound } from '../import/import-report.ts';
import { runCommand, print, usage } from './run-command.ts';

/** How many times longer than a content file a page may be, because it becomes many content files. */
const lengthFactor = 4;

const text = { type: 'string' } as const;
const options = {
  source: text,
  date: text,
  licence: text,
  project: text,
  tiers: text,
  'name-column': text,
  'tier-column': text,
  category: text,
  columns: text,
  rows: text,
};

/** Other parts of a project that still refer to the replaced content. */
const firstSteps = [
  'delete tests/own, the tests of the replaced content',
  'rewrite README.md and NOTICE',
  '"npm start" shows the site, and "npm test" tests it',
];

await runCommand(async () => {
  const {
    values: { into = readEnvironment().content, force, new: isNew, ...commandLine },
    positionals,
  } = parseArgs({
    allowPositionals: true,
    options: {
      ...options,
      into: text,
      force: { type: 'boolean', default: false },
      new: { type: 'boolean', default: false },
    },
  });
  const before = readRecord(into);
  const old = isNew ? committedContent(into) : [];
  const documents = positionals.length > 0 ? positionals : (before?.documents ?? []);
  if (documents.length === 0) throw new CommandError(usage());
  if (commandLine.rows !== undefined && commandLine.rows !== 'list' && commandLine.rows !== 'table')
    throw new CommandError('--rows: write "list" or "table"');
  const sources = documents.map(sourceIn);
  let flags: ImportFlags = { date: isoDay(new Date()), ...before?.flags, ...(commandLine as ImportFlags) };
  const read = (as: ImportFlags) => {
    const page = readPage(sources, as.source ?? noSource);
    return { page, document: readDocument(page, choicesOf(as, page)) };
  };
  if (process.stdin.isTTY && process.stdout.isTTY) {
    const guessed = read(flags);
    print(importSummary(guessed.document, guessed.page));
    flags = await withTerminal((ask) => confirmGuesses(flags, (as) => read(as).document.guesses, ask));
  }
  const { page, document } = read(flags);
  if (document.tiers.length === 0) throw new CommandError(noTiersFound(document, page));
  const [first = ''] = documents;
  const [name] = new Ids().ofAll([{ text: basename(first, extname(first)), distinctions: ['document'] }]);
  const { files, madeUp } = contentFiles(document, { ...flags, document: name });
  const written = writeContent(into, files, before, { documents, flags }, force || isNew);
  for (const path of old.filter((name) => !files.has(name) && name !== recordName)) rmSync(join(into, path));
  const { problems } = checkContent(into);
  const sections = [
    `${files.size} files are in ${into}: ${counted(document.tiers.length, 'tier')}, ${counted(document.rows.length, 'feature')}.`,
    importSummary(document, page),
    changes(written),
    section('Still to write', madeUp),
    section('Still to fix', problems.map(problemLine)),
    section('Before the first commit', isNew ? firstSteps : []),
  ];
  print(sections.filter((it) => it !== '').join('\n\n'));
  if (problems.length > 0) process.exitCode = 1;
});

/** Returns the content files in a folder; throws if some are not committed, since they will be deleted. */
function committedContent(folder: string): string[] {
  const git = (...args: string[]): string[] => {
    try {
      return execFileSync('git', [...args, '-z', '--', '.'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
        .split('\0')
        .filter((line) => line !== '');
    } catch {
      throw new CommandError(`${folder} is not in a Git repository; delete its files by hand, and leave out --new`);
    }
  };
  const open = git('status', '--porcelain');
  if (open.length > 0)
    throw new CommandError(`${folder} has uncommitted changes; commit them first, since --new removes all content`);
  return git('ls-files');
}

function sourceIn(file: string): InputFile {
  const page = statSync(file, { throwIfNoEntry: false });
  if (!page?.isFile())
    throw new CommandError(`${file} ${page ? 'is not a file' : 'does not exist'}; name a Markdown page about tiers`);
  const isTooLong = page.size > lengthFactor * mostBytesOfFile;
  const text = isTooLong ? '' : readFileSync(file, 'utf8');
  const refused = refusal(file, text);
  if (refused) throw new CommandError(refused);
  if (isTooLong)
    throw new CommandError(
      `${file} has ${page.size} bytes; name a page with at most ${lengthFactor * mostBytesOfFile}`,
    );
  const excess = excessIn(text, lengthFactor);
  if (excess)
    throw new CommandError(problemLine({ file, ...positionIn(text, excess.offset), message: excess.message }));
  return { name: file, text };
}

async function withTerminal<Result>(work: (ask: AskAboutGuess) => Promise<Result>): Promise<Result> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const lines = terminal[Symbol.asyncIterator]();
  try {
    return await work(async (question, answer) => {
      terminal.setPrompt(escapeInvisible(`${question}: `));
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
