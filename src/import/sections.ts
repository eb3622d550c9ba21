import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { tiersWithin, type NameTier, type TierName } from './tier-words.ts';

/** A heading and the blocks below it, down to the next heading of any depth. */
export interface PageSection {
  heading: Heading | undefined;
  /**
   * A paragraph that acts as a heading: bold text that names a tier, or a sentence about one before its list or table.
   */
  lead: Paragraph | undefined;
  title: string;
  depth: number;
  line: number;
  nodes: RootContent[];
  /** The tier that the heading names. */
  tier: TierName | undefined;
  /** The tier that a heading above it names. */
  within: TierName | undefined;
  /** The section of the nearest shallower heading above. */
  parent: PageSection | undefined;
}

const deepest = 7;

/** The text of a node on one line, without the HTML tags in it. */
export const textOf = (node: Parameters<typeof toString>[0]): string =>
  toString(node, { includeHtml: false }).replace(/\s+/g, ' ').trim();

export const lineOfNode = (node: RootContent | undefined): number => node?.position?.start.line ?? 1;

/** Splits a page into sections, each with the tier that it is about. */
export function sectionsOf(root: Root, nameTier: NameTier): PageSection[] {
  const sections: PageSection[] = [];
  const open: PageSection[] = [];
  const begin = (section: Omit<PageSection, 'nodes' | 'within' | 'parent'>): PageSection => {
    while ((open.at(-1)?.depth ?? -1) >= section.depth) open.pop();
    const within = open.findLast((it) => it.tier !== undefined)?.tier;
    const begun = { ...section, nodes: [], within, parent: open.at(-1) };
    sections.push(begun);
    open.push(begun);
    return begun;
  };
  let current = begin({ heading: undefined, lead: undefined, title: '', depth: 0, line: 1, tier: undefined });
  for (let at = 0; at < root.children.length; at++) {
    const [node, next] = [root.children[at], root.children[at + 1]];
    if (!node) break;
    const line = lineOfNode(node);
    if (node.type === 'heading') {
      const title = textOf(node);
      current = begin({ heading: node, lead: undefined, title, depth: node.depth, line, tier: nameTier(title) });
      continue;
    }
    const found = node.type === 'paragraph' ? leadIn(node, next, nameTier, current) : undefined;
    if (!found || node.type !== 'paragraph') {
      current.nodes.push(node);
      continue;
    }
    const above = open.findLast(({ depth }) => depth < deepest);
    current = begin({ heading: undefined, lead: node, title: textOf(node), depth: deepest, line, tier: found.tier });
    if (found.isHeading || !next) continue;
    current.nodes.push(next);
    at += 1;
    current = continued(above, lineOfNode(next));
    sections.push(current);
  }
  return sections.filter(({ heading, lead, nodes }) => heading !== undefined || lead !== undefined || nodes.length > 0);
}

/** Continues a section below a list or table that became a separate section. */
function continued(above: PageSection | undefined, line: number): PageSection {
  return {
    heading: undefined,
    lead: undefined,
    title: above?.title ?? '',
    depth: above?.depth ?? 0,
    line,
    nodes: [],
    tier: undefined,
    within: above?.tier ?? above?.within,
    parent: above?.parent,
  };
}

/** The tier of a paragraph that acts as a heading: bold text, or a sentence before a list or table. */
function leadIn(
  node: Paragraph,
  next: RootContent | undefined,
  nameTier: NameTier,
  { tier, within, lead }: PageSection,
): { tier: TierName; isHeading: boolean } | undefined {
  if ((tier && !lead) || within) return undefined;
  const [first, ...others] = node.children;
  const text = textOf(node);
  const isBold = first?.type === 'strong' && others.every((it) => it.type === 'text' && /^[\s:.]*$/.test(it.value));
  const named = isBold ? nameTier(text) : undefined;
  if (named) return { tier: named, isHeading: true };
  if ((next?.type !== 'list' && next?.type !== 'table') || !text.endsWith(':')) return undefined;
  const [only, ...further] = tiersWithin(text, nameTier);
  return only && further.length === 0 ? { tier: only, isHeading: false } : undefined;
}
