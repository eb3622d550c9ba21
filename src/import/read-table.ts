import type { PhrasingContent, Table, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { columnsOf } from './columns.ts';
import { lineOf, type Pen } from './prose.ts';

/** A row of a tier's table; its words have Markdown within the line. */
export interface ReadRow {
  level: number;
  category: string;
  name: string;
  missing: string[];
  /** The footnote that hangs on it, in MDX. */
  note: string;
  links: string[];
}

/** Whether a table says of each row its category and its name. */
export const isTierTable = (table: Table): boolean => {
  const { category, name } = columnsOf(table);
  return category >= 0 && name >= 0;
};

/** The rows of a tier's table; any column that is none of the three is left over. */
export function readTable(table: Table, level: number, pen: Pen): ReadRow[] {
  const [head, ...rows] = table.children;
  const at = columnsOf(table);
  for (const [index, cell] of head?.children.entries() ?? []) {
    if (!Object.values(at).includes(index))
      pen.leave(table, `the column "${toString(cell)}" of the table of Tier ${level}`);
  }
  return rows
    .map((row) => readRow(row, level, at, pen))
    .filter(({ category, name }, index) => {
      const isWhole = category !== '' && name !== '';
      if (!isWhole)
        pen.leave(rows[index], `the row of Tier ${level} without a ${category === '' ? 'category' : 'name'}`);
      return isWhole;
    });
}

function readRow({ children }: TableRow, level: number, at: ReturnType<typeof columnsOf>, pen: Pen): ReadRow {
  const [category, name, missing] = [children[at.category], children[at.name], children[at.missing]];
  const words = lineOf(name?.children ?? [], pen);
  return {
    level,
    category: lineOf(category?.children ?? [], pen),
    name: /^`[a-z0-9][a-z0-9._-]*`$/.test(words) ? words.slice(1, -1) : words,
    missing: splitAtCommas(lineOf(missing?.children ?? [], pen)),
    note: [category, name].map((cell) => (cell ? noteOf(cell.children, pen) : '')).join(''),
    links: linksOf(name?.children ?? [], pen),
  };
}

/** The note that is a row's own. */
function noteOf(nodes: readonly PhrasingContent[], pen: Pen): string {
  let note = '';
  visit({ type: 'paragraph', children: [...nodes] }, 'footnoteReference', ({ identifier }) => {
    if (pen.isOfRow(identifier)) note = pen.note(identifier);
  });
  return note;
}

const linksOf = (nodes: readonly PhrasingContent[], pen: Pen): string[] =>
  nodes.flatMap((node) => {
    if (node.type === 'link') return node.url;
    return node.type === 'linkReference' ? (pen.addressOf(node.identifier) ?? []) : [];
  });

const closings: Partial<Record<string, ')' | ']' | '`'>> = { '(': ')', '[': ']', '`': '`' };

/** The parts between commas, but not between those in brackets or in code. */
export function splitAtCommas(words: string): string[] {
  const last = { ')': words.lastIndexOf(')'), ']': words.lastIndexOf(']'), '`': words.lastIndexOf('`') };
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    const closing = closings[words[at] ?? ''];
    if (closing && at < last[closing]) at = words.indexOf(closing, at + 1);
    else if (at === words.length || words[at] === ',') {
      parts.push(words.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts.filter((part) => part !== '');
}
