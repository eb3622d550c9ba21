import type { Table, TableCell } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Choices } from './choices.ts';
import { textOf } from './sections.ts';
import type { NameTier } from './tier-words.ts';

/** The roles of a table's columns, as indices; undefined if no column has the role. */
export interface ColumnRoles {
  heads: string[];
  name: number | undefined;
  category: number | undefined;
  missing: number | undefined;
  tier: number | undefined;
  /** Other columns whose cells name tiers, for example one for each release. */
  otherTiers: number[];
  /** Columns with no other role. */
  own: number[];
}

const ofCategory = /^(?:feature |target |platform )?(?:categor(?:y|ies)|kinds?|groups?|types?|areas?)(?: of \w+)?$/i;
const ofMissing = /missing|lack|unmet|blocker/i;
const ofName =
  /^(?:name|description|features?|targets?|target triple|triple|platforms?|systems?|operating systems?|os|distributions?|environments?|packages?|architectures?)$/i;
const ofNumber = /^(?:#|no\.?|nr\.?|number)$/i;
const ofTier = /tier|level|class|support|status|stability|maturity/i;
/** Text that stands for an empty cell. */
const placeholder = /^(?:n\/?a|(?:currently )?(?:none|nothing)(?: yet)?|nil|tbd|-+|–|—|\?|\.\.\.|…)?$/i;
export const isPlaceholder = (text: string): boolean => placeholder.test(text.replace(/^[\s*_(]+|[\s*_).]+$/g, ''));

const positive = /^(?:[✓✔✅☑🟢👍]\uFE0F?|:white_check_mark:|:heavy_check_mark:|yes|y|true|full)$/iu;
const negative = /^(?:[✗✘❌☒🔴👎×]\uFE0F?|:x:|no|n|false)$/iu;

/** Whether a cell says yes or no; undefined if it says anything else. */
export function signOf(text: string): boolean | undefined {
  const isPositive = positive.test(text.trim());
  return isPositive || negative.test(text.trim()) ? isPositive : undefined;
}

/** The text of a cell, or the alternative text of its image. */
export function cellText(cell: TableCell | undefined): string {
  if (!cell) return '';
  let text = textOf(cell);
  if (text === '')
    visit(cell, 'image', ({ alt }) => {
      text ||= alt ?? '';
    });
  return text;
}

const textsOfColumn = (table: Table, column: number): string[] =>
  table.children.slice(1).map(({ children }) => cellText(children[column]));

/** Finds the role of each column: from the editor's choices, from its header, or else from its cells. */
export function rolesOfColumns(table: Table, nameTier: NameTier, choices: Choices): ColumnRoles {
  const heads = table.children[0]?.children.map(cellText) ?? [];
  const columns = heads.map((_, column) => column);
  const cells = columns.map((column) => textsOfColumn(table, column));
  const columnsOfTiers = (share: number) =>
    columns.filter((column) => namesTiers(heads[column] ?? '', cells[column] ?? [], nameTier, share));
  const certain = columnsOfTiers(0.6);
  // If several columns name tiers, a column that names them only in some cells counts too.
  const tiers = certain.length > 1 ? columnsOfTiers(0) : certain;
  const tier = indexOfHead(heads, choices.tierColumn) ?? tiers[0];
  const chosenName = indexOfHead(heads, choices.nameColumn);
  /** The first column that passes a test, names no tiers, and is not one of `taken`. */
  const find = (test: (head: string, column: number) => boolean, ...taken: (number | undefined)[]) =>
    columns.find((column) => !taken.includes(column) && !tiers.includes(column) && test(heads[column] ?? '', column));
  const missing = find(
    (head) => ofMissing.test(head) && !/^missing (?:feature|target|platform)s?$/i.test(head),
    chosenName,
    tier,
  );
  let category = find((head) => ofCategory.test(head), chosenName, tier, missing);
  const canName = (head: string, column: number) => {
    const filled = (cells[column] ?? []).filter((cell) => !isPlaceholder(cell));
    return !ofNumber.test(head) && (filled.length === 0 || !filled.every(isNoName));
  };
  const first = find(canName, tier, missing, category);
  const withHead = find((head, column) => ofName.test(head) && canName(head, column), tier, missing, category);
  // Without a category, the first column names the rows, whatever its header is.
  let name = chosenName ?? (category === undefined ? first : (withHead ?? first));
  // If the category column is the only one that can name rows, it does.
  if (name === undefined && category !== undefined) [name, category] = [category, undefined];
  return {
    heads,
    name,
    category,
    missing,
    tier,
    otherTiers: tiers.filter((column) => column !== tier),
    own: columns.filter((column) => ![name, category, missing, tier].includes(column)),
  };
}

const folded = (text: string): string => text.toLowerCase().replace(/\s+/g, ' ').trim();

/** The index of the column with a header; undefined if there is none. */
export function indexOfHead(heads: readonly string[], head: string | undefined): number | undefined {
  const at = head === undefined ? -1 : heads.findIndex((it) => folded(it) === folded(head));
  return at < 0 ? undefined : at;
}

/** The tier that a cell names. */
export const tierInCell = (cell: string, head: string, nameTier: NameTier): ReturnType<NameTier> =>
  nameTier(cell) ?? nameTier(withNoun(cell, head));

/** Adds the noun of the header to a cell that begins with a number: "1" below "Tier" becomes "Tier 1". */
export const withNoun = (cell: string, head: string): string => {
  const noun = /\b(?:tier|level|class)$/i.exec(head)?.[0];
  return noun !== undefined && /^\d/.test(cell) ? `${noun} ${cell}` : cell;
};

function namesTiers(head: string, cells: readonly string[], nameTier: NameTier, share: number): boolean {
  const filled = cells.filter((cell) => !isPlaceholder(cell));
  const named = filled.filter((cell) => cell.length < 60 && tierInCell(cell, head, nameTier)?.key !== undefined);
  if (named.length === 0 || named.length < filled.length * share) return false;
  // A word like "supported" may occur in any column.
  return ofTier.test(head) || named.some((cell) => !/^word/.test(tierInCell(cell, head, nameTier)?.key ?? ''));
}

const isNoName = (cell: string): boolean =>
  signOf(cell) !== undefined || /^[\d.,:%/ -]+$/.test(cell) || !/[\p{L}\p{N}]/u.test(cell);

/** Whether a table only marks what things have, with yes, no or check marks. */
export function isMatrix(table: Table, { name, own, tier }: ColumnRoles): boolean {
  if (name === undefined || tier !== undefined || own.length < 2) return false;
  return own.every((column) => textsOfColumn(table, column).every((cell) => cell === '' || signOf(cell) !== undefined));
}

/** Whether a table lists requirements. */
export const isOfRequirements = ({ heads }: ColumnRoles): boolean =>
  /require|criteri|guarantee|^rules?$|expectation|promise/i.test(heads[0] ?? '');
