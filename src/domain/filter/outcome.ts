import type { Filter } from './filter.ts';
import { counted, oneLine } from '../words.ts';

/** A filter in words, from the labels of its values; nothing for a filter that asks nothing. */
export const inWords = (filter: Filter, label: (kind: string, value: string) => string): string =>
  [
    ...Object.entries(filter.chosen).map(([kind, values]) =>
      values
        .map((value) => label(kind, value))
        .join(' or ')
        .replace(/^(?=.)/, kind === 'missing' ? 'unmet ' : ''),
    ),
    filter.q && `“${oneLine(filter.q)}”`,
  ]
    .filter(Boolean)
    .join(', ');

/** How many rows a filter leaves, and what to do where it leaves none; `words` are the filter's own. */
export function outcome(words: string, matching: number, total: number): string {
  const all = counted(total, 'feature');
  if (words === '') return `Showing all ${all}`;
  if (matching > 0) return `${matching} of ${all}: ${words}`;
  return `No feature matches ${words}. Clear (Esc) to see all ${total}.`;
}

/** Says what in an address meant nothing, of which a reader needs no more than the beginning. */
export const ignoredWords = (ignored: readonly string[]): string =>
  ignored.length > 0 ? `. Unknown filter: “${oneLine(ignored.join(', '))}”` : '';
