import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxAttribute, MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { outlineOf } from '../check/document-outline.ts';
import { documentName, headedParts, levelsOf, notesOffset } from '../domain/document.ts';

/**
 * Prepares the policy document for its page: headings skip no level and keep the anchors of the original; footnotes are
 * numbered together with those of the table rows.
 */
export const remarkDocument = () => (tree: Root, file: VFile) => {
  if (!/(?:^|[\\/])policy[\\/]document\.mdx$/.test(file.path)) return;
  const outline = outlineOf(tree);
  const headings = headedParts(outline);
  const levels = levelsOf(headings.map(({ depth }) => depth));
  const former = frontmatterOf(file).formerAnchors ?? {};
  const headingAt = (node: Heading | MdxJsxFlowElement) =>
    headings.findIndex(({ start }) => start === node.position?.start.offset);
  visit(tree, (node) => {
    if (node.type === 'heading') {
      const at = headingAt(node);
      const heading = headings[at];
      if (heading?.kind !== 'heading') return;
      node.data = { ...node.data, hName: `h${levels[at]}`, hProperties: { id: heading.anchor } };
      const anchors = Object.keys(former).filter((anchor) => former[anchor] === heading.anchor);
      node.children.unshift(...anchors.map(formerAnchor));
    } else if (node.type === 'mdxJsxFlowElement' && node.name === 'Tier' && headingAt(node) >= 0)
      node.attributes.push(attribute('level', String(levels[headingAt(node)])));
  });
  placeNotes(tree, notesOffset({ body: String(file.value), outline }));
};

/** Replaces the document's own footnotes with components, which know their numbers. */
function placeNotes(tree: Root, rowNotesAt: number): void {
  const seen = new Set<string>();
  visit(tree, 'footnoteReference', (node, index, parent) => {
    if (!parent || index === undefined) return;
    const again = seen.has(node.identifier) ? [attribute('again', 'again')] : [];
    seen.add(node.identifier);
    const mark: MdxJsxTextElement = {
      type: 'mdxJsxTextElement',
      name: 'FootnoteMark',
      attributes: [attribute('identifier', node.identifier), attribute('from', documentName), ...again],
      children: [],
    };
    parent.children[index] = mark;
  });
  const { children } = tree;
  const below = children.findIndex(({ position }) => (position?.end.offset ?? 0) >= rowNotesAt);
  const hasNotes = children.some((node) => node.type === 'mdxJsxFlowElement' && node.name === 'Notes');
  if (!hasNotes) children.splice(below + 1, 0, component('Notes', [], []));
  tree.children = tree.children.reduce<RootContent[]>((done, node) => {
    if (node.type !== 'footnoteDefinition') return [...done, node];
    const note = component('Footnote', [attribute('identifier', node.identifier)], node.children);
    const last = done.at(-1);
    if (last?.type === 'mdxJsxFlowElement' && last.name === 'FootnoteList') last.children.push(note);
    else done.push(component('FootnoteList', [], [note]));
    return done;
  }, []);
}

/** An element with a former anchor of a heading. */
const formerAnchor = (id: string): PhrasingContent => ({
  type: 'emphasis',
  data: { hName: 'span', hProperties: { id } },
  children: [],
});

const component = (
  name: string,
  attributes: MdxJsxAttribute[],
  children: MdxJsxFlowElement['children'],
): MdxJsxFlowElement => ({ type: 'mdxJsxFlowElement', name, attributes, children });

const attribute = (name: string, value: string): MdxJsxAttribute => ({ type: 'mdxJsxAttribute', name, value });

/** The frontmatter that Astro has parsed. */
const frontmatterOf = ({ data }: VFile) =>
  ((data as { astro?: { frontmatter?: unknown } }).astro?.frontmatter ?? {}) as {
    formerAnchors?: Record<string, string>;
  };
