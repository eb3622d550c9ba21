import type { Category, Tier } from './catalogue/catalogue.ts';
import type { ContentSource } from './catalogue/sources.ts';
import { idFrom, oneLine, withoutBackticks } from './text.ts';

/** A longer word is not a typing error, and is slow to compare. */
const longest = 200;

/** The number of letter comparisons after which the best candidate so far is returned. */
const mostSteps = 200_000;

/** Returns the candidate closest to a misspelled word; undefined if none is close. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  if (word.length > longest) return undefined;
  let best: string | undefined;
  const furthest = Math.min(Math.max(2, Math.floor(word.length / 3)), Math.floor(word.length / 2));
  let bestDistance = furthest + 1;
  let steps = 0;
  for (const candidate of candidates) {
    // Most of a site's thousands of addresses can be excluded by their length.
    if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
    const compared = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
    if (compared.distance < bestDistance) [best, bestDistance] = [candidate, compared.distance];
    steps += compared.steps + 1;
    if (steps > mostSteps) break;
  }
  return best;
}

/** Something that a reference can mean. `also` holds what an editor may write by mistake: its title or a former id. */
export interface Named {
  id: string;
  also?: readonly (string | undefined)[];
}

/** Ids that were published and that nothing has any more, each with the new ids that may have taken its place. */
export type LostIds = ReadonlyMap<string, readonly string[]>;

/** The most ids that a message lists. */
const mostNamed = 20;

/** Returns the message for an unknown id, with the ids that were probably meant or the known ids. */
export const unknownId = (noun: string, id: string, known: Iterable<string | Named>, lost?: LostIds): string =>
  `${noun} "${oneLine(id)}" does not exist; ${fixForUnknownId(id, known, lost)}`;

/** Returns what to do about an unknown id. */
export function fixForUnknownId(id: string, known: Iterable<string | Named>, lost?: LostIds): string {
  const named = [...known].map((it) => (typeof it === 'string' ? { id: it } : it));
  const ids = named.map((it) => it.id);
  const meant = meantIds(id, named, lost).map((it) => `"${it}"`);
  if (meant.length > 0) return `did you mean ${meant.join(' or ')}?`;
  const more = ids.length > mostNamed ? ` (and ${ids.length - mostNamed} more)` : '';
  return ids.length > 0
    ? `write one of: ${ids.slice(0, mostNamed).join(', ')}${more}`
    : 'there is none yet, so write its file first';
}

/** Returns the id that a word most probably means; undefined if none is close. */
export const meantId = (word: string, named: readonly Named[], lost?: LostIds): string | undefined =>
  meantIds(word, named, lost)[0];

/** The most ids that a message suggests. */
const mostMeant = 2;

/**
 * Returns the ids that a word may mean: the one that it names, or else those that begin with it and the nearest. A lost
 * id is not misspelled, so it means what may have taken its place, and not what is spelled like it.
 */
function meantIds(word: string, named: readonly Named[], lost?: LostIds): string[] {
  const others = named.flatMap(({ id, also = [] }) =>
    also.flatMap((it) => (it === undefined ? [] : [{ id, word: withoutBackticks(it).toLowerCase() }])),
  );
  const same = (it: string) => others.find((other) => other.word === it)?.id;
  // An editor may write a file name instead of the id.
  const plainWord = withoutBackticks(word)
    .trim()
    .toLowerCase()
    .replace(/^.*\/(?=[^/]+\.mdx?$)|\.mdx?$/g, '');
  const start = idFrom(plainWord);
  const ids = named.map((it) => it.id);
  const exact = ids.find((id) => id === start) ?? same(plainWord);
  if (exact !== undefined) return [exact];
  const heirs = lost?.get(word);
  if (heirs) return heirs.length > mostMeant ? [] : [...heirs];
  const longer = start.length > 1 ? ids.filter((id) => id.startsWith(start)) : [];
  const near =
    nearest(word, ids) ??
    same(
      nearest(
        plainWord,
        others.map((other) => other.word),
      ) ?? '',
    );
  const meant = [...(longer.length > mostMeant ? [] : longer), ...(near === undefined ? [] : [near])];
  return [...new Set(meant)].slice(0, mostMeant);
}

/** Returns the edit distance of two words. If it is not below `limit`, any number from `limit` up is returned. */
function editDistance(a: string, b: string, limit: number): { distance: number; steps: number } {
  // A common prefix or suffix does not affect the distance, and many addresses share a prefix.
  let [start, endA, endB] = [0, a.length, b.length];
  while (start < Math.min(endA, endB) && a[start] === b[start]) start += 1;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) [endA, endB] = [endA - 1, endB - 1];
  const [one, other] = [a.slice(start, endA), b.slice(start, endB)];
  let previous = Array.from({ length: other.length + 1 }, (_, i) => i);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1);
      row.push(Math.min(substitution, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    if (Math.min(...row) >= limit) return { distance: limit, steps: i * other.length };
    previous = row;
  }
  return { distance: previous[other.length] ?? 0, steps: one.length * other.length };
}

/** Returns a file as a possible meaning of a reference. */
export const namedFile = ({
  id,
  data,
}: ContentSource<{ title?: string; name?: string; formerIds?: string[] }>): Named => ({
  id,
  also: [data?.title ?? data?.name, ...(data?.formerIds ?? [])],
});

/** Returns a category as a possible meaning of a reference. */
export const namedCategory = ({ id, name, plural, formerIds }: Category): Named => ({
  id,
  also: [name, plural, ...formerIds],
});

/** Returns the tiers as possible meanings of a reference, the highest first. */
export const tierSuggestions = (tiers: readonly Pick<Tier, 'level' | 'slug' | 'label' | 'title'>[]): Named[] =>
  tiers.toSorted((a, b) => a.level - b.level).map(({ slug, label, title }) => ({ id: slug, also: [label, title] }));
