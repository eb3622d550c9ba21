import {
  matches,
  reason,
  searchable,
  type Counts,
  type Filter,
  type Needle,
  type Row,
} from '../domain/filter/filter.ts';

/** A row of a table, and all that the filter needs of it, read once. */
export interface Line extends Row {
  row: HTMLTableRowElement;
  also: string[];
  note: string;
  /** Why it matches, or nothing where the row itself shows that; undefined where it does not match. */
  why: string | undefined;
  /** What now stands in the row of that. */
  words: string;
  /** What it sorts by, column by column. */
  keys: string[];
}

/** Rows that are laid out together, or not at all while they are far from what is seen. */
export interface Group {
  body: HTMLTableSectionElement;
  tier: string[];
  /** Read when they are first needed. */
  lines?: Line[];
  /** How many of them match. */
  shown?: number;
  /** Whether the lines are not yet the rows of the body. */
  moved?: boolean;
}

/** One run of the filter over all groups. */
export interface Job {
  filter: Filter;
  sought: Needle[];
  counts: Counts;
  /** The row that the address names, which is shown in any case. */
  linked: Element | null | undefined;
}

function readLine(row: HTMLTableRowElement, tier: string[]): Line {
  const { category = '', missing, also, note = '' } = row.dataset;
  const [name = '', ...texts] = [...row.querySelectorAll('th > :is(a, span:not([id])), td:not(:has(time))')].map(
    (it) => it.textContent,
  );
  const aliases = also?.split('\n') ?? [];
  return {
    row,
    tier,
    category: [category],
    missing: missing?.split(' ') ?? [],
    also: aliases,
    note,
    why: '',
    words: '',
    seen: searchable([name], texts),
    unseen: also || note ? searchable(aliases, [note]) : '',
    keys: [name, texts[1] ?? '', row.querySelector('time')?.dateTime ?? ''].map((it) => it.toUpperCase()),
  };
}

/** The rows of a group, in their order. */
export const linesOf = (group: Group): Line[] =>
  (group.lines ??= [...group.body.rows].map((row) => readLine(row, group.tier)));

/** Finds which rows of a group match; adds to the counts of the job, and changes nothing that is seen. */
export function matchGroup(group: Group, { filter, sought, counts, linked }: Job): void {
  group.shown = 0;
  for (const line of linesOf(group)) {
    const why = matches(line, filter, sought, counts) ? reason(line, sought, line.also, line.note) : undefined;
    line.why = why ?? (line.row === linked ? 'named by the address' : undefined);
    if (line.why !== undefined) group.shown++;
  }
}

/** About how high a row is, in rem. */
const rowHeight = 4.5;

/** Hides a group that has nothing to show. */
export function hideGroup({ body, shown }: Group): void {
  if (!shown) body.hidden = true;
}

/**
 * Shows the rows of a group that match and hides the others; a group that is hidden can wait. Only then does the group get
 * about the height that they have and is shown itself, so that nothing is laid out for the sake of rows that go.
 */
export function showRows(group: Group): void {
  const { body, shown } = group;
  if (!shown) return;
  const lines = linesOf(group);
  if (group.moved) body.replaceChildren(...lines.map(({ row }) => row));
  group.moved = false;
  lines.forEach(showLine);
  body.style.containIntrinsicBlockSize = `${shown * rowHeight}rem`;
  body.hidden = false;
}

function showLine(line: Line): void {
  const { row, why } = line;
  const hidden = why === undefined;
  if (hidden !== row.hidden) row.hidden = hidden;
  if (hidden || why === line.words) return;
  line.words = why;
  row.querySelector('.why')?.remove();
  if (!why) return;
  const words = document.createElement('span');
  words.className = 'why';
  words.textContent = why;
  row.cells[0]!.append(' ', words);
}
