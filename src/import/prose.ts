import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

/** Something that a page says and that the content has no place for, at a line from 1. */
export interface Leftover {
  line: number;
  what: string;
}

/** Writes parts of one page as content, and keeps what it had to leave out. */
export interface Pen {
  leftovers: Leftover[];
  leave: (node: Nodes | undefined, what: string) => void;
  /** Blocks as MDX; links by reference get their address, HTML is left out. */
  write: (nodes: readonly RootContent[]) => string;
  /** The body of a footnote, for the row that refers to it. */
  note: (identifier: string) => string;
  addressOf: (identifier: string) => string | undefined;
  leaveUnusedNotes: () => void;
}

const writer = unified().use(remarkStringify, { rule: '-' }).use(remarkGfm).use(remarkMdx);

/** A pen for a page: its definitions and footnotes may stand anywhere in it. */
export function prosePen(page: Root): Pen {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  visit(page, 'definition', (node) => void definitions.set(node.identifier, node));
  visit(page, 'footnoteDefinition', (node) => void notes.set(node.identifier, node));
  const leftovers: Leftover[] = [];
  const used = new Set<string>();
  const leave = (node: Nodes | undefined, what: string) =>
    void leftovers.push({ line: node?.position?.start.line ?? 1, what });
  const write = (nodes: readonly RootContent[]): string => {
    const root: Root = { type: 'root', children: structuredClone(nodes) as RootContent[] };
    standAlone(root, definitions, leave);
    return writer.stringify(root).trim();
  };
  const note = (identifier: string): string => {
    used.add(identifier);
    return write(notes.get(identifier)?.children ?? []);
  };
  const leaveUnusedNotes = () => {
    for (const [identifier, node] of notes)
      if (!used.has(identifier)) leave(node, `the footnote "${identifier}", which no row refers to`);
  };
  return {
    leftovers,
    leave,
    write,
    note,
    addressOf: (identifier) => definitions.get(identifier)?.url,
    leaveUnusedNotes,
  };
}

/** Makes what is written by reference direct, and leaves out what content cannot hold. */
function standAlone(root: Root, definitions: Map<string, Definition>, leave: Pen['leave']): void {
  visit(root, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const siblings = parent.children as Nodes[];
    if (node.type === 'linkReference') {
      const { url = '', title = null } = definitions.get(node.identifier) ?? {};
      siblings[index] = { type: 'link', url, title, children: node.children };
      return index;
    }
    const what = unplaced(node);
    if (!what) return undefined;
    leave(node, what);
    siblings.splice(index, 1);
    return [SKIP, index];
  });
  visit(root, 'paragraph', ({ children }) => {
    const last = children.at(-1);
    if (last?.type === 'text') last.value = last.value.trimEnd();
  });
}

/** What a node is that content cannot hold. */
function unplaced(node: Nodes): string | undefined {
  if (node.type === 'html') return `the HTML ${node.value.split('\n')[0]}`;
  if (node.type === 'image') return `the picture ${node.url}`;
  return node.type === 'footnoteReference' || node.type === 'imageReference'
    ? `the ${node.type} "${node.identifier}" in the text`
    : undefined;
}

/** Words of a line with backticks around code; other marks are dropped. */
export const wordsOf = (nodes: readonly PhrasingContent[]): string =>
  nodes
    .map((node): string => {
      if (node.type === 'inlineCode') return `\`${node.value}\``;
      if (node.type === 'text') return node.value;
      return 'children' in node ? wordsOf(node.children) : '';
    })
    .join('')
    .trim();
