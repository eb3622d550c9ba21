// Every page has a Markdown version, and llms.txt leads language models to it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { toString } from 'mdast-util-to-string';
import { all, documentedSite, editedSite, filesOf, readPage, tag, textOf } from './html.ts';
import { readSource } from './source-document.ts';

test('every page links to a Markdown version with the same heading, which links back to the page', () => {
  for (const [site, root] of [
    [documentedSite, 'http://127.0.0.1:4321/'],
    [editedSite, 'https://docs.example/wasmtime/tiers/'],
  ] as const) {
    const sitemap = readFileSync(`${site}/sitemap.xml`, 'utf8');
    const paths = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url = '']) => url.slice(root.length));
    assert.ok(paths.length > 40);
    for (const path of paths) {
      const page = readPage(`${path}index.html`, site);
      const [heading] = readSource(`${site}/${path}index.md`).children;
      assert.ok(heading?.type === 'heading' && heading.depth === 1, path);
      const [h1] = all(page, tag('h1'));
      // The heading of the first page is a question; the page title has the name of the site.
      const titles = [h1, ...all(page, tag('title'))].map((it) => (it ? textOf(it) : ''));
      assert.ok(
        titles.some((title) => title.endsWith(toString(heading))),
        `${path}: ${toString(heading)}`,
      );
      const [markdownPage] = all(page, (it) => it.tagName === 'link' && it.properties['type'] === 'text/markdown');
      assert.equal(markdownPage?.properties['href'], `${new URL(root).pathname}${path}index.md`);
      assert.ok(readFileSync(`${site}/${path}index.md`, 'utf8').endsWith(`\n\nThis page: <${root}${path}>\n`));
    }
  }
});

test('llms.txt has a title, a summary and a link to the Markdown version of every page', () => {
  const [title, summary, ...rest] = readSource(`${documentedSite}/llms.txt`).children;
  assert.deepEqual([title?.type, summary?.type], ['heading', 'blockquote']);
  assert.ok(rest.every(({ type }) => ['paragraph', 'heading', 'list'].includes(type)));
  const text = readFileSync(`${documentedSite}/llms.txt`, 'utf8');
  for (const path of filesOf(documentedSite, '**/index.md')) assert.ok(text.includes(`/${path})`), path);
});
