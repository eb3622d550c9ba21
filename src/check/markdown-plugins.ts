import type { Nodes, Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { isRequirementsLine, linesOf, notesTag, requirementsTag, tableTag, tierTag } from '../domain/document.ts';
import { nearest, unknownId } from '../domain/unknown-id.ts';
import { linkProblem } from './content-link.ts';
import { attributeOf } from './document-outline.ts';
import { refusedInNode } from './raw-text.ts';

/** The Markdown that every body may contain. */
const allowed = new Set<Nodes['type']>([
  ...(['root', 'paragraph', 'text', 'emphasis', 'strong', 'delete', 'break', 'thematicBreak'] as const),
  ...(['link', 'linkReference', 'definition', 'list', 'listItem', 'blockquote', 'code', 'inlineCode'] as const),
  ...(['table', 'tableRow', 'tableCell'] as const),
]);

/** The Markdown that only the document may contain. */
const ofDocument = new Set<Nodes['type']>(['heading', 'footnoteReference', 'footnoteDefinition']);

const advice: Partial<Record<Nodes['type'], string>> = {
  heading: 'only the document has headings; write this line as a paragraph, or move it to policy/document.mdx',
  image: 'content cannot contain images; describe in words what this one shows',
  imageReference: 'content cannot contain images; describe in words what this one shows',
  footnoteReference: 'only the document has footnotes; write these words in the text, or in the body of a feature',
  footnoteDefinition: 'only the document has footnotes; write these words in the text, or in the body of a feature',
};

const statementAtStart = /^(import|export)\b/;

/** The message for a paragraph that MDX reads as code. It does not suggest a backslash, which would be published. */
const statementAdvice = (line: string): string =>
  `MDX reads a paragraph that begins with "${statementAtStart.exec(line)?.[1] ?? 'import'}" as code; begin it with another word or a capital letter`;

/** The tier that a line with a component names, however that is written. */
export const tierIn = (line: string): string | undefined => /\btier\s*=[\s"'{]*([\w.-]+)/.exec(line)?.[1];

/** The message for a tag that is not a component of content, or is not written like one; `tier` is what it names. */
export function unknownTag(tag: string, tier?: string): string {
  const name = tag.replace(/[</>]/g, '');
  // Many short words differ by few letters, so only components with the same first letter are suggested.
  const like = Object.keys(components).filter((it) => it.charAt(0) === name.charAt(0).toUpperCase());
  const meant = components[nearest(name, like) ?? ''];
  if (Object.hasOwn(components, name))
    return `"<${name}>" is not written correctly; write "${components[name]?.example(tier ?? '1')}"`;
  return meant === undefined
    ? `"${tag}" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"`
    : `"${tag}" is not a component; write "${meant.example(tier ?? '1')}"`;
}

function adviceFor(node: Nodes): string {
  if (node.type === 'mdxjsEsm') return statementAdvice(node.value);
  if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
    return /^\s*\/\*[^]*\*\/\s*$/.test(node.value)
      ? 'content cannot contain comments; delete this one, or write "# …" on a line of the frontmatter'
      : 'content cannot contain code in braces; write the words themselves, or "\\{" for a brace';
  return advice[node.type] ?? `content cannot contain ${node.type}; write Markdown`;
}

declare module 'vfile' {
  interface DataMap {
    /** Whether to report every mistake as a message of the file. By default the first mistake is thrown. */
    collectMistakes: boolean;
    /** The addresses of the site, without its base; undefined if they are not known. */
    addresses: ReadonlySet<string> | undefined;
    /** The slugs of the tiers; undefined if they are not known. */
    tiers: readonly string[] | undefined;
    /** The slugs of the tiers that are retired. */
    retiredTiers: readonly string[] | undefined;
  }
}

/**
 * Allows only Markdown and the components of content, so that content cannot run code. In the build, the first mistake
 * stops the compilation; the check collects all of them.
 */
function remarkContentOnly() {
  return (tree: Root, file: VFile): void => {
    for (const { node, message, leadsTo } of mistakesIn(tree, file)) {
      if (file.data.collectMistakes) file.message(message, node.position).actual = leadsTo;
      else file.fail(message, node.position);
    }
  };
}

/** The kind of a body, derived from its folder. */
export type BodyKind = 'document' | 'tier' | 'text';

function bodyKindOfPath(path: string): BodyKind {
  if (/(?:^|[\\/])policy[\\/][^\\/]+$/.test(path)) return 'document';
  return /(?:^|[\\/])tiers[\\/][^\\/]+$/.test(path) ? 'tier' : 'text';
}

const strayLine = `other readers of Markdown read this line as the list of requirements; put a space before "${requirementsTag}"`;

/** An empty node that gives a message the position of a line. */
const lineNode = (line: number): Nodes => {
  const point = { line, column: 1 };
  return { type: 'text', value: '', position: { start: point, end: point } };
};

interface MistakeAtNode {
  node: Nodes;
  message: string;
  /** The address of a link that leads nowhere. */
  leadsTo?: string | undefined;
}

function mistakesIn(tree: Root, file: VFile): MistakeAtNode[] {
  const mistakes: MistakeAtNode[] = [];
  const kind = bodyKindOfPath(file.path);
  const lines = linesOf(String(file.value));
  const checkedTexts = new Set<Nodes>();
  /** Each component with its tier, like "Tier 1"; only one of each may be in a body. */
  const placed = new Set<string>();
  const linesWithComponent = new Set<number>();
  visit(tree, (node, index, parent) => {
    const report = (message: string | undefined, at: Nodes = node, leadsTo?: string) => {
      if (message) mistakes.push({ node: at, message, leadsTo });
    };
    // Text beside a bare address that GFM turned into a link has no position, so its parent is checked once.
    const whole = node.position || !parent ? node : parent;
    report(refusedInNode(node), whole);
    if (node.type === 'code') report(unclosedCode(writtenAs(node, file)));
    if (node.type === 'text' && parent) {
      if (checkedTexts.has(whole)) return;
      checkedTexts.add(whole);
      const isBeforeLink = index !== undefined && parent.children[index + 1]?.type === 'link';
      report(textMistake(node, parent, isBeforeLink, file), whole);
    }
    if (node.type === 'paragraph') report(missingSpaceAfterSigns(writtenAs(node, file)));
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      report(componentMistake(node, lines, file, kind, placed));
      linesWithComponent.add(node.position?.start.line ?? 0);
    } else if (!allowed.has(node.type) && !(kind === 'document' && ofDocument.has(node.type))) {
      report(adviceFor(node));
    } else if (node.type === 'link' || node.type === 'definition') {
      report(linkProblem(node.url, file.data.addresses), node, node.url);
    }
  });
  for (const [index, line] of kind === 'tier' ? lines.entries() : [])
    if (isRequirementsLine(line) && !linesWithComponent.has(index + 1))
      mistakes.push({ node: lineNode(index + 1), message: strayLine });
  return mistakes;
}

const writtenAs = ({ position }: Nodes, file: VFile): string =>
  String(file.value).slice(position?.start.offset ?? 0, position?.end.offset ?? 0);

/** The message for a broken link or unclosed code in a text, or in the whole parent of a text without a position. */
function textMistake(text: Nodes, parent: Nodes, isBeforeLink: boolean, file: VFile): string | undefined {
  const hasPosition = text.position !== undefined;
  const written = hasPosition ? writtenAs(text, file) : writtenAs(parent, file).replace(/(`+)[^`]+\1/g, '');
  return brokenLink(written, hasPosition && isBeforeLink, bodyKindOfPath(file.path)) ?? openCode(written);
}

/** The message for a paragraph that looks like a heading but is not one. */
function missingSpaceAfterSigns(written: string): string | undefined {
  const [signs] = /^#{2,6}(?=[^\s#])/.exec(written) ?? [];
  return signs && `a space is missing after "${signs}"; write it, or "\\#" for a literal "#"`;
}

/** The message for text that looks like a link but is not one. */
function brokenLink(text: string, isBeforeLink: boolean, kind: BodyKind): string | undefined {
  const has = (pattern: RegExp, link: RegExp) =>
    new RegExp(pattern.source + (isBeforeLink ? '$' : link.source)).test(text);
  if (has(/(?<!\\)\[[^\][]+\]\s+\(/, /(?:https?:\/)?\/\S*\)/))
    return 'there is a space between "]" and "("; delete it to make this a link';
  if (has(/(?<!\\)\[[^\][]+\]\(/, /(?:https?:\/)?\/[^\s)]*(?:\s(?!["'(])|$)/))
    return 'the address of the link is not closed; write ")" after it, without spaces in it';
  if (has(/(?<!\\)\([^()]+\)\[/, /(?:https?:\/)?\/[^\s\]]*\]/))
    return 'the two parts of the link are swapped; write [words](address)';
  const [note] = /(?<!\\)\[\^[^\]\s]+\]/.exec(text) ?? [];
  if (note !== undefined)
    return kind === 'document'
      ? `no footnote is called "${note}"; write "${note}: …" on a line of its own, or delete it`
      : advice.footnoteReference;
  const [written, label, name] = /(?<!\\)\[([^\][]+)\]\[([^\][]*)\]/.exec(text) ?? [];
  return written === undefined
    ? undefined
    : `"${written}" leads nowhere, because no line defines "${name || label}"; write [${label}](address)`;
}

/** The message for text with an unclosed backtick. */
const openCode = (text: string): string | undefined =>
  /(?<!\\)`/.test(text)
    ? 'the "`" is not closed; write another at the end of the code, or "\\`" for a literal "`"'
    : undefined;

/** The message for a code block without a closing fence. */
function unclosedCode(written: string): string | undefined {
  const [, fence = ''] = /^(`{3,}|~{3,})/.exec(written) ?? [];
  const last = /\n[ >]*(.*?)\s*$/.exec(written)?.[1] ?? '';
  return fence === '' || (last.startsWith(fence) && /^(?:`+|~+)$/.test(last))
    ? undefined
    : `the code block is not closed; write "${fence}" on a line of its own below it`;
}

/** The components of content: the kind of body that may contain each, and how to write it. */
const components: Record<
  string,
  { of: BodyKind; what: string; elsewhere: string; form: RegExp; example: (tier: string) => string }
> = {
  Requirements: {
    of: 'tier',
    what: 'the list of requirements',
    elsewhere: 'only a tier has a list of requirements',
    form: /^<Requirements \/>$/,
    example: () => requirementsTag,
  },
  TierTable: {
    of: 'document',
    what: 'the table of a tier',
    elsewhere: 'only the document has tables of tiers',
    form: /^<TierTable tier="[^"]*" \/>$/,
    example: tableTag,
  },
  Tier: {
    of: 'document',
    what: 'the place of a tier',
    elsewhere: 'only the document has places for tiers',
    form: /^<Tier tier="[^"]*"(?: heading="(?:[2-6]|none)")? \/>$/,
    example: (tier) => tierTag(tier),
  },
  Notes: {
    of: 'document',
    what: 'the place of the footnotes',
    elsewhere: 'only the document has a place for footnotes',
    form: /^<Notes \/>$/,
    example: () => notesTag,
  },
};

/**
 * The message for a component that is in the wrong kind of body, is not written correctly, or appears twice for a tier.
 */
function componentMistake(
  node: MdxJsxFlowElement | MdxJsxTextElement,
  lines: readonly string[],
  file: VFile,
  kind: BodyKind,
  placed: Set<string>,
): string | undefined {
  const component = Object.hasOwn(components, node.name ?? '') ? components[node.name ?? ''] : undefined;
  const tier = attributeOf(node, 'tier');
  const line = lines[(node.position?.start.line ?? 0) - 1] ?? '';
  if (!component) return unknownTag(`<${node.name ?? ''}>`, tier ?? tierIn(line));
  const { of, what, elsewhere, form, example } = component;
  const written = writtenAs(node, file);
  if (of !== kind) return `${elsewhere}; delete "${written}"`;
  if (node.type !== 'mdxJsxFlowElement' || !form.test(line.trimEnd()))
    return `${what} is not written correctly; write "${example(tier ?? tierIn(line) ?? '1')}" on a line of its own, with nothing before it`;
  const { tiers, retiredTiers } = file.data;
  if (tier !== undefined && retiredTiers?.includes(tier))
    return `tier "${tier}" is retired; delete "${written}", and its heading if it has one`;
  const isKnown = ['none', 'all'].includes(tier ?? '') ? node.name === 'TierTable' : tiers?.includes(tier ?? '');
  if (tier !== undefined && tiers && !isKnown) return unknownId('tier', tier, tiers);
  const place = `${node.name} ${tier ?? ''}`;
  if (placed.has(place)) return `${what} appears twice; delete this one`;
  placed.add(place);
  return undefined;
}

/** The remark plugins for every body, in the build and in the check. */
export const markdownPlugins = [remarkGfm, remarkContentOnly];
