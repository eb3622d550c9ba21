import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isRequirementsLine, linesOf, requirementsTag } from '../domain/document.ts';
import { nearest } from '../domain/nearest.ts';
import { linkProblem } from './content-link.ts';
import { unseenInNode } from './raw-text.ts';

/** Everything that plain content is made of; what is not here is no content. */
const allowed = new Set<Nodes['type']>([
  ...(['root', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'break', 'thematicBreak'] as const),
  ...(['link', 'linkReference', 'definition', 'list', 'listItem', 'blockquote', 'code', 'inlineCode'] as const),
  ...(['table', 'tableRow', 'tableCell'] as const),
]);

const advice: Partial<Record<Nodes['type'], string>> = {
  heading: 'a heading stands in the frontmatter, as "title"; write this line as a paragraph',
  image: 'content has no pictures; say in words what it shows',
  imageReference: 'content has no pictures; say in words what it shows',
  footnoteReference:
    'the footnotes are the notes of the features; write the words into the text, or into the body of a feature',
  footnoteDefinition:
    'the footnotes are the notes of the features; write the words into the text, or into the body of a feature',
};

/** A line that MDX takes for a statement of a program. */
const statementAtStart = /^(import|export)\b/;

/** How to write it as words; a backslash before a letter would be published. */
const statementAdvice = (line: string): string =>
  `MDX takes a paragraph that begins with "${statementAtStart.exec(line)?.[1] ?? 'import'}" for code; begin it with another word or a capital letter`;

/** The message for a tag that is no component of content. */
export const unknownTag = (tag: string): string =>
  nearest(tag.replace(/[</>]/g, ''), ['Requirements']) === undefined
    ? `"${tag}" is a tag, and content has none; write Markdown, or "\\<" for the sign`
    : `"${tag}" is no component; write "${requirementsTag}"`;

function adviceFor(node: Nodes): string {
  if (node.type === 'mdxjsEsm') return statementAdvice(node.value);
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return /^\s*\/\*[^]*\*\/\s*$/.test(node.value)
      ? 'content has no comments; delete it, or write "# …" on a line of the frontmatter'
      : 'content has no code in braces; write the words themselves, or "\\{" for a brace';
  return advice[node.type] ?? `content has no ${node.type}; write Markdown`;
}

declare module 'vfile' {
  interface DataMap {
    /** Whether mistakes become messages of the file; without it the first one is thrown. */
    collectMistakes: boolean;
    /** The site's own addresses, below its base, where they are known. */
    addresses: ReadonlySet<string> | undefined;
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

const strayLine = `other readers take this line for the list of requirements; put a space before "${requirementsTag}"`;

/** A line as a node, for its place. */
const lineNode = (line: number): Nodes => {
  const point = { line, column: 1 };
  return { type: 'text', value: '', position: { start: point, end: point } };
};

function mistakesIn(tree: Root, file: VFile): { node: Nodes; message: string }[] {
  const mistakes: { node: Nodes; message: string }[] = [];
  const isTier = /(?:^|[\\/])tiers[\\/][^\\/]+$/.test(file.path);
  const { addresses } = file.data;
  const lines = linesOf(String(file.value));
  const listedOn = new Set<number>();
  visit(tree, (node) => {
    const unseen = unseenInNode(node);
    if (unseen) mistakes.push({ node, message: unseen });
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const message = componentMistake(node, lines, isTier, listedOn.size > 0);
      if (message) mistakes.push({ node, message });
      listedOn.add(node.position?.start.line ?? 0);
    } else if (!allowed.has(node.type)) {
      mistakes.push({ node, message: adviceFor(node) });
    } else if (node.type === 'link' || node.type === 'definition') {
      const message = linkProblem(node.url, addresses);
      if (message) mistakes.push({ node, message });
    }
  });
  for (const [index, line] of isTier ? lines.entries() : [])
    if (isRequirementsLine(line) && !listedOn.has(index + 1))
      mistakes.push({ node: lineNode(index + 1), message: strayLine });
  return mistakes;
}

/** What is wrong with a component: content has one, in a tier, once. */
function componentMistake(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  lines: readonly string[],
  isTier: boolean,
  isListed: boolean,
): string | undefined {
  if (node.name !== 'Requirements') return unknownTag(`<${node.name ?? ''}>`);
  if (!isTier) return `only a tier has a list of requirements; delete "${requirementsTag}"`;
  const line = lines[(node.position?.start.line ?? 0) - 1] ?? '';
  if (node.type !== 'mdxJsxFlowElement' || !isRequirementsLine(line))
    return `the list of requirements is not written so; write "${requirementsTag}" on a line of its own, with nothing before it`;
  return isListed ? 'the list of requirements stands here twice; delete this one' : undefined;
}

/** The plugins of every body, in the build and in the check. */
export const markdownPlugins = [remarkGfm, remarkContentOnly];
