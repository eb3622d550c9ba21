/** A tier named in text, like "Tier 2 without host tools: Builds". */
export interface TierName {
  /** Identifies the tier, however its name is written. */
  key: string;
  label: string;
  /** The explanation after the name; often empty. */
  title: string;
  /** Sort key: compared number by number; a smaller number is a higher tier. */
  rank: readonly number[];
}

/** Finds the tier that a text begins with; undefined if there is none, or if the text is about several. */
export type NameTier = (text: string) => TierName | undefined;

const numerals = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'];
const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];
const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];
const short = ['1st', '2nd', '3rd', '4th', '5th', '6th', '7th', '8th'];
const nouns = ['tier', 'level', 'class'] as const;
export type TierNoun = (typeof nouns)[number];

const count = `(?:(?:0|[1-9]\\d{0,2})(?:\\.\\d{1,2})?[a-d]?|${[...numerals, ...numbers].join('|')}|[a-d])`;
const ordinal = [...ordinals, ...short].join('|');
const afterWord = String.raw`(?![\p{L}\p{N}])`;

const valueOf = (text: string): number => {
  const written = text.toLowerCase();
  for (const names of [numerals, numbers, ordinals, short])
    if (names.includes(written)) return names.indexOf(written) + 1;
  return /^\d/.test(written) ? Number.parseFloat(written) : written.charCodeAt(0) - 'a'.charCodeAt(0) + 1;
};

const shown = (number: string): string => (numbers.includes(number.toLowerCase()) ? number : number.toUpperCase());

/** Text on one line, without leading symbols. */
const bare = (text: string): string =>
  text
    .replace(/^[^\p{L}\p{N}]+/u, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Parses the text after a tier's name: a title, or words that make it a different tier, like "with tools". */
function afterName(rest: string): { title: string; addition: string } | undefined {
  const name = rest.trim();
  const [, separated] = /^[-–—:|=.]+\s*(.*)$/.exec(name) ?? [];
  if (separated !== undefined) return { title: separated.trim(), addition: '' };
  const [, inBrackets] = /^\((.+?)\)\s*:?$/.exec(name) ?? [];
  const [, addition, title] =
    /^\(?((?:with|without|plus)\b[^:–—()]*?)\)?\s*(?:[:–—]+\s*(.*)| - (.*))?$/i.exec(name) ?? [];
  if (addition !== undefined) return { title: title ?? '', addition: addition.trim() };
  if (inBrackets !== undefined) return { title: inBrackets, addition: '' };
  return /^(?:and|or|to|vs|versus|through|from)\b|^[&,/→+>]/i.test(name) ? undefined : { title: '', addition: '' };
}

const rankShift: Partial<Record<string, number>> = { with: -1, plus: -1, without: 1 };

/** Numbered tiers: "Tier 1", "TIER-2", "Tier 2A", "Tier II", "First tier", "Tier 1 with host tools". */
export function countedTiers(noun: TierNoun): NameTier {
  const counted = new RegExp(`^(?:support\\s+)?${noun}[\\s_-]*#?(${count})${afterWord}(.*)$`, 'iu');
  const inOrder = new RegExp(`^((${ordinal})[\\s-]+${noun})${afterWord}(.*)$`, 'iu');
  const another = new RegExp(`${noun}[\\s_-]*#?(${count})${afterWord}`, 'giu');
  const named = noun.charAt(0).toUpperCase() + noun.slice(1);
  return (source) => {
    const text = bare(source);
    const [, number, rest = ''] = counted.exec(text) ?? [];
    const [, ordinal = '', first, more = ''] = number === undefined ? (inOrder.exec(text) ?? []) : [];
    const written = number ?? first;
    if (written === undefined) return undefined;
    const after = afterName(number === undefined ? more : rest);
    const others = new Set(Array.from(text.matchAll(another), ([, it = '']) => valueOf(it)));
    if (!after || others.size > 1) return undefined;
    const { title, addition } = after;
    const label = number === undefined ? ordinal : `${named} ${shown(number)}`;
    const letter = /^\d+([a-d])$/i.exec(written)?.[1];
    // "Tier II" and "Second tier" have the key of "Tier 2"; "Tier 2A" has its own.
    const isInDigits = number !== undefined && /^\d/.test(number);
    const place = isInDigits ? number.toLowerCase() : String(valueOf(written));
    const words = addition.toLowerCase().split(/[^\p{L}\p{N}]+/u);
    const [firstWord = ''] = addition.toLowerCase().split(' ', 1);
    return {
      key: [place, ...words].filter(Boolean).join('-'),
      label: [label, addition].filter(Boolean).join(' '),
      title,
      rank: [valueOf(written), letter === undefined ? 0 : valueOf(letter), rankShift[firstWord] ?? 0],
    };
  };
}

/** Words for a degree of support, best first, each with its variants. */
const degrees: readonly string[] = [
  'diamond',
  'platinum',
  'gold',
  'silver',
  'bronze',
  'primary',
  'secondary',
  'tertiary',
  'first[ -]class',
  'second[ -]class',
  'third[ -]class',
  'core',
  'peripheral',
  'official|officially supported|fully supported|full support|full',
  'production|production[ -]ready',
  'active|actively supported|actively maintained|actively developed',
  'current',
  'lts|long[ -]term support',
  'graduated',
  'stable|ga|general availability|generally available',
  'supported|support',
  'maintained|maintenance|security|security fixes only',
  'partial|partially supported|partial support|limited|limited support',
  'best[ -]effort',
  'community|community[ -]supported|community[ -]maintained|community support',
  'incubating',
  'release candidate|rc',
  'beta',
  'preview|technical preview|tech preview',
  'alpha',
  'experimental|in development|development|unstable|nightly|sandbox',
  'untested',
  'legacy|deprecated',
  'end[ -]of[ -]life|eol|archived|retired|unmaintained',
  'unsupported|not supported',
];
const degree = degrees.map((names) => {
  const longestFirst = names.split('|').sort((a, b) => b.length - a.length);
  return new RegExp(`^(${longestFirst.join('|')})${afterWord}(.*)$`, 'iu');
});
/** Nouns that may follow a degree in a heading. */
const ofTiers =
  /^\s*(?:support|tier|level|class|status|platforms?|targets?|systems?|configurations?|environments?|features?|architectures?|packages?|versions?|rules)?\s*(?=$|[-–—:|=(])/i;

/** Tiers named by a word: "Gold", "Supported platforms", "Experimental (no promise)". */
export const wordedTiers: NameTier = (source) => {
  const text = bare(source).replace(/^(?:tier|level|status|support)\s*:\s*/i, '');
  for (const [place, pattern] of degree.entries()) {
    const [, label, rest = ''] = pattern.exec(text) ?? [];
    if (label === undefined || !ofTiers.test(rest)) continue;
    const after = afterName(rest.replace(ofTiers, ''));
    if (!after || after.addition) continue;
    return {
      key: `word ${place}`,
      label: label.charAt(0).toUpperCase() + label.slice(1),
      title: after.title,
      rank: [place],
    };
  }
  return undefined;
};

/** Whether a name means "unsupported" or "end of life", which is not a tier beside numbered ones. */
export const isUnsupported = ({ key }: TierName): boolean =>
  key === `word ${degrees.length - 1}` || key === `word ${degrees.length - 2}`;

/** Tiers with the names that the editor gave, highest first. */
export function rankedTiers(labels: readonly string[]): NameTier {
  const known = labels
    .map((label, place) => ({ label, place, start: folded(label) }))
    .sort((a, b) => b.start.length - a.start.length);
  return (source) => {
    const text = source.replace(/\s+/g, ' ').trim();
    for (const { label, place, start } of known) {
      for (const candidate of [text, bare(text)]) {
        const end = lengthOfStart(candidate, start);
        if (end === undefined) continue;
        const rest = candidate.slice(end);
        const after = afterName(rest);
        if (!after) continue;
        return { key: `listed ${place}`, label, title: after.title, rank: [place] };
      }
    }
    return undefined;
  };
}

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')
    .trim();

/** The length of the part of a text that matches a start, ignoring case, spacing and a plural "s". */
function lengthOfStart(text: string, start: string): number | undefined {
  const pattern = start.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, '[\\s_-]*');
  const found = new RegExp(`^${pattern}s?(?![\\p{L}\\p{N}])`, 'iu').exec(text);
  return found ? found[0].length : undefined;
}

/** Every tier that a sentence names, anywhere in it. */
export function tiersWithin(text: string, nameTier: NameTier): TierName[] {
  const found = new Map<string, TierName>();
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])\p{L}/gu)) {
    const name = nameTier(text.slice(index, index + 60));
    if (name) found.set(name.key.split('-')[0] ?? '', name);
  }
  return [...found.values()];
}

/** The noun that numbered tiers use most often in the texts; undefined if there are none. */
export function nounOf(texts: readonly string[]): TierNoun | undefined {
  const counts = nouns.map((noun) => ({ noun, count: texts.filter(countedTiers(noun)).length }));
  return counts.reduce((most, it) => (it.count > most.count ? it : most), {
    noun: undefined as TierNoun | undefined,
    count: 0,
  }).noun;
}
