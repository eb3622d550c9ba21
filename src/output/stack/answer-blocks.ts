import type { Absolute } from '../../domain/addresses/address.ts';
import type { Run } from '../../domain/text.ts';
import { blocks, escapeMarkdown, fenced, inline, link, list } from '../markdown/markdown-syntax.ts';

/** A run of text that may link to a page of the site. */
export interface Span extends Run {
  /** A path from `domain/addresses/address.ts`. */
  path?: string;
}

/** A part of an answer, independent of its output format (HTML or Markdown). */
export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'says'; spans: Span[] }
  | { kind: 'list'; items: Span[][] }
  /** The label fits in the middle of a sentence. */
  | { kind: 'code'; label: string; language: string; text: string };

/** Flattens strings and spans into one list; a string is plain text. */
export const spans = (...parts: (string | Span | readonly Span[])[]): Span[] =>
  parts.flatMap((part) => (typeof part === 'string' ? [{ text: part, code: false }] : part));

/** Joins items as "a, b and c". */
export const enumerate = (items: readonly (readonly Span[])[]): Span[] =>
  items.flatMap((item, index) => {
    if (index === 0) return item;
    return spans(index === items.length - 1 ? ' and ' : ', ', item);
  });

/** Groups adjacent spans with the same path, so that they become one link. */
function groupByPath(spans: readonly Span[]): Span[][] {
  const groups: Span[][] = [];
  for (const span of spans) {
    const last = groups.at(-1);
    if (last && last[0]?.path === span.path) last.push(span);
    else groups.push([span]);
  }
  return groups;
}

/** Blocks as Markdown with level 2 headings. */
export function markdownOf(parts: readonly Block[], absolute: Absolute): string {
  const line = (parts: readonly Span[]) =>
    groupByPath(parts)
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
