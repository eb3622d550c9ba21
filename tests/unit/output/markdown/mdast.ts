// Reads Markdown with an independent parser.
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Root } from 'mdast';

export const parseMarkdown = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);

/** The text of a Markdown document that is one paragraph; fails on anything else. */
export function mdastText(markdown: string): string {
  const { children } = parseMarkdown(markdown);
  if (children.length !== 1 || children[0]?.type !== 'paragraph') throw new Error(`not one paragraph: ${markdown}`);
  return toString(children[0]);
}
