import { builtInColumns, isBuiltInColumn, isReservedInAddresses } from '../schema/column-ids.ts';
import type { Choices } from './choices.ts';
import { slug } from './ids.ts';
import type { MdxWriter } from './prose.ts';
import { headOf, type ReadRow } from './read-rows.ts';
import type { RowSource } from './row-sources.ts';
import { signOf } from './table-columns.ts';

/** A column of the tables, as in site.yaml. */
export interface SiteColumn {
  id: string;
  label?: string;
  kind?: 'yes/no' | 'date' | 'version';
}

export interface ReadColumns {
  /** The columns in order; undefined if they are the default ones. */
  listed: SiteColumn[] | undefined;
  /** The custom columns, by header. */
  byHeading: Map<string, SiteColumn>;
}

const usual: Partial<Record<string, string>> = { category: 'Category', name: 'Description' };
const usualMissing = /^Missing .+ Requirements$/;

/** The header of a column; the key of a custom column is empty. */
interface Head {
  key: string;
  head: string;
}

/** Merges the columns of all tables, and fits the rows to them. */
export function tableColumns(
  sources: readonly RowSource[],
  found: readonly ReadRow[],
  highest: string | undefined,
  { columns: wanted }: Choices,
  writer: MdxWriter,
): { columns: ReadColumns; rows: ReadRow[] } {
  const rows = found.map((row) => ({ ...row, columns: new Map(row.columns) }));
  const heads = headsOf(sources, rows, writer);
  // The highest tier cannot miss anything for a higher one, so a filled "missing" column there is a custom column.
  const missing = heads.find(({ key }) => key === 'missing');
  if (missing && rows.some((row) => row.tier === highest && row.missing.length > 0)) {
    missing.key = '';
    for (const row of rows) {
      if (row.missing.length > 0) row.columns.set(missing.head, row.missing.join(', '));
      row.missing = [];
    }
  }
  for (const { columns } of rows) for (const head of columns.keys()) addHead(heads, '', head);
  const wantedHeads = wanted && new Set(wanted.map((head) => head.toLowerCase()));
  const isLeft = ({ key, head }: Head) => key === '' && wantedHeads?.has(head.toLowerCase()) === false;
  for (const { head } of heads.filter(isLeft)) {
    writer.leaveOut(sources[0]?.node, `the column "${head}", which --columns does not name`);
    for (const { columns } of rows) columns.delete(head);
  }
  // By default, there is a column for what is missing if there is a tier below the highest.
  const usualIds = rows.some(({ tier }) => tier !== highest) ? 'category name missing' : 'category name';
  const used = heads.filter((it) => !isLeft(it));
  const { listed, byHeading } = columnsByHeading(used, rows);
  const ids = listed.map(({ id }) => id).join(' ');
  const isUsual = listed.every(({ label }) => label === undefined) && (ids === '' || ids === usualIds);
  return { columns: { listed: isUsual ? undefined : listed, byHeading }, rows };
}

/**
 * The headers of all tables and lists, each after the one that precedes it in its own table. Reports headers that give
 * way to that of another table.
 */
function headsOf(sources: readonly RowSource[], rows: readonly ReadRow[], writer: MdxWriter): Head[] {
  const heads: Head[] = [];
  for (const source of sources) {
    if (source.kind === 'list') addHead(heads, 'name', 'Name');
    else if (source.kind === 'heads') {
      const [first] = source.columns.heads;
      const isOfNames = rows.some(({ category }) => category !== undefined);
      addHead(heads, isOfNames ? 'category' : 'name', first ?? '');
      addHead(heads, 'name', '');
      addHead(heads, 'tier', '');
    } else {
      let before = -1;
      for (const [column, head] of source.columns.heads.entries()) {
        const key = builtInColumns.find((it) => source.columns[it] === column);
        if (key === undefined) before = addHead(heads, '', headOf(source.columns.heads, column), before);
        else {
          const isOfOneThing = source.kind === 'all' && source.dimensions.includes(column);
          before = addHead(heads, key, isOfOneThing ? '' : head, before);
          const kept = heads[before]?.head.toLowerCase();
          if (key !== 'missing' && !isOfOneThing && kept && kept !== head.toLowerCase())
            writer.leaveOut(source.node, `the header "${head}" of the column "${heads[before]?.head}"`);
        }
      }
    }
  }
  return heads;
}

/** Adds a header after the one at an index, unless it is there already. Returns its index. */
function addHead(heads: Head[], key: string, head: string, before = heads.length - 1): number {
  const at = heads.findIndex((it) => it.key === key && (key !== '' || it.head === head));
  if (at >= 0) return at;
  heads.splice(before + 1, 0, { key, head });
  return before + 1;
}

function columnsByHeading(
  heads: readonly Head[],
  rows: readonly ReadRow[],
): { listed: SiteColumn[] } & Pick<ReadColumns, 'byHeading'> {
  const byHeading = new Map<string, SiteColumn>();
  const listed: SiteColumn[] = [];
  for (const { key, head } of heads) {
    if (key !== '') {
      const isUsual = head === '' || head === usual[key] || (key === 'missing' && usualMissing.test(head));
      listed.push({ id: key, ...(!isUsual && { label: head }) });
      continue;
    }
    const values = rows.flatMap(({ columns }) => columns.get(head) ?? []);
    // An empty column would not appear in any table.
    if (values.length === 0) continue;
    const column = { id: idOf(head, listed), label: head, ...columnKind(values) };
    byHeading.set(head, column);
    listed.push(column);
  }
  return { listed, byHeading };
}

function idOf(head: string, taken: readonly SiteColumn[]): string {
  const wanted = slug(head);
  const isFree = (id: string) =>
    !isBuiltInColumn(id) && !isReservedInAddresses(id) && !taken.some((it) => it.id === id);
  const start = isFree(wanted) ? wanted : `own-${wanted}`;
  let id = start;
  for (let count = 2; !isFree(id); count++) id = `${start}-${count}`;
  return id;
}

/** The kind of a column, if all of its cells have the same kind. */
function columnKind(values: readonly string[]): Pick<SiteColumn, 'kind'> {
  if (values.every((it) => signOf(it) !== undefined)) return { kind: 'yes/no' };
  if (values.every((it) => /^\d{4}-\d{2}-\d{2}$/.test(it))) return { kind: 'date' };
  return values.every((it) => /^v?\d+(?:\.\d+)+$/.test(it)) ? { kind: 'version' } : {};
}
