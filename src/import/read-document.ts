import type { Nodes } from 'mdast';
import { counted } from '../domain/text.ts';
import type { Choices, Guess } from './choices.ts';
import { documentBody, isWholeSection } from './document-body.ts';
import { slug } from './ids.ts';
import { namingOf } from './tier-naming.ts';
import { lineOf, createMdxWriter, type MdxWriter } from './prose.ts';
import type { Leftover, Page } from './read-page.ts';
import { readRows, type ReadRow } from './read-rows.ts';
import { isListedNames, rowSourcesOf, type RowSource } from './row-sources.ts';
import { lineOfNode, sectionsOf, type PageSection } from './sections.ts';
import { tableColumns, type ReadColumns } from './site-columns.ts';
import { placeOfTier, sentencesOf, readTierProse, type TierPlace, type TierProse } from './tier-prose.ts';
import type { TierName } from './tier-words.ts';

/** A Markdown page about tiers, split into the parts of the content. Bodies are MDX. */
export interface ReadDocument {
  title: string;
  /** The text below the title. */
  opening: string;
  /** The body of the document, with components in place of text that moves to other files. */
  body: string;
  formerAnchors: Map<string, string>;
  /** Highest first. */
  tiers: ReadTier[];
  categories: string[];
  /** The category of rows without one. */
  defaultCategory: string;
  rows: ReadRow[];
  columns: ReadColumns;
  /** What the content has no place for, in the order of the page. */
  leftovers: Leftover[];
  /** The sections that stay prose in the document, in the order of the page. */
  prose: Leftover[];
  guesses: Guess[];
}

export interface ReadTier extends TierProse {
  key: string;
  level: number;
  slug: string;
  label: string;
  title: string;
  /** The heading of its prose; undefined if the heading stays in the document. */
  heading: string | undefined;
  /** A sentence about it from elsewhere on the page. */
  summary: string;
  line: number;
}

/** Reads the tiers, rows and requirements of a page. Everything else stays prose. */
export function readDocument(page: Page, choices: Choices = {}): ReadDocument {
  const { root } = page;
  const naming = namingOf(root, choices);
  const writer = createMdxWriter(root, page.text);
  for (const { line, what } of page.leftovers) writer.leftovers.push({ line, what });
  const sections = sectionsOf(root, naming.heading);
  const sources = rowSourcesOf(sections, naming, choices);
  const read = readRows(sources, naming, writer);
  const categories = oneSpelling(read.categories, read.rows, writer);
  const rowNodes = new Set<Nodes>(sources.map(({ node }) => node));
  const sentences = sentencesOf(sections, naming.cell);
  const titles = new Map(sentences.toReversed().map(({ key, title }) => [key, title]));
  const names = tiersOf([
    ...sections.flatMap(({ tier }) => tier ?? []),
    ...sources.flatMap(headTiers),
    ...read.tiers,
    // A sentence about anything may begin with a word like "stable".
    ...sentences.filter(({ key }) => !key.startsWith('word')),
  ]);
  const mayExplain = sections.filter((section) => choices.rows === 'table' || !isListedNames(section));
  const places = new Map(names.map(({ key }) => [key, placeOfTier(mayExplain, key, rowNodes)]));
  const tiers = names.map((name, index) =>
    readTier(name, index + 1, sections, sources, places.get(name.key), titles, writer),
  );
  reportUnnamedTiers(choices, names, writer);
  const columns = tableColumns(sources, read.rows, names[0]?.key, choices, writer);
  const first = sections.find(({ heading }) => heading);
  const title = page.title || first?.title || '';
  const hasTitle = first?.heading?.depth === 1;
  const placedTiers = tiers.map(({ key, slug }) => ({ key, slug, place: places.get(key) }));
  const body = documentBody({ sections, sources, tiers: placedTiers }, writer);
  const opening = (first ?? sections[0])?.nodes.filter(({ type }) => type === 'paragraph') ?? [];
  const defaultCategory = choices.category ?? categoryOfHead(sources) ?? 'Platform';
  return {
    title,
    opening: createMdxWriter(root).write(opening),
    body: hasTitle ? body : `# ${title.replace(/[<{*_`[\]\\]/g, '\\$&') || 'Tiers of Support'}\n\n${body}`,
    formerAnchors: page.formerAnchors,
    tiers,
    categories,
    defaultCategory,
    rows: columns.rows,
    columns: columns.columns,
    leftovers: writer.leftovers.toSorted((a, b) => a.line - b.line),
    prose: proseOf(sections, rowNodes, places),
    guesses: guessesOf(tiers, sources, read.rows, defaultCategory, choices),
  };
}

/** How an editor names the tiers of a page in which none was found. */
export const wordsOfTiers =
  'the highest first, in the words with which their headings or cells begin, like "Gold, Silver"';

/** Reports the tiers among the editor's choices that the page does not name. */
function reportUnnamedTiers({ tiers = [] }: Choices, names: readonly TierName[], writer: MdxWriter): void {
  for (const [index, label] of tiers.entries())
    if (!names.some(({ key }) => key === `listed ${index}`))
      writer.leaveOut(undefined, `the tier "${label}", which no heading, cell or sentence begins with`);
}

function headTiers(source: RowSource): TierName[] {
  if (source.kind === 'heads') return source.tiers.filter((it) => it !== undefined);
  return source.kind === 'all' ? [] : [source.tier];
}

/** Removes duplicate tiers and sorts them by rank; equal ranks keep the order of the page. */
function tiersOf(names: readonly TierName[]): TierName[] {
  const found = new Map<string, TierName>();
  for (const name of names) {
    const known = found.get(name.key);
    found.set(name.key, known ? { ...known, title: known.title || name.title } : name);
  }
  return [...found.values()].sort((a, b) => {
    const at = a.rank.findIndex((it, index) => it !== (b.rank[index] ?? 0));
    return at < 0 ? a.rank.length - b.rank.length : (a.rank[at] ?? 0) - (b.rank[at] ?? 0);
  });
}

function readTier(
  name: TierName,
  level: number,
  sections: readonly PageSection[],
  sources: readonly RowSource[],
  place: TierPlace | undefined,
  titles: ReadonlyMap<string, string>,
  writer: MdxWriter,
): ReadTier {
  const sourceOf = new Map(sources.map((source) => [source.node as never, source]));
  const own = sections.filter(({ tier }) => tier?.key === name.key);
  const section = place?.section;
  const titled = section?.tier?.title ? section : own.find(({ tier }) => tier?.title);
  const isHeading = section !== undefined && isWholeSection(section, place, sourceOf);
  const { key, label } = name;
  return {
    key,
    level,
    slug: label === `Tier ${level}` ? `${level}` : slug(label.replace(/^Tier (?=\d)/, '')),
    label,
    title: titled?.tier?.title ?? '',
    heading: isHeading && section.heading ? lineOf(section.heading.children, writer) : undefined,
    summary: titles.get(key) ?? '',
    line: own[0]?.line ?? 0,
    ...readTierProse(place?.nodes ?? [], writer),
  };
}

/** Gives each category the spelling that comes first, and reports the others. */
function oneSpelling(categories: readonly string[], rows: readonly ReadRow[], writer: MdxWriter): string[] {
  const first = new Map<string, string>();
  for (const written of categories) {
    const folded = written.toLowerCase();
    const known = first.get(folded);
    if (known === undefined) first.set(folded, written);
    else {
      const line = rows.find(({ category }) => category === written)?.line ?? 1;
      writer.leftovers.push({ line, what: `the spelling "${written}" of the category "${known}"` });
    }
  }
  for (const row of rows) if (row.category) row.category = first.get(row.category.toLowerCase()) ?? row.category;
  return [...first.values()];
}

/** A category from the header of the name column, for rows without one. */
function categoryOfHead(sources: readonly RowSource[]): string | undefined {
  const source = sources.find((it) => it.kind !== 'list' && it.columns.category === undefined);
  const head = source && 'columns' in source ? source.columns.heads[source.columns.name ?? 0] : undefined;
  const known =
    /^(?:target|platform|system|operating system|os|package|architecture|environment|feature|distribution)s?\b/i.exec(
      head ?? '',
    )?.[0];
  return known && known.charAt(0).toUpperCase() + known.slice(1).replace(/s$/, '').replace(/^s$/i, 'S');
}

/** The sections that stay prose, each with the number of its tables, lists or paragraphs. */
function proseOf(
  sections: readonly PageSection[],
  rowNodes: ReadonlySet<Nodes>,
  places: ReadonlyMap<string, TierPlace | undefined>,
): Leftover[] {
  const movedNodes = new Set([...places.values()].flatMap((place) => place?.nodes ?? []));
  return sections.flatMap(({ heading, depth, title, nodes, line, tier, within }): Leftover[] => {
    const proseNodes = nodes.filter((node) => !rowNodes.has(node) && !movedNodes.has(node));
    const tables = proseNodes.filter(({ type }) => type === 'table').length;
    const lists = proseNodes.filter(({ type }) => type === 'list').length;
    const paragraphs = proseNodes.filter(({ type }) => type === 'paragraph').length;
    const holds = [
      tables > 0 ? counted(tables, 'table') : '',
      lists > 0 ? counted(lists, 'list') : '',
      tables + lists === 0 && paragraphs > 0 ? counted(paragraphs, 'paragraph') : '',
    ].filter(Boolean);
    // The introduction is always prose, so it is not reported.
    if (depth <= 1 && tables + lists === 0) return [];
    if (holds.length === 0 || (tables + lists === 0 && (tier ?? within) && !heading)) return [];
    const at = proseNodes.find(({ type }) => type === 'table' || type === 'list');
    return [{ line: at ? lineOfNode(at) : line, what: `${title || 'above the first heading'} (${holds.join(', ')})` }];
  });
}

function guessesOf(
  tiers: readonly ReadTier[],
  sources: readonly RowSource[],
  rows: readonly ReadRow[],
  category: string,
  choices: Choices,
): Guess[] {
  const guesses: Guess[] = [];
  if (!choices.tiers)
    guesses.push({
      flag: 'tiers',
      value: tiers.map(({ label }) => label).join(', '),
      what: tiers.length > 0 ? 'the tiers, the highest first' : `the tiers, ${wordsOfTiers}`,
    });
  const tables = sources.flatMap((source) => ('columns' in source ? [source.columns] : []));
  const names = [
    ...new Set(tables.flatMap(({ heads, name, category }) => (category === undefined ? [heads[name ?? 0] ?? ''] : []))),
  ].filter((head) => head !== '');
  if (!choices.nameColumn && names.length > 0)
    guesses.push({
      flag: 'name-column',
      value: names[0] ?? '',
      what: `the column that names a row${names.length > 1 ? `, or ${names.slice(1).join(', ')}` : ''}`,
    });
  const dimensions = sources.flatMap((source) =>
    source.kind === 'all' ? source.dimensions.map((column) => source.columns.heads[column] ?? '') : [],
  );
  const statuses = tables.flatMap(({ heads, tier }) => (tier === undefined ? [] : [heads[tier] ?? '']));
  const others = tables.flatMap(({ heads, otherTiers }) => otherTiers.map((column) => heads[column] ?? ''));
  if (dimensions.length > 0)
    guesses.push({
      flag: 'tier-column',
      value: '',
      what: `the columns that name a tier, each for a row of its own; to use one alone, name it: ${dimensions.join(', ')}`,
    });
  else if (!choices.tierColumn && statuses[0] !== undefined)
    guesses.push({
      flag: 'tier-column',
      value: statuses[0],
      what: `the column that names its tier${others.length > 0 ? `; others name one too: ${others.join(', ')}` : ''}`,
    });
  if (!choices.category && rows.some((row) => !row.category))
    guesses.push({ flag: 'category', value: category, what: 'the category of rows that name none' });
  if (!choices.rows && tiers.length > 0 && (tables.length === 0 || sources.some(({ kind: it }) => it === 'list')))
    guesses.push({
      flag: 'rows',
      value: sources.some(({ kind: it }) => it === 'list') ? 'list' : 'table',
      what: 'whether the lists under the tiers are rows (list) or requirements (table)',
    });
  return guesses;
}
