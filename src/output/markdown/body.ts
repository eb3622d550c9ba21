import type { Definition, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Absolute } from '../../domain/addresses/address.ts';
import { link } from './write.ts';

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMdx);

/** What is to stand in a text from one offset to another. */
type Edit = readonly [from: number, to: number, text: string];

/**
 * Content's own Markdown to stand among other Markdown: links within the site become whole, those by reference direct,
 * what looks like another's footnote stays text, and code that has no end gets one. All else stays as it is written. A
 * whole document keeps its references, since what they name stands in it.
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
    // What begins a footnote of the document.
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

/** What stands outside code, where nothing refers to a footnote; the tree does not tell where all of its texts are. */
const withoutNotes = (text: string): string => text.replace(/\\.|\[(?=\^)/gs, (it) => (it === '[' ? '\\[' : it));

function applied(text: string, edits: readonly Edit[]): string {
  let at = 0;
  const parts = edits
    .toSorted(([a], [b]) => a - b)
    .map(([from, to, words]) => {
      const kept = withoutNotes(text.slice(at, from));
      at = to;
      return kept + words;
    });
  return parts.join('') + withoutNotes(text.slice(at));
}

/** The end of the code that the last block is, where it has none. */
function endOfFence({ children }: Root, text: string): string {
  const last = children.at(-1);
  const written = last?.type === 'code' ? text.slice(last.position?.start.offset) : '';
  const fence = /^(?:`{3,}|~{3,})/.exec(written)?.[0];
  return fence && !new RegExp(`\n {0,3}${fence}${fence[0]}*[ \t]*$`).test(written) ? `\n${fence}` : '';
}
