import type { Absolute } from '../../domain/addresses/address.ts';
import type { Run } from '../../domain/words.ts';
import { blocks, escapeMarkdown, link, list } from '../markdown/write.ts';

/** A run of text that may lead somewhere within the site. */
export interface Span extends Run {
  /** A path from `domain/addresses/address.ts`. */
  path?: string;
}

/** A part of an answer that is put together from rules; one form for the page and for Markdown. */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'says'; spans: Span[] }
  | { kind: 'list'; items: Span[][] }
  /** The label names the text in the middle of a sentence. */
  | { kind: 'code'; label: string; language: string; text: string };

/** Spans from whatever is at hand: a string is plain text. */
export const spans = (...parts: (string | Span | readonly Span[])[]): Span[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [{ text: part, code: false }] : part));

/** Spans with words between them: "a, b and c". */
export const joined = (items: readonly (readonly Span[])[]): Span[] =>
  items
    .flatMap((item, index) => spans(index === 0 ? '' : index === items.length - 1 ? ' and ' : ', ', item))
    .filter(({ text }) => text !== '');

/** As many ticks as begin code that holds the text, so that none in it ends the code. */
function ticksAround(text: string, least: number): string {
  const runs = [...text.matchAll(/`+/g)].map(([ticks]) => ticks.length);
  return '`'.repeat(Math.max(least, ...runs.map((length) => length + 1)));
}

/** Text as a block of code. */
export function fenced(text: string, language: string): string {
  const fence = ticksAround(text, 3);
  return `${fence}${language}\n${text}\n${fence}`;
}

/** Any text as code within a line; an empty line in it would end the paragraph, and the code with it. */
function inlineCode(words: string): string {
  const text = words.replace(/\s+/g, ' ');
  const ticks = ticksAround(text, 1);
  const space = text.includes('`') ? ' ' : '';
  return `${ticks}${space}${text}${space}${ticks}`;
}

/** Blocks as Markdown, with headings of level 2. */
export function markdownOf(parts: readonly Block[], absolute: Absolute): string {
  const one = ({ text, code, path }: Span) => {
    const words = code ? inlineCode(text) : escapeMarkdown(text);
    return path === undefined ? words : link(words, absolute(path));
  };
  const line = (words: readonly Span[]) => words.map(one).join('');
  const written = parts.map((block) => {
    if (block.kind === 'heading') return `## ${escapeMarkdown(block.text)}`;
    if (block.kind === 'says') return line(block.spans);
    if (block.kind === 'list') return list(block.items.map(line));
    return `${block.label.replace(/^./, (first) => first.toUpperCase())}:\n\n${fenced(block.text, block.language)}`;
  });
  return `${blocks(...written)}\n`;
}
