import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import { requirementsTag, tableTag, tierTag } from '../domain/document.ts';
import { oneLine } from '../domain/text.ts';
import { markdownPlugins, tierIn, unknownTag, type BodyKind } from './markdown-plugins.ts';
import { attributeOf, outlineOf } from './document-outline.ts';
import type { ContentFile } from './parse-file.ts';
import type { Problem } from './problem.ts';
import { contentKeys } from './schemas.ts';
import { positionIn, type Position } from './source-position.ts';
import { withoutParsingCode } from './mdx-without-code.ts';

export type { BodyKind };

/** The parser and the plugins that the build uses. */
const mdx = unified().use(remarkParse).use(remarkMdx, withoutParsingCode).use(markdownPlugins).freeze();
const plainMarkdown = unified().use(remarkParse).use(remarkGfm).freeze();

/** The slugs and labels of the tiers, and the slugs that the document must have a place for. */
export interface DocumentTiers {
  /** Includes "none" if something is not supported. */
  all: readonly string[];
  retired: readonly string[];
  labels: ReadonlyMap<string, string>;
  withRows: readonly string[];
  withBody: readonly string[];
}

/** Finds every mistake in a body: what cannot be compiled, and links that lead nowhere. */
export function checkBody(
  file: ContentFile,
  kind: BodyKind,
  addresses?: ReadonlySet<string>,
  tiers?: DocumentTiers,
): Problem[] {
  if (kind === 'text' && file.body === '') return [];
  const problems: Problem[] = [];
  const report = (at: Position | undefined, message: string) =>
    problems.push({ file: file.path, line: at?.line ?? 1, column: at?.column ?? 1, message });
  const [, key = ''] = /^(?:- )?([A-Za-z]+):(?:\s|$)/.exec(file.body) ?? [];
  if (contentKeys.has(key)) {
    report(positionOfBody(file), `"${key}" is a key, but it is below the frontmatter; move it above the closing "---"`);
    return problems;
  }
  const source = new VFile({
    path: file.path,
    value: file.mdx,
    data: { collectMistakes: true, addresses, tiers: tiers?.all, retiredTiers: tiers?.retired },
  });
  let tree: Root;
  try {
    tree = mdx.parse(source);
  } catch (error) {
    report(...syntaxError(error as SyntaxMessage, file.mdx));
    return problems;
  }
  mdx.runSync(tree, source);
  for (const { line = 1, column = 1, reason, actual: leadsTo } of source.messages)
    problems.push({ file: file.path, line, column, message: reason, leadsTo });
  // A tag that is not written correctly, or is inside an unclosed code block, would be reported as missing too.
  const isPlaced = !problems.some(({ message }) => /"<Tier|^tier "|^the code block is not closed/.test(message));
  if (kind === 'document' && tiers && isPlaced)
    for (const message of missingTierPlaces(tree, tiers)) report(positionOfBody(file), message);
  if (kind === 'document' && tiers)
    for (const { node, message } of tablesBelowOthers(tree, tiers)) report(node.position?.start, message);
  const isTagMistaken = problems.some(({ message }) => message.includes(requirementsTag));
  if (kind === 'tier' && hasRequirements(file) && !showsRequirements(tree) && !isTagMistaken)
    report(
      positionOfBody(file),
      `the prose does not say where its requirements are listed; write "${requirementsTag}" on a line of its own`,
    );
  for (const { node, message } of plainMistakes(file.mdx, problems.length === 0)) report(node.position?.start, message);
  return problems;
}

function hasRequirements(tier: ContentFile): boolean {
  const listed = (tier.data as { requirements?: unknown } | null | undefined)?.requirements;
  return Array.isArray(listed) && listed.length > 0;
}

const showsRequirements = (tree: Root): boolean =>
  tree.children.some((node) => node.type === 'mdxJsxFlowElement' && node.name === 'Requirements');

/** Yields a message for a missing title, and for each tier that has no place in the document. */
function* missingTierPlaces(tree: Root, { all, withRows, withBody }: DocumentTiers): Generator<string> {
  const outline = outlineOf(tree);
  const places = (kind: 'table' | 'tier', tier: string) =>
    outline.some((part) => part.kind === kind && 'tier' in part && part.tier === tier);
  const [first] = outline;
  if (first?.kind !== 'heading' || first.depth !== 1)
    yield 'the document does not begin with its title; write it on a line of its own that begins with "# "';
  for (const tier of all) {
    const fix = (tag: string) => `write "${tag}" on a line of its own`;
    if (tier === 'none') {
      if (!places('table', tier))
        yield `the document has no place for the table of what is not supported; ${fix(tableTag(tier))}`;
      continue;
    }
    if (withRows.includes(tier) && !places('table', tier) && !places('table', 'all'))
      yield `the document has no place for the table of tier "${tier}"; ${fix(tableTag(tier))}`;
    if (withBody.includes(tier) && !places('tier', tier))
      yield `the document has no place for the text of tier "${tier}"; ${fix(tierTag(tier))}`;
  }
}

/** Finds tables of a tier below a heading that is the label of another tier, alone or with a title. */
function tablesBelowOthers({ children }: Root, { labels }: DocumentTiers): { node: Nodes; message: string }[] {
  let heading = '';
  return children.flatMap((node) => {
    if (node.type === 'heading') heading = toString(node).trim();
    if (node.type !== 'mdxJsxFlowElement' || node.name !== 'TierTable') return [];
    const slug = attributeOf(node, 'tier') ?? '';
    const isOf = (label: string) => heading.startsWith(label) && /^(?:$|:| [-–—] )/.test(heading.slice(label.length));
    const other = [...labels].find(([it, label]) => it !== slug && isOf(label));
    if (!other || !labels.has(slug) || isOf(labels.get(slug) ?? '')) return [];
    const message = `the table of tier "${slug}" is below the heading "${oneLine(heading)}"; write "${tableTag(other[0])}", or correct the heading`;
    return [{ node, message }];
  });
}

/** Finds indented code and HTML. MDX does not support them, but other readers of the published Markdown do. */
function plainMistakes(text: string, withHtml: boolean): { node: Nodes; message: string }[] {
  const mistakes: { node: Nodes; message: string }[] = [];
  if (!/ {4}|\t|</.test(text)) return mistakes;
  visit(plainMarkdown.parse(text), (node) => {
    if (node.type === 'code' && !/^[`~]/.test(text.slice(node.position?.start.offset)))
      mistakes.push({
        node,
        message: 'spaces at the beginning make this line code; delete them, or put "```" on a line before and after it',
      });
    if (withHtml && node.type === 'html' && !/^<(?:Requirements|TierTable|Tier|Notes)\b/.test(node.value))
      mistakes.push({
        node,
        message: 'this is HTML to other readers of Markdown; write Markdown, or "\\<" for a literal "<"',
      });
  });
  return mistakes;
}

/** The first line with text below the frontmatter. */
function positionOfBody({ mdx: text }: ContentFile): Position {
  const before = text.slice(0, text.search(/\S|$/));
  return { line: before.split('\n').length, column: 1 };
}

interface SyntaxMessage {
  reason: string;
  line?: number;
  column?: number;
}

const code = 'or put the words in backticks';

/** Explains a syntax error of MDX. For an unclosed tag, MDX gives the position of the tag in brackets. */
function syntaxError({ reason, line, column }: SyntaxMessage, text: string): [Position, string] {
  const own = / \((\d+):(\d+)-\d+:\d+\)/.exec(reason);
  const place = { line: Number(own?.[1] ?? line ?? 1), column: Number(own?.[2] ?? column ?? 1) };
  const rows = text.split('\n');
  const row = rows[place.line - 1] ?? '';
  const startsTag = row.lastIndexOf('<', place.column - 1);
  const tag = row.slice(startsTag);
  const atTag = { line: place.line, column: startsTag + 1 };
  if (/expression/.test(reason) && !/before name/.test(reason)) {
    const brace = text.split('\n', place.line).join('\n').lastIndexOf('{');
    return [
      positionIn(text, Math.max(0, brace)),
      `a brace begins code, and content cannot contain code; write "\\{" for a literal "{", ${code}`,
    ];
  }
  if (startsTag < 0 || !/character|tag|end of file/i.test(reason))
    return [place, `this is not MDX: ${reason.replace(own?.[0] ?? '', '')}; write "\\" before the character`];
  if (tag.startsWith('<!--'))
    return [atTag, 'MDX has no HTML comments; delete it, or write "# …" on a line of the frontmatter'];
  if (/^<(?:https?:\/\/|mailto:|[^\s@<>]+@)/i.test(tag))
    return [atTag, 'MDX has no links in angle brackets; write [words](address)'];
  const [name] = /^<\/?[A-Za-z][\w.-]*/.exec(tag) ?? [];
  if (name !== undefined) return [atTag, unknownTag(`${name}>`, tierIn(tag))];
  return [atTag, `"<" begins a tag, and content cannot contain tags; write "\\<" for a literal "<", ${code}`];
}
