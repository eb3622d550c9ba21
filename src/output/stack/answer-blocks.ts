import type { Absolute } from '../../domain/addresses/address.ts';
import type { Run } from '../../domain/words.ts';
import { blocks, escapeMarkdown, fenced, inline, link, list } from '../markdown/write.ts';

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

/** Spans in groups: neighbours that lead to the same place are one link. */
function samePaths(words: readonly Span[]): Span[][] {
  const groups: Span[][] = [];
  for (const span of words) {
    const last = groups.at(-1);
    if (last && last[0]?.path === span.path) last.push(span);
    else groups.push([span]);
  }
  return groups;
}

/** Blocks as Markdown, with headings of level 2. */
export function markdownOf(parts: readonly Block[], absolute: Absolute): string {
  const line = (words: readonly Span[]) =>
    samePaths(words)
      .map((group) => {
        const [{ path } = {}] = group;
        return path === undefined ? inline(group) : link(inline(group), absolute(path));
      })
      .join('');
  const written = parts.map((block) => {
    if (block.kind === 'heading') return `## ${escapeMarkdown(block.text)}`;
    if (block.kind === 'says') return line(block.spans);
    if (block.kind === 'list') return list(block.items.map(line));
    return `${block.label.replace(/^./, (first) => first.toUpperCase())}:\n\n${fenced(block.text, block.language)}`;
  });
  return `${blocks(...written)}\n`;
}
