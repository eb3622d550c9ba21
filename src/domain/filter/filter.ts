import { trackingKeys } from '../../schema/column-ids.ts';
import { fold, searchable } from './searched-text.ts';
import { sorts, type Sort } from './sort.ts';

/** Values by kind, such as `tier` or `category`. */
export type Values = Readonly<Record<string, readonly string[]>>;

/**
 * A reader's filter. A row matches if it has one of the chosen values of each kind (none chosen means any) and every
 * word of `q`.
 */
export interface Filter {
  /** Every kind that the page offers, in order. */
  chosen: Values;
  q: string;
  /** Empty for the document's order. */
  sort: Sort | '';
}

/** A row's values of each kind, and its text from `searchedText`. */
export interface Row {
  has: Values;
  seen: string;
  /** Text that the row is found by but does not show. */
  unseen: string;
}

/** How many rows match, and how many would match with each value as the only one of its kind. */
export interface Counts {
  of: Readonly<Record<string, Map<string, number>>>;
  matching: number;
}

/**
 * A test for one part of the query: whether the searchable text contains it or the row is in the tier that it names.
 */
export type Needle = (rowText: string, tier: readonly string[]) => boolean;

/**
 * Reads any query string; never throws. `options` holds the values that the page offers. `ignored` lists the rest of
 * the query, each as `key=value`, without tracking parameters. `renamed` leads from a former `key=value` to the current
 * value.
 */
export function readQuery(
  query: string,
  options: Values,
  renamed: ReadonlyMap<string, string> = new Map(),
): { filter: Filter; ignored: string[] } {
  const ignored = new Set<string>();
  const searches: string[] = [];
  const requested = new Set<string>();
  let sort: Filter['sort'] = '';
  for (const [key, value] of new URLSearchParams(query)) {
    const current = renamed.get(`${key}=${value}`) ?? value;
    const isOption = Object.hasOwn(options, key) && options[key]!.includes(current);
    if (key === 'q') searches.push(value);
    else if (key === 'sort' && (value === '' || sorts.some((it) => it === value))) sort = value as Filter['sort'];
    else if (trackingKeys.test(key)) continue;
    else if (isOption) requested.add(`${key}=${current}`);
    else ignored.add(`${key}=${value}`);
  }
  const chosen = Object.entries(options).map(([kind, values]) => [
    kind,
    values.filter((value) => requested.has(`${kind}=${value}`)),
  ]);
  const q = searches.join(' ').trim().replace(/\s+/g, ' ');
  return {
    filter: { chosen: Object.fromEntries(chosen), q, sort },
    ignored: [...ignored],
  };
}

/** Returns the query string of a filter with its "?", or an empty string for an empty filter. */
export function writeQuery(filter: Filter): string {
  const pairs = Object.entries(filter.chosen).flatMap(([kind, values]) => values.map((value) => [kind, value]));
  if (filter.q) pairs.push(['q', filter.q]);
  if (filter.sort) pairs.push(['sort', filter.sort]);
  return pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : '';
}

/** Returns the phrases that a reader may search a tier by: its name, its title, or both; each with its level. */
export const tierPhrases = (tierName: string, level: string): [phrase: string, level: string][] =>
  [...tierName.split(' — '), tierName].map((it) => [fold(it), level]);

/**
 * Returns a needle for each word of a query. A word of one or two characters that is not a number must match the start
 * of a word. The name of a tier is one needle, so "production ready" does not find "almost production ready".
 */
export function needles(q: string, phrases: readonly [phrase: string, level: string][] = []): Needle[] {
  const words = q.split(/\s/).map(fold).filter(Boolean);
  if (words.length === 0) return q.trim() ? [() => false] : [];
  let rest = ` ${words.join(' ')} `;
  const ofTiers: Needle[] = [];
  const longestFirst = phrases.toSorted(([a], [b]) => b.length - a.length);
  for (const [phrase, level] of longestFirst) {
    if (!rest.includes(` ${phrase} `)) continue;
    rest = rest.replace(`${phrase} `, '');
    ofTiers.push((_, tier) => tier.includes(level));
  }
  const ofWords = (ofTiers.length > 0 ? rest.split(' ').filter(Boolean) : words).map((word): Needle => {
    const start = /^(?!\d+( |$))..?( |$)/u.test(word) ? ' ' : '';
    const [apart, joined] = [start + word, start + word.replaceAll(' ', '')];
    return (it) => it.includes(apart) || it.includes(joined);
  });
  return [...ofTiers, ...ofWords];
}

/** Returns whether a row matches, and adds it to the counts. */
export function matchAndCount(row: Row, filter: Filter, sought: readonly Needle[], counts: Counts): boolean {
  const { seen, unseen, has } = row;
  const tier = has['tier'] ?? [];
  if (!sought.every((needle) => needle(seen, tier) || needle(unseen, tier))) return false;
  const kindsOfPage = Object.keys(counts.of);
  const unmatched = kindsOfPage.filter((kind) => {
    const chosen = filter.chosen[kind] ?? [];
    return chosen.length > 0 && !has[kind]?.some((value) => chosen.includes(value));
  });
  const isMatch = unmatched.length === 0;
  if (isMatch) {
    counts.matching++;
    count(row, kindsOfPage, counts);
  }
  // The row would match with another value of this one kind.
  if (unmatched.length === 1) count(row, unmatched, counts);
  return isMatch;
}

function count({ has }: Row, kindsToCount: readonly string[], counts: Counts): void {
  for (const kind of kindsToCount) {
    const ofKind = counts.of[kind];
    for (const value of has[kind] ?? []) ofKind?.set(value, (ofKind.get(value) ?? 0) + 1);
  }
}

/** Returns empty counts for each kind that a page offers. */
export const noCounts = (options: Values): Counts => ({
  matching: 0,
  of: Object.fromEntries(Object.keys(options).map((kind) => [kind, new Map<string, number>()])),
});

/** Explains a match that the visible text of the row does not explain; otherwise an empty string. */
export function reason(
  { seen, has }: Row,
  sought: readonly Needle[],
  aliases: readonly string[],
  note: string,
): string {
  const reasons = sought
    .filter((needle) => !needle(seen, has['tier'] ?? []))
    .map((needle) => {
      const found = (it: string) => needle(searchable([it]), []);
      const alias = aliases.find(found);
      const word = note.split(/[^\p{L}\p{N}_-]+/u).find(found);
      if (alias) return `also known as ${alias}`;
      return word ? `its note says “${word}”` : 'its note says so';
    });
  return [...new Set(reasons)].join(', ');
}
