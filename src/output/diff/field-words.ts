import type { Thing } from '../../domain/diff/event.ts';
import type { FieldChange } from '../../domain/diff/field-changes.ts';
import { longDate } from '../../domain/text.ts';
import { code, joined, commaList, phrase, quoted, type TextOrMarkdown } from './markdown-text.ts';
import { wordChanges } from './word-changes.ts';

/** A list item, with nested items or a code block below it. */
export interface EventLine {
  says: TextOrMarkdown;
  lines?: EventLine[];
  diff?: string[];
}

/** Names of fields for use in a sentence. For a list, the name of one item. */
const labels: Record<string, string> = {
  accepted: 'accepted warning',
  about: 'what it is about',
  aliases: 'alias',
  answers: 'answer',
  closing: 'words after the requirements',
  columns: 'column',
  commandLine: 'command line',
  contradicts: 'requirement that it contradicts',
  details: 'fact',
  emphasis: 'name in italics',
  evidence: 'evidence',
  feedId: 'name in feed ids',
  formerAnchors: 'former anchor',
  formerIds: 'former id',
  guarantees: 'guarantee',
  introduced: 'first release',
  'introduced.date': 'day of the first release',
  'introduced.release': 'first release',
  licence: 'licence',
  links: 'link',
  maintainers: 'maintainer',
  missing: 'missing',
  opening: 'words before the requirements',
  order: 'place in the order',
  parts: 'part',
  platform: 'platform',
  release: 'first release with this status',
  searchFor: 'example of a search',
  since: 'first day',
  source: 'source',
  tierSlug: 'slug of its tier',
  url: 'address',
  'use.api': 'call that enables it',
  'use.cApi': 'C function that enables it',
  'use.cargo': 'Cargo feature',
  'use.cargoDefault': 'Cargo feature on by default',
  'use.cli': 'flag that enables it',
  'use.default': 'on by default',
  version: 'API version',
  waived: 'waiver',
  words: 'words',
  written: 'words in Markdown',
};

const labelOf = (field: string): string | undefined => (Object.hasOwn(labels, field) ? labels[field] : undefined);

/** The name of a field, without its nested keys. */
export const fieldName = (path: readonly string[]): string =>
  labelOf(path.join('.')) ?? labelOf(path[0] ?? '') ?? path[0] ?? '';

/** Returns the word for several things of a type. */
export const pluralOf = ({ type }: Pick<Thing, 'type'>): string => (type === 'category' ? 'categories' : `${type}s`);

/** The heading of a column of the site that is new or gone. */
export function wholeColumn({ type }: Thing, { path, from, to, what }: FieldChange): string | undefined {
  if (type !== 'site' || path.join('.') !== 'columns' || (what !== 'added' && what !== 'removed')) return undefined;
  const { id, label } = (to ?? from ?? {}) as { id?: string; label?: string | null };
  return label ?? id;
}

/** Longer texts are compared sentence by sentence. */
const longest = 120;

/** A changed value as a line: its field, the old value and the new one. */
export function changeLine({ path, item, from, to, what }: FieldChange): EventLine {
  // If the name of the item itself changed, the label does not repeat it.
  const label = item !== undefined && item === from ? fieldLabel(path.slice(0, 1), undefined) : fieldLabel(path, item);
  if (what === 'added') return { says: phrase`${label} added: ${valueWords(path, to)}` };
  if (what === 'removed') return { says: phrase`${label} removed: ${valueWords(path, from)}` };
  if (what === 'reordered') return { says: phrase`${label}: reordered` };
  return typeof from === 'string' && typeof to === 'string' && isLong(from, to)
    ? { says: phrase`${label}:`, diff: wordChanges(from, to) }
    : { says: phrase`${label}: ${valueWords(path, from)} → ${valueWords(path, to)}` };
}

function fieldLabel(path: readonly string[], item: string | undefined): TextOrMarkdown {
  const whole = item === undefined ? labelOf(path.join('.')) : undefined;
  // Keys of `columns` are headings chosen by the project, so they are not translated.
  const [field = '', ...within] =
    path[0] === 'columns' && path.length > 1 ? path.slice(1) : path.map((key) => labelOf(key) ?? key);
  return whole ?? joined([item === undefined ? field : phrase`${field} ${quoted(item)}`, ...within], ', ');
}

const isLong = (...texts: string[]): boolean => texts.some((it) => it.length > longest || it.includes('\n'));

/** A part of a section, which the published data writes as "table 2", "tier 2", "heading Title" or "words". */
function partWords(part: string): TextOrMarkdown {
  const [, kind, of = ''] = /^(table|tier|heading) (.*)$/s.exec(part) ?? [];
  if (kind === 'table')
    return of === 'none' ? 'the table of what is not supported' : phrase`the table of tier ${quoted(of)}`;
  if (kind === 'tier') return phrase`the words of tier ${quoted(of)}`;
  return kind === 'heading' ? phrase`the heading ${quoted(of)}` : quoted(part);
}

/** A value in words. Addresses become code, so that nothing links to them. */
export function valueWords([field]: readonly string[], value: unknown): TextOrMarkdown {
  if (field === 'parts' && typeof value === 'string') return partWords(value);
  if (field === 'tier') return typeof value === 'string' || typeof value === 'number' ? value : 'not tracked';
  if (value === undefined || value === null || value === '') return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number' || value === 'on' || value === 'off') return value;
  if (typeof value !== 'string') {
    const parts = Object.values(value)
      .flat()
      .filter((it) => it !== null && it !== undefined);
    return parts.length > 0 ? commaList(parts.map((it) => valueWords([], it))) : 'none';
  }
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return longDate(value);
  return /^\w+:\/\/\S+$/.test(value) ? code(value) : quoted(value);
}
