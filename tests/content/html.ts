// A published page as an independent parser reads it.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { siteOf } from '../sites.ts';
import type { Block } from './source-document.ts';

/** The site on the date of the source document. Tests rely on its values. */
export const documentedSite = siteOf('documented');
/** The site as it is published now. */
export const todaysSite = siteOf('today');
/** The documented site after every edit in CONTRIBUTING, under a base path on another host. */
export const editedSite = siteOf('edited');

const trees = new Map<string, Root>();

/** A page of a site, parsed once. Callers that change the tree clone it first. */
export function readPage(path: string, folder = documentedSite): Root {
  const file = `${folder}/${path}`;
  if (!existsSync(folder))
    throw new Error(`${folder} is missing; "npx node tests/build-sites.ts ${basename(folder)}" builds it.`);
  const tree = trees.get(file) ?? fromHtml(readFileSync(file, 'utf8'));
  trees.set(file, tree);
  return tree;
}

export interface Page {
  path: string;
  tree: Root;
  /** Whether the page is a redirect. */
  isRedirect: boolean;
}

/** Every page of a site. */
export const pagesOf = (folder: string): Page[] =>
  globSync('**/*.html', { cwd: folder })
    .sort()
    .map((path) => {
      const tree = readPage(path, folder);
      return { path, tree, isRedirect: all(tree, (it) => String(it.properties['httpEquiv']) === 'refresh').length > 0 };
    });

/** The path of every file of a site. */
export const filesOf = (folder: string, pattern = '**'): string[] =>
  globSync(pattern, { cwd: folder, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => relative(folder, join(it.parentPath, it.name)))
    .sort();

/** The code of a script or style element. */
export const codeOf = ({ children }: Element): string =>
  children.map((child) => (child.type === 'text' ? child.value : '')).join('');

type Test = (element: Element) => boolean;
export const tag =
  (name: string): Test =>
  (element) =>
    element.tagName === name;
export const has =
  (property: string): Test =>
  (element) =>
    element.properties[property] !== undefined;

export function all(root: Root | Element, test: Test): Element[] {
  const found: Element[] = [];
  visit(root, 'element', (element) => void (test(element) && found.push(element)));
  return found;
}

export function one(root: Root | Element, test: Test, what: string): Element {
  const [first, ...others] = all(root, test);
  if (!first || others.length > 0) throw new Error(`expected one ${what}, found ${first ? others.length + 1 : 0}`);
  return first;
}

/** The <meta> elements of a page, by name. */
export const metas = (path: string) =>
  Object.fromEntries(
    all(readPage(path), tag('meta')).map(({ properties: { name, property, content } }) => [
      String(name ?? property),
      content,
    ]),
  );

/** The rows of the status tables on a page: tier, category (where the page has it), name, and what is unmet. */
export const statusRows = (path: string, site = documentedSite): string[] =>
  all(readPage(path, site), tag('section')).flatMap((section) => {
    const tier = Number(/^tier-(\d+)$/.exec(String(section.properties['ariaLabelledBy'] ?? ''))?.[1]);
    const [head, ...rows] = all(section, tag('tr'));
    const titles = head ? all(head, tag('th')).map(textOf) : [];
    return rows.map((row) => {
      const cells = row.children.filter((it) => it.type === 'element').map(textOf);
      const cell = (title: RegExp) => cells[titles.findIndex((it) => title.test(it))] ?? '';
      const name = textOf(one(one(row, tag('th'), 'row head'), tag('a'), 'link'));
      return [tier, cell(/^Category$/), name, cell(/^Unmet Tier \d+ requirements$/)].join(' | ');
    });
  });

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** The text of an element as a reader sees it. */
export const textOf = (node: RootContent): string => squeeze(rawText(node));

const rawText = (node: RootContent): string => {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(rawText).join('') : '';
};

/** Text with its formatting, as in source-document.ts; throws for an element that the document cannot have. */
function inline(nodes: readonly ElementContent[], isRow = false): string {
  const one = (node: ElementContent): string => {
    if (node.type === 'text') return node.value;
    if (node.type !== 'element' || (isRow && node.tagName === 'sup') || isEmptySpan(node) || node.tagName === 'wbr')
      return '';
    const text = inline(node.children, isRow);
    const { href, ariaLabel } = node.properties;
    if (typeof ariaLabel === 'string' && ariaLabel.startsWith('Back to footnote')) return '';
    if (node.tagName === 'code') return `\`${text}\``;
    if (node.tagName === 'em') return `*${text}*`;
    if (node.tagName === 'strong') return `**${text}**`;
    if (node.tagName === 'del') return `~~${text}~~`;
    if (node.tagName === 'br') return ' ';
    // In a row, only the site adds links within itself, so they count as their text.
    if (isRow && (node.tagName === 'span' || String(href).startsWith('/'))) return text;
    if (node.tagName === 'a') return `[${text}](${String(href)})`;
    throw new Error(`the page has a <${node.tagName}> in its text, which the document has not: ${text}`);
  };
  return nodes.map(one).join('');
}

/** An empty element with a former anchor. */
const isEmptySpan = ({ tagName, children }: Element): boolean => tagName === 'span' && children.length === 0;

/** The link from a requirement to its page, and the link back from a footnote. */
const isAddedLink = ({ tagName, properties }: Element): boolean =>
  tagName === 'a' && /^(?:Requirement: |Back to footnote )/.test(String(properties['ariaLabel']));

const isBlock = ({ tagName }: Element): boolean => /^(?:p|ul|ol|pre|hr|blockquote|table|div)$/.test(tagName);

/** The blocks of the document on the policy page, in order. */
export function htmlBlocks(article: Element): Block[] {
  const blocks: Block[] = [];
  const walk = (node: ElementContent, prefix: string): void => {
    if (node.type === 'text' && node.value.trim() !== '') blocks.push(`stray text: ${node.value}`);
    if (node.type !== 'element') return;
    const { tagName, children } = node;
    if (/^h[1-6]$/.test(tagName)) blocks.push(`heading: ${squeeze(inline(children))}`);
    else if (tagName === 'p') blocks.push(`${prefix}p: ${squeeze(inline(children))}`);
    else if (tagName === 'pre') blocks.push(`${prefix}code: ${textOf(node)}`);
    else if (tagName === 'hr') blocks.push(`${prefix}rule`);
    else if (tagName === 'blockquote') for (const child of children) walk(child, `${prefix}quote `);
    else if (tagName === 'tr') {
      const cells = children.filter((child) => child.type === 'element');
      blocks.push(`row: ${cells.map((cell) => squeeze(inline(cell.children, true))).join(' | ')}`);
    } else if (tagName === 'li') {
      const footnote = /^footnote-(.+)$/.exec(String(node.properties['id'] ?? ''))?.[1];
      const itemPrefix = footnote ? `footnote ${footnote} ` : `${prefix}li `;
      const at = children.findIndex((child) => child.type === 'element' && isBlock(child));
      // The text of a tight list item has no paragraph.
      const text = squeeze(inline(children.slice(0, at < 0 ? children.length : at)));
      if (text !== '') blocks.push(`${itemPrefix}p: ${text}`);
      for (const child of at < 0 ? [] : children.slice(at)) walk(child, itemPrefix);
    } else if (!isAddedLink(node)) for (const child of children) walk(child, prefix);
  };
  for (const child of article.children) walk(child, '');
  return blocks;
}

/** The document on the policy page of a site. */
export const articleOf = (site: string): Element =>
  one(readPage('policy/index.html', site), has('dataDocument'), 'document');
