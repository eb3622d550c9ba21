import { matches, reason, searchable, type Counts, type Filter, type Needle, type Row } from '../domain/filter.ts';

/** A row of a table, and all that the filter needs of it, read once. */
export interface Line extends Row {
  row: HTMLTableRowElement;
  also: string[];
  note: string;
  hidden: boolean;
  /** The words in the row that say why it is here. */
  why: string;
  /** What it sorts by, column by column. */
  keys: string[];
}

/** Rows that are laid out together, or not at all while they are far from what is seen. */
export interface Group {
  body: HTMLTableSectionElement;
  tier: string[];
  /** Read when they are first needed. */
  lines?: Line[];
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

const list = (text: string | undefined, separator: string): string[] => (text ? text.split(separator) : []);

function readLine(row: HTMLTableRowElement, tier: string[]): Line {
  const { category = '', missing, also, note = '' } = row.dataset;
  const [name = '', ...texts] = [...row.querySelectorAll('th > :is(a, span:not([id])), td:not(:has(time))')].map((it) => it.textContent);
  const aliases = list(also, '\n');
  return {
    row, tier, category: [category], missing: list(missing, ' '), also: aliases, note, hidden: false, why: '',
    seen: searchable([name], texts),
    unseen: also || note ? searchable(aliases, [note]) : '',
    keys: [name.toUpperCase(), texts[1]?.toUpperCase() ?? '', row.querySelector('time')?.dateTime ?? ''],
  };
}

/** The rows of a group, in their order. */
export const linesOf = (group: Group): Line[] => (group.lines ??= [...group.body.rows].map((row) => readLine(row, group.tier)));

/** Shows the rows of a group that match and hides the others; adds to the counts of the job. */
export function filterGroup(group: Group, { filter, sought, counts, linked }: Job): void {
  const { body } = group;
  const lines = linesOf(group);
  if (group.moved) body.replaceChildren(...lines.map(({ row }) => row));
  group.moved = false;
  let shown = 0;
  for (const line of lines) {
    const match = matches(line, filter, sought, counts);
    if (match || line.row === linked) shown++;
    show(line, match ? reason(line, sought, line.also, line.note) : line.row === linked ? 'shown because the address names it' : undefined);
  }
  if (body.hidden !== !shown) body.hidden = !shown;
  body.style.setProperty('--rows', `${shown}`);
}

function show(line: Line, why: string | undefined): void {
  const { row } = line;
  const hidden = why === undefined;
  if (hidden !== line.hidden) row.hidden = line.hidden = hidden;
  if (hidden || why === line.why) return;
  line.why = why;
  row.querySelector('.why')?.remove();
  if (!why) return;
  const words = document.createElement('span');
  words.className = 'why';
  words.textContent = why;
  row.cells[0]?.append(' ', words);
}
