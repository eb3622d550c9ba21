// npm run import -- FILE.md [--into FOLDER] [--source URL] [--date YYYY-MM-DD] [--licence SPDX] [--force]: proposes content
// from a Markdown page of tiers.
//
//   --into     the folder to write (default: CONTENT_DIR, or content)
//   --source   the address of the page, which stands for the decision behind every tier in it
//   --date     the day since which its tiers hold (default: today)
//   --licence  the licence of its text
//   --force    write over files that exist
import { lstatSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { CommandError, problemLine } from '../check/problem.ts';
import { checkContent } from '../check/check-content.ts';
import { readEnvironment } from '../check/environment.ts';
import { excessIn, mostBytes } from '../check/raw-text.ts';
import { placeIn } from '../check/source-position.ts';
import { seen } from '../domain/unseen.ts';
import { isoDay } from '../domain/words.ts';
import { contentFiles, type Origin } from '../import/content-files.ts';
import { readDocument } from '../import/read-document.ts';
import { attempt, print, usage } from './run-command.ts';

/** How many times as long as a file of content a page may be, which is to become many of them. */
const times = 4;

await attempt(() => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      source: { type: 'string' },
      into: { type: 'string' },
      date: { type: 'string' },
      licence: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const [file, ...others] = positionals;
  if (!file || others.length > 0) throw new CommandError(usage());
  const { into = readEnvironment().content, force, ...told } = values;
  importInto(into, pageIn(file), { date: isoDay(new Date()), ...told }, force);
});

function pageIn(file: string): string {
  const page = statSync(file, { throwIfNoEntry: false });
  if (!page?.isFile())
    throw new CommandError(`${file} is ${page ? 'no file' : 'not there'}; name a Markdown page with tables of tiers`);
  if (page.size > times * mostBytes)
    throw new CommandError(`${file} has ${page.size} bytes; name a page with at most ${times * mostBytes}`);
  const markdown = readFileSync(file, 'utf8');
  const excess = excessIn(markdown, times);
  if (excess)
    throw new CommandError(problemLine({ file, ...placeIn(markdown, excess.offset), message: excess.message }));
  return markdown;
}

function importInto(folder: string, markdown: string, origin: Origin, force: boolean): void {
  const read = readDocument(markdown.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  const { files, guesses } = contentFiles(read, origin);
  const paths = [...files.keys()].map((name) => join(folder, name));
  const at = (path: string) => lstatSync(path, { throwIfNoEntry: false });
  const noFolders = [...new Set(paths.map(dirname))].filter((path) => at(path)?.isDirectory() === false);
  const strange = noFolders.length > 0 ? noFolders : paths.filter((path) => at(path)?.isFile() === false);
  if (strange.length > 0)
    throw new CommandError(
      `${strange.join('\n')}\nThese are links, or not what is to be written there, so nothing was written; name another folder with --into.`,
    );
  const existing = paths.filter((path) => at(path));
  if (existing.length > 0 && !force)
    throw new CommandError(
      `${existing.join('\n')}\nThese files exist, so nothing was written; name another folder with --into, or write over them with --force.`,
    );
  for (const [name, text] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    // With "wx" it fails where the file has come into being meanwhile.
    writeFileSync(join(folder, name), text, { flag: force ? 'w' : 'wx' });
  }
  print(`${files.size} files are in ${folder}: ${read.tiers.length} tiers, ${read.rows.length} features.`);
  report(
    'Not placed',
    read.leftovers.map(({ line, what }) => `line ${line}: ${what}`),
  );
  report('Still to write', guesses);
  const { problems } = checkContent(folder);
  report('Still to mend', problems.map(problemLine));
  if (problems.length > 0) process.exitCode = 1;
}

function report(title: string, lines: readonly string[]): void {
  if (lines.length > 0) print(`\n${title}:\n${lines.map((line) => `  ${seen(line)}`).join('\n')}`);
}
