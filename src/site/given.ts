// What the compiled pages show: a thread gives it before it loads them. This module is not compiled with them, so that both see the same.
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { ContentEntry } from './entries.ts';

export interface Given {
  catalogue: Catalogue;
  /** What pages ask collections for: the policy, the requirements, and the features that have a note. Tiers are modules. */
  bodies: Record<string, ContentEntry[]>;
}

let told: Given | undefined;

export const give = (what: Given): void => void (told = what);

/** Throws where nothing was told. */
export function given(): Given {
  if (!told) throw new Error('the pages were loaded before they were told what to show');
  return told;
}
