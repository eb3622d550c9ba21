import type { Filter } from './filter.ts';
import { counted, oneLine } from '../words.ts';

/** Describes a filter with the labels of its values; an empty string for an empty filter. */
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

/** Says how many rows match, and how to clear a filter that matches none; `words` describes the filter. */
export function outcome(words: string, matching: number, total: number): string {
  const all = counted(total, 'feature');
  if (words === '') return `Showing all ${all}`;
  if (matching > 0) return `${matching} of ${all}: ${words}`;
  return `No feature matches ${words}. Clear (Esc) to see all ${total}.`;
}

/** Names the unknown filters of an address, shortened to one line. */
export const ignoredWords = (ignored: readonly string[]): string =>
  ignored.length > 0 ? `. Unknown filter: “${oneLine(ignored.join(', '))}”` : '';
