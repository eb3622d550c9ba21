import type { Line } from './filter-rows.ts';

/** Makes the heads of a table's first three columns buttons that sort it: up, down, and back to its own order. */
export function sortable(table: HTMLTableElement, lines: () => readonly Line[]): void {
  const heads = [...table.querySelectorAll<HTMLElement>('[data-sorts]')];
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.append(...head.childNodes);
    head.append(button);
    button.onclick = () => {
      const sign = { ascending: -1, descending: 0 }[head.ariaSort!] ?? 1;
      for (const other of heads)
        other.ariaSort = other === head && sign ? (sign > 0 ? 'ascending' : 'descending') : null;
      const sorted = [...lines()];
      if (sign)
        sorted.sort(({ keys: { [column]: a = '' } }, { keys: { [column]: b = '' } }) => sign * (+(a > b) - +(a < b)));
      table.tBodies[0]!.append(...sorted.map(({ row }) => row));
    };
  });
}
