import { linesOf, type Group } from './filter-rows.ts';

/** Makes the heads of a table's first three columns buttons that sort it: up, down, and back to its own order. */
export function sortable(table: HTMLTableElement, groups: readonly Group[], sorted: () => void): void {
  const heads = [...table.querySelectorAll<HTMLElement>('[data-sorts]')];
  const all = () => groups.flatMap(linesOf);
  let own: ReturnType<typeof all> | undefined;
  heads.forEach((head, column) => {
    const button = document.createElement('button');
    button.append(...head.childNodes);
    head.append(button);
    button.onclick = () => {
      const sign = { ascending: -1, descending: 0 }[head.ariaSort!] ?? 1;
      for (const other of heads)
        other.ariaSort = other === head && sign ? (sign > 0 ? 'ascending' : 'descending') : null;
      const lines = [...(own ??= all())];
      if (sign)
        lines.sort(({ keys: { [column]: a = '' } }, { keys: { [column]: b = '' } }) => sign * (+(a > b) - +(a < b)));
      for (const group of groups) {
        group.lines = lines.splice(0, linesOf(group).length);
        group.moved = true;
      }
      sorted();
    };
  });
}
