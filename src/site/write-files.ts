// Runs beside what makes the pages, on a thread of its own: writes every file that is no page, once it is told what there is.
import { parentPort } from 'node:worker_threads';
import type { Catalogue } from '../domain/catalogue.ts';
import { everyFile } from './files.ts';
import { Output, type LastSite, type Made } from './output.ts';

/** What the thread is told; the catalogue was checked by who tells it. */
export interface FilesToWrite {
  folder: string;
  last: LastSite;
  from: ReadonlyMap<string, string>;
  catalogue: Catalogue;
}

/** What it answers when all is written. */
export type FilesWritten = Readonly<Record<string, Made>>;

parentPort?.once('message', async ({ folder, last, from, catalogue }: FilesToWrite) => {
  const output = new Output(folder, last, from);
  for (const [path, make] of everyFile(catalogue)) await output.put(path, make);
  parentPort?.postMessage(output.made satisfies FilesWritten);
});
