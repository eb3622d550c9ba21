import type { Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { notesTag, tableTag, tierTag } from '../domain/document.ts';
import type { MdxWriter } from './prose.ts';
import type { RowSource } from './row-sources.ts';
import type { PageSection } from './sections.ts';
import { isDefinition, type TierPlace } from './tier-prose.ts';

/** The parts that the body of the document is made of. */
export interface BodyParts {
  sections: readonly PageSection[];
  sources: readonly RowSource[];
  /** The tiers, highest first, and the place of their prose in the page. */
  tiers: readonly { key: string; slug: string; place: TierPlace | undefined }[];
}

/** Writes the page as the body of the document, with components in place of text that moves to other files. */
export function documentBody({ sections, sources, tiers }: BodyParts, writer: MdxWriter): string {
  const parts: (string | RootContent)[] = [];
  const sourceOf = new Map<RootContent, RowSource>(sources.map((source) => [source.node, source]));
  const slugs = new Map(tiers.map(({ key, slug }) => [key, slug]));
  const placed = new Set<string>();
  let [tableDepth, lastDepth] = [0, 1];
  for (const section of sections) {
    const { heading, lead, nodes } = section;
    const tier = tiers.find(({ place }) => place?.section === section);
    const isWhole = tier !== undefined && isWholeSection(section, tier.place, sourceOf);
    if (isWhole && heading) {
      const usual = Math.max(tableDepth, lastDepth + 1);
      parts.push(tierTag(tier.slug, heading.depth === usual ? undefined : heading.depth));
    } else if (heading ?? lead) {
      parts.push(...[heading ?? lead].filter((it) => it !== undefined));
      if (heading) lastDepth = heading.depth;
    }
    const movedNodes = new Set(tier?.place?.nodes);
    let isPlaced = isWhole;
    for (const node of nodes) {
      const source = sourceOf.get(node);
      const slug = source === undefined ? undefined : slugOfTable(source, slugs);
      if (movedNodes.has(node)) {
        if (!isPlaced && tier) parts.push(tierTag(tier.slug).replace(' />', ' heading="none" />'));
        isPlaced = true;
      } else if (slug === undefined) parts.push(node);
      else if (placed.has(slug)) writer.leaveOut(node, 'more rows of a table that is already shown above');
      else {
        placed.add(slug);
        parts.push(tableTag(slug));
        tableDepth ||= lastDepth;
      }
    }
  }
  return textOf(parts, writer);
}

const slugOfTable = (source: RowSource, slugs: ReadonlyMap<string, string>): string | undefined =>
  source.kind === 'all' || source.kind === 'heads' ? 'all' : slugs.get(source.tier.key);

/** Whether everything below a heading moves to a tier's file, so that the heading moves too. */
export function isWholeSection(
  { heading, nodes, tier }: PageSection,
  place: TierPlace | undefined,
  sourceOf: ReadonlyMap<RootContent, unknown>,
): boolean {
  const movedNodes = new Set<Nodes>(place?.nodes);
  const others = nodes.filter((node) => !isDefinition(node) && node.type !== 'html' && !movedNodes.has(node));
  return (
    heading !== undefined && tier !== undefined && others.length === 0 && !nodes.some((node) => sourceOf.has(node))
  );
}

/** Joins the parts, drops unused definitions, and adds a place for the footnotes of rows. */
function textOf(parts: readonly (string | RootContent)[], writer: MdxWriter): string {
  const nodes = parts.filter((part) => typeof part !== 'string');
  const needed = linksIn(
    nodes.filter(
      (node) => !isDefinition(node) || (node.type === 'footnoteDefinition' && writer.isOwn(node.identifier)),
    ),
  );
  const texts: string[] = [];
  let lastTable = -1;
  let notesAt: number | undefined;
  for (const part of parts) {
    if (typeof part === 'string') {
      if (part.startsWith('<TierTable')) lastTable = texts.length;
      texts.push(part);
    } else if (part.type === 'footnoteDefinition' && !writer.isOwn(part.identifier)) {
      if (notesAt === undefined && writer.isOfRow(part.identifier)) {
        notesAt = texts.length;
        texts.push(notesTag);
      }
    } else if (part.type !== 'definition' || needed.has(part.identifier)) texts.push(writer.writeUnchanged(part));
  }
  // Footnotes come below the last table by default.
  if (notesAt !== undefined && notesAt === lastTable + 1) texts[notesAt] = '';
  return texts
    .filter((text) => text !== '')
    .join('\n\n')
    .replace(/^(\[[^\]^][^\]]*\]: .*)\n\n(?=\[[^\]^][^\]]*\]: )/gm, '$1\n');
}

function linksIn(nodes: readonly RootContent[]): Set<string> {
  const found = new Set<string>();
  visit({ type: 'root', children: [...nodes] } satisfies Root, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') found.add(node.identifier);
  });
  return found;
}
