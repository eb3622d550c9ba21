import { escapeInvisible } from '../domain/invisible.ts';
import { counted } from '../domain/text.ts';
import { wordsOfTiers, type ReadDocument } from './read-document.ts';
import type { Leftover, Page } from './read-page.ts';
import type { WrittenFiles } from './import-record.ts';

/** Why a page without tiers is not imported, with the sections whose headings may name them. */
export const noTiersFound = ({ prose }: ReadDocument, { positionOf }: Page): string =>
  [
    'No tier was found, so nothing was written.',
    `Name the tiers with --tiers, ${wordsOfTiers}.`,
    section('Sections', prose.map(leftoverLine(positionOf))),
  ]
    .filter((it) => it !== '')
    .join('\n');

/** A summary of how the import read a page. */
export function importSummary(read: ReadDocument, { positionOf }: Page): string {
  const { tiers, rows, categories, columns, defaultCategory } = read;
  const requirements = tiers.map((tier) =>
    tier.requirements.reduce((sum, it) => sum + (typeof it === 'string' ? 1 : it.requirements.length), 0),
  );
  const named = tiers.map(({ label, title }) => (title ? `${label} (${title})` : label));
  const width = Math.min(48, Math.max(0, ...named.map(({ length }) => length)));
  const tierLines = tiers.map(({ key }, index) => {
    const count = rows.filter(({ tier }) => tier === key).length;
    return `${(named[index] ?? '').padEnd(width)}  ${counted(count, 'row')}, ${counted(requirements[index] ?? 0, 'requirement')}`;
  });
  const inCategory = (name: string | undefined) => rows.filter(({ category }) => category === name).length;
  const others = inCategory(undefined) + inCategory('');
  const categoryNames = [
    ...categories.map((name) => `${name} (${inCategory(name)})`),
    ...(others > 0 ? [`${defaultCategory} (${others} without a category)`] : []),
  ];
  const columnNames = (columns.listed ?? []).map(({ id, label, kind }) => `${label ?? id}${kind ? ` (${kind})` : ''}`);
  return [
    section('Tiers, the highest first', tierLines.length > 0 ? tierLines : ['none; name them with --tiers']),
    section('Categories', rows.length > 0 ? [categoryNames.join(', ')] : []),
    section('Columns', rows.length > 0 ? [columnNames.join(', ') || 'Category, Description'] : []),
    section('Kept as prose', read.prose.map(leftoverLine(positionOf))),
    section('Not placed', leftoverLines(read.leftovers, positionOf)),
    section(
      'Guessed; to correct a guess, use its flag',
      read.guesses.map(({ flag, value, what }) => `--${flag}${value && ` "${value}"`}: ${what}`),
    ),
  ]
    .filter((it) => it !== '')
    .join('\n\n');
}

const leftoverLine =
  (positionOf: Page['positionOf']) =>
  ({ line, what }: Leftover): string =>
    `${positionOf(line)}: ${what}`;

/** Places that a line about one kind of leftover names; a long table may have the same in every row. */
const mostPlaces = 5;

/** One line for each kind of leftover, with its places. */
function leftoverLines(leftovers: readonly Leftover[], positionOf: Page['positionOf']): string[] {
  const lines = new Map<string, number[]>();
  for (const { line, what } of leftovers) lines.set(what, [...(lines.get(what) ?? []), line]);
  return [...lines].map(([what, all]) => {
    const named = [...new Set(all)].slice(0, mostPlaces);
    const others = all.filter((line) => !named.includes(line)).length;
    return `${named.map(positionOf).join(', ')}${others > 0 ? ` and ${others} more` : ''}: ${what}`;
  });
}

/** A summary of what happened to the files of an earlier import. */
export const changes = ({ removed, editedFiles }: WrittenFiles): string =>
  [
    section('Removed, because the document no longer has it', removed),
    section('Kept, because an editor changed them; to have a file written again, delete it', editedFiles),
  ]
    .filter((it) => it !== '')
    .join('\n\n');

/** Lines below a title; empty if there are no lines. */
export const section = (title: string, lines: readonly string[]): string =>
  lines.length > 0 ? `${title}:\n${lines.map((line) => `  ${escapeInvisible(line)}`).join('\n')}` : '';
