import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { requirementsTag } from '../domain/document.ts';
import { linkProblem } from './content-link.ts';
import type { Problem } from './problem.ts';
import type { ContentFile } from './parse-file.ts';

const markdown = unified().use(remarkParse).use(remarkGfm);
const parser = markdown().use(remarkMdx);

/** What a body may not hold: broken MDX, code, components that the site does not have, pictures, links that lead nowhere. */
export function checkBody(file: ContentFile, isTier: boolean, addresses?: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  if (!isTier && file.body.trim() === '') return problems;
  const report = (at: { line: number; column: number } | undefined, message: string) =>
    problems.push({ file: file.path, line: file.bodyLine + (at?.line ?? 1) - 1, column: at?.column ?? 1, message });
  let tree: Root;
  try {
    tree = parser.parse(file.body);
  } catch (error) {
    report(...syntaxError(error as SyntaxMessage));
    return problems;
  }
  const listed = (file.data as { requirements?: unknown } | null | undefined)?.requirements;
  if (isTier && Array.isArray(listed) && listed.length > 0 && !file.body.includes('<Requirements'))
    report(
      undefined,
      `the prose does not say where its requirements are listed; write "${requirementsTag}" on a line of its own`,
    );
  let isListed = false;
  visit(tree, (node) => {
    const at = node.position?.start;
    if (node.type === 'mdxjsEsm') report(at, 'content cannot import or export; delete the line');
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression')
      report(at, 'content cannot compute; write the words themselves, or "\\{" for a brace');
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      const isAlone =
        node.type === 'mdxJsxFlowElement' && file.body.slice(at?.offset, node.position?.end.offset) === requirementsTag;
      const wrong = componentProblem(node.name, { isTier, isAlone, isListed });
      if (wrong) report(at, wrong);
      else isListed = true;
    }
    if (node.type === 'heading')
      report(at, 'a heading stands in the frontmatter, as "title"; write this line as a paragraph');
    if (node.type === 'image' || node.type === 'imageReference')
      report(at, 'content has no pictures; say in words what it shows');
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
      report(
        at,
        'the footnotes are the notes of the features; write the words into the text, or into the body of a feature',
      );
    const wrong = node.type === 'link' || node.type === 'definition' ? linkProblem(node.url, addresses) : undefined;
    if (wrong) report(at, wrong);
  });
  // MDX knows no code by indentation, but a body without components is read as Markdown, which does.
  if (/ {4}|\t/.test(file.body))
    visit(markdown.parse(file.body), 'code', ({ position }) => {
      if (!/^[`~]/.test(file.body.slice(position?.start.offset)))
        report(
          position?.start,
          'spaces at the beginning make this line code; delete them, or put "```" on a line before and after it',
        );
    });
  return problems;
}

/** What is wrong with a component: content has one, in a tier, once. */
function componentProblem(
  name: string | null,
  { isTier, isAlone, isListed }: { isTier: boolean; isAlone: boolean; isListed: boolean },
): string | undefined {
  if (name !== 'Requirements') return `there is no component "${name ?? ''}"; write Markdown`;
  if (!isTier) return `only a tier has a list of requirements; delete "${requirementsTag}"`;
  if (!isAlone) return `the list of requirements is not written so; write "${requirementsTag}" on a line of its own`;
  return isListed ? 'the list of requirements stands here twice; delete this one' : undefined;
}

interface SyntaxMessage {
  reason: string;
  line?: number;
  column?: number;
}

/** A tag that stays open is named with its own place in brackets; a comment is no mend, since content cannot compute. */
function syntaxError({ reason, line, column }: SyntaxMessage): [{ line: number; column: number }, string] {
  const own = / \((\d+):(\d+)-\d+:\d+\)/.exec(reason);
  const what = reason.replace(own?.[0] ?? '', '').replace(/ \(note: to create a comment.*\)$/, '');
  const place = { line: Number(own?.[1] ?? line ?? 1), column: Number(own?.[2] ?? column ?? 1) };
  return [place, `this is not MDX: ${what}; correct it, or put "\\" before the character`];
}
