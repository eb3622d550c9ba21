import { stringify } from 'yaml';
import { requirementsTag, tableTag, tierTag } from '../domain/document.ts';
import { idFrom, plain } from '../domain/words.ts';

import { labelOf } from '../domain/inline.ts';
import type { ReadDocument, ReadGroup, ReadTier } from './read-document.ts';
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
  files.set('site.yaml', stringify(siteData(read, origin), { lineWidth: 0 }));
  files.set('categories.yaml', stringify(categoryData(read.rows), { lineWidth: 0 }));
  guesses.push(
    'categories.yaml: describe each category, and mark the one that the others run on with "platform: true"',
  );
  const categories = categoryData(read.rows);
  for (const tier of read.tiers) {
    const file = (body: string): string => {
      const title = shortTitle(body);
      const id = ids.from(title);
      files.set(`requirements/${id}.mdx`, mdx({ title }, body));
      return id;
    };
    const requirements = tier.requirements.map((it) =>
      typeof it === 'string' ? file(it) : groupData(it, it.requirements.map(file), categories),
    );
    files.set(`tiers/tier-${tier.level}.mdx`, tierFile(tier, requirements));
  }
  guesses.push('requirements: give each a short title, and "appliesTo" where it is for some categories only');
  const rows = read.rows.map((row) => {
    const id = ids.from(plain(labelOf(row.name)));
    files.set(`features/${id}.mdx`, rowFile(row, origin));
    return id;
  });
  files.set('policy/document.mdx', documentFile(read, rows));
  guesses.push('features: describe each, and name the requirement beside each missing thing that is a written one');
  return { files, guesses };
}

/** The document with every row in its order, and with a place for what the page has no place for. */
function documentFile({ title, body, tiers }: ReadDocument, rows: string[]): string {
  const tables = tiers.map(({ level }) => tableTag(level)).filter((tag) => !body.includes(tag));
  const words = tiers.filter(({ level }) => !body.includes(`<Tier tier="${level}"`)).map(({ level }) => tierTag(level));
  const texts = [title === '' ? '# Tiers of Support' : '', body, ...tables, ...words.toReversed()];
  return mdx(rows.length > 0 ? { rows } : {}, texts.filter((text) => text !== '').join('\n\n'));
}

/** A group of a tier's list, for the category that it is called after. */
function groupData(
  { words }: ReadGroup,
  requirements: string[],
  categories: readonly { id: string; name: string; plural: string }[],
) {
  const label = plain(labelOf(words)).replace(/:$/, '').trim().toLowerCase();
  const of = categories.filter(({ name, plural }) =>
    [name, plural, `${name}s`].some((it) => plain(it).toLowerCase() === label),
  );
  return { group: words, ...(of.length > 0 && { appliesTo: of.map(({ id }) => id) }), requirements };
}

function mdx(data: object, body: string): string {
  const text = body.trim();
  return `---\n${Object.keys(data).length > 0 ? stringify(data, { lineWidth: 0 }) : ''}---\n${text === '' ? '' : `\n${text}\n`}`;
}

function siteData(
  { title: heading, opening: words }: ReadDocument,
  { source = noSource, licence = 'NOASSERTION' }: Origin,
) {
  const title = heading || 'Tiers of Support';
  const project = /^.* (?:in|of|for) (.+)$/.exec(title)?.[1] ?? title;
  const opening = /^.*?[.!?](?=\s|$)/.exec(withoutMarks(words))?.[0];
  return { title, project, description: opening ?? title, source, licence };
}

function categoryData(rows: readonly ReadRow[]) {
  return [...new Set(rows.map(({ category }) => category))].map((written) => {
    const emphasised = /^\*([^*]+)\*$/.exec(written)?.[1];
    const name = emphasised ?? written;
    const label = plain(labelOf(name));
    return {
      id: idFrom(label),
      name,
      plural: label,
      description: `Features in the category ${label}.`,
      ...(emphasised && { emphasis: true }),
    };
  });
}

const tierFile = ({ level, title, opening, closing }: ReadTier, requirements: object[] | (string | object)[]): string =>
  mdx(
    { level, title: title || `Tier ${level}`, requirements },
    [opening, requirements.length > 0 ? requirementsTag : '', closing].filter(Boolean).join('\n\n'),
  );

function rowFile(
  { level, category, name, missing, note, links }: ReadRow,
  { date, source = noSource }: Origin,
): string {
  const data = {
    name,
    category: idFrom(plain(labelOf(category))),
    description: `${plain(labelOf(category))}: ${plain(labelOf(name))}.`,
    ...(links.length > 0 && { links: links.map((url) => ({ label: 'Description', url })) }),
    history: [{ date, tier: level, ...(missing.length > 0 && { missing: missing.map((as) => ({ as })) }), source }],
  };
  return mdx(data, note);
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
