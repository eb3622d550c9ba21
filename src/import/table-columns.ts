import type { Table, TableCell } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Choices } from './choices.ts';
import { wordsOf } from './sections.ts';
import type { NameTier } from './tier-words.ts';

/** What the columns of a table hold, by their places; undefined where there is none. */
export interface Columns {
  heads: string[];
  name: number | undefined;
  category: number | undefined;
  missing: number | undefined;
  tier: number | undefined;
  /** All others that name tiers in their cells, as one for each release. */
  otherTiers: number[];
  /** Whatever else there is. */
  own: number[];
}

const ofCategory = /^(?:feature |target |platform )?(?:categor(?:y|ies)|kinds?|groups?|types?|areas?)(?: of \w+)?$/i;
const ofMissing = /missing|lack|unmet|blocker/i;
const ofName =
  /^(?:name|description|features?|targets?|target triple|triple|platforms?|systems?|operating systems?|os|distributions?|environments?|packages?|architectures?)$/i;
const ofNumber = /^(?:#|no\.?|nr\.?|number)$/i;
const ofTier = /tier|level|class|support|status|stability|maturity/i;
/** No row's words, but those of a table without one. */
const placeholder = /^(?:n\/?a|(?:currently )?(?:none|nothing)(?: yet)?|nil|tbd|-+|–|—|\?|\.\.\.|…)?$/i;
export const isPlaceholder = (words: string): boolean => placeholder.test(words.replace(/^[\s*_(]+|[\s*_).]+$/g, ''));

const positive = /^(?:[✓✔✅☑🟢👍]\uFE0F?|:white_check_mark:|:heavy_check_mark:|yes|y|true|full)$/iu;
const negative = /^(?:[✗✘❌☒🔴👎×]\uFE0F?|:x:|no|n|false)$/iu;

/** What a cell says where it says yes or no; undefined where it says anything else. */
export const signOf = (words: string): boolean | undefined =>
  positive.test(words.trim()) ? true : negative.test(words.trim()) ? false : undefined;

/** The words of a cell; those of a picture are the words for it. */
export function wordsOfCell(cell: TableCell | undefined): string {
  if (!cell) return '';
  let words = wordsOf(cell);
  if (words === '')
    visit(cell, 'image', ({ alt }) => {
      words ||= alt ?? '';
    });
  return words;
}

export const cellsOf = (table: Table, column: number): string[] =>
  table.children.slice(1).map(({ children }) => wordsOfCell(children[column]));

/** What each column of a table is: as told, by its head, or else by its cells. */
export function columnsOf(table: Table, nameTier: NameTier, choices: Choices): Columns {
  const heads = table.children[0]?.children.map(wordsOfCell) ?? [];
  const cells = heads.map((_, column) => cellsOf(table, column));
  const told = (head: string | undefined) => placeOf(heads, head);
  const naming = (share: number) =>
    heads.flatMap((head, column) => (namesTiers(head, cells[column] ?? [], nameTier, share) ? [column] : []));
  const certain = naming(0.6);
  // Where several columns name tiers, one that does so now and then is another of them.
  const tiers = certain.length > 1 ? naming(0) : certain;
  const tier = told(choices.tierColumn) ?? tiers[0];
  const isFree = (column: number, ...taken: (number | undefined)[]) =>
    !taken.includes(column) && !tiers.includes(column);
  const find = (test: (head: string, column: number) => boolean, ...taken: (number | undefined)[]) => {
    const at = heads.findIndex((head, column) => isFree(column, ...taken) && test(head, column));
    return at < 0 ? undefined : at;
  };
  const toldName = told(choices.nameColumn);
  const missing = find(
    (head) => ofMissing.test(head) && !/^missing (?:feature|target|platform)s?$/i.test(head),
    toldName,
    tier,
  );
  let category = find((head) => ofCategory.test(head), toldName, tier, missing);
  const canName = (_: string, column: number) => {
    const words = (cells[column] ?? []).filter((cell) => !isPlaceholder(cell));
    return !ofNumber.test(heads[column] ?? '') && (words.length === 0 || !words.every(isNoName));
  };
  const taken = [tier, missing, category];
  const byHead = find((head, column) => ofName.test(head) && canName(head, column), ...taken);
  const first = find(canName, ...taken);
  let name = toldName ?? (category === undefined ? first : (byHead ?? first));
  // A table of kinds alone names them.
  if (name === undefined && category !== undefined) [name, category] = [category, undefined];
  const places = heads.map((_, column) => column);
  return {
    heads,
    name,
    category,
    missing,
    tier,
    otherTiers: tiers.filter((column) => column !== tier),
    own: places.filter((column) => ![name, category, missing, tier].includes(column)),
  };
}

const folded = (words: string): string => words.toLowerCase().replace(/\s+/g, ' ').trim();

/** The column under a head; undefined where there is none, or none was told. */
export function placeOf(heads: readonly string[], head: string | undefined): number | undefined {
  const at = head === undefined ? -1 : heads.findIndex((it) => folded(it) === folded(head));
  return at < 0 ? undefined : at;
}

/** What a cell names as its row's tier. */
export const tierInCell = (words: string, head: string, nameTier: NameTier): ReturnType<NameTier> =>
  nameTier(words) ?? nameTier(withNoun(words, head));

/** The words of a cell, with the noun of its head where it is a number alone. */
export const withNoun = (words: string, head: string): string => {
  const noun = /\b(?:tier|level|class)$/i.exec(head)?.[0];
  return noun !== undefined && /^\d/.test(words) ? `${noun} ${words}` : words;
};

function namesTiers(head: string, cells: readonly string[], nameTier: NameTier, share: number): boolean {
  const filled = cells.filter((cell) => !isPlaceholder(cell));
  const named = filled.filter((cell) => cell.length < 60 && tierInCell(cell, head, nameTier)?.key !== undefined);
  if (named.length === 0 || named.length < filled.length * share) return false;
  // A word like "supported" may stand in any column.
  return ofTier.test(head) || named.some((cell) => !/^word/.test(tierInCell(cell, head, nameTier)?.key ?? ''));
}

const isNoName = (words: string): boolean =>
  signOf(words) !== undefined || /^[\d.,:%/ -]+$/.test(words) || !/[\p{L}\p{N}]/u.test(words);

/** Whether a table only says of things, by words or signs, what they have. */
export function isMatrix(table: Table, { name, own, tier }: Columns): boolean {
  if (name === undefined || tier !== undefined || own.length < 2) return false;
  return own.every((column) => cellsOf(table, column).every((cell) => cell === '' || signOf(cell) !== undefined));
}

/** Whether a table is about what is asked of things, and not about things. */
export const isOfRequirements = ({ heads }: Columns): boolean =>
  /require|criteri|guarantee|^rules?$|expectation|promise/i.test(heads[0] ?? '');
