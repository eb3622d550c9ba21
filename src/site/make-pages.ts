// Runs beside what reads the content, on a thread of its own: compiles the pages meanwhile, and makes them once it is told what to show.
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { pageFile } from '../domain/addresses/address.ts';
import { compilePages } from './compile.ts';
import { Output } from './output.ts';
import type { PagesToShare, PagesToWrite, PagesWritten } from './page-thread.ts';
import { Queue } from './queue.ts';
import { loadPages, writePages } from './write-pages.ts';

const port = parentPort;
if (!port) throw new Error('this is for a thread of its own');
// Listened to before anything else, since it may be told while it compiles.
const told = once(port, 'message') as Promise<[PagesToWrite]>;
const { publicFolder, module } = await compilePages();
const [{ folder, last, from, given }] = await told;
cpSync(publicFolder, folder, { recursive: true });
const output = new Output(folder, last, from);
const pages = await loadPages(module, given);
const queue = new Queue();
const count = pages.filter(({ path }) => !output.isKnown(pageFile(path))).length;
port.postMessage({ module, queue: queue.shared, count } satisfies PagesToShare);
await writePages(pages, output, queue);
port.postMessage(output.made satisfies PagesWritten);
