import { ContentError } from '../check/problem.ts';
import { engineDigest } from './engine.ts';
import { bodiesOf } from './entries.ts';
import { everyFile } from './files.ts';
import { madeFrom } from './made-from.ts';
import { Output, type LastSite, type Made } from './output.ts';
import type { PageThread } from './page-thread.ts';
import { Queue } from './queue.ts';
import { readOnce } from './reading.ts';
import { loadPages, writePages } from './write-pages.ts';

/** With fewer pages to make, loading them here takes longer than it saves. */
const worthSharing = 40;

/**
 * Fills a folder with the whole site: its pages on a thread of their own, everything else on this one, which then helps with the
 * pages. Answers what the files were made from; throws a ContentError where the content has a mistake.
 */
export async function writeSite(folder: string, last: LastSite, thread: PageThread): Promise<Record<string, Made>> {
  const checked = readOnce();
  const { catalogue, problems } = checked;
  if (!catalogue) throw new ContentError(problems);
  const from = madeFrom(checked, catalogue, engineDigest());
  const given = { catalogue, bodies: bodiesOf(checked) };
  thread.tell({ folder, last, from, given });
  const output = new Output(folder, last, from);
  for (const [path, make] of everyFile(catalogue)) await output.put(path, make);
  const { module, queue, count } = await thread.shared();
  if (count >= worthSharing) await writePages(await loadPages(module, given), output, new Queue(queue));
  return { ...output.made, ...(await thread.written()) };
}
