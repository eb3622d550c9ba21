import { transliterate } from 'transliteration';
import { isReservedId } from '../domain/addresses/every-address.ts';
import { idFrom } from '../domain/text.ts';
import { reservedName } from '../schema/field.ts';

/** In characters; leaves room in a file name for a suffix and ".mdx". */
const longest = 90;

/** Symbols that become words, so that C, C++ and C# differ. */
const spoken: readonly [RegExp, string][] = [
  [/(?<=[\p{L}\p{N}])\+\+/gu, 'pp'],
  [/(?<=[\p{L}\p{N}])\+/gu, ' plus '],
  [/(?<=[\p{L}\p{N}])#/gu, ' sharp '],
  [/&/g, ' and '],
];

/** Makes a readable id from text in any script. Text of symbols alone becomes code points. */
export function slug(text: string): string {
  const latin = transliterate(spoken.reduce((text, [sign, word]) => text.replace(sign, word), text));
  const id = idFrom(idFrom(latin).replace(/-{2,}/g, '-').slice(0, longest));
  if (id === '')
    return idFrom(`sign-${Array.from(text, (it) => it.codePointAt(0)?.toString(16)).join('-')}`.slice(0, longest));
  // Windows reserves names like "con", also before a dot.
  return reservedName(id) ? id.replace(/[._]+/g, '-') : id;
}

/** Creates unique ids. Ids that would be equal get a suffix that distinguishes them. */
export class Ids {
  readonly #taken: Set<string>;
  readonly #next = new Map<string, number>();

  /** `taken` are ids that belong to something else, such as anchors. */
  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  /** Returns the ids in order. `distinctions` are candidates for the suffix, best first. */
  ofAll(things: readonly { text: string; distinctions: readonly string[] }[]): string[] {
    const wanted = things.map(({ text }) => slug(text));
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

  #isTaken = (id: string): boolean => this.#taken.has(id) || reservedName(id) !== undefined || isReservedId(id);

  #take(wanted: string): string {
    const start = idFrom(wanted.slice(0, longest));
    let id = start;
    let count = this.#next.get(start) ?? 2;
    while (this.#isTaken(id)) {
      id = `${start}-${count}`;
      count += 1;
    }
    this.#next.set(start, count);
    this.#taken.add(id);
    return id;
  }
}

/** The suffixes from the first kind of distinction that differs for all, or from several kinds together. */
function tellingApart(distinctions: readonly (readonly string[])[]): string[] {
  const slugs = distinctions.map((kinds) => kinds.map((it) => (it.trim() === '' ? '' : slug(it))));
  const differ = (suffixes: readonly string[]) => new Set(suffixes).size === suffixes.length;
  const most = Math.max(...slugs.map(({ length }) => length));
  for (let at = 0; at < most; at++) {
    const one = slugs.map((kinds) => kinds[at] ?? '');
    if (differ(one)) return one;
  }
  let together = slugs.map(() => '');
  for (let at = 0; at < most; at++) {
    const one = slugs.map((kinds) => kinds[at] ?? '');
    if (new Set(one).size === 1) continue;
    together = together.map((suffix, index) => [suffix, one[index]].filter(Boolean).join('-'));
    if (differ(together)) break;
  }
  return together;
}
