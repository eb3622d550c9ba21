import { CommandError } from '../check/problem.ts';
import type { Told } from './import-record.ts';
import type { Page } from './read-page.ts';
import { placeOf, wordsOfCell } from './table-columns.ts';

/** What an editor may tell of a document, instead of what the import would guess. */
export interface Choices {
  /** The names of the tiers, the highest first. */
  tiers?: readonly string[];
  /** The heads of the columns that name a row, and its tier. */
  nameColumn?: string;
  tierColumn?: string;
  /** The one category of rows that have none. */
  category?: string;
  /** The heads of the columns to keep as the project's own; without it, all. */
  columns?: readonly string[];
  /** Whether the lists under the tiers' headings are rows or requirements. */
  rows?: 'list' | 'table';
}

/** What was taken for granted, and the flag that says otherwise. */
export interface Guess {
  flag: 'tiers' | 'name-column' | 'tier-column' | 'category' | 'rows';
  /** What the flag would have to say for the same. */
  value: string;
  what: string;
}

const listed = (words: string): string[] =>
  words
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** The choices that flags tell; throws where they name a column that no table of the page has. */
export function choicesOf(told: Told, { root }: Pick<Page, 'root'>): Choices {
  const { tiers, category, rows, columns, 'name-column': nameColumn, 'tier-column': tierColumn } = told;
  const heads = root.children.flatMap((node) =>
    node.type === 'table' ? (node.children[0]?.children.map(wordsOfCell) ?? []) : [],
  );
  const asked = { 'name-column': nameColumn, 'tier-column': tierColumn };
  const named = [
    ...Object.entries(asked).flatMap(([flag, head]) => (head === undefined ? [] : [[flag, head] as const])),
    ...listed(columns ?? '').map((head) => ['columns', head] as const),
  ];
  for (const [flag, head] of named)
    if (placeOf(heads, head) === undefined && head.toLowerCase() !== 'notes')
      throw new CommandError(
        `--${flag}: no table has a column "${head}"; write one of: ${[...new Set(heads)].join(', ')}`,
      );
  return {
    ...(tiers !== undefined && { tiers: listed(tiers) }),
    ...(nameColumn !== undefined && { nameColumn }),
    ...(tierColumn !== undefined && { tierColumn }),
    ...(category !== undefined && { category }),
    ...(columns !== undefined && { columns: listed(columns) }),
    ...(rows !== undefined && { rows }),
  };
}

/** Puts a question with the answer that is taken where nobody changes it. */
export type Ask = (question: string, answer: string) => Promise<string>;

/** What is told, with an answer for each guess; one answer may bring up another guess, or settle it. */
export async function settled(told: Told, guessesFor: (told: Told) => readonly Guess[], ask: Ask): Promise<Told> {
  const now: Told = { ...told };
  const source = now.source ?? (await ask('the address of the page (--source)', ''));
  if (source) now.source = source;
  const asked = new Set<string>();
  for (;;) {
    const guess = guessesFor(now).find(({ flag }) => !asked.has(flag));
    if (!guess) return now;
    asked.add(guess.flag);
    const answer = (await ask(`${guess.what} (--${guess.flag})`, guess.value)) || guess.value;
    if (guess.flag === 'rows') now.rows = answer === 'list' ? 'list' : 'table';
    else if (answer) now[guess.flag] = answer;
  }
}
