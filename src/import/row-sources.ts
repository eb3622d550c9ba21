import type { List, ListItem, RootContent, Table } from 'mdast';
import type { Choices } from './choices.ts';
import type { Naming } from './tier-naming.ts';
import { textOf, type PageSection } from './sections.ts';
import {
  rolesOfColumns,
  isMatrix,
  isOfRequirements,
  signOf,
  tierInCell,
  cellText,
  type ColumnRoles,
} from './table-columns.ts';
import type { TierName } from './tier-words.ts';

/** A table or list that contains rows. */
export type RowSource = { section: PageSection } & (
  | { kind: 'table'; node: Table; tier: TierName; columns: ColumnRoles }
  /** The cells of one or more columns name the tiers; several columns mean a row for each. */
  | { kind: 'all'; node: Table; columns: ColumnRoles; dimensions: number[] }
  /** The column headers name the tiers. */
  | { kind: 'heads'; node: Table; columns: ColumnRoles; tiers: (TierName | undefined)[] }
  | { kind: 'list'; node: List; tier: TierName }
);

/** Finds every table and list that contains rows, in the order of the page. */
export function rowSourcesOf(sections: readonly PageSection[], naming: Naming, choices: Choices): RowSource[] {
  const page = { naming, choices, direct: directTables(sections, naming, choices) };
  const sources = sections.flatMap((section) =>
    section.nodes.flatMap((node) => {
      if (node.type === 'table') return tableSource(node, section, page) ?? [];
      return node.type === 'list' ? (listSource(node, section, page) ?? []) : [];
    }),
  );
  // If one table contains all rows, no list contains rows. If any table contains rows, no list without a heading does.
  const hasAll = sources.some(({ kind }) => kind === 'all' || kind === 'heads');
  const hasTables = sources.some(({ kind }) => kind !== 'list');
  return sources.filter(
    ({ kind, section }) => kind !== 'list' || choices.rows === 'list' || (!hasAll && (!hasTables || section.heading)),
  );
}

interface Page {
  naming: Naming;
  choices: Choices;
  direct: ReadonlyMap<string, string>;
}

function tableSource(node: Table, section: PageSection, { naming, choices, direct }: Page): RowSource | undefined {
  const columns = rolesOfColumns(node, naming.cell, choices);
  if (columns.name === undefined || isLegend(node, columns, naming, direct)) return undefined;
  if (columns.tier !== undefined)
    return { kind: 'all', section, node, columns, dimensions: dimensionsOf(columns, choices) };
  const tier = section.tier ?? section.within;
  if (tier)
    return isOfTier(section, node, columns, direct.get(tier.key))
      ? { kind: 'table', section, node, tier, columns }
      : undefined;
  const tiers = columns.heads.map((head) => naming.heading(head));
  return new Set(tiers.flatMap((it) => it?.key ?? [])).size > 1 && !isOfTiers(node, tiers)
    ? { kind: 'heads', section, node, columns, tiers }
    : undefined;
}

function listSource(node: List, section: PageSection, { choices, direct }: Page): RowSource | undefined {
  const tier = section.tier ?? section.within;
  if (!tier || choices.rows === 'table') return undefined;
  const hasRows =
    choices.rows === 'list' ? isFlaggedList(node, section) : !direct.has(tier.key) && isListOfNames(node, section);
  return hasRows ? { kind: 'list', section, node, tier } : undefined;
}

/** The headers of the first table under the heading of each tier. */
function directTables(sections: readonly PageSection[], naming: Naming, choices: Choices): Map<string, string> {
  const found = new Map<string, string>();
  for (const { tier, nodes } of sections)
    for (const node of nodes)
      if (tier && node.type === 'table' && !found.has(tier.key)) {
        const columns = rolesOfColumns(node, naming.cell, choices);
        if (!isOfRequirements(columns)) found.set(tier.key, columns.heads.join('|'));
      }
  return found;
}

/** Whether a table marks what each tier offers: a row has a check mark for several tiers, but a thing is in one. */
const isOfTiers = (table: Table, tiers: readonly (TierName | undefined)[]): boolean =>
  table.children
    .slice(1)
    .some(({ children }) => children.filter((it, column) => tiers[column] && signOf(cellText(it))).length > 1);

/** Whether a table explains the tiers. Their own tables, if each has one, list what is in them. */
function isLegend(
  table: Table,
  { tier, heads }: ColumnRoles,
  { cell }: Naming,
  direct: ReadonlyMap<string, string>,
): boolean {
  if (tier === undefined) return false;
  const rows = table.children.slice(1).map(({ children }) => ({
    key: tierInCell(cellText(children[tier]), heads[tier] ?? '', cell)?.key,
    wordCounts: children.map((it, column) => (column === tier ? 0 : textOf(it).split(' ').length)),
  }));
  const isEachOnce = new Set(rows.map(({ key }) => key)).size === rows.length;
  if (isEachOnce && tier === 0 && rows.every(({ key = '' }) => direct.has(key))) return true;
  return (
    isEachOnce && rows.every(({ wordCounts }) => Math.max(...wordCounts) >= 5) && (tier === 0 || heads.length === 2)
  );
}

/** Whether a table in the section of a tier, or in a subsection, lists what is in the tier. */
function isOfTier({ tier }: PageSection, table: Table, columns: ColumnRoles, direct: string | undefined): boolean {
  if (isOfRequirements(columns)) return false;
  if (tier) return true;
  return direct === undefined ? true : direct === columns.heads.join('|') && !isMatrix(table, columns);
}

/**
 * The tier columns, if each is about a different thing; empty if they are about releases, since only one is current.
 */
function dimensionsOf({ heads, tier, otherTiers }: ColumnRoles, { tierColumn }: Choices): number[] {
  if (tier === undefined || otherTiers.length === 0 || tierColumn !== undefined) return [];
  const all = [tier, ...otherTiers];
  const names = all.map((column) => heads[column] ?? '');
  return names.some(isOfRelease) || differInNumbers(names) ? [] : all.toSorted((a, b) => a - b);
}

const isOfRelease = (head: string): boolean =>
  /^v?\d(?!\S*bit)[\w.]*$|\b(?:releases?|versions?|branch|main|master|trunk|nightly|projected|planned|current|previous|now|then|today|next|lts)\b|tier|support|status/i.test(
    head,
  );

/** Whether names are alike but for a number, like "Oak 3" and "Oak 4"; those of different systems are not. */
const differInNumbers = (names: readonly string[]): boolean =>
  new Set(names.map((name) => name.replace(/(?<![\p{L}\d])\d+(?!\S*bit)[\w.]*/giu, ''))).size === 1;

const aboutRequirements =
  /require|criteri|guarantee|must|means|expect|promise|qualif|condition|ask(?:s|ed)|in which|when:|rules?\b/i;
const aboutNames = /platform|target|following|supported|system|architecture|include|currently|list|these are/i;

/** Whether the items of a list are names, rather than statements. */
function isListOfNames(list: List, { title, lead, nodes }: PageSection): boolean {
  const before = nodes[nodes.indexOf(list) - 1];
  const lines = [lead ? title : '', before?.type === 'paragraph' ? textOf(before) : ''].map(
    (it) => it.split(/[.!?] /).at(-1) ?? '',
  );
  const introduction = lines.findLast((it) => it !== '') ?? '';
  const heading = lead ? '' : title;
  const items = leavesOf(list);
  const share = (test: (item: ListItem) => boolean) => items.filter(test).length / items.length;
  if (items.some(({ checked }) => typeof checked === 'boolean') || share(saysWhatItDoes) >= 0.5) return false;
  const names = share(isName);
  if (aboutNames.test(introduction) && names >= 0.6) return true;
  return !aboutRequirements.test(introduction) && !aboutRequirements.test(heading) && names >= 0.75;
}

/** Whether a section is a sentence before a list of names. The list may be about anything, and requires nothing. */
export const isListedNames = (section: PageSection): boolean =>
  section.lead !== undefined && section.nodes.every((node) => node.type === 'list' && isListOfNames(node, section));

/**
 * Whether a list contains rows when the editor chose lists. A list that is introduced as requirements does not, unless
 * every list of its section is.
 */
function isFlaggedList(list: List, { tier, nodes }: PageSection): boolean {
  const asks = (node: RootContent) => {
    const before = nodes[nodes.indexOf(node) - 1];
    return before?.type === 'paragraph' && aboutRequirements.test(textOf(before));
  };
  const lists = nodes.filter((node) => node.type === 'list');
  return tier !== undefined && (!asks(list) || lists.every(asks));
}

/** Whether an item is a term with a sentence after it, like a rule. */
function saysWhatItDoes({ children: [first] }: ListItem): boolean {
  const description =
    first?.type === 'paragraph' ? (/\s[-–—]+\s+(.*)$|:\s+(.*)$/.exec(textOf(first))?.slice(1).join('') ?? '') : '';
  return description.split(' ').length >= 4 && verb.test(description);
}

const verb =
  /\b(?:is|are|be|has|have|can|cannot|must|should|shall|may|will|does|do|tries|needs?|requires?|[a-z]+s all)\b/i;

/** The items without nested items. */
const leavesOf = (list: List): ListItem[] =>
  list.children.flatMap((item) => {
    const inner = item.children.find((node) => node.type === 'list');
    return inner ? leavesOf(inner) : [item];
  });

const verbs =
  /^(?:its?|the|an?|this|that|your|our|with|by|from|only|not|if|when|must|should|shall|may|can|is|are|has|have|be|they|we|there|no|every|each|all|any|at least|builds?|built|tested|tests?|passes|runs?|supported|maintained|documented|released|needs?|works?|changes|bugs?|issues|code|binaries|users?)\b/i;

/** Whether an item is a name: code, a link, or a few words that do not form a statement. */
function isName({ children: [first] }: ListItem): boolean {
  if (first?.type !== 'paragraph') return false;
  const [start] = first.children;
  const text = textOf(first);
  if (start?.type === 'inlineCode' || start?.type === 'link' || start?.type === 'linkReference')
    return textOf(start).length * 4 > text.length || !/[.!?]$/.test(text) || start.type === 'inlineCode';
  const withoutBrackets = text.replace(/\([^()]*\)/g, '').replace(/ [-–—] .*|: .*/, '');
  return withoutBrackets.trim().split(/\s+/).length <= 6 && !/[.!?;]$/.test(text) && !verbs.test(text);
}
