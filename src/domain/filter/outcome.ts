import type { Filter } from './filter.ts';
import { counted, oneLine } from '../text.ts';

/** Describes a filter with the labels of its values; an empty string for an empty filter. */
export const describeFilter = (filter: Filter, label: (kind: string, value: string) => string): string =>
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

/** Says how many rows match, and how to clear a filter that matches none. */
export function outcome(filterDescription: string, matching: number, total: number): string {
  const all = counted(total, 'feature');
  if (filterDescription === '') return `Showing all ${all}`;
  if (matching > 0) return `${matching} of ${all}: ${filterDescription}`;
  return `No feature matches ${filterDescription}. Clear (Esc) to see all ${total}.`;
}

/** Names the unknown filters of an address, shortened to one line. */
export const ignoredNote = (ignored: readonly string[]): string =>
  ignored.length > 0 ? `. Unknown filter: “${oneLine(ignored.join(', '))}”` : '';
