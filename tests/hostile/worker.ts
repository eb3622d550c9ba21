// Tries one input after another on a copy of Lantern, so that whoever waits can tell which of them hangs.
import { cpSync, lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { checkContent } from '../../src/check/check-content.ts';
import { problemLine } from '../../src/check/problem.ts';
import { lanternFolder } from '../unit/lantern.ts';
import { inputs } from './inputs.ts';

/** Every name below a folder with the time of its last change. */
const tree = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    const it = lstatSync(path);
    // Links are not followed: some of them lead round for ever.
    return [`${path} ${it.mtimeMs}`, ...(it.isDirectory() ? tree(path) : [])];
  });

function linesFor(what: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
  try {
    cpSync(lanternFolder, folder, { recursive: true });
    inputs.get(what)?.(folder);
    const before = tree(folder).join();
    const { catalogue, problems } = checkContent(folder);
    if (tree(folder).join() !== before) return ['the folder was written'];
    return catalogue ? ['understood'] : problems.map((problem) => problemLine(problem).replaceAll(`${folder}/`, ''));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

parentPort?.on('message', (what: string) => {
  try {
    parentPort?.postMessage(linesFor(what));
  } catch (error) {
    parentPort?.postMessage([`threw ${String(error)}`]);
  }
});
