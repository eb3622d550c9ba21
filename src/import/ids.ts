import { transliterate } from 'transliteration';
import { isPageAnchor } from '../domain/addresses/every-address.ts';
import { idFrom } from '../domain/words.ts';
import { keptName } from '../schema/field.ts';

/** With a word that tells two apart, and ".mdx", it is no longer than the name of a file may be. */
const longest = 90;

/** Signs that are spoken, so that C, C++ and C# differ. */
const spoken: readonly [RegExp, string][] = [
  [/(?<=[\p{L}\p{N}])\+\+/gu, 'pp'],
  [/(?<=[\p{L}\p{N}])\+/gu, ' plus '],
  [/(?<=[\p{L}\p{N}])#/gu, ' sharp '],
  [/&/g, ' and '],
];

/** An id that can be read aloud, of words in any script; signs alone are called by their numbers. */
export function slug(words: string): string {
  const latin = transliterate(spoken.reduce((text, [sign, word]) => text.replace(sign, word), words));
  const id = idFrom(idFrom(latin).replace(/-{2,}/g, '-').slice(0, longest));
  if (id === '')
    return idFrom(`sign-${Array.from(words, (it) => it.codePointAt(0)?.toString(16)).join('-')}`.slice(0, longest));
  // A dot ends the name that a system keeps for itself.
  return keptName(id) ? id.replace(/[._]+/g, '-') : id;
}

/** Ids of files, each another: of those that would be the same, each has the words that tell it from the others. */
export class Ids {
  readonly #taken: Set<string>;
  readonly #next = new Map<string, number>();

  /** Some ids may be anchors of something else already. */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** The ids of things in their order; `distinctions` are words that may tell a thing from its like, the best first. */
  ofAll(things: readonly { words: string; distinctions: readonly string[] }[]): string[] {
    const wanted = things.map(({ words }) => slug(words));
    const alike = new Map<string, number[]>();
    for (const [index, id] of wanted.entries()) alike.set(id, [...(alike.get(id) ?? []), index]);
    const ids: string[] = [];
    for (const [id, indexes] of alike) {
      const distinctions = indexes.map((index) => things[index]?.distinctions ?? []);
      const suffixes = id && (indexes.length > 1 || this.#isTaken(id)) ? tellingApart(distinctions) : [];
      for (const [at, index] of indexes.entries())
        ids[index] = this.#take([id, suffixes[at] ?? ''].filter(Boolean).join('-'));
    }
    return ids;
  }

  #isTaken = (id: string): boolean => this.#taken.has(id) || keptName(id) !== undefined || isPageAnchor(id);

  #take(wanted: string): string {
    const start = idFrom(wanted.slice(0, longest));
    let id = start;
    let count = this.#next.get(start) ?? 2;
    while (this.#isTaken(id)) id = `${start}-${count++}`;
    this.#next.set(start, count);
    this.#taken.add(id);
    return id;
  }
}

/** The first of the distinctions that tells all apart, or as many together as it takes. */
function tellingApart(distinctions: readonly (readonly string[])[]): string[] {
  const slugs = distinctions.map((words) => words.map((it) => (it.trim() === '' ? '' : slug(it))));
  const differ = (suffixes: readonly string[]) => new Set(suffixes).size === suffixes.length;
  const most = Math.max(...slugs.map(({ length }) => length));
  for (let at = 0; at < most; at++) {
    const one = slugs.map((words) => words[at] ?? '');
    if (differ(one)) return one;
  }
  let together = slugs.map(() => '');
  for (let at = 0; at < most; at++) {
    const one = slugs.map((words) => words[at] ?? '');
    if (new Set(one).size === 1) continue;
    together = together.map((suffix, index) => [suffix, one[index]].filter(Boolean).join('-'));
    if (differ(together)) break;
  }
  return together;
}
