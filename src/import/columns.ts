import type { Table } from 'mdast';
import { toString } from 'mdast-util-to-string';

const heads = { category: /categor|kind|group/i, missing: /missing|lack/i, name: /description|name|feature|target/i };

/** Which column of a table is what, by its head; -1 where none is. */
export function columnsOf({ children: [head] }: Table): { category: number; missing: number; name: number } {
  const titles = head?.children.map((cell) => toString(cell)) ?? [];
  const at = { category: -1, missing: -1, name: -1 };
  for (const key of ['category', 'missing', 'name'] as const)
    at[key] = titles.findIndex((title, index) => heads[key].test(title) && !Object.values(at).includes(index));
  return at;
}
