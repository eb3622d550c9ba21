import type { Catalogue, Feature } from '../catalogue/catalogue.ts';
import { cellsOf } from '../columns.ts';
import { currentEntry } from '../history.ts';
import { plainLine } from '../text.ts';

/**
 * Normalizes text for search: upper case (it folds more than lower case), no accents, and one space in place of other
 * characters. Letters, digits, line ends and the signs of C++ and C# stay.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(/(?<=\p{L})(\+\+|#)(?![\p{L}\p{N}])|[^\p{L}\p{N}\n]+/gu, (_, sign = ' ') => sign)
    .trim();

const squeeze = (text: string): string => fold(text).replace(/\s/g, '');

/** Prepares names and texts for needles: their words, then each name and each compound again as a single word. */
export function searchable(names: readonly string[], texts: readonly string[] = []): string {
  const all = [...names, ...texts].join('\n');
  const joined = [...names, ...(all.match(/\S+[-_]\S+/g) ?? [])].map(squeeze);
  return `\n${fold(all)}\n${joined.join('\n')}`.replaceAll('\n', '\n ');
}

/** Returns what a query is matched against: the text that a row shows, and the text that it is found by but hides. */
export const searchedText = (
  name: string,
  cells: readonly string[],
  aliases: readonly string[],
  note: string,
): { seen: string; unseen: string } => ({
  seen: searchable([name], cells),
  unseen: aliases.length > 0 || note ? searchable(aliases, [note]) : '',
});

/**
 * Returns what a row stores for the filter: ids, column values as in the query, and the search words that the row does
 * not show. Words that the visible text already contains are left out.
 */
export function rowFacts(
  { site }: Pick<Catalogue, 'site'>,
  feature: Feature,
): { category: string; missing: string; columns: string; also: string; note: string } {
  const { name, description, category, aliases, body } = feature;
  const { missing } = currentEntry(feature);
  const cells = cellsOf(site, feature);
  const shown = cells.filter(({ column }) => column.isInTables).map(({ cell }) => cell.text);
  const seen = searchable([name], [description, category.label, ...missing.map(({ as }) => as), ...shown]);
  const also = aliases.filter(
    (alias) =>
      !searchable([alias])
        .split('\n')
        .every((line) => seen.includes(line)),
  );
  const ids = missing.flatMap(({ requirement }) => (requirement ? [requirement.id] : []));
  const values = cells.filter(({ column }) => column.isFilter).map(({ column, cell }) => [column.id, cell.text]);
  const columns = `${new URLSearchParams(values)}`;
  return { category: category.id, missing: ids.join(' '), columns, also: also.join('\n'), note: plainLine(body) };
}
