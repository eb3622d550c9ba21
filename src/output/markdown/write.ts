import type { Absolute } from '../../domain/addresses/address.ts';
import { nameRuns, runs, type Run } from '../../domain/words.ts';

/** Plain words as Markdown that shows them unchanged, at the start of a line too. */
export const escapeMarkdown = (text: string): string =>
  text
    .replace(/[\\`*_[\]<>~&]/g, '\\$&')
    .replace(/^[#+=-]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

const written = (parts: Run[]): string =>
  parts.map(({ text, code }) => (code ? `\`${text}\`` : escapeMarkdown(text))).join('');

/** Words whose backticks mark code. */
export const wordsMarkdown = (words: string): string => written(runs(words));

/** A feature's name; an identifier is code as a whole. */
export const nameMarkdown = (name: string): string => written(nameRuns(name));

/** A link; its label is Markdown already. */
export const link = (label: string, url: string): string =>
  `[${label}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;

/** Blocks with a blank line between them, without the empty ones. */
export const blocks = (...parts: string[]): string => parts.filter((part) => part.trim() !== '').join('\n\n');

/** A tight list of one-line items. */
export const list = (items: readonly string[]): string => items.map((item) => `- ${item}`).join('\n');

/** A body below a marker: its further lines stand as far in as its first one. */
export const hanging = (marker: string, body: string, indent = marker.length): string =>
  marker + body.trim().replace(/\n(?=[^\n])/g, `\n${' '.repeat(indent)}`);

/** How wide a column grows for the sake of the eye; a longer cell stands out of it. */
const widest = 52;

/** A table, its columns as wide as their widest cell; a cell below no head is left out. */
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

/** Content's own Markdown for elsewhere: its links within the site become whole, and its ends are trimmed. */
export const wholeLinks = (markdown: string, absolute: Absolute): string =>
  markdown.trim().replace(/(\]\(|\]: )\/(?!\/)/g, `$1${absolute('')}`);

/** Content's own Markdown as a quotation. */
export const quote = (markdown: string): string => markdown.trim().replace(/^/gm, '> ').replace(/^> $/gm, '>');
