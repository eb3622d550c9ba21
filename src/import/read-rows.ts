import type { List, ListItem, Nodes, Paragraph, PhrasingContent, TableRow } from 'mdast';
import { visit } from 'unist-util-visit';
import { isChanged } from './html.ts';
import type { Naming } from './tier-naming.ts';
import { footnotesIn, lineOf, type MdxWriter, type RowNodes } from './prose.ts';
import type { RowSource } from './row-sources.ts';
import { lineOfNode, textOf } from './sections.ts';
import { isPlaceholder, signOf, tierInCell, cellText } from './table-columns.ts';
import type { TierName } from './tier-words.ts';

/** A row of a tier. Its texts may contain inline Markdown. */
export interface ReadRow {
  /** The key of its tier. */
  tier: string;
  /** Undefined if the document names none. */
  category: string | undefined;
  name: string;
  missing: string[];
  /** The text of its footnotes, as MDX. */
  note: string;
  links: string[];
  /** The cells of the custom columns, by header. */
  columns: Map<string, string>;
  line: number;
}

type Phrasing = readonly PhrasingContent[];

/** A row before its footnotes are assigned. */
interface FoundRow {
  tier: TierName;
  category: Phrasing | undefined;
  name: Phrasing;
  /** A suffix of the name, if each cell of a table row becomes a row. */
  aside: string;
  missing: Phrasing;
  /** The footnotes in the cell of its tier. */
  tierFootnotes: Phrasing;
  ownCells: { head: string; phrasing: Phrasing }[];
  node: TableRow | ListItem;
}

export interface ReadRows {
  rows: ReadRow[];
  /** The tier of each row. */
  tiers: TierName[];
  /** Every category, including those without rows. */
  categories: string[];
}

/** Reads the rows of all tables and lists. */
export function readRows(sources: readonly RowSource[], naming: Naming, writer: MdxWriter): ReadRows {
  const found = sources.flatMap((source) => rowsIn(source, sources, naming, writer));
  writer.assignFootnotes(found.map(nodesOfRow), new Set<Nodes>(sources.map(({ node }) => node)));
  const categories = new Set<string>();
  const lines = new Map<string, number>();
  const rows = found.flatMap((row): ReadRow[] => {
    const category = row.category && lineOf(withoutFootnotes(row.category), writer);
    if (category) categories.add(category);
    const read = readRow(row, category, writer);
    const problem = isPlaceholder(read.name.replace(/\[\^[^\]]+\]/g, '')) ? 'names nothing' : sameRow(read, lines);
    if (!problem) return [read];
    writer.leaveOut(row.node, `the row "${read.name}" of ${row.tier.label}, which ${problem}`);
    return [];
  });
  return { rows, tiers: found.map(({ tier }) => tier), categories: [...categories] };
}

/** The problem with a row that repeats an earlier one word for word. */
function sameRow({ line, columns, ...content }: ReadRow, lines: Map<string, number>): string | undefined {
  const key = JSON.stringify([content, [...columns]]);
  const before = lines.get(key);
  if (before === undefined) lines.set(key, line);
  return before === undefined ? undefined : `is also on line ${before}`;
}

const nodesOfRow = ({ category = [], name, missing, ownCells, tierFootnotes }: FoundRow): RowNodes => {
  const named = [...category, ...name, ...tierFootnotes];
  return { named, all: [...named, ...missing, ...ownCells.flatMap(({ phrasing }) => phrasing)] };
};

/** The rows of a table or list. In a table, an empty category or name repeats the one above. */
function rowsIn(source: RowSource, all: readonly RowSource[], naming: Naming, writer: MdxWriter): FoundRow[] {
  const heading = categoryByHeading(source, all);
  if (source.kind === 'list') return itemsIn(source.node, source.tier, heading);
  const { columns, node } = source;
  const tiers = source.kind === 'heads' ? source.tiers : [];
  let before: { name: Phrasing; category: Phrasing } = { name: [], category: [] };
  return node.children.slice(1).flatMap((row): FoundRow[] => {
    const cell = (column: number | undefined) => cellAt(row, column);
    const hasMore = [...columns.own, columns.tier].some((column) => textAt(row, column) !== '');
    const name = cell(columns.name).length === 0 && hasMore ? before.name : cell(columns.name);
    const category = cell(columns.category).length === 0 ? before.category : cell(columns.category);
    before = { name, category };
    const common: CommonRow = {
      category: columns.category === undefined ? heading : category,
      name,
      aside: '',
      missing: cell(columns.missing),
      tierFootnotes: [],
      ownCells: columns.own
        .filter((column) => cell(column).length > 0 && !tiers[column])
        .map((column) => ({ head: headOf(columns.heads, column), phrasing: cell(column) })),
      node: row,
    };
    if (source.kind === 'table') return [{ ...common, tier: source.tier }];
    if (source.kind === 'all') return tierCellRows(row, common, source, naming, writer);
    return tiers.flatMap((tier, column) => (tier ? cellRows(common, tier, cell(column)) : []));
  });
}

type CommonRow = Omit<FoundRow, 'tier'>;

const cellAt = (row: TableRow, column: number | undefined): Phrasing =>
  column === undefined ? [] : (row.children[column]?.children ?? []);

const textAt = (row: TableRow, column: number | undefined): string =>
  column === undefined ? '' : cellText(row.children[column]);

/** The rows from the cells that name a tier: one for each such cell. */
function tierCellRows(
  row: TableRow,
  common: CommonRow,
  { columns, dimensions }: RowSource & { kind: 'all' },
  naming: Naming,
  writer: MdxWriter,
): FoundRow[] {
  const dimensionHeads = dimensions.map((column) => headOf(columns.heads, column));
  const ownCells = common.ownCells.filter(({ head }) => !dimensionHeads.includes(head));
  const columnsOfTiers = dimensions.length > 0 ? dimensions : [columns.tier ?? 0];
  const rows = columnsOfTiers.flatMap((column): FoundRow[] => {
    const head = columns.heads[column] ?? '';
    const text = textAt(row, column);
    const tier = tierInCell(text, head, naming.cell);
    if (!tier) return [];
    if (!isWholly(text, tier)) writer.leaveOut(row, `the words "${text}", which are read as ${tier.label}`);
    const aside = dimensions.length > 0 ? ` (${head})` : '';
    return [{ ...common, tier, aside, ownCells, tierFootnotes: footnotesOf(cellAt(row, column)) }];
  });
  if (rows.length === 0) writer.leaveOut(row, `the row "${textAt(row, columns.name)}", which names no tier`);
  return rows;
}

/** Whether a cell contains only the name of a tier. */
const isWholly = (text: string, { label }: TierName): boolean => {
  const bare = (it: string) => it.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(label) === bare(text) || /^\d+$/.test(text);
};

/**
 * The rows from a cell in a tier's column: one for each name in it, or the name of its table row if it is a check mark.
 */
function cellRows(row: CommonRow, tier: TierName, cell: Phrasing): FoundRow[] {
  const text = textOf({ type: 'paragraph', children: [...cell] });
  if (isPlaceholder(text) || signOf(text) === false) return [];
  if (signOf(text)) return [{ ...row, tier }];
  return partsOf(cell).map((name) => ({ ...row, tier, category: row.name, name }));
}

/** Splits a cell at commas and line breaks. */
function partsOf(cell: Phrasing): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const node of cell) {
    if (node.type === 'break' || (node.type === 'text' && isChanged(node) && node.value === ' ')) parts.push([]);
    else if (node.type === 'text')
      for (const [index, value] of node.value.split(/,\s+(?![^(]*\))/).entries()) {
        if (index > 0) parts.push([]);
        if (value !== '') parts.at(-1)?.push({ ...node, value });
      }
    else parts.at(-1)?.push(node);
  }
  return parts.filter((part) => textOf({ type: 'paragraph', children: part }) !== '');
}

/** The heading that names the category of the rows, if a tier has several such headings. */
function categoryByHeading({ section }: RowSource, all: readonly RowSource[]): Phrasing | undefined {
  const key = (section.tier ?? section.within)?.key;
  if (key === undefined) return undefined;
  const like = all.filter((it) => (it.section.tier ?? it.section.within)?.key === key && it.section !== section);
  const parentTitle = like.some((it) => it.section.tier) ? section.parent?.title : undefined;
  const title = section.tier ? parentTitle : section.title;
  const others = like.map((it) => (it.section.tier ? it.section.parent?.title : it.section.title));
  return title && others.some((it) => it !== undefined && it !== title) ? [{ type: 'text', value: title }] : undefined;
}

/** The rows of a list: its items, or nested items below the name of a category. */
function itemsIn(list: List, tier: TierName, category: Phrasing | undefined): FoundRow[] {
  return list.children.flatMap((item): FoundRow[] => {
    const [first] = item.children;
    const inner = item.children.find((node) => node.type === 'list');
    const phrasing = first?.type === 'paragraph' ? first.children : [];
    if (inner) return itemsIn(inner, tier, withoutColon(phrasing));
    const { name, notes } = nameAndNotes(phrasing);
    const further = item.children.slice(1).flatMap((node) => (node.type === 'paragraph' ? node.children : []));
    const notesAndRest = [
      ...notes,
      ...(further.length > 0 && notes.length > 0 ? [{ type: 'text' as const, value: ' ' }] : []),
      ...further,
    ];
    const ownCells = notesAndRest.length > 0 ? [{ head: 'Notes', phrasing: notesAndRest }] : [];
    return [{ tier, category, name, aside: '', missing: [], tierFootnotes: [], ownCells, node: item }];
  });
}

const withoutColon = (phrasing: Phrasing): Phrasing => {
  const last = phrasing.at(-1);
  return last?.type === 'text'
    ? [...phrasing.slice(0, -1), { ...last, value: last.value.replace(/:\s*$/, '') }]
    : phrasing;
};

/** Splits an item into its name and the notes after a dash or a colon. */
function nameAndNotes(phrasing: Phrasing): { name: Phrasing; notes: Phrasing } {
  for (const [index, node] of phrasing.entries()) {
    if (node.type !== 'text') continue;
    const found = /\s+[-–—]+\s+|:\s+|\s+[-–—]+$|:$/.exec(node.value);
    if (!found || (index === 0 && found.index === 0)) continue;
    const before = { ...node, value: node.value.slice(0, found.index) };
    const after = { ...node, value: node.value.slice(found.index + found[0].length) };
    return {
      name: [...phrasing.slice(0, index), before],
      notes: [after, ...phrasing.slice(index + 1)].filter((it) => !('value' in it) || it.value !== ''),
    };
  }
  return { name: phrasing, notes: [] };
}

export const headOf = (heads: readonly string[], column: number): string => heads[column] || `Column ${column + 1}`;

const isFootnote = (node: PhrasingContent): boolean => node.type === 'footnoteReference';
const footnotesOf = (phrasing: Phrasing): Phrasing => phrasing.filter(isFootnote);
const withoutFootnotes = (phrasing: Phrasing): Phrasing => phrasing.filter((node) => !isFootnote(node));

function readRow(row: FoundRow, category: string | undefined, writer: MdxWriter): ReadRow {
  const moved = [...footnotesOf(row.category ?? []), ...row.tierFootnotes];
  const name = lineOf([...row.name, ...moved], writer);
  const identifier = /^`[a-z0-9][a-z0-9._-]*`$/.test(name) && row.aside === '' ? name.slice(1, -1) : name;
  const columns = new Map(row.ownCells.map(({ head, phrasing }) => [head, lineOf(phrasing, writer)]));
  const note = new Set(
    [...(row.category ?? []), ...row.name, ...row.tierFootnotes].flatMap(footnotesIn).filter(writer.isOfRow),
  );
  return {
    tier: row.tier.key,
    category,
    name: identifier + row.aside,
    missing: splitAtCommas(lineOf(row.missing, writer)).filter((it) => !isPlaceholder(it)),
    note: [...note].map(writer.note).join('\n\n'),
    links: linksIn(row.name, writer),
    columns,
    line: lineOfNode(row.node as never),
  };
}

function linksIn(phrasing: Phrasing, writer: MdxWriter): string[] {
  const found: string[] = [];
  visit({ type: 'paragraph', children: [...phrasing] } satisfies Paragraph, (node) => {
    if (node.type === 'link') found.push(node.url);
    if (node.type === 'linkReference') found.push(writer.addressOf(node.identifier) ?? '');
  });
  return found.filter((url) => /^https?:/.test(url));
}

const closings: Partial<Record<string, ')' | ']' | '`'>> = { '(': ')', '[': ']', '`': '`' };

/** Splits at commas, but not inside brackets or code. */
export function splitAtCommas(text: string): string[] {
  const last = { ')': text.lastIndexOf(')'), ']': text.lastIndexOf(']'), '`': text.lastIndexOf('`') };
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    const closing = closings[text[at] ?? ''];
    if (closing && at < last[closing]) at = text.indexOf(closing, at + 1);
    else if (at === text.length || text[at] === ',') {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
  return parts.filter((part) => part !== '');
}
