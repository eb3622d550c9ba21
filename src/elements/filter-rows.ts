import type { Row } from '../domain/filter/filter.ts';
import { searchedText } from '../domain/filter/searched-text.ts';
import type { Sort } from '../domain/filter/sort.ts';

/** A table row with everything that the filter needs. */
export interface FilterRow extends Row {
  row: HTMLTableRowElement;
  also: string[];
  note: string;
  keys: Record<Sort, string>;
}

export function readLine(row: HTMLTableRowElement, tier: string): FilterRow {
  const { category = '', missing, columns, also, note = '' } = row.dataset;
  const name = row.querySelector('th a')!.textContent;
  const texts = [...row.querySelectorAll('td:not(:has(time))')].map((it) => it.textContent);
  const aliases = also?.split('\n') ?? [];
  return {
    row,
    has: {
      tier: [tier],
      category: [category],
      missing: missing?.split(' ') ?? [],
      ...Object.fromEntries([...new URLSearchParams(columns)].map(([id, value]) => [id, [value]])),
    },
    also: aliases,
    note,
    ...searchedText(name, texts, aliases, note),
    keys: { name: name.toUpperCase(), category, date: row.querySelector('time')?.dateTime ?? '' },
  };
}

/** Shows a row with the reason why it matches, empty if the match is visible. If `why` is undefined, hides the row. */
export function showLine({ row }: FilterRow, why: string | undefined): void {
  row.hidden = why === undefined;
  const shown = row.querySelector('.why');
  if (why === undefined || why === (shown?.textContent ?? '')) return;
  shown?.remove();
  if (!why) return;
  const added = document.createElement('span');
  added.className = 'why';
  added.textContent = why;
  row.cells[1]!.append(' ', added);
}
