import { columnMarkdown, documentColumns, type DocumentColumn } from './columns.ts';
import type { Catalogue, Feature, PolicyDocument, Prose, Tier } from './catalogue/catalogue.ts';
import { currentEntry, unsupportedIn } from './history.ts';
import { inlineParts, inlineText, referencesIn } from './inline.ts';
import { featuresIn } from './tier.ts';

/** The parts of a document's Markdown that the site interprets, in order: headings, components and footnotes. */
export type Outline = OutlinePart[];

export type OutlinePart = {
  /** Offsets in the body; `end` is exclusive. */
  start: number;
  end: number;
} & (
  | { kind: 'heading'; depth: number; title: string; anchor: string }
  /** The position of a status table, and of a tier's prose with its heading; without a depth, there is no heading. */
  | { kind: 'table'; tier: string }
  | { kind: 'tier'; tier: string; depth: number | undefined }
  /** The position of the rows' footnotes; without it, they follow the last table. */
  | { kind: 'notes' }
  /** A footnote that the document itself writes, and a reference to one. */
  | { kind: 'note' | 'reference'; identifier: string }
);

/** The component in a tier's prose that is replaced by the list of its requirements. */
export const requirementsTag = '<Requirements />';
export const tableTag = (tier: number | string): string => `<TierTable tier="${tier}" />`;
export const tierTag = (tier: number | string, heading?: number): string =>
  `<Tier tier="${tier}"${heading === undefined ? '' : ` heading="${heading}"`} />`;
export const notesTag = '<Notes />';

/** Returns the anchor that GitHub and mdBook give to a heading; "section" for a heading without letters and digits. */
export const headingAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-') || 'section';

/** Whether the policy page uses an anchor for itself; a heading with the same words gets a number. */
export const isPolicyPageAnchor = (anchor: string): boolean =>
  /^(?:top|main|contents|site-pages|changed|no-longer-tracked|(?:footnote|footnote-ref)-\d+)$/.test(anchor);

/** A heading of the document: its own or a tier's. */
export interface DocumentHeading {
  title: string;
  anchor: string;
  /** The heading level in the Markdown. `level` is the one on the page, where no level is skipped. */
  depth: number;
  level: number;
  /** The tier whose prose follows it. */
  tier: Tier | undefined;
  formerAnchors: string[];
}

/** Returns the anchors of the tiers' headings, by tier slug; an anchor that is already taken gets a number. */
export function tierHeadingAnchors(outline: Outline, tiers: Iterable<Pick<Tier, 'slug' | 'heading'>>) {
  const headings = new Map([...tiers].map(({ slug, heading }) => [slug, headingAnchor(heading)]));
  const taken = new Set(outline.flatMap((part) => (part.kind === 'heading' ? part.anchor : [])));
  const anchors = new Map<string, string>();
  for (const part of headedParts(outline)) {
    const headingAnchor = part.kind === 'tier' ? headings.get(part.tier) : undefined;
    if (part.kind !== 'tier' || headingAnchor === undefined) continue;
    let anchor = headingAnchor;
    for (let count = 1; taken.has(anchor) || isPolicyPageAnchor(anchor); count++) anchor = `${headingAnchor}-${count}`;
    taken.add(anchor);
    anchors.set(part.tier, anchor);
  }
  return anchors;
}

/** Returns every heading of the document in order, including those of the tiers. */
export function documentHeadings({ document, tiers }: Pick<Catalogue, 'document' | 'tiers'>): DocumentHeading[] {
  const parts = headedParts(document.outline);
  const levels = levelsOf(parts.map(({ depth }) => depth));
  const anchors = tierHeadingAnchors(document.outline, tiers);
  return parts.flatMap((part, index): DocumentHeading[] => {
    const { depth } = part;
    const level = levels[index] ?? depth;
    if (part.kind === 'heading') {
      const { title, anchor } = part;
      return [{ title, anchor, depth, level, tier: undefined, formerAnchors: formerAnchorsOf(document, anchor) }];
    }
    const tier = tiers.find(({ slug }) => slug === part.tier);
    if (!tier) return [];
    const anchor = anchors.get(tier.slug) ?? '';
    const formerAnchors = [...tier.formerAnchors, ...formerAnchorsOf(document, anchor)];
    return [{ title: tier.heading, anchor, depth, level, tier, formerAnchors }];
  });
}

/** Returns the parts of an outline that have a heading. */
export const headedParts = (outline: Outline) =>
  outline.flatMap((part) =>
    (part.kind === 'heading' || part.kind === 'tier') && part.depth !== undefined
      ? [{ ...part, depth: part.depth }]
      : [],
  );

const formerAnchorsOf = ({ formerAnchors }: PolicyDocument, anchor: string): string[] =>
  Object.entries(formerAnchors).flatMap(([former, now]) => (now === anchor ? [former] : []));

/** Converts heading depths to levels that begin at 1 and skip none: 1 2 4 4 2 becomes 1 2 3 3 2. */
export function levelsOf(depths: readonly number[]): number[] {
  const open: number[] = [];
  return depths.map((depth) => {
    while ((open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return open.length;
  });
}

/** Returns the document's title: its first heading, or else the title of the site. */
export const documentTitle = ({ document, site }: Pick<Catalogue, 'document' | 'site'>): string =>
  document.outline.find((part) => part.kind === 'heading')?.title ?? site.title;

/** A heading with the text up to the next heading, without what the components fill in. */
export interface DocumentSection {
  id: string;
  title: string;
  words: string;
  /** Anchors that its heading had before. */
  formerAnchors: string[];
  /** Its contents in order: "words", "heading TITLE" for a subheading without text, "table 1", "tier 1" or "notes". */
  parts: string[];
}

/**
 * Returns the sections of the document that have text. Three ids survive a rewording: "introduction" for the first
 * section, "status" for the one that leads to the tables, "details" for the one with the tiers' prose.
 */
export function documentSections({ document }: Pick<Catalogue, 'document'>): DocumentSection[] {
  const { body, outline } = document;
  const headings = outline.filter((part) => part.kind === 'heading');
  const all = headings.map((heading, index) => {
    const end = headings[index + 1]?.start ?? body.length;
    const filled = outline.filter(({ kind, start }) => isFilled(kind) && start >= heading.end && start < end);
    const pieces = [{ end: heading.end }, ...filled].map(({ end: from }, at) =>
      body.slice(from, filled[at]?.start ?? end).trim(),
    );
    const has = (kind: OutlinePart['kind']) => filled.some((part) => part.kind === kind);
    const words = pieces.filter((piece) => piece !== '').join('\n\n');
    const parts = pieces.flatMap((piece, at) => {
      const before = filled[at - 1];
      return [...(before ? [partName(before)] : []), ...(piece === '' ? [] : ['words'])];
    });
    return { title: heading.title, anchor: heading.anchor, words, parts, hasTable: has('table'), hasTier: has('tier') };
  });
  const firstTable = all.findIndex(({ hasTable }) => hasTable);
  // If the section of the first table has no text, the section above it is the one about the status.
  const status = all[firstTable]?.words === '' ? firstTable - 1 : firstTable;
  const details = all.findIndex(({ hasTier }) => hasTier);
  const idOf = (index: number, anchor: string): string => {
    if (index === 0) return 'introduction';
    if (index === status) return 'status';
    if (index === details) return 'details';
    return anchor;
  };
  const sections: DocumentSection[] = [];
  for (const [index, { title, anchor, words, parts }] of all.entries()) {
    const id = idOf(index, anchor);
    const above = sections.at(-1);
    if (id !== anchor || words !== '' || !above)
      sections.push({ id, title, words, formerAnchors: formerAnchorsOf(document, anchor), parts });
    else above.parts.push(`heading ${title}`, ...parts);
  }
  return sections;
}

const partName = (part: OutlinePart): string => ('tier' in part ? `${part.kind} ${part.tier}` : part.kind);

const isFilled = (kind: OutlinePart['kind']): boolean => kind === 'table' || kind === 'tier' || kind === 'notes';

/** A footnote: the document's own, or a note shared by one or more rows. */
export interface Footnote {
  /** Counted from 1, in the order in which the document refers to the footnotes. */
  number: number;
  /** The identifier of a footnote that the document itself writes; undefined for a note of rows. */
  identifier: string | undefined;
  /** The features that have this note. */
  features: Feature[];
  /** Where the first reference to it is: `documentName`, or the path of a file that the document shows. */
  first: string;
}

/** The value of `first` for a reference in the document itself. */
export const documentName = 'policy/document';

const footnoteCache = new WeakMap<PolicyDocument, { features: readonly Feature[]; notes: Footnote[] }>();

/** Returns the footnotes of the whole document; rows with equal notes share one. */
export function footnotes(catalogue: Catalogue): Footnote[] {
  const cached = footnoteCache.get(catalogue.document);
  if (cached?.features === catalogue.features) return cached.notes;
  const notes = collectFootnotes(catalogue);
  footnoteCache.set(catalogue.document, { features: catalogue.features, notes });
  return notes;
}

function collectFootnotes(catalogue: Catalogue): Footnote[] {
  const notes = new Map<string, Footnote>();
  const refer = (key: string, identifier: string | undefined, first: string, feature?: Feature) => {
    const note = notes.get(key) ?? { number: notes.size + 1, identifier, features: [], first };
    if (feature) note.features.push(feature);
    notes.set(key, note);
  };
  for (const part of catalogue.document.outline) {
    if (part.kind === 'reference') refer(`own ${part.identifier}`, part.identifier, documentName);
    if (part.kind !== 'table') continue;
    const rows = rowsOf(catalogue, part.tier);
    const columns = columnsOfTable(catalogue, part.tier, rows);
    for (const feature of rows) {
      const body = feature.body.trim();
      const first = `features/${feature.id}`;
      for (const column of columns) {
        for (const cell of cellMarkdown(feature, column))
          for (const identifier of referencesIn(cell)) refer(`own ${identifier}`, identifier, first);
        if (column.is === 'name' && body !== '') refer(`row ${body}`, undefined, first, feature);
      }
    }
  }
  return [...notes.values()];
}

/** Returns the columns of one of the document's tables; the list of unsupported features has only two. */
export function columnsOfTable(catalogue: Catalogue, place: string, rows: readonly Feature[]): DocumentColumn[] {
  const tier = place === 'all' ? 'all' : catalogue.tiers.find(({ slug }) => slug === place);
  if (tier) return documentColumns(catalogue, tier, rows);
  return (['category', 'name'] as const).map((is) => ({ is, label: '' }));
}

/** Returns a row's cell in a column, as inline Markdown. */
export function cellMarkdown(feature: Feature, column: DocumentColumn): string[] {
  switch (column.is) {
    case 'category':
      return [feature.category.written];
    case 'name':
      return [feature.written];
    case 'missing':
      return currentEntry(feature).missing.map(({ written }) => written);
    case 'own':
      return [columnMarkdown(feature, column.column)];
    case 'tier':
      return [inlineText(currentEntry(feature).tier?.label ?? '')];
  }
}

/**
 * Returns the line of an unsupported feature whose name is only a link: the whole line becomes the link. Returns
 * undefined for any other feature.
 */
export function linkedLine({ category, written }: Feature): string | undefined {
  const [name, ...more] = inlineParts(written);
  if (name?.kind !== 'link' || more.length > 0 || /[[\]]/.test(category.written)) return undefined;
  return `[${category.written}: ${name.inner}](${name.url})`;
}

/** Returns the features in one of the document's tables, in order. */
export function rowsOf({ tiers, features }: Pick<Catalogue, 'tiers' | 'features'>, name: string): Feature[] {
  if (name === 'none') return unsupportedIn(features);
  if (name === 'all') return features.filter((feature) => currentEntry(feature).tier);
  const tier = tiers.find(({ slug }) => slug === name);
  return tier ? featuresIn(features, tier) : [];
}

/** Returns the first table that contains each feature; the row there has the feature's anchor. */
export function firstTables(catalogue: Catalogue): Map<Feature, string> {
  const tables = catalogue.document.outline.flatMap((part) => (part.kind === 'table' ? part.tier : []));
  // A later entry of a Map replaces an earlier one, so the first table comes last.
  return new Map(tables.reverse().flatMap((table) => rowsOf(catalogue, table).map((feature) => [feature, table])));
}

/** Returns the footnote with a feature's note. */
export const footnoteOf = (catalogue: Catalogue, feature: Feature): Footnote | undefined =>
  footnotes(catalogue).find(({ features }) => features.includes(feature));

/** Returns the offset of the rows' footnotes in the document: at `<Notes />`, or else after the last table. */
export function notesOffset({ outline, body }: Pick<PolicyDocument, 'outline' | 'body'>): number {
  const notes = outline.find(({ kind }) => kind === 'notes');
  return notes?.start ?? outline.findLast((part) => part.kind === 'table' && part.tier !== 'none')?.end ?? body.length;
}

/** Splits text into lines at the line endings of Markdown. */
export const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);

/**
 * Whether a line of a tier's prose is `<Requirements />`. The check allows it only on a line of its own, outside code.
 */
export const isRequirementsLine = (line: string): boolean => line.trimEnd() === requirementsTag;

/** Splits a tier's prose at `<Requirements />`; without it, all of the prose is the opening. */
export function splitAtRequirements({ body }: Pick<Prose, 'body'>): { opening: string; closing: string } {
  const lines = linesOf(body);
  const at = lines.findIndex(isRequirementsLine);
  if (at < 0) return { opening: body.trim(), closing: '' };
  return {
    opening: lines.slice(0, at).join('\n').trim(),
    closing: lines
      .slice(at + 1)
      .join('\n')
      .trim(),
  };
}
