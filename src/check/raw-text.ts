/** Characters that nobody sees: controls, what turns the direction of writing, marks of order and halves of characters. */
const unseen =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB\uFFFE\uFFFF\u{E0000}-\u{E007F}\p{Cs}]/u;

/** The first character of a text that nobody sees, as a message, with its offset. */
export function unseenIn(text: string): { offset: number; message: string } | undefined {
  const found = unseen.exec(text);
  return found
    ? { offset: found.index, message: `an invisible character (${nameOf(found[0])}) stands here; delete it` }
    : undefined;
}

/** A text as it can be shown: what nobody sees stands there by its name. */
export const seen = (text: string): string =>
  text.replace(new RegExp(`${unseen.source}|[\\t\\r\\n]`, 'gu'), (character) => `<${nameOf(character)}>`);

const nameOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** How deep lists and keys may stand in one another: far deeper than content does, far less than what a parser can bear. */
const depth = 32;

/** Some parts of a policy have 4 KB; a parser takes seconds over what is much longer, and nobody reviews it. */
const mostCharacters = 32 * 1024;
/** What is longer is not even read. A character has at most four bytes. */
export const mostBytes = 4 * mostCharacters;

/** What no parser should be given: more than a page, bytes that are no text, characters that nobody sees, lists in lists without end. */
export function flawIn(text: string): { offset: number; message: string } | undefined {
  if (text.length > mostCharacters)
    return { offset: 0, message: `the file has ${text.length} characters; write at most ${mostCharacters}` };
  const broken = text.indexOf('\uFFFD');
  if (broken >= 0)
    return { offset: broken, message: 'a character here is not UTF-8; write it again, and save the file as UTF-8' };
  const invisible = unseenIn(text);
  if (invisible) return invisible;
  const offset = tooDeep(text);
  return offset === undefined
    ? undefined
    : { offset, message: `this is nested more than ${depth} deep; write it flat` };
}

const deepLine = new RegExp(`^(?:[ \\t]{2}|[ \\t]?(?:[>*+-]|\\d+[.)])[ \\t]?){${depth + 1}}`, 'm');

/** Where a line begins below too many others, or too many brackets are open. */
function tooDeep(text: string): number | undefined {
  const line = deepLine.exec(text);
  if (line) return line.index;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    if ('[{'.includes(text.charAt(at))) open += 1;
    if (']}'.includes(text.charAt(at))) open = Math.max(0, open - 1);
    if (open > depth) return at;
  }
  return undefined;
}
