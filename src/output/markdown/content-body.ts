import type { Definition, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Absolute } from '../../domain/addresses/address.ts';
import { link } from './markdown-syntax.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** A replacement for the text between two offsets. */
type Edit = readonly [from: number, to: number, text: string];

/**
 * Prepares Markdown of the content for use inside another document: makes links within the site absolute, turns
 * reference links into inline links, escapes what looks like a footnote reference, and closes an open code block. With
 * `isWhole`, the text is a complete document and keeps its reference links and footnotes.
 */
export function bodyMarkdown(body: string, absolute: Absolute, isWhole = false): string {
  const text = body.trim().replace(/\r\n?/g, '\n');
  const tree = parser.parse(text);
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  const isOwn = (url: string) => /^\/(?!\/)/.test(url);
  const edits: Edit[] = [];
  visit(tree, (node) => {
    const [from, to] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
    if (node.type === 'definition') {
      const whole = () => text.slice(from, to).replace(/(\]:\s*)\/(?!\/)/, `$1${absolute('')}`);
      edits.push([from, to, isWhole ? whole() : '']);
    }
    if (node.type === 'code' || node.type === 'inlineCode' || (isWhole && node.type === 'footnoteReference'))
      edits.push([from, to, text.slice(from, to)]);
    // Keeps the opening bracket of a footnote from being escaped.
    if (isWhole && node.type === 'footnoteDefinition') edits.push([from, from + 1, '[']);
    if (isWhole && node.type === 'linkReference') return;
    const target = node.type === 'linkReference' ? definitions.get(node.identifier) : node;
    if (target?.type !== 'definition' && !(target?.type === 'link' && isOwn(target.url))) return;
    if (!('children' in node)) return;
    const { url, title } = target;
    const labelEnd = node.children.at(-1)?.position?.end.offset ?? from + 1;
    edits.push([labelEnd, to, link('', isOwn(url) ? absolute(url.slice(1)) : url, title).slice(1)]);
  });
  return `${applied(text, edits).trim()}${endOfFence(tree, text)}`;
}

/** Escapes footnote references. It works on the source, since the tree lacks the positions of some texts. */
const escapeFootnotes = (text: string): string => text.replace(/\\.|\[(?=\^)/gs, (it) => (it === '[' ? '\\[' : it));

function applied(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts = edits
    .toSorted(([a], [b]) => a - b)
    .map(([from, to, replacement]) => {
      const textBefore = escapeFootnotes(text.slice(at, from));
      at = to;
      return textBefore + replacement;
    });
  return parts.join('') + escapeFootnotes(text.slice(at));
}

/** The closing fence, if the text ends with a code block that has none. */
function endOfFence({ children }: Root, text: string): string {
  const last = children.at(-1);
  const written = last?.type === 'code' ? text.slice(last.position?.start.offset) : '';
  const fence = /^(?:`{3,}|~{3,})/.exec(written)?.[0];
  return fence && !new RegExp(`\n {0,3}${fence}${fence[0]}*[ \t]*$`).test(written) ? `\n${fence}` : '';
}
