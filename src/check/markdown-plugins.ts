import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { notesTag, requirementsTag, tableTag, tierTag } from '../domain/document.ts';
import { linkProblem } from './content-link.ts';
import { attributeOf } from './outline.ts';

/** Everything that plain content is made of; what is not here is no content. */
const allowed = new Set<Nodes['type']>([
  ...(['root', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'break', 'thematicBreak'] as const),
  ...(['link', 'linkReference', 'definition', 'list', 'listItem', 'blockquote', 'code', 'inlineCode'] as const),
  ...(['table', 'tableRow', 'tableCell'] as const),
]);

/** What the document has besides. */
const ofDocument = new Set<Nodes['type']>(['heading', 'footnoteReference', 'footnoteDefinition']);

const advice: Partial<Record<Nodes['type'], string>> = {
  mdxjsEsm: 'content cannot import or export; delete the line',
  mdxFlowExpression: 'content cannot compute; write the words themselves, or "\\{" for a brace',
  mdxTextExpression: 'content cannot compute; write the words themselves, or "\\{" for a brace',
  heading: 'only the document has headings; write this line as a paragraph, or move it to policy/document.mdx',
  image: 'content has no pictures; say in words what it shows',
  imageReference: 'content has no pictures; say in words what it shows',
  footnoteReference:
    'only the document has footnotes, and a feature has its body; write the words into the text, or there',
  footnoteDefinition:
    'only the document has footnotes, and a feature has its body; write the words into the text, or there',
};

declare module 'vfile' {
  interface DataMap {
    /** Whether mistakes become messages of the file; without it the first one is thrown. */
    collectMistakes: boolean;
    /** The site's own addresses, below its base, where they are known. */
    addresses: ReadonlySet<string> | undefined;
    /** The levels of the tiers, where they are known. */
    tiers: readonly string[] | undefined;
  }
}

/**
 * Lets through Markdown and the components of content, so that nothing in content is a program. It stands in the pipeline that
 * compiles MDX and fails there at the first mistake; the check collects all of them.
 */
export function remarkContentOnly() {
  return (tree: Root, file: VFile): void => {
    for (const { node, message } of mistakesIn(tree, file)) {
      if (file.data.collectMistakes) file.message(message, node.position);
      else file.fail(message, node.position);
    }
  };
}

/** Whose body a file is, as its folder says. */
export type BodyKind = 'document' | 'tier' | 'words';

const kindOf = (path: string): BodyKind =>
  /(?:^|[\\/])policy[\\/][^\\/]+$/.test(path)
    ? 'document'
    : /(?:^|[\\/])tiers[\\/][^\\/]+$/.test(path)
      ? 'tier'
      : 'words';

function mistakesIn(tree: Root, file: VFile): { node: Nodes; message: string }[] {
  const mistakes: { node: Nodes; message: string }[] = [];
  const kind = kindOf(file.path);
  const { addresses } = file.data;
  const placed = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const message = componentMistake(node, file, kind, placed);
      if (message) mistakes.push({ node, message });
    } else if (!allowed.has(node.type) && !(kind === 'document' && ofDocument.has(node.type))) {
      mistakes.push({ node, message: advice[node.type] ?? `content has no ${node.type}; write Markdown` });
    } else if (node.type === 'link' || node.type === 'definition') {
      const message = linkProblem(node.url, addresses);
      if (message) mistakes.push({ node, message });
    }
  });
  return mistakes;
}

/** The components that each kind of body may hold, and how each is written. */
const components: Record<string, { of: BodyKind; what: string; elsewhere: string; form: RegExp; example: string }> = {
  Requirements: {
    of: 'tier',
    what: 'the list of requirements',
    elsewhere: 'only a tier has a list of requirements',
    form: /^<Requirements \/>$/,
    example: requirementsTag,
  },
  TierTable: {
    of: 'document',
    what: 'the table of a tier',
    elsewhere: 'only the document has tables of tiers',
    form: /^<TierTable tier="[^"]*" \/>$/,
    example: tableTag(1),
  },
  Tier: {
    of: 'document',
    what: 'the place of a tier',
    elsewhere: 'only the document has places for tiers',
    form: /^<Tier tier="[^"]*"(?: heading="[2-6]")? \/>$/,
    example: tierTag(1),
  },
  Notes: {
    of: 'document',
    what: 'the place of the footnotes',
    elsewhere: 'only the document has a place for footnotes',
    form: /^<Notes \/>$/,
    example: notesTag,
  },
};

/** What is wrong with a component: of each there is one in its kind of body, for each tier. */
function componentMistake(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  file: VFile,
  kind: BodyKind,
  placed: Set<string>,
): string | undefined {
  const component = components[node.name ?? ''];
  if (!component) return `there is no component "${node.name ?? ''}"; write Markdown`;
  const { of, what, elsewhere, form, example } = component;
  const written = String(file.value).slice(node.position?.start.offset, node.position?.end.offset);
  if (of !== kind) return `${elsewhere}; delete "${written}"`;
  if (node.type !== 'mdxJsxFlowElement' || !form.test(written))
    return `${what} is not written so; write "${example}" on a line of its own`;
  const tier = attributeOf(node, 'tier');
  const { tiers } = file.data;
  if (tier !== undefined && tiers && !tiers.includes(tier) && !(tier === 'none' && node.name === 'TierTable'))
    return `there is no Tier ${tier}; write one of: ${tiers.join(', ')}`;
  const place = `${node.name} ${tier ?? ''}`;
  if (placed.has(place)) return `${what} stands here twice; delete this one`;
  placed.add(place);
  return undefined;
}

/** The plugins of every body, in the build and in the check. */
export const markdownPlugins = [remarkGfm, remarkContentOnly];
