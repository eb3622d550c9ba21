import { hasMarkup, inlineParts } from '../../domain/inline.ts';
import { nameRuns, runs, type Run } from '../../domain/text.ts';

/** Replaces line breaks and other control characters with spaces. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** Text that GitHub turns into a link automatically, even if it is escaped. */
const autolink = /:\/\/|www\.|[-.+\w]@[-\w]+\./i;
const autolinkWithPunctuation = /^([("'“[<]{0,3})(.*?)([)"'”\]>.,;:!?]{0,3})$/su;

/** Marks addresses as code. Escaping would not help: GitHub looks for addresses after it has removed the escapes. */
function withoutLinks(text: string): Run[] {
  const line = onOneLine(text);
  if (!autolink.test(line)) return [{ text: line, code: false }];
  return line.split(/(?<= )|(?= )/).flatMap((word) => {
    const parts = autolink.test(word) ? autolinkWithPunctuation.exec(word) : null;
    const [, before = '', middle = '', after = ''] = parts ?? [];
    if (middle === '') return { text: word, code: false };
    return [before, middle, after].map((part, at) => ({ text: part, code: at === 1 }));
  });
}

/** Drops empty runs and joins adjacent runs of the same kind. The backticks of two adjacent code runs would clash. */
function merged(parts: readonly Run[]): Run[] {
  const all: Run[] = [];
  for (const { text, code } of parts) {
    const last = all.at(-1);
    if (last?.code === code) last.text += text;
    else if (text !== '') all.push({ text, code });
  }
  return all;
}

const escaped = (text: string): string =>
  text
    .replace(/[\\`*[\]<~&]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\$&')
    .replace(/^ +/, ' ')
    .replace(/^( ?)([#+=>-])/, '$1\\$2')
    .replace(/^( ?\d+)([.)])/, '$1\\$2')
    // Unescaped, a "#" at the end of a heading would disappear.
    .replace(/( )(#+ *)$/, '$1\\$2');

/** Returns a run of at least `least` backticks that is longer than any run in the text. */
function codeDelimiter(text: string, least: number): string {
  const lengths = Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length + 1);
  return '`'.repeat(lengths.reduce((most, length) => Math.max(most, length), least));
}

/**
 * Inline code. In a table cell, code cannot contain a bar after a backslash, so such a bar goes between two pieces of
 * code.
 */
export const inlineCode = (text: string): string =>
  onOneLine(text)
    .split(/(?<=\\)\|/)
    .map((part) => {
      const ticks = codeDelimiter(part, 1);
      const space = part.includes('`') ? ' ' : '';
      return part && `${ticks}${space}${part}${space}${ticks}`;
    })
    .join('|');

/** A fenced code block. */
export function fenced(text: string, language: string): string {
  const fence = codeDelimiter(text, 3);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Runs of text and code as inline Markdown. */
export const inline = (parts: readonly Run[]): string =>
  merged(parts.flatMap((part) => (part.code ? part : withoutLinks(part.text))))
    .map(({ text, code }) => (code ? inlineCode(text) : escaped(text)))
    .join('');

/** Plain text as Markdown that renders unchanged, also at the start of a line. */
export const escapeMarkdown = (text: string): string => inline([{ text, code: false }]);

/** Text whose only markup is backticks around code. */
export const textMarkdown = (text: string): string => inline(runs(text));

/** The name of a feature. A name that is an identifier becomes code. */
export const nameMarkdown = (name: string): string => inline(nameRuns(name));

/** A link. `label` is Markdown; the rest is escaped. */
export function link(label: string, url: string, title?: string | null): string {
  const target = url
    .replace(/[\s()<>\\|]/g, (it) => ({ '(': '%28', ')': '%29' })[it] ?? encodeURIComponent(it))
    .replace(/&(?=#?\w+;)/g, '&amp;');
  return `[${label}](${target}${title ? ` "${onOneLine(title).replace(/["\\&|]/g, '\\$&')}"` : ''})`;
}

/** Inline Markdown of the content, rewritten for another document. */
export const lineMarkdown = (text: string, withNotes = true): string =>
  hasMarkup(text)
    ? inlineParts(text)
        .map((part): string => {
          if (part.kind === 'text' || part.kind === 'code')
            return inline([{ text: part.text, code: part.kind === 'code' }]);
          if (part.kind === 'footnote') return withNotes ? `[^${part.identifier}]` : '';
          if (part.kind === 'link') return link(lineMarkdown(part.inner, withNotes), part.url);
          const mark = part.kind === 'strong' ? '**' : '*';
          return `${mark}${lineMarkdown(part.inner, withNotes)}${mark}`;
        })
        .join('')
    : textMarkdown(text);

/** Blocks separated by blank lines; empty blocks are dropped. */
export const blocks = (...parts: string[]): string => parts.filter((part) => part.trim() !== '').join('\n\n');

/** A tight bullet list of one-line items. */
export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A body after a list or footnote marker, with the following lines indented to match. */
export const hanging = (marker: string, body: string, indent = marker.length): string =>
  marker + body.trim().replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`);

/** The number of characters up to which a column is padded; a longer cell sticks out. */
const widest = 52;

/** A table with padded columns. Cells beyond the last heading are dropped. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = head.map((_, column) =>
    Math.min(widest, Math.max(3, ...cells.map((row) => row[column]?.length ?? 0))),
  );
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return cells.map(line).toSpliced(1, 0, rule).join('\n');
}

/** Markdown of the content as a block quotation. */
export const quote = (markdown: string): string =>
  markdown
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
