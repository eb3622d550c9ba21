// What compiled pages show, told to the thread that makes them before they are loaded. Not a part of what is compiled.
import type { Catalogue } from '../domain/catalogue.ts';
import type { Entry } from './entries.ts';

export interface Given {
  catalogue: Catalogue;
  /** In place of Astro's collections: the entries that have a body. */
  bodies: Record<string, Entry[]>;
}

let told: Given | undefined;

export const give = (what: Given): void => void (told = what);

/** Throws where nothing was told. */
export function given(): Given {
  if (!told) throw new Error('the pages were loaded before they were told what to show');
  return told;
}
