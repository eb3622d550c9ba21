import { CommandError } from '../check/problem.ts';
import type { ImportFlags } from './import-record.ts';
import type { Page } from './read-page.ts';
import { indexOfHead, cellText } from './table-columns.ts';

/** What an editor may specify about a document, instead of letting the import guess. */
export interface Choices {
  /** The names of the tiers, highest first. */
  tiers?: readonly string[];
  /** The headers of the columns that contain a row's name and its tier. */
  nameColumn?: string;
  tierColumn?: string;
  /** The category of rows without one. */
  category?: string;
  /** The headers of the custom columns to keep; all by default. */
  columns?: readonly string[];
  /** Whether the lists under the headings of tiers contain rows ("list") or requirements ("table"). */
  rows?: 'list' | 'table';
}

/** A guess of the import, and the flag that overrides it. */
export interface Guess {
  flag: 'tiers' | 'name-column' | 'tier-column' | 'category' | 'rows';
  /** The value of the flag that makes the same choice; empty if no value does. */
  value: string;
  what: string;
}

const splitList = (text: string): string[] =>
  text
    .split(',')
    .map((it) => it.trim())
    .filter((it) => it !== '');

/** Reads the choices from flags. Throws if a flag names a column that no table has. */
export function choicesOf(flags: ImportFlags, { root }: Pick<Page, 'root'>): Choices {
  const { tiers, category, rows, columns, 'name-column': nameColumn, 'tier-column': tierColumn } = flags;
  const heads = root.children.flatMap((node) =>
    node.type === 'table' ? (node.children[0]?.children.map(cellText) ?? []) : [],
  );
  const nameAndTier = { 'name-column': nameColumn, 'tier-column': tierColumn };
  const named = [
    ...Object.entries(nameAndTier).flatMap(([flag, head]) => (head === undefined ? [] : [[flag, head] as const])),
    ...splitList(columns ?? '').map((head) => ['columns', head] as const),
  ];
  for (const [flag, head] of named)
    if (indexOfHead(heads, head) === undefined && head.toLowerCase() !== 'notes')
      throw new CommandError(
        `--${flag}: no table has a column "${head}"; write one of: ${[...new Set(heads)].join(', ')}`,
      );
  return {
    ...(tiers !== undefined && { tiers: splitList(tiers) }),
    ...(nameColumn !== undefined && { nameColumn }),
    ...(tierColumn !== undefined && { tierColumn }),
    ...(category !== undefined && { category }),
    ...(columns !== undefined && { columns: splitList(columns) }),
    ...(rows !== undefined && { rows }),
  };
}

/** Asks a question; `answer` is the default. */
export type AskAboutGuess = (question: string, answer: string) => Promise<string>;

/** Asks about each guess and returns the completed flags. An answer may change the guesses that follow. */
export async function confirmGuesses(
  flags: ImportFlags,
  guessesFor: (flags: ImportFlags) => readonly Guess[],
  ask: AskAboutGuess,
): Promise<ImportFlags> {
  const now: ImportFlags = { ...flags };
  const source = now.source ?? (await ask('the address of the page (--source)', ''));
  if (source) now.source = source;
  const askedFlags = new Set<string>();
  for (;;) {
    // One column in place of several would not make the same choice, so it is not asked for.
    const guess = guessesFor(now).find(
      ({ flag, value }) => !askedFlags.has(flag) && (value !== '' || flag !== 'tier-column'),
    );
    if (!guess) return now;
    askedFlags.add(guess.flag);
    const answer = (await ask(`${guess.what} (--${guess.flag})`, guess.value)) || guess.value;
    if (guess.flag === 'rows') now.rows = answer === 'list' ? 'list' : 'table';
    else if (answer) now[guess.flag] = answer;
  }
}
