import type { PhrasingContent, Table, TableCell, TableRow } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { wordsOf, type Pen } from './prose.ts';

/** A row of a tier's table. */
export interface ReadRow {
  level: number;
  category: string;
  /** Whether the table sets the category in italics. */
  emphasis: boolean;
  name: string;
  missing: string[];
  /** The footnote that hangs on it, in MDX. */
  note: string;
  links: string[];
}

const columns = { category: /categor|kind|group/i, missing: /missing|lack/i, name: /description|name|feature|target/i };

/** The rows of a table whose heads name a category and a feature; any other table is left over, and so is any other column. */
export function readTable(table: Table, level: number, pen: Pen): ReadRow[] {
  const [head, ...rows] = table.children;
  const titles = head?.children.map((cell) => toString(cell)) ?? [];
  const at = { category: -1, missing: -1, name: -1 };
  for (const key of ['category', 'missing', 'name'] as const)
    at[key] = titles.findIndex((title, index) => columns[key].test(title) && !Object.values(at).includes(index));
  if (at.category < 0 || at.name < 0) {
    pen.leave(table, `the table with the columns ${titles.join(', ')}: one must be named Category and one Description`);
    return [];
  }
  for (const [index, title] of titles.entries()) {
    if (!Object.values(at).includes(index)) pen.leave(table, `the column "${title}" of the table of Tier ${level}`);
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

function readRow(
  { children }: TableRow,
  level: number,
  at: { category: number; missing: number; name: number },
  pen: Pen,
): ReadRow {
  const [category, name, missing] = [children[at.category], children[at.name], children[at.missing]];
  const named = name?.children ?? [];
  const words = wordsOf(named);
  return {
    level,
    category: toString(category),
    emphasis: category?.children.some(({ type }) => type === 'emphasis') === true,
    name: /^`[a-z0-9][a-z0-9._-]*`$/.test(words) ? words.slice(1, -1) : words,
    missing: splitAtCommas(missing ? wordsOf(missing.children) : ''),
    note: notesOf(name, pen),
    links: linksOf(named, pen),
  };
}

function notesOf(cell: TableCell | undefined, pen: Pen): string {
  const notes: string[] = [];
  if (cell) visit(cell, 'footnoteReference', ({ identifier }) => void notes.push(pen.note(identifier)));
  return notes.join('\n\n');
}

const linksOf = (nodes: readonly PhrasingContent[], pen: Pen): string[] =>
  nodes.flatMap((node) => {
    if (node.type === 'link') return node.url;
    return node.type === 'linkReference' ? (pen.addressOf(node.identifier) ?? []) : [];
  });

/** The parts between commas, but not between those in brackets or in code. */
export function splitAtCommas(words: string): string[] {
  const last = { ')': words.lastIndexOf(')'), '`': words.lastIndexOf('`') };
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    const closing = words[at] === '(' ? ')' : words[at] === '`' ? '`' : undefined;
    if (closing && at < last[closing]) at = words.indexOf(closing, at + 1);
    else if (at === words.length || words[at] === ',') {
      parts.push(words.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts.filter((part) => part !== '');
}
