/** A part of inline Markdown. */
export type InlinePart =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string }
  | { kind: 'emphasis'; inner: string }
  | { kind: 'strong'; inner: string }
  | { kind: 'link'; inner: string; url: string }
  | { kind: 'footnote'; identifier: string };

/**
 * Matches, in order: code, a footnote reference, a link (its text may hold code with brackets), strong text, emphasis,
 * an escaped character.
 */
const marks =
  /`([^`]+)`|\[\^([^\]\s]+)\]|\[((?:`[^`]*`|[^\]`])+)\]\((https?:\/\/[^\s()]+)\)|\*\*(?=\S)((?:`[^`]*`|`(?![^`]*`)|\\.|[^*`\\])+?)(?<=\S)\*\*|\*(?=\S)((?:`[^`]*`|`(?![^`]*`)|\\.|[^*`\\])+?)(?<=\S)\*|\\([!-/:-@[-`{-~])/g;

/** Parses inline Markdown, as in a name, a category or a cell; unmatched characters are text. */
export function inlineParts(markdown: string): InlinePart[] {
  const parts: InlinePart[] = [];
  const text = (it: string) => {
    const last = parts.at(-1);
    if (last?.kind === 'text') last.text += it;
    else if (it !== '') parts.push({ kind: 'text', text: it });
  };
  let end = 0;
  for (const match of markdown.matchAll(marks)) {
    text(markdown.slice(end, match.index));
    end = match.index + match[0].length;
    const [, code, identifier, label, url, strong, emphasis, character] = match;
    if (code !== undefined) parts.push({ kind: 'code', text: code });
    else if (identifier !== undefined) parts.push({ kind: 'footnote', identifier: identifier.toLowerCase() });
    else if (label !== undefined && url !== undefined) parts.push({ kind: 'link', inner: label, url });
    else if (strong !== undefined) parts.push({ kind: 'strong', inner: strong });
    else if (emphasis !== undefined) parts.push({ kind: 'emphasis', inner: emphasis });
    else text(character ?? '');
  }
  text(markdown.slice(end));
  return parts;
}

/** Escapes plain text for inline Markdown. */
export const inlineText = (text: string): string => text.replace(/[*[\]\\]/g, '\\$&');

/** Returns the text with backticks around code, without links, emphasis and footnotes. */
export const textAndCode = (text: string): string =>
  hasMarkup(text) ? withoutMarkup(text).replace(/ {2,}/g, ' ').trim() : text;

/** Whether inline Markdown holds more than text and code. */
export const hasMarkup = (text: string): boolean =>
  text.includes('\\') || inlineParts(text).some(({ kind }) => kind !== 'text' && kind !== 'code');

/** Whether inline Markdown contains a link. */
export const hasLink = (text: string): boolean =>
  inlineParts(text).some((part) => part.kind === 'link' || ('inner' in part && hasLink(part.inner)));

const withoutMarkup = (text: string): string =>
  inlineParts(text)
    .map((part): string => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'code') return `\`${part.text}\``;
      return part.kind === 'footnote' ? '' : withoutMarkup(part.inner);
    })
    .join('');

/** Returns the identifiers of the referenced footnotes, in order. */
export const referencesIn = (text: string): string[] =>
  inlineParts(text).flatMap((part) => {
    if (part.kind === 'footnote') return part.identifier;
    return 'inner' in part ? referencesIn(part.inner) : [];
  });
