import { columnWords, documentColumns, type DocumentColumn } from './columns.ts';
import type { Catalogue, Feature, PolicyDocument, Prose, Tier } from './catalogue/catalogue.ts';
import { currentEntry, unsupportedIn } from './history.ts';
import { inlineParts, inlineText, referencesIn } from './inline.ts';
import { featuresIn } from './tier.ts';

/** What a document's Markdown holds that has a meaning beyond its words, in its order. */
export type Outline = OutlinePart[];

export type OutlinePart = {
  /** Where it stands in the body: from the first of these offsets to before the second. */
  start: number;
  end: number;
} & (
  | { kind: 'heading'; depth: number; title: string; anchor: string }
  /** The place of a status table, and of a tier's heading and prose; without a depth, of the prose alone. */
  | { kind: 'table'; tier: string }
  | { kind: 'tier'; tier: string; depth: number | undefined }
  /** The place of the rows' footnotes, where it is not below the last table. */
  | { kind: 'notes' }
  /** A footnote of the document's own, and what refers to it. */
  | { kind: 'note' | 'reference'; identifier: string }
);

/** The component that stands in a tier's prose for the list of its requirements. */
export const requirementsTag = '<Requirements />';
export const tableTag = (tier: number | string): string => `<TierTable tier="${tier}" />`;
export const tierTag = (tier: number | string, heading?: number): string =>
  `<Tier tier="${tier}"${heading === undefined ? '' : ` heading="${heading}"`} />`;
export const notesTag = '<Notes />';

/** The anchor that a heading has in the original document (GitHub's and mdBook's way of making one); words without a letter or digit have one too. */
export const headingAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-') || 'section';

/** Whether the page of the policy uses an anchor itself; a heading of such words gets a number. */
export const isAnchorOfPage = (anchor: string): boolean =>
  /^(?:top|main|contents|site-pages|changed|no-longer-tracked|(?:footnote|footnote-ref)-\d+)$/.test(anchor);

/** A heading of the document: one that it writes itself, or a tier's. */
export interface DocumentHeading {
  title: string;
  anchor: string;
  /** Its level in Markdown, and the one that a page gives it, which skips none. */
  depth: number;
  level: number;
  /** The tier whose prose it is over. */
  tier: Tier | undefined;
  formerAnchors: string[];
}

/** The anchors of the headings over the tiers' prose, by the slugs of the tiers; what another heading has already gets a number. */
export function tierHeadingAnchors(outline: Outline, tiers: Iterable<Pick<Tier, 'slug' | 'heading'>>) {
  const headings = new Map([...tiers].map(({ slug, heading }) => [slug, headingAnchor(heading)]));
  const taken = new Set(outline.flatMap((part) => (part.kind === 'heading' ? part.anchor : [])));
  const anchors = new Map<string, string>();
  for (const part of headedParts(outline)) {
    const words = part.kind === 'tier' ? headings.get(part.tier) : undefined;
    if (part.kind !== 'tier' || words === undefined) continue;
    let anchor = words;
    for (let count = 1; taken.has(anchor) || isAnchorOfPage(anchor); count++) anchor = `${words}-${count}`;
    taken.add(anchor);
    anchors.set(part.tier, anchor);
  }
  return anchors;
}

/** Every heading of the document in its order, those over the tiers' prose too. */
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

/** The parts of an outline that have a heading. */
export const headedParts = (outline: Outline) =>
  outline.flatMap((part) =>
    (part.kind === 'heading' || part.kind === 'tier') && part.depth !== undefined
      ? [{ ...part, depth: part.depth }]
      : [],
  );

const formerAnchorsOf = ({ formerAnchors }: PolicyDocument, anchor: string): string[] =>
  Object.entries(formerAnchors).flatMap(([former, now]) => (now === anchor ? [former] : []));

/** The depths of headings as levels of a page, which begin with 1 and skip none: 1 2 4 4 2 becomes 1 2 3 3 2. */
export function levelsOf(depths: readonly number[]): number[] {
  const open: number[] = [];
  return depths.map((depth) => {
    while ((open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return open.length;
  });
}

/** The document's title: its first heading. */
export const documentTitle = ({ document, site }: Pick<Catalogue, 'document' | 'site'>): string =>
  document.outline.find((part) => part.kind === 'heading')?.title ?? site.title;

/** A heading's own words, down to the next heading, without what the components fill in. */
export interface Section {
  id: string;
  title: string;
  words: string;
  /** Anchors that its heading had before. */
  formerAnchors: string[];
  /** What stands in it, in order: "words", "heading TITLE" for those below it without words, "table 1", "tier 1", "notes". */
  parts: string[];
}

/**
 * The sections of the document that have words of their own. Three have ids that outlive a rewording: the first is the
 * introduction, the one that leads to the tables the status, the one with the tiers' prose the details.
 */
export function documentSections({ document }: Pick<Catalogue, 'document'>): Section[] {
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
    const parts = pieces.flatMap((piece, at) => [
      ...filled.slice(Math.max(at - 1, 0), at).map(partName),
      ...(piece === '' ? [] : ['words']),
    ]);
    return { title: heading.title, anchor: heading.anchor, words, parts, hasTable: has('table'), hasTier: has('tier') };
  });
  const firstTable = all.findIndex(({ hasTable }) => hasTable);
  const status = all[firstTable]?.words === '' ? firstTable - 1 : firstTable;
  const details = all.findIndex(({ hasTier }) => hasTier);
  const sections: Section[] = [];
  for (const [index, { title, anchor, words, parts }] of all.entries()) {
    const id = index === 0 ? 'introduction' : index === status ? 'status' : index === details ? 'details' : anchor;
    const above = sections.at(-1);
    if (id !== anchor || words !== '' || !above)
      sections.push({ id, title, words, formerAnchors: formerAnchorsOf(document, anchor), parts });
    else above.parts.push(`heading ${title}`, ...parts);
  }
  return sections;
}

const partName = (part: OutlinePart): string => ('tier' in part ? `${part.kind} ${part.tier}` : part.kind);

const isFilled = (kind: OutlinePart['kind']): boolean => kind === 'table' || kind === 'tier' || kind === 'notes';

/** A footnote: one that the document writes, or the note that one row or several have. */
export interface Footnote {
  /** From 1, in the order in which the document refers to them. */
  number: number;
  /** What the document calls its own; undefined for a note of rows. */
  identifier: string | undefined;
  /** The features whose note it is. */
  features: Feature[];
  /** What refers to it first: the document, or a file that the document shows, as in its path. */
  first: string;
}

/** How footnotes call the document as what refers to them. */
export const documentName = 'policy/document';

const found = new WeakMap<PolicyDocument, { features: readonly Feature[]; notes: Footnote[] }>();

/** The footnotes of the whole document; rows with equal notes share one. */
export function footnotes(catalogue: Catalogue): Footnote[] {
  const known = found.get(catalogue.document);
  if (known?.features === catalogue.features) return known.notes;
  const notes = numbered(catalogue);
  found.set(catalogue.document, { features: catalogue.features, notes });
  return notes;
}

function numbered(catalogue: Catalogue): Footnote[] {
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
    const columns = columnsOf(catalogue, part.tier, rows);
    for (const feature of rows) {
      const body = feature.body.trim();
      const first = `features/${feature.id}`;
      for (const column of columns) {
        for (const words of writtenIn(feature, column))
          for (const identifier of referencesIn(words)) refer(`own ${identifier}`, identifier, first);
        if (column.is === 'name' && body !== '') refer(`row ${body}`, undefined, first, feature);
      }
    }
  }
  return [...notes.values()];
}

/** The columns of one of the document's tables; a list of what is not supported has the two that say what it is. */
export function columnsOf(catalogue: Catalogue, place: string, rows: readonly Feature[]): DocumentColumn[] {
  const tier = place === 'all' ? 'all' : catalogue.tiers.find(({ slug }) => slug === place);
  if (tier) return documentColumns(catalogue, tier, rows);
  return (['category', 'name'] as const).map((is) => ({ is, label: '' }));
}

/** What a row writes in a column, in Markdown within the line. */
export function writtenIn(feature: Feature, column: DocumentColumn): string[] {
  switch (column.is) {
    case 'category':
      return [feature.category.written];
    case 'name':
      return [feature.written];
    case 'missing':
      return currentEntry(feature).missing.map(({ written }) => written);
    case 'own':
      return [columnWords(feature, column.column)];
    case 'tier':
      return [inlineText(currentEntry(feature).tier?.label ?? '')];
  }
}

/** The line of what is not supported where its name is nothing but a link, which is then the whole line's; undefined otherwise. */
export function linkedLine({ category, written }: Feature): string | undefined {
  const [name, ...more] = inlineParts(written);
  if (name?.kind !== 'link' || more.length > 0 || /[[\]]/.test(category.written)) return undefined;
  return `[${category.written}: ${name.words}](${name.url})`;
}

/** The features in one of the document's tables, in their order. */
export function rowsOf({ tiers, features }: Pick<Catalogue, 'tiers' | 'features'>, name: string): Feature[] {
  if (name === 'none') return unsupportedIn(features);
  if (name === 'all') return features.filter((feature) => currentEntry(feature).tier);
  const tier = tiers.find(({ slug }) => slug === name);
  return tier ? featuresIn(features, tier) : [];
}

/** The first of the document's tables that a feature is in, as the document names it: its row there has its anchor. */
export const firstTableOf = (catalogue: Catalogue, feature: Feature): string | undefined =>
  catalogue.document.outline
    .flatMap((part) => (part.kind === 'table' ? part.tier : []))
    .find((place) => rowsOf(catalogue, place).includes(feature));

/** The footnote that is a feature's note. */
export const footnoteOf = (catalogue: Catalogue, feature: Feature): Footnote | undefined =>
  footnotes(catalogue).find(({ features }) => features.includes(feature));

/** The offset in the document at which the rows' footnotes stand: where it says so, else below its last table. */
export function placeOfNotes({ outline, body }: Pick<PolicyDocument, 'outline' | 'body'>): number {
  const told = outline.find(({ kind }) => kind === 'notes');
  return told?.start ?? outline.findLast((part) => part.kind === 'table' && part.tier !== 'none')?.end ?? body.length;
}

/** Lines as Markdown has them. */
export const linesOf = (text: string): string[] => text.split(/\r\n?|\n/);

/** Whether a line of a tier's prose is the place of its list; the check lets it stand nowhere else, in code neither. */
export const isRequirementsLine = (line: string): boolean => line.trimEnd() === requirementsTag;

/** A tier's prose before and after the place of its list; all of it before, where it marks none. */
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
