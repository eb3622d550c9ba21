// The source document as an independent parser reads it: what the site must show, block by block.
import { readFileSync } from 'node:fs';
import type { Node, Nodes, PhrasingContent, Root, Table } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

/** A block of the document in a common form of Markdown and HTML: `p: some *words*`. */
export type Block = string;

/** A row of the document's tables. */
export interface Row {
  tier: number;
  category: string;
  name: string;
  missing: string[];
  footnote: number | undefined;
}

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

/** A Markdown file as a tree. */
export const readSource = (path: string, text = readFileSync(path, 'utf8')): Root => markdown.parse(text);

/** The document on its own date; tests/fixtures/documented has its content. */
export const documentOfTheDay: Root = readSource('tests/fixtures/documented.md');

/** The tree of a document without positions, and with white space collapsed. */
export const normalizedTree = (root: Root): unknown =>
  JSON.parse(
    JSON.stringify(root, (key, value: unknown) => {
      if (key === 'position') return undefined;
      return key === 'value' ? String(value).replace(/\s+/g, ' ') : value;
    }),
  );

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Text with its formatting: code, emphasis and links. Footnote references are compared with the rows. */
function inline(nodes: readonly Node[], urls: ReadonlyMap<string, string> = new Map()): string {
  const one = (node: PhrasingContent): string => {
    if (node.type === 'text') return node.value;
    if (node.type === 'inlineCode') return `\`${node.value}\``;
    if (node.type === 'emphasis') return `*${inline(node.children, urls)}*`;
    if (node.type === 'strong') return `**${inline(node.children, urls)}**`;
    if (node.type === 'delete') return `~~${inline(node.children, urls)}~~`;
    if (node.type === 'link') return `[${inline(node.children, urls)}](${node.url})`;
    if (node.type === 'linkReference') return `[${inline(node.children, urls)}](${urls.get(node.identifier)})`;
    if (node.type === 'break') return ' ';
    if (node.type === 'footnoteReference') return '';
    throw new Error(`the document has a ${node.type}, which no test compares`);
  };
  return squeeze((nodes as PhrasingContent[]).map(one).join(''));
}

export function markdownBlocks(root: Root): Block[] {
  const blocks: Block[] = [];
  const urls = new Map<string, string>();
  visit(root, 'definition', ({ identifier, url }) => void urls.set(identifier, url));
  const walk = (node: Nodes, prefix: string): void => {
    if (node.type === 'heading') blocks.push(`heading: ${inline(node.children, urls)}`);
    else if (node.type === 'paragraph') blocks.push(`${prefix}p: ${inline(node.children, urls)}`);
    else if (node.type === 'code') blocks.push(`${prefix}code: ${squeeze(node.value)}`);
    else if (node.type === 'thematicBreak') blocks.push(`${prefix}rule`);
    else if (node.type === 'blockquote') for (const child of node.children) walk(child, `${prefix}quote `);
    else if (node.type === 'definition') return;
    else if (node.type === 'list') for (const item of node.children) walk(item, `${prefix}li `);
    else if (node.type === 'listItem') for (const child of node.children) walk(child, prefix);
    else if (node.type === 'footnoteDefinition')
      for (const child of node.children) walk(child, `footnote ${node.identifier} `);
    else if (node.type === 'table') blocks.push(...tableBlocks(node));
    else throw new Error(`the document has a ${node.type}, which no test compares`);
  };
  for (const child of root.children) walk(child, '');
  return blocks;
}

const tableBlocks = (table: Table): Block[] =>
  table.children.map((row) => `row: ${row.children.map((cell) => inline(cell.children)).join(' | ')}`);

/** The rows of the three tables; the tier is the number in the heading above each. */
export function rowsOf(root: Root): Row[] {
  let tier = 0;
  return root.children.flatMap((node) => {
    if (node.type === 'heading') tier = Number(/^Tier (\d+)$/.exec(inline(node.children))?.[1] ?? 0);
    if (node.type !== 'table') return [];
    return node.children.slice(1).map((row): Row => {
      const [category = '', name = '', missing = ''] = row.children.map((cell) => inline(cell.children));
      const reference = row.children[1]?.children.find((child) => child.type === 'footnoteReference');
      const footnote = reference ? Number(reference.identifier) : undefined;
      return { tier, category, name, missing: missing === '' ? [] : missing.split(', '), footnote };
    });
  });
}

/** The top-level list items below the headings of the tiers, each with its tier, in the document's order. */
export function requirementsOf(root: Root): { tier: number; blocks: Block[] }[] {
  let tier = 0;
  return root.children.flatMap((node) => {
    if (node.type === 'heading') tier = Number(/^Tier (\d+) - /.exec(inline(node.children))?.[1] ?? 0);
    if (node.type !== 'list' || tier === 0) return [];
    return node.children.map((item) => ({
      tier,
      blocks: markdownBlocks({ type: 'root', children: item.children as Root['children'] }),
    }));
  });
}

/** Names the first block in which two documents differ; undefined if they are equal. */
export function firstDifference(expected: string[], actual: string[]): string | undefined {
  const index = expected.findIndex((block, at) => block !== actual[at]);
  if (index >= 0) return `block ${index + 1} is "${actual[index]}" and should be "${expected[index]}"`;
  return actual.length > expected.length
    ? `block ${expected.length + 1} is too many: "${actual[expected.length]}"`
    : undefined;
}

/** The anchors of the original document that links use. */
export const originalAnchors = [
  ...['current-tier-status', 'tier-1', 'tier-2', 'tier-3', 'tier-details'],
  'tier-3---not-production-ready',
  'tier-2---almost-production-ready',
  'tier-1---production-ready',
];
