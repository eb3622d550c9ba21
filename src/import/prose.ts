import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { isChanged } from './html.ts';
import type { Leftover } from './read-page.ts';

/** Writes parts of a page as content, and records what it leaves out. */
export interface MdxWriter {
  leftovers: Leftover[];
  leaveOut: (node: Nodes | undefined, what: string) => void;
  /** Writes blocks as MDX for a separate file: reference links become inline links, HTML is left out. */
  write: (nodes: readonly RootContent[]) => string;
  /** Writes a block for the document, unchanged if it means the same in MDX. */
  writeUnchanged: (node: RootContent) => string;
  /** Decides which footnotes move to rows: those that only the names and categories of rows refer to. */
  assignFootnotes: (rows: readonly RowNodes[], nodes: ReadonlySet<Nodes>) => void;
  /** Whether a footnote stays in the document. */
  isOwn: (identifier: string) => boolean;
  /** Whether a footnote moves to a row. */
  isOfRow: (identifier: string) => boolean;
  /** The text of a footnote, for the row that refers to it. */
  note: (identifier: string) => string;
  addressOf: (identifier: string) => string | undefined;
}

/** The nodes of a row: those of its name, category and tier, and all of them. */
export interface RowNodes {
  named: readonly Nodes[];
  all: readonly Nodes[];
}

/** A rule to escape a word that MDX reads as code at the beginning of a line. */
const statement = (character: string, after: string) => ({ atBreak: true, character, after: `${after}(?![\\w$])` });
const processor = unified()
  .use(remarkStringify, { rule: '-', unsafe: [statement('i', 'mport'), statement('e', 'xport')] })
  .use(remarkGfm)
  .use(remarkMdx);

/** Creates the writer for a page; `source` is its text. */
export function createMdxWriter(page: Root, source = ''): MdxWriter {
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, FootnoteDefinition>();
  visit(page, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  visit(page, 'footnoteDefinition', (node) => void notes.set(node.identifier, node));
  const leftovers: Leftover[] = [];
  const ofRows = new Set<string>();
  const leaveOut = (node: Nodes | undefined, what: string) =>
    void leftovers.push({ line: node?.position?.start.line ?? 1, what });
  const write = (nodes: readonly RootContent[], inDocument = false): string => {
    const root: Root = { type: 'root', children: structuredClone(nodes) as RootContent[] };
    removeUnsupported(root, definitions, leaveOut, inDocument);
    return processor.stringify(root).trim();
  };
  const writeUnchanged = (node: RootContent): string => {
    const { start, end } = node.position ?? {};
    // A node converted from HTML has a line but no offset.
    const text = start?.offset === undefined ? '' : source.slice(start.offset, end?.offset);
    return isSameInMdx(node, text) ? text : write([node], true);
  };
  const assignFootnotes = (rows: readonly RowNodes[], nodes: ReadonlySet<Nodes>): void => {
    const elsewhere = new Set(page.children.filter((node) => !nodes.has(node)).flatMap(footnotesIn));
    for (const { named, all } of rows) {
      const own = new Set(named.flatMap(footnotesIn));
      const [only, ...others] = own;
      if (only !== undefined && others.length === 0) ofRows.add(only);
      else for (const it of own) elsewhere.add(it);
      for (const it of all.flatMap(footnotesIn)) if (!own.has(it)) elsewhere.add(it);
    }
    for (const it of elsewhere) ofRows.delete(it);
  };
  return {
    leftovers,
    leaveOut,
    write,
    writeUnchanged,
    assignFootnotes,
    isOwn: (identifier) => !ofRows.has(identifier),
    isOfRow: (identifier) => ofRows.has(identifier),
    note: (identifier) => write(notes.get(identifier)?.children ?? []),
    addressOf: (identifier) => definitions.get(identifier)?.url,
  };
}

/** The identifiers of the footnotes that a node refers to. */
export function footnotesIn(node: Nodes): string[] {
  const found: string[] = [];
  visit(node, 'footnoteReference', ({ identifier }) => void found.push(identifier));
  return found;
}

/** Whether the text of a block means the same in MDX as in Markdown. */
function isSameInMdx(node: RootContent, text: string): boolean {
  let isSame = text !== '' && !/^(?:import|export)\b/m.test(text);
  visit(node, (it) => {
    if (isChanged(it)) isSame = false;
    if (it.type === 'text' && /[{<]/.test(it.value)) isSame = false;
    if (it.type === 'html' || it.type === 'image' || it.type === 'imageReference') isSame = false;
    if (
      it.type === 'code' &&
      !/^ *(?:`{3}|~{3})/.test(text.slice((it.position?.start.offset ?? 0) - (node.position?.start.offset ?? 0)))
    )
      isSame = false;
    if (it.type === 'link' && text[(it.position?.start.offset ?? 0) - (node.position?.start.offset ?? 0)] === '<')
      isSame = false;
  });
  return isSame;
}

/** Leaves out what content cannot contain. Outside the document, it also turns reference links into inline links. */
function removeUnsupported(
  root: Root,
  definitions: Map<string, Definition>,
  leaveOut: MdxWriter['leaveOut'],
  inDocument: boolean,
): void {
  visit(root, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const siblings = parent.children as Nodes[];
    if (node.type === 'linkReference' && !inDocument) {
      const { url = '', title = null } = definitions.get(node.identifier) ?? {};
      siblings[index] = { type: 'link', url, title, children: node.children };
      return index;
    }
    const what = inDocument && node.type === 'footnoteReference' ? undefined : descriptionOfUnsupported(node);
    if (!what) return undefined;
    leaveOut(node, what);
    siblings.splice(index, 1);
    return [SKIP, index];
  });
  visit(root, 'paragraph', ({ children }) => {
    const last = children.at(-1);
    if (last?.type === 'text') last.value = last.value.trimEnd();
  });
}

/** Describes a node that content cannot contain; undefined for other nodes. */
function descriptionOfUnsupported(node: Nodes): string | undefined {
  if (node.type === 'html') return `the HTML ${node.value.split('\n')[0]}`;
  if (node.type === 'image') return `the picture ${node.url}`;
  if (node.type === 'imageReference') return `the picture "${node.identifier}"`;
  return node.type === 'footnoteReference' ? `the reference "[^${node.identifier}]" to a footnote` : undefined;
}

/**
 * Writes inline nodes as content does: code, emphasis, links, and references to footnotes that stay in the document.
 */
export function lineOf(nodes: readonly PhrasingContent[], writer: MdxWriter): string {
  const one = (node: PhrasingContent): string => {
    if (node.type === 'text') return node.value.replace(/\s+/g, ' ').replace(/[*[\]\\]/g, '\\$&');
    if (node.type === 'inlineCode') return `\`${node.value}\``;
    if (node.type === 'footnoteReference') return writer.isOwn(node.identifier) ? `[^${node.identifier}]` : '';
    if (node.type === 'emphasis') return `*${lineOf(node.children, writer)}*`;
    if (node.type === 'strong') return `**${lineOf(node.children, writer)}**`;
    if (node.type === 'link' || node.type === 'linkReference') {
      const url = node.type === 'link' ? node.url : (writer.addressOf(node.identifier) ?? '');
      const label = lineOf(node.children, writer);
      const escapedUrl = url.replace(/[()]/g, (it) => (it === '(' ? '%28' : '%29'));
      if (/^https?:\/\/\S+$/.test(escapedUrl) && label !== '') return `[${label}](${escapedUrl})`;
      writer.leaveOut(node, `the link to ${url}`);
      return label;
    }
    if (node.type === 'html' && !node.value.startsWith('</'))
      writer.leaveOut(node, `the HTML ${node.value.split('\n')[0]} in a cell`);
    if (node.type === 'image') {
      writer.leaveOut(node, `the picture ${node.url}, replaced by its alternative text`);
      return node.alt ?? '';
    }
    if (node.type === 'break') return ' ';
    return 'children' in node ? lineOf(node.children, writer) : '';
  };
  return nodes.map(one).join('').replace(/ {2,}/g, ' ').trim();
}
