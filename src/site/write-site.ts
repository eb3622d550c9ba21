import { on } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { ContentError } from '../check/problem.ts';
import { engineDigest } from './engine.ts';
import { bodiesOf } from './entries.ts';
import { everyFile } from './files.ts';
import { madeFrom } from './made-from.ts';
import { Output, type LastSite, type Made } from './output.ts';
import type { PagesToShare, PagesToWrite, PagesWritten } from './page-thread.ts';
import { Queue } from './queue.ts';
import { readOnce } from './reading.ts';
import { loadPages, writePages } from './write-pages.ts';

/** Of fewer pages, this thread would spend longer to load them than it saved. */
const worthSharing = 40;

/**
 * Fills a folder with the whole site: its pages on a thread that runs `page-thread.ts` and ends with this, everything else on this
 * one, which helps with the pages then. Answers what the files were made from; throws a ContentError where the content has a mistake.
 */
export async function writeSite(folder: string, last: LastSite, thread: Worker): Promise<Record<string, Made>> {
  const answers = on(thread, 'message');
  const answer = async <What>(): Promise<What> => ((await answers.next()).value as [What])[0];
  try {
    const checked = readOnce();
    const { catalogue, problems } = checked;
    if (!catalogue) throw new ContentError(problems);
    const from = madeFrom(checked, catalogue, engineDigest());
    const given = { catalogue, bodies: bodiesOf(checked) };
    thread.postMessage({ folder, last, from, given } satisfies PagesToWrite);
    const output = new Output(folder, last, from);
    for (const [path, make] of everyFile(catalogue)) await output.put(path, make);
    const { module, queue, count } = await answer<PagesToShare>();
    if (count >= worthSharing) await writePages(await loadPages(module, given), output, new Queue(queue));
    return { ...output.made, ...(await answer<PagesWritten>()) };
  } finally {
    await thread.terminate();
  }
}
