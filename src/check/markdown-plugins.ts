import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isRequirementsLine, linesOf, notesTag, requirementsTag, tableTag, tierTag } from '../domain/document.ts';
import { nearest, unknownId } from '../domain/nearest.ts';
import { linkProblem } from './content-link.ts';
import { attributeOf } from './outline.ts';
import { refusedInNode } from './raw-text.ts';

/** Everything that plain content is made of; what is not here is no content. */
const allowed = new Set<Nodes['type']>([
  ...(['root', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'break', 'thematicBreak'] as const),
  ...(['link', 'linkReference', 'definition', 'list', 'listItem', 'blockquote', 'code', 'inlineCode'] as const),
  ...(['table', 'tableRow', 'tableCell'] as const),
]);

/** What the document has besides. */
const ofDocument = new Set<Nodes['type']>(['heading', 'footnoteReference', 'footnoteDefinition']);

const advice: Partial<Record<Nodes['type'], string>> = {
  heading: 'only the document has headings; write this line as a paragraph, or move it to policy/document.mdx',
  image: 'content has no pictures; say in words what it shows',
  imageReference: 'content has no pictures; say in words what it shows',
  footnoteReference:
    'only the document has footnotes, and a feature has its body; write the words into the text, or there',
  footnoteDefinition:
    'only the document has footnotes, and a feature has its body; write the words into the text, or there',
};

/** A line that MDX takes for a statement of a program. */
const statementAtStart = /^(import|export)\b/;

/** How to write it as words; a backslash before a letter would be published. */
const statementAdvice = (line: string): string =>
  `MDX takes a paragraph that begins with "${statementAtStart.exec(line)?.[1] ?? 'import'}" for code; begin it with another word or a capital letter`;

/** The message for a tag that is no component of content. */
export function unknownTag(tag: string): string {
  const name = tag.replace(/[</>]/g, '');
  // A short word is near to others by chance.
  const like = Object.keys(components).filter((it) => it.charAt(0) === name.charAt(0).toUpperCase());
  const meant = components[nearest(name, like) ?? ''];
  if (Object.hasOwn(components, name)) return `"<${name}>" is not written so; write "${components[name]?.example}"`;
  return meant === undefined
    ? `"${tag}" is a tag, and content has none; write Markdown, or "\\<" for the sign`
    : `"${tag}" is no component; write "${meant.example}"`;
}

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
    /** The slugs of the tiers, where they are known. */
    tiers: readonly string[] | undefined;
  }
}

/**
 * Lets through Markdown and the components of content, so that nothing in content is a program. It stands in the
 * pipeline that compiles MDX and fails there at the first mistake; the check collects all of them.
 */
function remarkContentOnly() {
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

const strayLine = `other readers take this line for the list of requirements; put a space before "${requirementsTag}"`;

/** A line as a node, for its place. */
const lineNode = (line: number): Nodes => {
  const point = { line, column: 1 };
  return { type: 'text', value: '', position: { start: point, end: point } };
};

function mistakesIn(tree: Root, file: VFile): { node: Nodes; message: string }[] {
  const mistakes: { node: Nodes; message: string }[] = [];
  const kind = kindOf(file.path);
  const { addresses } = file.data;
  const lines = linesOf(String(file.value));
  const listedOn = new Set<number>();
  const placed = new Set<string>();
  const split = new Set<Nodes>();
  const writtenAs = ({ position }: Nodes) =>
    String(file.value).slice(position?.start.offset ?? 0, position?.end.offset ?? 0);
  visit(tree, (node, index, parent) => {
    if (node.type === 'code') {
      const message = unclosedCode(writtenAs(node));
      if (message) mistakes.push({ node, message });
    }
    if (node.type === 'text' && parent) {
      // Words around an address that became a link by itself have no place of their own.
      const whole = node.position ? node : parent;
      if (split.has(whole)) return;
      split.add(whole);
      const words = node.position ? writtenAs(node) : writtenAs(parent).replace(/(`+)[^`]+\1/g, '');
      const before = node.position !== undefined && index !== undefined && parent.children[index + 1]?.type === 'link';
      const message = brokenLink(words, before, kind) ?? openCode(words);
      if (message) mistakes.push({ node: whole, message });
    }
    const refused = refusedInNode(node);
    if (refused) mistakes.push({ node, message: refused });
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const message = componentMistake(node, lines, file, kind, placed);
      if (message) mistakes.push({ node, message });
      listedOn.add(node.position?.start.line ?? 0);
    } else if (!allowed.has(node.type) && !(kind === 'document' && ofDocument.has(node.type))) {
      mistakes.push({ node, message: adviceFor(node) });
    } else if (node.type === 'link' || node.type === 'definition') {
      const message = linkProblem(node.url, addresses);
      if (message) mistakes.push({ node, message });
    }
  });
  for (const [index, line] of kind === 'tier' ? lines.entries() : [])
    if (isRequirementsLine(line) && !listedOn.has(index + 1))
      mistakes.push({ node: lineNode(index + 1), message: strayLine });
  return mistakes;
}

/** What is wrong with words that look like a link and are none. */
function brokenLink(words: string, isBeforeLink: boolean, kind: BodyKind): string | undefined {
  const has = (pattern: RegExp, link: RegExp) =>
    new RegExp(pattern.source + (isBeforeLink ? '$' : link.source)).test(words);
  if (has(/(?<!\\)\[[^\][]+\]\s+\(/, /(?:https?:\/)?\/\S*\)/))
    return 'a space stands between "]" and "("; delete it, so that this is a link';
  if (has(/(?<!\\)\[[^\][]+\]\(/, /(?:https?:\/)?\/[^\s)]*(?:\s(?!["'(])|$)/))
    return 'the address of the link has no end; write ")" behind it, and no space within';
  if (has(/(?<!\\)\([^()]+\)\[/, /(?:https?:\/)?\/[^\s\]]*\]/))
    return 'the link is the wrong way round; write [words](address)';
  const [note] = /(?<!\\)\[\^[^\]\s]+\]/.exec(words) ?? [];
  if (note !== undefined)
    return kind === 'document'
      ? `no footnote is called "${note}"; write "${note}: …" on a line of its own, or delete it`
      : advice.footnoteReference;
  const [written, text, name] = /(?<!\\)\[([^\][]+)\]\[([^\][]*)\]/.exec(words) ?? [];
  return written === undefined
    ? undefined
    : `"${written}" leads nowhere, since no line says what "${name || text}" is; write [${text}](address)`;
}

/** What is wrong with words in which code begins and does not end. */
const openCode = (words: string): string | undefined =>
  /(?<!\\)`/.test(words)
    ? 'the "`" has no second one; write it at the end of the code, or "\\`" for the sign'
    : undefined;

/** What is wrong with a block of code that goes on to the end of the file. */
function unclosedCode(written: string): string | undefined {
  const [, fence = ''] = /^(`{3,}|~{3,})/.exec(written) ?? [];
  const last = /\n[ >]*(.*?)\s*$/.exec(written)?.[1] ?? '';
  return fence === '' || (last.startsWith(fence) && /^(?:`+|~+)$/.test(last))
    ? undefined
    : `the code has no end; write "${fence}" on a line of its own below it`;
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
    form: /^<Tier tier="[^"]*"(?: heading="(?:[2-6]|none)")? \/>$/,
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
  lines: readonly string[],
  file: VFile,
  kind: BodyKind,
  placed: Set<string>,
): string | undefined {
  const component = Object.hasOwn(components, node.name ?? '') ? components[node.name ?? ''] : undefined;
  if (!component) return unknownTag(`<${node.name ?? ''}>`);
  const { of, what, elsewhere, form, example } = component;
  const written = String(file.value).slice(node.position?.start.offset, node.position?.end.offset);
  if (of !== kind) return `${elsewhere}; delete "${written}"`;
  const line = lines[(node.position?.start.line ?? 0) - 1] ?? '';
  if (node.type !== 'mdxJsxFlowElement' || !form.test(line.trimEnd()))
    return `${what} is not written so; write "${example}" on a line of its own, with nothing before it`;
  const tier = attributeOf(node, 'tier');
  const { tiers } = file.data;
  if (
    tier !== undefined &&
    tiers &&
    (['none', 'all'].includes(tier) ? node.name !== 'TierTable' : !tiers.includes(tier))
  )
    return unknownId('tier', tier, tiers);
  const place = `${node.name} ${tier ?? ''}`;
  if (placed.has(place)) return `${what} stands here twice; delete this one`;
  placed.add(place);
  return undefined;
}

/** The plugins of every body, in the build and in the check. */
export const markdownPlugins = [remarkGfm, remarkContentOnly];
