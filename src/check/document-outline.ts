import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { headingAnchor, isPolicyPageAnchor, type Outline, type OutlinePart } from '../domain/document.ts';
import { withoutParsingCode } from './mdx-without-code.ts';

const reader = unified().use(remarkParse).use(remarkMdx, withoutParsingCode).use(remarkGfm).freeze();

/** The outline of a document's body; empty if the body is not valid MDX, which is reported separately. */
export function readOutline(body: string): Outline {
  try {
    return outlineOf(reader.parse(body));
  } catch {
    return [];
  }
}

type WithoutPlace<Part> = Part extends OutlinePart ? Omit<Part, 'start' | 'end'> : never;

/** The outline of a parsed document. */
export function outlineOf(tree: Root): Outline {
  const outline: Outline = [];
  const anchors = new Map<string, number>();
  // A second heading with the same text gets a number, as on GitHub.
  const unique = (anchor: string): string => {
    const count = anchors.get(anchor) ?? Number(isPolicyPageAnchor(anchor));
    anchors.set(anchor, count + 1);
    return count === 0 ? anchor : `${anchor}-${count}`;
  };
  visit(tree, (node) => {
    const add = (part: WithoutPlace<OutlinePart>) =>
      void outline.push({
        ...part,
        start: node.position?.start.offset ?? 0,
        end: node.position?.end.offset ?? 0,
      } as OutlinePart);
    if (node.type === 'heading') {
      const title = toString(node).replace(/\s+/g, ' ').trim();
      add({ kind: 'heading', depth: node.depth, title, anchor: unique(headingAnchor(title)) });
    } else if (node.type === 'footnoteReference') add({ kind: 'reference', identifier: node.identifier });
    else if (node.type === 'footnoteDefinition') add({ kind: 'note', identifier: node.identifier });
    else if (node.type === 'mdxJsxFlowElement') {
      const tier = attributeOf(node, 'tier') ?? '';
      if (node.name === 'TierTable') add({ kind: 'table', tier });
      else if (node.name === 'Notes') add({ kind: 'notes' });
      else if (node.name === 'Tier') {
        const isHeaded = attributeOf(node, 'heading') !== 'none';
        add({ kind: 'tier', tier, depth: isHeaded ? depthOf(node, outline) : undefined });
      }
    }
  });
  return outline;
}

/**
 * The depth of the heading over a tier's prose: its `heading` attribute, or else the depth of the heading over the
 * first table, but at least one below the heading above it.
 */
function depthOf(node: MdxJsxFlowElement, before: Outline): number {
  const headings = before.filter((part) => part.kind === 'heading');
  const table = before.find(({ kind }) => kind === 'table');
  const overTable = table && headings.findLast(({ start }) => start < table.start);
  const above = headings.at(-1)?.depth ?? 1;
  const depth = Number(attributeOf(node, 'heading')) || Math.max(overTable?.depth ?? 0, above + 1);
  return Math.min(6, depth);
}

/** The value of a component's attribute, if it is a plain string. */
export const attributeOf = (
  { attributes }: MdxJsxFlowElement | MdxJsxTextElement,
  wanted: string,
): string | undefined => {
  const found = attributes.find((it) => it.type === 'mdxJsxAttribute' && it.name === wanted);
  return typeof found?.value === 'string' ? found.value : undefined;
};
