import { cpSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { ContentError } from '../check/problem.ts';
import { compilePages } from './compile.ts';
import { engineDigest } from './engine.ts';
import { madeFrom, pageFile } from './made-from.ts';
import { Output, type LastSite, type Made } from './output.ts';
import { readOnce } from './reading.ts';
import type { FilesToWrite, FilesWritten } from './write-files.ts';

/** Fills a folder with the whole site; answers what its files were made from. Throws a ContentError where the content has a mistake. */
export async function writeSite(folder: string, last: LastSite): Promise<Record<string, Made>> {
  // A thread of its own for what is no page costs no time where there are two processors, and loads while the content is read.
  const writer = new Worker(new URL('write-files.ts', import.meta.url));
  try {
    const checked = readOnce();
    const { catalogue, problems } = checked;
    if (!catalogue) throw new ContentError(problems);
    const from = madeFrom(checked, catalogue, engineDigest());
    const files = writeFiles(writer, { folder, last, from, catalogue });
    const output = new Output(folder, last, from);
    await both([writePages(folder, output), files]);
    return { ...output.made, ...(await files) };
  } finally {
    await writer.terminate();
  }
}

/** Makes the pages one by one, which holds the least in memory. */
async function writePages(folder: string, output: Output): Promise<void> {
  const compiled = await compilePages();
  cpSync(compiled.publicFolder, folder, { recursive: true });
  const { everyPage } = await compiled.load();
  for (const { path, make } of await everyPage()) await output.put(pageFile(path), make);
}

function writeFiles(writer: Worker, what: FilesToWrite): Promise<FilesWritten> {
  return new Promise((done, fail) => {
    writer.once('error', fail).once('message', done);
    writer.postMessage(what);
  });
}

/** Waits for all, so that nothing is still written when one of them fails; throws what the first of them threw. */
async function both(work: readonly Promise<unknown>[]): Promise<void> {
  for (const result of await Promise.allSettled(work)) if (result.status === 'rejected') throw result.reason;
}
