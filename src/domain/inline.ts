/** A part of inline Markdown. */
export type InlinePart =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'emphasis'; words: string }
  | { kind: 'strong'; words: string }
  | { kind: 'link'; words: string; url: string }
  | { kind: 'footnote'; identifier: string };

/**
 * Matches, in order: code, a footnote reference, a link (its text may hold code with brackets), strong text, emphasis,
 * an escaped character.
 */
const marks =
  /`([^`]+)`|\[\^([^\]\s]+)\]|\[((?:`[^`]*`|[^\]`])+)\]\((https?:\/\/[^\s()]+)\)|\*\*(?=\S)((?:`[^`]*`|`(?![^`]*`)|\\.|[^*`\\])+?)(?<=\S)\*\*|\*(?=\S)((?:`[^`]*`|`(?![^`]*`)|\\.|[^*`\\])+?)(?<=\S)\*|\\([!-/:-@[-`{-~])/g;

/** Parses inline Markdown, as in a name, a category or a cell; unmatched characters are text. */
export function inlineParts(words: string): InlinePart[] {
  const parts: InlinePart[] = [];
  const text = (it: string) => {
    const last = parts.at(-1);
    if (last?.kind === 'text') last.text += it;
    else if (it !== '') parts.push({ kind: 'text', text: it });
  };
  let end = 0;
  for (const match of words.matchAll(marks)) {
    text(words.slice(end, match.index));
    end = match.index + match[0].length;
    const [, code, identifier, label, url, strong, emphasis, character] = match;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (identifier !== undefined) parts.push({ kind: 'footnote', identifier: identifier.toLowerCase() });
    else if (label !== undefined && url !== undefined) parts.push({ kind: 'link', words: label, url });
    else if (strong !== undefined) parts.push({ kind: 'strong', words: strong });
    else if (emphasis !== undefined) parts.push({ kind: 'emphasis', words: emphasis });
    else text(character ?? '');
  }
  text(words.slice(end));
  return parts;
}

/** Escapes plain text for inline Markdown. */
export const inlineText = (text: string): string => text.replace(/[*[\]\\]/g, '\\$&');

/** Returns the text with backticks around code, without links, emphasis and footnotes. */
export const labelOf = (words: string): string =>
  hasMarks(words) ? withoutMarks(words).replace(/ {2,}/g, ' ').trim() : words;

/** Whether inline Markdown holds more than text and code. */
export const hasMarks = (words: string): boolean =>
  words.includes('\\') || inlineParts(words).some(({ kind }) => kind !== 'text' && kind !== 'code');

/** Whether inline Markdown contains a link. */
export const hasLink = (words: string): boolean =>
  inlineParts(words).some((part) => part.kind === 'link' || ('words' in part && hasLink(part.words)));

const withoutMarks = (words: string): string =>
  inlineParts(words)
    .map((part): string => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'code') return `\`${part.text}\``;
      return part.kind === 'footnote' ? '' : withoutMarks(part.words);
    })
    .join('');

/** Returns the identifiers of the referenced footnotes, in order. */
export const referencesIn = (words: string): string[] =>
  inlineParts(words).flatMap((part) => {
    if (part.kind === 'footnote') return part.identifier;
    return 'words' in part ? referencesIn(part.words) : [];
  });
