import { stringify } from 'yaml';
import { requirementsTag } from '../domain/document.ts';
import { idFrom, plain } from '../domain/words.ts';
import type { ReadDocument, ReadTier } from './read-document.ts';
import type { ReadRow } from './read-table.ts';

/** What a page cannot say of itself; what is not told is made up, and said to be. */
export interface Origin {
  /** The day since which the page's statuses hold. */
  date: string;
  source?: string;
  licence?: string;
}

/** Stands for an address that nobody told; RFC 2606 gives it to nobody. */
const noSource = 'https://example.com/';

/** Proposed content: files by their paths below the folder, and what in them is a guess, a sentence each. */
export interface ImportedContent {
  files: Map<string, string>;
  guesses: string[];
}

/** A content folder that says what the page says. */
export function contentFiles(read: ReadDocument, origin: Origin): ImportedContent {
  const files = new Map<string, string>();
  const guesses = ['site.yaml: check the project and the description'];
  if (!origin.licence) guesses.push('site.yaml: name the licence, NOASSERTION says nothing (or give --licence)');
  if (!origin.source)
    guesses.push(`site.yaml and every history: name the source instead of ${noSource} (or give --source)`);
  const ids = new UniqueIds();
  const order = ordersOf(read.rows);
  files.set('site.yaml', stringify(siteData(read, origin), { lineWidth: 0 }));
  files.set('categories.yaml', stringify(categoryData(read.rows), { lineWidth: 0 }));
  guesses.push(
    'categories.yaml: describe each category, and mark the one that the others run on with "platform: true"',
  );
  for (const part of ['introduction', 'status', 'details'] as const)
    files.set(`policy/${part}.mdx`, mdx({ title: read[part].title || part }, read[part].body));
  for (const tier of read.tiers) {
    const requirements = tier.requirements.map((body) => {
      const title = shortTitle(body);
      const id = ids.from(title);
      files.set(`requirements/${id}.mdx`, mdx({ title }, body));
      return id;
    });
    files.set(`tiers/tier-${tier.level}.mdx`, tierFile(tier, requirements));
  }
  guesses.push('requirements: give each a short title, and "appliesTo" where it is for some categories only');
  for (const row of read.rows) files.set(`features/${ids.from(row.name)}.mdx`, rowFile(row, order.get(row), origin));
  guesses.push('features: describe each, and name the requirement beside each missing thing that is a written one');
  return { files, guesses };
}

function mdx(data: object, body: string): string {
  const text = body.trim();
  return `---\n${stringify(data, { lineWidth: 0 })}---\n${text === '' ? '' : `\n${text}\n`}`;
}

function siteData({ introduction }: ReadDocument, { source = noSource, licence = 'NOASSERTION' }: Origin) {
  const title = introduction.title || 'Tiers of Support';
  const project = /^.* (?:in|of|for) (.+)$/.exec(title)?.[1] ?? title;
  const opening = /^.*?[.!?](?=\s|$)/.exec(withoutMarks(introduction.body))?.[0];
  return { title, project, description: opening ?? title, source, licence };
}

function categoryData(rows: readonly ReadRow[]) {
  const names = new Map(rows.map(({ category, emphasis }) => [category, emphasis]));
  return [...names].map(([name, emphasis]) => ({
    id: idFrom(name),
    name,
    plural: name,
    description: `Features in the category ${name}.`,
    ...(emphasis && { emphasis }),
  }));
}

const tierFile = ({ level, title, opening, closing }: ReadTier, requirements: string[]): string =>
  mdx(
    { level, title: title || `Tier ${level}`, requirements },
    [opening, requirements.length > 0 ? requirementsTag : '', closing].filter(Boolean).join('\n\n'),
  );

function rowFile(
  { level, category, name, missing, note, links }: ReadRow,
  order: number | undefined,
  { date, source = noSource }: Origin,
): string {
  const data = {
    name,
    category: idFrom(category),
    description: `${category}: ${plain(name)}.`,
    ...(order && { order }),
    ...(links.length > 0 && { links: links.map((url) => ({ label: 'Description', url })) }),
    history: [{ date, tier: level, ...(missing.length > 0 && { missing: missing.map((as) => ({ as })) }), source }],
  };
  return mdx(data, note);
}

/** The place of each row among its category's in its table, where the names alone would order them otherwise. */
function ordersOf(rows: readonly ReadRow[]): Map<ReadRow, number> {
  const groups = Map.groupBy(rows, ({ level, category }) => `${level} ${category}`);
  const unsorted = [...groups.values()].filter((beside) => {
    const ids = beside.map(({ name }) => idFrom(name));
    return ids.join('\n') !== ids.toSorted().join('\n');
  });
  return new Map(unsorted.flatMap((beside) => beside.map((row, index) => [row, index + 1] as const)));
}

/** Words without marks and without the addresses of links, on one line. */
const withoutMarks = (body: string): string =>
  body
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, '$1')
    .replace(/[*`\\{}<>]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The first five words, as a start for a better title. */
const shortTitle = (body: string): string =>
  withoutMarks(body)
    .split(' ')
    .slice(0, 5)
    .join(' ')
    .replace(/(?<![.,;:])[.,;:]+$/, '');

/** With a number and ".mdx" it is no longer than the name of a file may be. */
const longestId = 90;

/** Ids made of words, each another. */
class UniqueIds {
  readonly #taken = new Set<string>();
  readonly #next = new Map<string, number>();

  from(words: string): string {
    const wanted = idFrom(idFrom(words).slice(0, longestId)) || 'unnamed';
    let id = wanted;
    let count = this.#next.get(wanted) ?? 2;
    while (this.#taken.has(id)) id = `${wanted}-${count++}`;
    this.#next.set(wanted, count);
    this.#taken.add(id);
    return id;
  }
}
