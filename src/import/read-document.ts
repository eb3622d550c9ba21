import type { Heading, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { readTable, type ReadRow } from './read-table.ts';
import { prosePen, type Leftover, type Pen } from './prose.ts';

/** What a Markdown page of tiers says, in the terms of the content; bodies are MDX. */
export interface ReadDocument {
  introduction: ReadSection;
  status: ReadSection;
  details: ReadSection;
  /** By level, the highest tier first. */
  tiers: ReadTier[];
  rows: ReadRow[];
  /** What has no place in the content, in the page's order. */
  leftovers: Leftover[];
}

export interface ReadSection {
  title: string;
  body: string;
}

export interface ReadTier {
  level: number;
  title: string;
  opening: string;
  /** The words of each item of its first list. */
  requirements: string[];
  closing: string;
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

/** Reads a page that has a table below each "Tier N" and prose with a list below each "Tier N - Title". */
export function readDocument(markdown: string): ReadDocument {
  const root = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const pen = prosePen(root);
  const empty = (): ReadSection => ({ title: '', body: '' });
  const read: ReadDocument = {
    introduction: empty(),
    status: empty(),
    details: empty(),
    tiers: [],
    rows: [],
    leftovers: pen.leftovers,
  };
  const tier = (level: string): ReadTier => {
    let found = read.tiers.find((it) => it.level === Number(level));
    if (!found)
      read.tiers.push((found = { level: Number(level), title: '', opening: '', requirements: [], closing: '' }));
    return found;
  };
  const sections = sectionsOf(root);
  for (const [index, section] of sections.entries()) {
    const tabled = tableHeading.exec(section.title)?.[1];
    const [, level, title] = proseHeading.exec(section.title) ?? [];
    const part = partOf(section, sections[index + 1]?.title ?? '', read);
    if (tabled) read.rows.push(...readRows(section, tier(tabled).level, pen));
    else if (level) Object.assign(tier(level), { title, ...splitAtList(section, pen) });
    else if (part) read[part] = { title: section.title, body: pen.write(section.nodes) };
    else
      pen.leave(
        section.heading ?? section.nodes[0],
        section.heading ? `the section "${section.title}"` : 'what stands before the first heading',
      );
  }
  pen.leaveUnusedNotes();
  read.tiers.sort((a, b) => a.level - b.level);
  read.leftovers.sort((a, b) => a.line - b.line);
  return read;
}

function sectionsOf(root: Root): Section[] {
  const sections: Section[] = [{ heading: undefined, title: '', nodes: [] }];
  for (const node of root.children) {
    if (node.type === 'heading') sections.push({ heading: node, title: toString(node), nodes: [] });
    else if (node.type !== 'definition' && node.type !== 'footnoteDefinition') sections.at(-1)?.nodes.push(node);
  }
  return sections.filter(({ heading, nodes }) => heading || nodes.length > 0);
}

/** The policy's part that a section is, by what follows it: tables follow the status, prose the details. */
function partOf(
  { heading }: Section,
  next: string,
  read: ReadDocument,
): 'introduction' | 'status' | 'details' | undefined {
  if (tableHeading.test(next) && !read.status.title) return 'status';
  if (proseHeading.test(next) && !read.details.title) return 'details';
  return heading?.depth === 1 && !read.introduction.title ? 'introduction' : undefined;
}

function readRows({ nodes }: Section, level: number, pen: Pen): ReadRow[] {
  return nodes.flatMap((node) => {
    if (node.type === 'table') return readTable(node, level, pen);
    pen.leave(node, `the ${node.type} beside the table of Tier ${level}`);
    return [];
  });
}

function splitAtList({ nodes }: Section, pen: Pen): Omit<ReadTier, 'level' | 'title'> {
  const at = nodes.findIndex(({ type }) => type === 'list');
  const list = nodes[at];
  if (list?.type !== 'list') return { opening: pen.write(nodes), requirements: [], closing: '' };
  const requirements = list.children.map((item) => pen.write(item.children));
  return { opening: pen.write(nodes.slice(0, at)), requirements, closing: pen.write(nodes.slice(at + 1)) };
}
