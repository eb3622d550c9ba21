/** What the rows may be sorted by instead of the document's order. */
export const sorts = ['name', 'category', 'date'] as const;
export type Sort = (typeof sorts)[number];

/** Values by their kind. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** What a reader asks for: any of the chosen values of each kind (none means all of them), and every word of `q`. */
export interface Filter {
  /** Every kind of the page, in its order. */
  chosen: Values;
  q: string;
  /** Empty for the document's order. */
  sort: Sort | '';
}

/** What a row has of each kind, and its words in the form that `searchable` gives. */
export interface Row {
  has: Values;
  seen: string;
  /** Words that the row is found by and does not show. */
  unseen: string;
}

/** How many rows match, and how many each value would leave if it were the only one of its kind. */
export interface Counts {
  of: Readonly<Record<string, Map<string, number>>>;
  matching: number;
}

/** A part of what was typed: whether searchable words have it, or the tier of their row does. */
export type Needle = (words: string, tier: readonly string[]) => boolean;

/** Keys that others add to links to see who follows them; they ask nothing of the page. */
const tracks = /^(utm_.+|\w+clid|mc_[ce]id|_gl|ref)$/;

/**
 * Reads any query string and never throws; `options` are the values that the page offers, and `ignored` is what in it
 * means nothing here, as `key=value`.
 */
export function readQuery(query: string, options: Values): { filter: Filter; ignored: string[] } {
  const ignored = new Set<string>();
  const words: string[] = [];
  const asked = new Set<string>();
  let sort: Filter['sort'] = '';
  for (const [key, value] of new URLSearchParams(query)) {
    const known = Object.hasOwn(options, key) && options[key]!.includes(value);
    if (key === 'q') words.push(value);
    else if (key === 'sort' && (value === '' || sorts.some((it) => it === value))) sort = value as Filter['sort'];
    else if (!tracks.test(key)) (known ? asked : ignored).add(`${key}=${value}`);
  }
  const chosen = Object.entries(options).map(([kind, values]) => [
    kind,
    values.filter((value) => asked.has(`${kind}=${value}`)),
  ]);
  const q = words.join(' ').trim().replace(/\s+/g, ' ');
  return {
    filter: { chosen: Object.fromEntries(chosen), q, sort },
    ignored: [...ignored],
  };
}

/** The query string of a filter, with its question mark; nothing at all for a filter that asks nothing. */
export function writeQuery(filter: Filter): string {
  const asked = Object.entries(filter.chosen).flatMap(([kind, values]) => values.map((value) => [kind, value]));
  if (filter.q) asked.push(['q', filter.q]);
  if (filter.sort) asked.push(['sort', filter.sort]);
  return asked.length > 0 ? `?${new URLSearchParams(asked)}` : '';
}

/**
 * Upper case, which folds more than lower, without accents; one space for all but letters, digits, ends of lines, and
 * the signs of C++ and C#.
 */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toUpperCase()
    .replace(/(?<=\p{L})(\+\+|#)(?![\p{L}\p{N}])|[^\p{L}\p{N}\n]+/gu, (_, sign = ' ') => sign)
    .trim();

const squeeze = (text: string): string => fold(text).replace(/\s/g, '');

/**
 * Names and texts in the form that needles look into: their words, then names and compounds once more as one word each.
 */
export function searchable(names: readonly string[], texts: readonly string[] = []): string {
  const all = [...names, ...texts].join('\n');
  const joined = [...names, ...(all.match(/\S+[-_]\S+/g) ?? [])].map(squeeze);
  return `\n${fold(all)}\n${joined.join('\n')}`.replaceAll('\n', '\n ');
}

/** What a tier is called by whoever looks for what is in it: its name, its title, or both; each with its level. */
export const tierPhrases = (words: string, level: string): [phrase: string, level: string][] =>
  [...words.split(' — '), words].map((it) => [fold(it), level]);

/**
 * A needle for each word of a query; a word of one or two characters, unless a number, is sought where words begin.
 * What a tier is called is one needle, so that "production ready" does not find what is not.
 */
export function needles(q: string, phrases: readonly [phrase: string, level: string][] = []): Needle[] {
  const words = q.split(/\s/).map(fold).filter(Boolean);
  if (words.length === 0) return q.trim() ? [() => false] : [];
  let rest = ` ${words.join(' ')} `;
  const ofTiers = phrases
    .toSorted(([a], [b]) => b.length - a.length)
    .filter(([phrase]) => rest.includes(` ${phrase} `) && (rest = rest.replace(`${phrase} `, '')))
    .map(
      ([, level]): Needle =>
        (_, tier) =>
          tier.includes(level),
    );
  const ofWords = (ofTiers.length > 0 ? rest.split(' ').filter(Boolean) : words).map((word): Needle => {
    const start = /^(?!\d+( |$))..?( |$)/u.test(word) ? ' ' : '';
    const [apart, joined] = [start + word, start + word.replaceAll(' ', '')];
    return (it) => it.includes(apart) || it.includes(joined);
  });
  return [...ofTiers, ...ofWords];
}

/** Whether a row matches; adds it to the counts. */
export function matches(row: Row, filter: Filter, sought: readonly Needle[], counts: Counts): boolean {
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
  // With another value of the only kind that it does not match, the row would be found.
  if (unmatched.length === 1) count(row, unmatched, counts);
  return isMatch;
}

function count({ has }: Row, kindsToCount: readonly string[], counts: Counts): void {
  for (const kind of kindsToCount) {
    const ofKind = counts.of[kind];
    for (const value of has[kind] ?? []) ofKind?.set(value, (ofKind.get(value) ?? 0) + 1);
  }
}

/** Counts of no row, of each kind that a page offers. */
export const noCounts = (options: Values): Counts => ({
  matching: 0,
  of: Object.fromEntries(Object.keys(options).map((kind) => [kind, new Map<string, number>()])),
});

/** Why a row matches, in words, where what it shows does not say so; nothing where it does. */
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
      return alias ? `also known as ${alias}` : word ? `its note says “${word}”` : 'its note says so';
    });
  return [...new Set(reasons)].join(', ');
}
