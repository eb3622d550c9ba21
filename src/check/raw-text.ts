import { buildMarkIn } from '../schema/build-marks.ts';
import { characterName, unseen } from '../domain/unseen.ts';

/**
 * The first thing in a text that no text may have, with its offset: a character that nobody sees, or a word that the
 * build takes for its own.
 */
export function refusedIn(text: string): Flaw | undefined {
  const found = unseen.exec(text);
  if (found)
    return {
      offset: found.index,
      message: `an invisible character (${characterName(found[0])}) stands here; delete it`,
    };
  return buildMarkIn(text);
}

/**
 * The same of a node of Markdown's tree, where a character may come from an entity: in its words, its address, its
 * title or an attribute.
 */
export const refusedInNode = (node: object & { attributes?: unknown }): string | undefined =>
  [node, ...(Array.isArray(node.attributes) ? node.attributes : [])]
    .flatMap((it: object) => Object.values(it))
    .map((value) => (typeof value === 'string' ? refusedIn(value)?.message : undefined))
    .find((message) => message !== undefined);

const mostCharacters = 32 * 1024;
/** What is longer is not even read. A character has at most four bytes. */
export const mostBytes = 4 * mostCharacters;

/**
 * How much a text may have of what parsers take longer over than over as many letters, much of it longer each time that
 * it comes again. It is several times as much as the longest policies have.
 */
const limits: readonly { most: number; what: string; of: RegExp }[] = [
  { most: mostCharacters, what: 'characters', of: /[^]/g },
  { most: 1000, what: 'lines', of: /\r\n?|\n/g },
  { most: 1000, what: 'of the signs * _ ~ [ ] < > { } & @', of: /[*_~[\]<>{}&@]/g },
  { most: 2000, what: 'of the signs ` | \\ : , ( ) !', of: /[`|\\:,()!]/g },
  { most: 500, what: 'signs that begin an item', of: /[*+?-][ \t]|\d[.)][ \t]/g },
  { most: 100, what: 'references to footnotes', of: /\[\^/g },
];

/** How much of what takes long a text has, to be added up over many: a sign, a line, or a hundred other characters. */
export const costOf = (text: string): number =>
  (text.match(/[*_~[\]<>{}&@`|\\:,\n\r\t]/g)?.length ?? 0) + text.length / 100;

/** The same of a body, where a line takes longer the deeper it stands, and an item longer than a line. */
export const costOfBody = (text: string): number => costOf(text) + (text.match(/ {2}|[-+*.)] /g)?.length ?? 0);

/**
 * How deep lists and keys may stand in one another, and into how many columns a line may be cut: far more than content
 * does.
 */
const depth = 32;
const columns = 64;

/** Somewhere in a text, and what is wrong there. */
interface Flaw {
  offset: number;
  message: string;
}

/** What a parser would take too long over; `times` as much may be in what is longer than a file of content. */
export function excessIn(text: string, times = 1): Flaw | undefined {
  for (const { most, what, of } of limits) {
    const count = text.length > most * times ? (text.match(of)?.length ?? 0) : 0;
    if (count > most * times)
      return { offset: 0, message: `the file has ${count} ${what}; write at most ${most * times}` };
  }
  const deep = tooDeep(text);
  if (deep !== undefined) return { offset: deep, message: `this is nested more than ${depth} deep; write it flat` };
  const wide = new RegExp(`^(?:[^|\\r\\n]*\\|){${columns + 1}}`, 'm').exec(text);
  return wide
    ? { offset: wide.index, message: `this line has more than ${columns} "|"; write fewer columns` }
    : undefined;
}

/** What no parser should be given: too much, bytes that are no text, and what no text may have. */
export function flawIn(text: string, times = 1): Flaw | undefined {
  const broken = text.indexOf('\uFFFD');
  const noText =
    broken >= 0
      ? { offset: broken, message: 'a character here is not UTF-8; write it again, and save the file as UTF-8' }
      : refusedIn(text);
  return text.length > mostCharacters * times ? excessIn(text, times) : (noText ?? excessIn(text, times));
}

/** Where a line begins below too many others, or too many brackets are open. */
function tooDeep(text: string): number | undefined {
  for (const { index, 0: opening } of text.matchAll(/^(?:[ \t>]|(?:[*+?-]|\d{1,9}[.)])(?=[ \t]))+/gm)) {
    // Each mark, with the space behind it, takes the room of two.
    const room = opening.replace(/(?:[>*+?-]|\d+[.)])[ \t]?/g, '  ').replaceAll('\t', '    ');
    if (room.length > 2 * depth) return index;
  }
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if ('[{'.includes(text.charAt(at))) open += 1;
    if (']}'.includes(text.charAt(at))) open = Math.max(0, open - 1);
    if (open > depth) return at;
  }
  return undefined;
}
