import type { Heading, List, ListItem, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { notesTag, tableTag, tierTag } from '../domain/document.ts';
import { lineOf, prosePen, type Leftover, type Pen } from './prose.ts';
import { isTierTable, readTable, type ReadRow } from './read-table.ts';

/** What a Markdown page of tiers says, in the terms of the content; bodies are MDX. */
export interface ReadDocument {
  title: string;
  /** The words below the title. */
  opening: string;
  /** The whole page as the body of the document, with components in the place of what other files hold. */
  body: string;
  /** By level, the highest tier first. */
  tiers: ReadTier[];
  rows: ReadRow[];
  /** What has no place in the content, in the page's order. */
  leftovers: Leftover[];
}

export interface ReadTier {
  level: number;
  title: string;
  /** How deep its heading is in the page. */
  depth: number;
  opening: string;
  /** The items of its first list: the words of each, or groups of them. */
  requirements: (string | ReadGroup)[];
  closing: string;
}

export interface ReadGroup {
  words: string;
  requirements: string[];
}

/** A heading with what stands below it, down to the next one of any depth. */
interface Section {
  heading: Heading | undefined;
  title: string;
  nodes: RootContent[];
}

// A level of a thousand or with a nought before it is no tier's.
const tableHeading = /^Tier (0|[1-9]\d{0,2})$/;
const proseHeading = /^Tier (0|[1-9]\d{0,2})\s*[-–—:]+\s*(.+)$/;

/** Reads a page that has a table below each "Tier N" and prose with a list below each "Tier N - Title"; all else stays its prose. */
export function readDocument(markdown: string): ReadDocument {
  const root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const pen = prosePen(root, markdown);
  const sections = sectionsOf(root);
  const tiers = new Map<number, ReadTier>();
  const rows: ReadRow[] = [];
  const parts: (string | RootContent[])[] = [];
  const tier = (level: number): ReadTier => {
    const found = tiers.get(level) ?? { level, title: '', depth: 0, opening: '', requirements: [], closing: '' };
    tiers.set(level, found);
    return found;
  };
  let [tableDepth, lastDepth] = [0, 1];
  const tables = tablesOf(sections);
  pen.claim(tables.map(({ table }) => table));
  for (const { heading, title, nodes } of sections) {
    const [, level, words] = proseHeading.exec(title) ?? [];
    const isProse = heading && level && words && !tiers.get(Number(level))?.title && !nodes.some(isTabled(tables));
    if (isProse) {
      Object.assign(tier(Number(level)), { title: words, depth: heading.depth, ...splitAtList(nodes, pen) });
      const usual = Math.max(tableDepth, lastDepth + 1);
      parts.push(heading.depth === usual ? tierTag(level) : tierTag(level, heading.depth), nodes.filter(isDefinition));
      continue;
    }
    if (heading) {
      parts.push([heading]);
      lastDepth = heading.depth;
    }
    if (tableDepth === 0 && nodes.some(isTabled(tables))) tableDepth = lastDepth;
    for (const node of nodes) {
      const table = tables.find((it) => it.table === node);
      if (!table || node.type !== 'table') parts.push([node]);
      else {
        tier(table.level);
        rows.push(...readTable(node, table.level, pen));
        parts.push(tableTag(table.level));
      }
    }
  }
  const first = sections.find(({ heading }) => heading);
  return {
    title: first?.title ?? '',
    opening: prosePen(root).write(first?.nodes.filter(({ type }) => type === 'paragraph') ?? []),
    body: documentBody(parts, pen),
    tiers: [...tiers.values()].sort((a, b) => a.level - b.level),
    rows,
    leftovers: pen.leftovers.toSorted((a, b) => a.line - b.line),
  };
}

/** The tables of tiers, each below the heading that names its tier; of a tier, the first. */
function tablesOf(sections: readonly Section[]): { table: RootContent; level: number }[] {
  const found: { table: RootContent; level: number }[] = [];
  for (const { title, nodes } of sections) {
    const level = Number((tableHeading.exec(title) ?? proseHeading.exec(title))?.[1]);
    const table = nodes.find((node) => node.type === 'table' && isTierTable(node));
    if (level && table && !found.some((it) => it.level === level)) found.push({ table, level });
  }
  return found;
}

const isTabled =
  (tables: readonly { table: RootContent }[]) =>
  (node: RootContent): boolean =>
    tables.some(({ table }) => table === node);

const isDefinition = ({ type }: RootContent): boolean => type === 'definition' || type === 'footnoteDefinition';

/** The parts in their order, without the definitions that nothing in them needs, and with a place for the notes of rows. */
function documentBody(parts: readonly (string | RootContent[])[], pen: Pen): string {
  const kept = new Set<string>();
  for (const part of parts) {
    if (typeof part === 'string') continue;
    visit({ type: 'root', children: part.filter((node) => !isDefinition(node)) } as Root, (node) => {
      if (node.type === 'linkReference' || node.type === 'imageReference') kept.add(`link ${node.identifier}`);
    });
    for (const note of part)
      if (note.type === 'footnoteDefinition' && pen.isOwn(note.identifier))
        visit(note, 'linkReference', (node) => void kept.add(`link ${node.identifier}`));
  }
  const texts: string[] = [];
  let isPlaced = false;
  for (const part of parts) {
    if (typeof part === 'string') texts.push(part);
    else
      for (const node of part) {
        if (node.type === 'footnoteDefinition' && !pen.isOwn(node.identifier)) {
          if (!isPlaced && pen.isOfRow(node.identifier)) texts.push(notesTag);
          isPlaced ||= pen.isOfRow(node.identifier);
        } else if (node.type !== 'definition' || kept.has(`link ${node.identifier}`)) texts.push(pen.keep(node));
      }
  }
  const lastTable = texts.findLastIndex((text) => text.startsWith('<TierTable'));
  // Below the last table is where the notes stand anyway.
  const told = texts.indexOf(notesTag);
  if (told === lastTable + 1 && told > 0) texts.splice(told, 1);
  return texts
    .filter((text) => text !== '')
    .join('\n\n')
    .replace(/^(\[[^\]^][^\]]*\]: .*)\n\n(?=\[[^\]^][^\]]*\]: )/gm, '$1\n');
}

function sectionsOf(root: Root): Section[] {
  const sections: Section[] = [{ heading: undefined, title: '', nodes: [] }];
  for (const node of root.children) {
    if (node.type === 'heading')
      sections.push({ heading: node, title: toString(node).replace(/\s+/g, ' '), nodes: [] });
    else sections.at(-1)?.nodes.push(node);
  }
  return sections.filter(({ heading, nodes }) => heading || nodes.length > 0);
}

function splitAtList(all: RootContent[], pen: Pen): Pick<ReadTier, 'opening' | 'requirements' | 'closing'> {
  const nodes = all.filter((node) => !isDefinition(node));
  const at = nodes.findIndex(({ type }) => type === 'list');
  const list = nodes[at];
  if (list?.type !== 'list') return { opening: pen.write(nodes), requirements: [], closing: '' };
  const isGrouped = hasGroups(list);
  const requirements = list.children.flatMap((item): (string | ReadGroup)[] => {
    const inner = item.children.find((node) => node.type === 'list');
    if (!isGrouped || !inner || !isGroup(item)) return [pen.write(item.children)];
    const [label] = item.children;
    const words = label?.type === 'paragraph' ? lineOf(label.children, pen) : '';
    return [{ words, requirements: inner.children.map((it) => pen.write(it.children)) }];
  });
  return { opening: pen.write(nodes.slice(0, at)), requirements, closing: pen.write(nodes.slice(at + 1)) };
}

/** Whether the items of a list are groups: labels of few words, each with a list below it. */
const hasGroups = (list: List): boolean => {
  const groups = list.children.filter(isGroup);
  return groups.length > 0 && groups.length * 2 >= list.children.length;
};

function isGroup({ children }: ListItem): boolean {
  const [label, inner, ...others] = children;
  if (label?.type !== 'paragraph' || inner?.type !== 'list' || others.length > 0) return false;
  const words = toString(label).trim();
  return words.split(/\s+/).length <= 4 && !/[.!?]$/.test(words);
}
