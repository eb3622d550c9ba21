import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Link } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { markdownBadge, markdownLink } from '../../../../src/output/badges/cite.ts';

const url = 'https://lantern.example/features/red-lamp/';
const linkIn = (markdown: string): Link => {
  const [paragraph] = unified().use(remarkParse).use(remarkGfm).parse(markdown).children;
  assert.ok(paragraph?.type === 'paragraph' && paragraph.children.length === 1);
  const [link] = paragraph.children;
  assert.ok(link?.type === 'link');
  return link;
};

test('a plain name needs no escapes', () => {
  assert.equal(markdownLink('x86_64-unknown-linux-gnu: Tier 1', url), `[x86_64-unknown-linux-gnu: Tier 1](${url})`);
});

test('code in a name stays code', () => {
  assert.equal(markdownLink('Fog signal on `UART-2`: Tier 2', url), `[Fog signal on \`UART-2\`: Tier 2](${url})`);
  assert.deepEqual(
    linkIn(markdownLink('Fog signal on `UART-2`: Tier 2', url)).children.map(({ type }) => type),
    ['text', 'inlineCode', 'text'],
  );
});

test('a badge in Markdown is an image with alternative text and links to the page', () => {
  const link = linkIn(markdownBadge('red_lamp: tier of support', 'https://lantern.example/badges/red-lamp.svg', url));
  assert.equal(link.url, url);
  assert.deepEqual(
    link.children.map((it) => it.type === 'image' && [it.url, it.alt]),
    [['https://lantern.example/badges/red-lamp.svg', 'red_lamp: tier of support']],
  );
});
