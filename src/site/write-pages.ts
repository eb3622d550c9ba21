import { pageFile } from '../domain/addresses/address.ts';
import { give, type Given } from './given.ts';
import type { Output } from './output.ts';
import type { Page, PageMaker } from './page-maker.ts';
import type { Queue } from './queue.ts';

/** Every page of a compiled site, with what it is to show; a thread loads them once. */
export async function loadPages(module: string, what: Given): Promise<Page[]> {
  give(what);
  return ((await import(module)) as PageMaker).pagesToMake();
}

/** Makes those pages that no other thread makes, one by one, which holds the least in memory. */
export async function writePages(pages: readonly Page[], output: Output, queue: Queue): Promise<void> {
  for (const { path, make } of queue.of(pages)) await output.put(pageFile(path), make);
}
