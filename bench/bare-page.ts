// The least that a page can be: one response of at most 3 KB, with the first words of a page of ours in plain headings and paragraphs.
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { CONTINUE, EXIT, SKIP, visit } from 'unist-util-visit';

const mostBytes = 3 * 1024;
const head =
  '<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Bare</title><link rel="icon" href="data:,">' +
  '<style>body{font:1rem/1.6 system-ui,sans-serif;max-width:68ch;margin:1rem auto;padding:0 1rem}</style>\n';

const blocks = /^(?:h[1-6]|p|li|dt|dd|th|td|summary|figcaption)$/;
const unseen = /^(?:script|style|template|form|svg)$/;

/** The bare page for a page: its visible words from the top of <main> on, as many as there is room for. */
export function barePage(html: string): string {
  let page = head;
  visit(fromHtml(html), 'element', (element) => {
    if (unseen.test(element.tagName) || element.properties['hidden'] !== undefined) return SKIP;
    if (!blocks.test(element.tagName) || holdsBlock(element)) return CONTINUE;
    const name = /^h/.test(element.tagName) ? element.tagName : 'p';
    const words = escaped(wordsOf(element));
    const line = words === '' ? '' : `<${name}>${words}</${name}>\n`;
    if (Buffer.byteLength(page + line) > mostBytes) return EXIT;
    page += line;
    return SKIP;
  });
  return page;
}

const wordsOf = (node: ElementContent): string => {
  if (node.type === 'text') return node.value;
  return node.type === 'element' && !unseen.test(node.tagName) ? node.children.map(wordsOf).join('') : '';
};

const holdsBlock = ({ children }: Element): boolean =>
  children.some((it) => it.type === 'element' && (blocks.test(it.tagName) || holdsBlock(it)));

const escaped = (text: string): string =>
  text.replace(/\s+/g, ' ').trim().replaceAll('&', '&amp;').replaceAll('<', '&lt;');
