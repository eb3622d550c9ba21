import type { Mistake } from './problem.ts';
import { buildPlaceholderIn } from '../schema/build-placeholders.ts';
import { characterName, invisibleCharacter } from '../domain/invisible.ts';

/**
 * Finds the first thing that content must not contain: an invisible character, or a word that the build would replace.
 */
export function refusedIn(text: string): Mistake | undefined {
  const found = invisibleCharacter.exec(text);
  if (found)
    return {
      offset: found.index,
      message: `there is an invisible character (${characterName(found[0])}) here; delete it`,
    };
  return buildPlaceholderIn(text);
}

/**
 * Like `refusedIn`, for the text, address, title and attributes of a Markdown node, where a character may come from an
 * entity.
 */
export const refusedInNode = (node: object & { attributes?: unknown }): string | undefined =>
  [node, ...(Array.isArray(node.attributes) ? node.attributes : [])]
    .flatMap((it: object) => Object.values(it))
    .map((value) => (typeof value === 'string' ? refusedIn(value)?.message : undefined))
    .find((message) => message !== undefined);

const mostCharacters = 32 * 1024;
/** The largest file of content; the list of addresses may be larger. A character has at most four bytes. */
export const mostBytesOfFile = 4 * mostCharacters;

/**
 * Limits on syntax that is slow to parse; for much of it, parsing time grows faster than the count. Each limit is
 * several times what the longest known policies need.
 */
const limits: readonly { most: number; what: string; of: RegExp }[] = [
  { most: mostCharacters, what: 'characters', of: /[^]/g },
  { most: 1000, what: 'lines', of: /\r\n?|\n/g },
  { most: 1000, what: 'of the characters * _ ~ [ ] < > { } & @', of: /[*_~[\]<>{}&@]/g },
  { most: 2000, what: 'of the characters ` | \\ : , ( ) !', of: /[`|\\:,()!]/g },
  { most: 500, what: 'markers that begin an item', of: /[*+?-][ \t]|\d[.)][ \t]/g },
  { most: 100, what: 'references to footnotes', of: /\[\^/g },
];

/** The cost of parsing a text: one for each syntax character, each line, and each hundred characters. */
export const costOf = (text: string): number =>
  (text.match(/[*_~[\]<>{}&@`|\\:,\n\r\t]/g)?.length ?? 0) + text.length / 100;

/** The cost of parsing a body, where indentation and list items cost more. */
export const costOfBody = (text: string): number => costOf(text) + (text.match(/ {2}|[-+*.)] /g)?.length ?? 0);

/** The deepest nesting of lists and keys, and the most columns of a table. Content needs far less. */
const depth = 32;
const columns = 64;

/** Finds what would take too long to parse. The limits are multiplied by `times`. */
export function excessIn(text: string, times = 1): Mistake | undefined {
  for (const { most, what, of } of limits) {
    const count = text.length > most * times ? (text.match(of)?.length ?? 0) : 0;
    if (count > most * times)
      return { offset: 0, message: `the file has ${count} ${what}; write at most ${most * times}` };
  }
  const deep = tooDeep(text);
  if (deep !== undefined)
    return { offset: deep, message: `this is nested more than ${depth} levels deep; write fewer levels` };
  const wide = new RegExp(`^(?:[^|\\r\\n]*\\|){${columns + 1}}`, 'm').exec(text);
  return wide
    ? { offset: wide.index, message: `this line has more than ${columns} "|"; write fewer columns` }
    : undefined;
}

/** Finds a reason not to parse a text: it exceeds a limit, is not UTF-8, or contains what content must not contain. */
export function mistakeIn(text: string, times = 1): Mistake | undefined {
  const broken = text.indexOf('\uFFFD');
  // In UTF-16, every second byte of Latin text is zero.
  if (broken === 0 && text.includes('\0')) return { offset: 0, message: 'the file is UTF-16; save it as UTF-8' };
  const noText =
    broken >= 0
      ? { offset: broken, message: 'a character here is not valid UTF-8; write it again, and save the file as UTF-8' }
      : refusedIn(text);
  return text.length > mostCharacters * times ? excessIn(text, times) : (noText ?? excessIn(text, times));
}

/** The offset where lists, quotes or brackets are nested too deep. */
function tooDeep(text: string): number | undefined {
  for (const { index, 0: opening } of text.matchAll(/^(?:[ \t>]|(?:[*+?-]|\d{1,9}[.)])(?=[ \t]))+/gm)) {
    // Each marker and the space after it count as two columns.
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
