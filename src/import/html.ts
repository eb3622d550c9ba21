import type { Element, Nodes as HastNodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toMdast } from 'hast-util-to-mdast';
import { htmlTagNames } from 'html-tag-names';
import type { Html, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';

/** Whether a node no longer matches the source text at its position. */
export const isChanged = ({ data }: { data?: object | undefined }): boolean =>
  data !== undefined && 'isChanged' in data;

type Leave = (line: number, what: string) => void;

const known = new Set(htmlTagNames);
const nameOf = (html: string): string => /^<\/?([a-z][a-z0-9-]*)/i.exec(html)?.[1]?.toLowerCase() ?? '';

/**
 * Converts HTML with content to Markdown, and unknown tags to text. Other tags stay as they are, and the writer leaves
 * them out.
 */
export function htmlAsMarkdown(root: Root, text: string, leave: Leave): void {
  root.children = flowAsMarkdown(root.children, text);
  visit(root, (node) => {
    if (node.type === 'root' || !('children' in node) || !node.children.some(({ type }) => type === 'html')) return;
    (node as { children: Nodes[] }).children = phrasesAsMarkdown(node.children as PhrasingContent[], leave);
    node.data = { ...node.data, isChanged: true };
  });
  root.children = root.children.filter((node) => node.type !== 'paragraph' || node.children.length > 0);
}

/** An element that is only an anchor; the anchors of a page are stored separately. */
const isAnchor = /^\s*<(?:a|span)\s+(?:id|name)=[^>]*>\s*(?:<\/(?:a|span)>)?\s*$/i;

const blockElements = /<(?:table|h[1-6]|ul|ol|p|dl|blockquote|pre)\b/i;

function flowAsMarkdown(nodes: readonly RootContent[], text: string): RootContent[] {
  const converted: RootContent[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node?.type !== 'html') {
      if (node) converted.push(node);
      continue;
    }
    const end = endOfTable(nodes, at);
    const html = text.slice(node.position?.start.offset, nodes[end]?.position?.end.offset);
    at = end;
    if (isAnchor.test(html)) continue;
    if (!blockElements.test(html.replace(/<!--[^]*?-->/g, ''))) {
      converted.push(...(known.has(nameOf(html)) || /^<[!?]/.test(html) ? [node] : asText(node)));
      continue;
    }
    const start = { line: node.position?.start.line ?? 1, column: 1 };
    const tree = toMdast(withRepeatedCells(withoutComments(fromHtml(html, { fragment: true }))), { document: true });
    visit(tree, (it) => {
      it.position = { start, end: start };
    });
    converted.push(...('children' in tree ? (tree.children as RootContent[]) : []));
  }
  return converted;
}

function withoutComments<Tree extends HastNodes>(tree: Tree): Tree {
  visit(tree, 'comment', (_, index, parent) => {
    if (parent && index !== undefined) parent.children.splice(index, 1);
    return index;
  });
  return tree;
}

const elementsIn = (parent: Element, ...names: string[]): Element[] =>
  parent.children.filter((it): it is Element => it.type === 'element' && names.includes(it.tagName));

const columnsOf = ({ properties }: Element): number => Math.max(1, Number(properties['colSpan']) || 1);

/** The rows that a cell spans. In HTML, 0 means all rows to the end of the section. */
const rowsOf = ({ properties: { rowSpan = 1 } }: Element): number =>
  Number(rowSpan) === 0 ? Infinity : Math.max(1, Number(rowSpan) || 1);

const emptyCell = (): Element => ({ type: 'element', tagName: 'td', properties: {}, children: [] });

/** Repeats a cell that spans several rows in each of them, because no cell in Markdown spans any. */
function withRepeatedCells<Tree extends HastNodes>(tree: Tree): Tree {
  visit(tree, 'element', (section) => {
    if (!['thead', 'tbody', 'tfoot'].includes(section.tagName)) return;
    const open = new Map<number, { cell: Element; rows: number }>();
    for (const row of elementsIn(section, 'tr')) {
      const own = elementsIn(row, 'td', 'th');
      row.children = [];
      for (let column = 0; own.length > 0 || [...open.keys()].some((it) => it >= column);) {
        const above = open.get(column);
        const cell = above?.cell ?? own.shift() ?? emptyCell();
        const rows = (above?.rows ?? rowsOf(cell)) - 1;
        delete cell.properties['rowSpan'];
        if (rows > 0) open.set(column, { cell, rows });
        else open.delete(column);
        row.children.push(cell);
        const next = column + columnsOf(cell);
        // A wide cell of the row covers cells from above.
        for (let covered = column + 1; covered < next; covered++) open.delete(covered);
        column = next;
      }
    }
  });
  return tree;
}

/** The index of the node that closes a table: a blank line ends an HTML block in Markdown, but not the table. */
function endOfTable(nodes: readonly RootContent[], at: number): number {
  const node = nodes[at];
  if (node?.type !== 'html') return at;
  const open = (html: string) => (html.match(/<table\b/gi)?.length ?? 0) - (html.match(/<\/table>/gi)?.length ?? 0);
  let depth = open(node.value);
  let end = at;
  while (depth > 0 && end + 1 < nodes.length) {
    end += 1;
    const next = nodes[end];
    if (next?.type === 'heading') return at;
    if (next?.type === 'html') depth += open(next.value);
  }
  return depth > 0 ? at : end;
}

const asText = (node: Html): RootContent[] => [
  { type: 'paragraph', children: [{ type: 'text', value: node.value }], position: node.position },
];

type Wrap = (html: string, children: PhrasingContent[]) => PhrasingContent | undefined;
const code: Wrap = (_, children) => {
  const [first, ...others] = children;
  return first?.type === 'text' && others.length === 0 ? { type: 'inlineCode', value: first.value } : undefined;
};
const strong: Wrap = (_, children) => ({ type: 'strong', children });
const emphasis: Wrap = (_, children) => ({ type: 'emphasis', children });
const link: Wrap = (html, children) => {
  const url = /\shref=["']([^"']+)["']/i.exec(html)?.[1];
  return url === undefined ? undefined : { type: 'link', url, children: children as never };
};
const wraps = new Map<string, Wrap>([
  ...['code', 'kbd', 'tt'].map((name) => [name, code] as const),
  ...['b', 'strong'].map((name) => [name, strong] as const),
  ...['i', 'em'].map((name) => [name, emphasis] as const),
  ['a', link],
]);

/** Converts inline tags to Markdown, and unknown tags to text. */
function phrasesAsMarkdown(nodes: readonly PhrasingContent[], leave: Leave): PhrasingContent[] {
  const converted: PhrasingContent[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (node?.type !== 'html') {
      if (node) converted.push(node);
      continue;
    }
    if (isAnchor.test(node.value) || (node.value.startsWith('</') && known.has(nameOf(node.value)))) continue;
    const name = nameOf(node.value);
    const wrap = node.value.startsWith('</') ? undefined : wraps.get(name);
    const close = wrap
      ? nodes.findIndex((it, index) => index > at && it.type === 'html' && it.value === `</${name}>`)
      : -1;
    const wrapped = close < 0 ? undefined : wrap?.(node.value, phrasesAsMarkdown(nodes.slice(at + 1, close), leave));
    if (wrapped) {
      converted.push({ ...wrapped, data: { isChanged: true } } as PhrasingContent);
      at = close;
    } else if (name === 'br') {
      leave(node.position?.start.line ?? 1, 'a line break in the words');
      converted.push({ type: 'text', value: ' ', position: node.position, data: { isChanged: true } });
    } else if (!known.has(name) && !/^<[!?]/.test(node.value))
      converted.push({ type: 'text', value: node.value, position: node.position });
    else converted.push(node);
  }
  return converted;
}
