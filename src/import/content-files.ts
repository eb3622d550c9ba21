import { stringify } from 'yaml';
import { textAndCode } from '../domain/inline.ts';
import { readOutline } from '../check/document-outline.ts';
import { headingAnchor, requirementsTag } from '../domain/document.ts';
import { tierAnchor, tierNames } from '../domain/tier.ts';
import { withoutBackticks } from '../domain/text.ts';
import { Ids } from './ids.ts';
import type { ReadDocument, ReadTier } from './read-document.ts';
import type { ReadRow } from './read-rows.ts';
import { signOf } from './table-columns.ts';
import type { ReadGroup } from './tier-prose.ts';

/** Facts that are not in the document. A missing one gets a placeholder, which the import reports. */
export interface Origin {
  /** The date of the statuses. */
  date?: string | undefined;
  source?: string | undefined;
  licence?: string | undefined;
  project?: string | undefined;
  /** The file name of the published Markdown document. */
  document?: string | undefined;
}

/** Files that keep an empty folder in Git. */
export const emptyFolders = { features: 'features/.gitkeep', requirements: 'requirements/.gitkeep' };

/** The placeholder for an unknown address; RFC 2606 reserves the domain. */
export const noSource = 'https://example.com/';

/** The proposed files by their paths, and a sentence for each placeholder in them. */
export interface ImportedContent {
  files: Map<string, string>;
  madeUp: string[];
}

type Category = ReturnType<typeof categoryData>[number];

/** Returns the anchors of the document's headings and tables. No feature or requirement can have one as its id. */
function anchorsOf({ body, tiers }: ReadDocument): string[] {
  const headings = readOutline(body).flatMap((part) => (part.kind === 'heading' ? part.anchor : []));
  return [...headings, ...tiers.map(tierAnchor), ...tiers.map((tier) => headingAnchor(tierNames(tier).heading))];
}

/** Creates the files of a content folder from a document. */
export function contentFiles(read: ReadDocument, origin: Origin): ImportedContent {
  const files = new Map<string, string>();
  const categories = categoryData(read);
  const slugs = new Map(read.tiers.map((tier) => [tier.key, tier]));
  const ids = new Ids(anchorsOf(read));
  const rowIds = ids.ofAll(
    read.rows.map((row) => ({
      text: withoutBackticks(textAndCode(row.name)),
      distinctions: [
        slugs.get(row.tier)?.label ?? '',
        ...[...read.columns.byHeading.keys()].map((head) => withoutBackticks(textAndCode(row.columns.get(head) ?? ''))),
        withoutBackticks(textAndCode(row.category ?? '')),
      ],
    })),
  );
  const requirementIds = ids.ofAll(
    read.tiers.flatMap((tier) =>
      bodiesOf(tier).map((body) => ({ text: shortTitle(body), distinctions: [tier.label] })),
    ),
  );
  files.set('site.yaml', stringify(siteData(read, origin), { lineWidth: 0 }));
  files.set(
    'categories.yaml',
    stringify(
      categories.map(({ written: _, ...it }) => it),
      { lineWidth: 0 },
    ),
  );
  const idsInOrder = requirementIds.values();
  for (const tier of read.tiers) {
    const file = (body: string): string => {
      const id = idsInOrder.next().value ?? '';
      files.set(`requirements/${id}.mdx`, mdx({ title: shortTitle(body) }, body));
      return id;
    };
    const requirements = tier.requirements.map((it) =>
      typeof it === 'string' ? file(it) : groupData(it, it.requirements.map(file), categories),
    );
    files.set(`tiers/tier-${tier.slug}.mdx`, tierFile(tier, markOf(tier, read.tiers), requirements));
  }
  for (const [index, row] of read.rows.entries())
    files.set(`features/${rowIds[index]}.mdx`, rowFile(row, slugs.get(row.tier), categories, read, origin));
  files.set('policy/document.mdx', documentFile(read, rowIds));
  if (rowIds.length === 0) files.set(emptyFolders.features, '');
  if (requirementIds.length === 0) files.set(emptyFolders.requirements, '');
  return { files, madeUp: madeUp(read, origin) };
}

const bodiesOf = ({ requirements }: ReadTier): string[] =>
  requirements.flatMap((it) => (typeof it === 'string' ? [it] : it.requirements));

/** What an editor must add or check, because no document contains it. */
function madeUp(read: ReadDocument, { source, licence }: Origin): string[] {
  return [
    'site.yaml: check the project and the description',
    licence ? '' : 'site.yaml: name the license; NOASSERTION is a placeholder (or give --licence)',
    source ? '' : `site.yaml and every history: name the source instead of ${noSource} (or give --source)`,
    'categories.yaml: describe each category, and mark the one that the others run on with "platform: true"',
    read.tiers.some(({ requirements }) => requirements.length > 0)
      ? 'requirements: give each a short title, and "appliesTo" where it is for some categories only'
      : '',
    read.rows.length > 0
      ? 'features: describe each; if a missing item is a written requirement, add the id of that requirement'
      : 'features: the page names none; "npm run new" adds one',
  ].filter((line) => line !== '');
}

/** policy/document.mdx, which lists every row in the order of the document. */
function documentFile({ body, formerAnchors }: ReadDocument, rows: string[]): string {
  return mdx(
    {
      ...(rows.length > 0 && { rows }),
      ...(formerAnchors.size > 0 && { formerAnchors: Object.fromEntries(formerAnchors) }),
    },
    body,
  );
}

/** A group of requirements; it applies to the category that it is named after, if there is one. */
function groupData({ text }: ReadGroup, requirements: string[], categories: readonly Category[]) {
  const label = withoutBackticks(textAndCode(text)).replace(/:$/, '').trim().toLowerCase();
  const of = categories.filter(({ name, plural }) =>
    [name, plural, `${name}s`].some((it) => withoutBackticks(it).toLowerCase() === label),
  );
  return { group: text, ...(of.length > 0 && { appliesTo: of.map(({ id }) => id) }), requirements };
}

function mdx(data: object, body: string): string {
  const text = body.trim();
  return `---\n${Object.keys(data).length > 0 ? stringify(data, { lineWidth: 0 }) : ''}---\n${text === '' ? '' : `\n${text}\n`}`;
}

function siteData({ title: heading, opening: introduction, columns }: ReadDocument, origin: Origin) {
  const { source = noSource, licence = 'NOASSERTION', document } = origin;
  const title = heading || 'Tiers of Support';
  const opening = /^.*?[.!?](?=\s|$)/.exec(withoutMarkup(introduction))?.[0];
  return {
    title,
    project: origin.project ?? projectOf(title, source),
    description: (opening ?? title).slice(0, longestText),
    source,
    licence,
    ...(document && { document }),
    ...(columns.listed && { columns: columns.listed }),
  };
}

const longestText = 2000;

/** Guesses the project from the end of the title, or from the repository of the document. */
function projectOf(title: string, source: string): string {
  const named = /^.* (?:in|of|for) (.+)$/.exec(title)?.[1];
  const repository = /^https:\/\/(?:github\.com|gitlab\.com|codeberg\.org)\/[^/]+\/([^/]+)/.exec(source)?.[1];
  return named ?? repository ?? title;
}

function categoryData({ categories, rows, defaultCategory }: ReadDocument) {
  const isUsed = rows.some(({ category }) => !category) || categories.length === 0;
  const ids = new Ids();
  const names = [...categories, ...(isUsed ? [defaultCategory] : [])];
  const labels = names.map((written) => withoutBackticks(textAndCode(/^\*([^*]+)\*$/.exec(written)?.[1] ?? written)));
  return ids.ofAll(labels.map((text) => ({ text, distinctions: [] }))).map((id, index) => {
    const written = names[index] ?? '';
    const label = labels[index] ?? '';
    const emphasised = /^\*([^*]+)\*$/.exec(written)?.[1];
    return {
      id,
      name: emphasised ?? written,
      plural: label,
      description: `Features in the category ${label}.`,
      ...(emphasised && { emphasis: true }),
      written,
    };
  });
}

function tierFile(tier: ReadTier, mark: string | undefined, requirements: object[] | (string | object)[]): string {
  const { level, slug: id, label, title, heading, summary, opening, closing } = tier;
  const isUsual = label === `Tier ${level}`;
  return mdx(
    {
      level,
      ...(id !== `${level}` && { slug: id }),
      ...(!isUsual && { label }),
      ...(mark && { mark }),
      ...(title && { title }),
      ...(heading !== undefined && heading !== tierNames({ level, label, title }).heading && { heading }),
      ...(summary && { summary }),
      requirements,
    },
    [opening, requirements.length > 0 ? requirementsTag : '', closing].filter(Boolean).join('\n\n'),
  );
}

/**
 * The mark of a tier whose slug is not a number: the number in its label, or the first letters that no other tier
 * shares.
 */
function markOf({ label, slug: id, level }: ReadTier, tiers: readonly ReadTier[]): string | undefined {
  if (id === `${level}` || /^\d+$/.test(id)) return undefined;
  const number = /\d+[a-z]?/i.exec(label)?.[0];
  if (number) {
    const plus = /\b(?:with|plus)\b/i.test(label) ? '+' : '';
    return `${number}${/\bwithout\b/i.test(label) ? '-' : plus}`.slice(0, 3);
  }
  const letters = [...label.replace(/[^\p{L}\p{N}]+/gu, '')];
  const others = tiers.filter((it) => it.label !== label).map((it) => it.label.toLowerCase());
  const starts = [1, 2, 3].map((count) => letters.slice(0, count).join(''));
  return starts.find((start) => start && !others.some((it) => it.startsWith(start.toLowerCase()))) ?? `${level}`;
}

function rowFile(
  { category: written, name, missing, note, links, columns }: ReadRow,
  tier: ReadTier | undefined,
  categories: readonly Category[],
  { defaultCategory, columns: { byHeading } }: ReadDocument,
  { date, source = noSource }: Origin,
): string {
  const category = categories.find((it) => it.written === (written || defaultCategory));
  const filled = [...byHeading].flatMap(([head, { id, kind }]) => {
    const value = columns.get(head);
    if (value === undefined) return [];
    const yesOrNo = signOf(value) ? 'yes' : 'no';
    return [[id, kind === 'yes/no' ? yesOrNo : value]];
  });
  const data = {
    name,
    category: category?.id,
    description: `${category?.plural}: ${withoutBackticks(textAndCode(name))}.`,
    ...(links.length > 0 && { links: links.map((url) => ({ label: 'Description', url })) }),
    ...(filled.length > 0 && { columns: Object.fromEntries(filled) as Record<string, string> }),
    history: [
      {
        date,
        tier: tier && /^\d+$/.test(tier.slug) ? Number(tier.slug) : tier?.slug,
        ...(missing.length > 0 && { missing: missing.map((as) => ({ as })) }),
        source,
      },
    ],
  };
  return mdx(data, note);
}

/** Markdown as plain text on one line. */
const withoutMarkup = (body: string): string =>
  body
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/[*`\\{}<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The first five words, as a draft of a title. */
const shortTitle = (body: string): string =>
  withoutMarkup(body)
    .split(' ')
    .slice(0, 5)
    .join(' ')
    .slice(0, 200)
    .replace(/(?<![.,;:])[.,;:]+$/, '');
