import { searchable, type Row } from '../domain/filter/filter.ts';

/** A row of a table, and all that the filter needs of it, read once. */
export interface Line extends Row {
  row: HTMLTableRowElement;
  also: string[];
  note: string;
  /** What it sorts by, column by column. */
  keys: string[];
}

export function readLine(row: HTMLTableRowElement, tier: string): Line {
  const { category = '', missing, also, note = '' } = row.dataset;
  const [name = '', ...texts] = [...row.querySelectorAll('th > :is(a, span:not([id])), td:not(:has(time))')].map(
    (it) => it.textContent,
  );
  const aliases = also?.split('\n') ?? [];
  return {
    row,
    tier: [tier],
    category: [category],
    missing: missing?.split(' ') ?? [],
    also: aliases,
    note,
    seen: searchable([name], texts),
    unseen: also || note ? searchable(aliases, [note]) : '',
    keys: [name, texts[1] ?? '', row.querySelector('time')?.dateTime ?? ''].map((it) => it.toUpperCase()),
  };
}

/** Shows a row with the reason why it matches, which is empty where the row itself shows that; hides it without one. */
export function showLine({ row }: Line, why: string | undefined): void {
  row.hidden = why === undefined;
  const words = row.querySelector('.why');
  if (why === undefined || why === (words?.textContent ?? '')) return;
  words?.remove();
  if (!why) return;
  const added = document.createElement('span');
  added.className = 'why';
  added.textContent = why;
  row.cells[0]!.append(' ', added);
}
