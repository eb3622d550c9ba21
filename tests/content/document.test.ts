// The published policy has every word and row of the source document in order.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createMarkdownProcessor } from '@astrojs/markdown-remark';
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { idOf, kindOf, plain, rows } from './expected.ts';
import { all, articleOf, documentedSite, has, htmlBlocks, one, readPage, statusRows, tag, textOf } from './html.ts';
import {
  documentOfTheDay,
  firstDifference,
  markdownBlocks,
  normalizedTree,
  originalAnchors,
  readSource,
} from './source-document.ts';

const article = articleOf(documentedSite);

describe('The policy page', () => {
  const expected = markdownBlocks(documentOfTheDay);

  test('the policy page has every block of the source document, word for word and in order', () => {
    assert.equal(firstDifference(expected, htmlBlocks(article)), undefined);
  });

  test('the comparison covers 3 tables, 20 rows, 2 footnotes, 15 requirements, 3 examples and 9 headings', () => {
    const count = (prefix: string) => expected.filter((block) => block.startsWith(prefix)).length;
    assert.deepEqual([count('row: ') - 3, count('footnote '), count('heading: '), count('li li p: ')], [20, 2, 9, 3]);
    assert.equal(all(article, (element) => element.tagName === 'li' && has('id')(element)).length, 15 + 2);
  });

  test('the comparison names the block in which a word was changed', () => {
    for (const [index, block] of expected.entries()) {
      const changed = expected.with(index, block.replace(/\w+$|\w+(?=\W*$)/, 'otherwise'));
      assert.match(firstDifference(expected, changed) ?? '', new RegExp(`^block ${index + 1} is `));
    }
  });

  test('the comparison finds formatting and links that the document does not have', () => {
    for (const extra of ['<strong>not</strong>', '<del>not</del>', '<a href="/">not</a>', '<em>not</em>']) {
      const changed = structuredClone(article);
      all(changed, tag('p'))[0]?.children.push(...(fromHtml(extra, { fragment: true }).children as ElementContent[]));
      assert.throws(
        () => assert.equal(firstDifference(expected, htmlBlocks(changed)), undefined),
        /block 2 is |which the document has not: not$/,
        extra,
      );
    }
  });

  test('Markdown and HTML with formatting that the document may later use give the same blocks', async () => {
    const text =
      'A **bold** ~~old~~ [word][a].\\\nA *line*.\n\n> One.\n>\n> * Two `x`.\n>   * Three.\n\n---\n\n```sh\na b\n```\n\n1. Four.\n\n   ```\n   c\n   ```\n\n[a]: https://a.example/\n';
    const { code } = await (await createMarkdownProcessor({ smartypants: false })).render(text);
    const [page] = fromHtml(`<div>${code}</div>`, { fragment: true }).children;
    assert.ok(page?.type === 'element');
    const blocks = markdownBlocks(readSource('', text));
    assert.equal(blocks.length, 8);
    assert.deepEqual(htmlBlocks(page), blocks);
  });

  test('every footnote reference is in its row of the source document', () => {
    const marks = all(article, tag('tr')).flatMap((row) =>
      all(row, tag('sup')).map((mark) => [
        textOf(one(row, tag('th'), 'row head')).replace(/ ?\d$/, ''),
        Number(textOf(mark)),
      ]),
    );
    const notes = rows.filter((row) => row.footnote !== undefined);
    assert.deepEqual(
      marks,
      notes.map((row) => [row.name, row.footnote]),
    );
  });

  test('the headings have the anchors that links to the original document use', () => {
    const headings = new Map(
      all(article, ({ tagName }) => /^h\d$/.test(tagName)).map((it) => [it.properties['id'], textOf(it)]),
    );
    for (const anchor of originalAnchors)
      assert.equal(headings.get(anchor)?.toLowerCase().replaceAll(' ', '-'), anchor);
  });
});

describe('The exported Markdown file', () => {
  const published = readSource(`${documentedSite}/stability-tiers.md`);

  test('the exported Markdown file has every heading, word, list, row and footnote of the source document', () => {
    assert.deepEqual(normalizedTree(published), normalizedTree(documentOfTheDay));
  });

  test('the comparison finds removed text, a changed heading level and a removed row in the exported file', () => {
    for (const change of ['paragraph', 'heading', 'table'] as const) {
      const changed = structuredClone(published);
      const node = changed.children.find(({ type }) => type === change);
      if (node?.type === 'heading') node.depth = 5;
      else if (node && 'children' in node) node.children.pop();
      assert.notDeepEqual(normalizedTree(changed), normalizedTree(documentOfTheDay), change);
    }
  });
});

test('the tables of the first page, the categories and the snapshot have exactly the document’s rows', () => {
  const shown = rows.map(({ tier, category, name, missing }) =>
    [tier, kindOf({ category }), plain(name), missing.join(', ')].join(' | '),
  );
  assert.deepEqual(statusRows('index.html'), shown);
  const ids = { Target: 'target', 'WASI Proposal': 'wasi-proposal', 'WebAssembly Proposal': 'wasm-proposal' };
  for (const [kind, id] of Object.entries({ ...ids, 'Other feature': 'misc' }))
    assert.deepEqual(
      statusRows(`categories/${id}/index.html`),
      shown.filter((row) => row.includes(`| ${kind} |`)).map((row) => row.replace(kind, '')),
    );
  assert.deepEqual(statusRows('snapshots/2022-07-29/index.html'), shown);
  for (const row of rows)
    assert.equal(textOf(one(readPage(`features/${idOf(row)}/index.html`), tag('h1'), 'heading')), plain(row.name));
});
