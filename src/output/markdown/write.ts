import { hasMarks, inlineParts } from '../../domain/inline.ts';
import { nameRuns, runs, type Run } from '../../domain/words.ts';

/** Line breaks and other characters without a sign end no word and begin no line. */
const onOneLine = (text: string): string => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');

/** A word that GitHub's Markdown makes a link of by itself, escaped or not, apart from the marks around it. */
const address = /:\/\/|www\.|[-.+\w]@[-\w]+\./i;
const marksAround = /^([("'“[<]{0,3})(.*?)([)"'”\]>.,;:!?]{0,3})$/su;

/**
 * Text with its addresses as code, which alone keeps them text; a program that reads Markdown undoes every escape
 * first.
 */
const withoutLinks = (text: string): Run[] =>
  onOneLine(text)
    .split(/(?<= )|(?= )/)
    .flatMap((word) => {
      const [, before = '', middle = '', after = ''] = address.test(word) ? (marksAround.exec(word) ?? []) : [];
      if (middle === '') return { text: word, code: false };
      return [before, middle, after].map((part, at) => ({ text: part, code: at === 1 }));
    });

/** Runs without the empty ones, and neighbours of a kind as one: two that are code would end each other. */
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
    // Marks at the end of a heading would be no part of it.
    .replace(/( )(#+ *)$/, '$1\\$2');

/** As many ticks as begin code that holds the text, so that none in it ends the code. */
function ticksAround(text: string, least: number): string {
  const lengths = Array.from(text.matchAll(/`+/g), ([ticks]) => ticks.length + 1);
  return '`'.repeat(lengths.reduce((most, length) => Math.max(most, length), least));
}

/**
 * Any text as code within a line; code in a cell of a table cannot hold a bar after a backslash, so such a bar stands
 * between two.
 */
export const inlineCode = (text: string): string =>
  onOneLine(text)
    .split(/(?<=\\)\|/)
    .map((part) => {
      const ticks = ticksAround(part, 1);
      const space = part.includes('`') ? ' ' : '';
      return part && `${ticks}${space}${part}${space}${ticks}`;
    })
    .join('|');

/** Text as a block of code. */
export function fenced(text: string, language: string): string {
  const fence = ticksAround(text, 3);
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** Runs of text and code within a line. */
export const inline = (parts: readonly Run[]): string =>
  merged(parts.flatMap((part) => (part.code ? part : withoutLinks(part.text))))
    .map(({ text, code }) => (code ? inlineCode(text) : escaped(text)))
    .join('');

/** Plain words as Markdown that shows them unchanged, at the start of a line too. */
export const escapeMarkdown = (text: string): string => inline([{ text, code: false }]);

/** Words whose backticks mark code. */
export const wordsMarkdown = (words: string): string => inline(runs(words));

/** A feature's name; an identifier is code as a whole. */
export const nameMarkdown = (name: string): string => inline(nameRuns(name));

/** A link; its label is Markdown already. */
export function link(label: string, url: string, title?: string | null): string {
  const target = url
    .replace(/[\s()<>\\|]/g, (it) => ({ '(': '%28', ')': '%29' })[it] ?? encodeURIComponent(it))
    .replace(/&(?=#?\w+;)/g, '&amp;');
  return `[${label}](${target}${title ? ` "${onOneLine(title).replace(/["\\&|]/g, '\\$&')}"` : ''})`;
}

/** Words with Markdown within the line, as a line of another text. */
export const lineMarkdown = (words: string, withNotes = true): string =>
  hasMarks(words)
    ? inlineParts(words)
        .map((part): string => {
          if (part.kind === 'text' || part.kind === 'code')
            return inline([{ text: part.text, code: part.kind === 'code' }]);
          if (part.kind === 'footnote') return withNotes ? `[^${part.identifier}]` : '';
          if (part.kind === 'link') return link(lineMarkdown(part.words, withNotes), part.url);
          const mark = part.kind === 'strong' ? '**' : '*';
          return `${mark}${lineMarkdown(part.words, withNotes)}${mark}`;
        })
        .join('')
    : wordsMarkdown(words);

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

/** Content's own Markdown as a quotation. */
export const quote = (markdown: string): string =>
  markdown
    .trim()
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');
