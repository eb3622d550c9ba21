// Runs one task after another, so that the caller can tell which of them hangs.
import { cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { checkContent } from '../../src/check/check-content.ts';
import { problemLine } from '../../src/check/problem.ts';
import { excessIn } from '../../src/check/raw-text.ts';
import { reportLines } from '../../src/check/print-problems.ts';
import { contentFiles, noSource } from '../../src/import/content-files.ts';
import { readDocument } from '../../src/import/read-document.ts';
import { readPage } from '../../src/import/read-page.ts';
import { lanternFolder } from '../unit/lantern.ts';
import { check, lanternFiles } from '../unit/content-in-memory.ts';
import { contents } from './slow-inputs.ts';
import { inputs } from './inputs.ts';

/** Every path below a folder with its modification time. */
const pathsWithTimes = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const it = lstatSync(path);
    // Links are not followed, since some of them form a loop.
    return [`${path} ${it.mtimeMs}`, ...(it.isDirectory() ? pathsWithTimes(path) : [])];
  });

/** The tasks by name; each returns lines. */
const tasks = {
  /** A change of Lantern's folder. */
  input(what: string): string[] {
    const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
    try {
      cpSync(lanternFolder, folder, { recursive: true });
      inputs.get(what)?.(folder);
      const before = pathsWithTimes(folder).join();
      const { catalogue, problems } = checkContent(folder);
      if (pathsWithTimes(folder).join() !== before) return ['the folder was written'];
      return catalogue ? ['understood'] : problems.map((problem) => problemLine(problem).replaceAll(`${folder}/`, ''));
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  /** The text of a feature's file. */
  file: (text: string): string[] => reportLines(check(lanternFiles({ 'features/oak-board.mdx': text }))),
  /** Content of many files. */
  content: (what: string): string[] => reportLines(check(lanternFiles(Object.fromEntries(contents[what]?.() ?? [])))),
  /** The whole document. */
  document: (text: string): string[] => reportLines(check(lanternFiles({ 'policy/document.mdx': text }))),
  /** A page to import. */
  page(markdown: string): string[] {
    const excess = excessIn(markdown, 4);
    if (excess) return [excess.message];
    const page = readPage([{ name: 'page.md', text: markdown }], noSource);
    return contentFiles(readDocument(page), { date: '2024-01-01' }).madeUp;
  },
};
export type Task = keyof typeof tasks;

parentPort?.on('message', ([task, what]: [Task, string]) => {
  try {
    parentPort?.postMessage(tasks[task](what));
  } catch (error) {
    parentPort?.postMessage([`threw ${String(error)}`]);
  }
});
