import { on } from 'node:events';
import { Worker } from 'node:worker_threads';
import { dropParts } from './compile.ts';
import type { Given } from './given.ts';
import type { LastSite, Made } from './output.ts';

/** What the thread is told: where to write, and what the pages show. */
export interface PagesToWrite {
  folder: string;
  last: LastSite;
  from: ReadonlyMap<string, string>;
  given: Given;
}

/** What it answers once the pages are known, for whoever would make some of them. */
export interface PagesToShare {
  /** The address of the compiled pages. */
  module: string;
  queue: SharedArrayBuffer;
  /** How many are not in the last site. */
  count: number;
}

/** What it answers when all pages are made. */
export type PagesWritten = Readonly<Record<string, Made>>;

/** The thread that runs `make-pages.ts`. It begins to load and to compile at once; whoever starts it ends it. */
export class PageThread {
  readonly #worker = new Worker(new URL('make-pages.ts', import.meta.url));
  // From the first on, so that nothing which it throws is lost.
  readonly #answers = on(this.#worker, 'message', { close: ['exit'] });

  tell = (pages: PagesToWrite): void => this.#worker.postMessage(pages);
  shared = (): Promise<PagesToShare> => this.#answer();
  written = (): Promise<PagesWritten> => this.#answer();

  /** Throws what the thread threw. */
  async #answer<What>(): Promise<What> {
    const { done, value } = await this.#answers.next();
    if (done) throw new Error('the thread of the pages ended without an answer');
    return (value as [What])[0];
  }

  /** Stops it wherever it is, and leaves nothing half compiled. */
  async end(): Promise<void> {
    await this.#worker.terminate();
    dropParts();
  }
}
