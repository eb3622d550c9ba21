// The site in Markdown: the document is the source's equal, and every page has a twin that leads nowhere wrong.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Heading, Link, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { all, dist, readPage, tag, textOf } from './html.ts';
import { readSource } from './source-document.ts';

/** A document by its meaning: without positions, and with any white space as one space. */
const meaning = (root: Root): unknown =>
  JSON.parse(
    JSON.stringify(root, (key, value: unknown) =>
      key === 'position' ? undefined : key === 'value' ? String(value).replace(/\s+/g, ' ') : value,
    ),
  );

const bases = [
  { folder: dist, site: 'http://127.0.0.1:4321/' },
  { folder: '.cache/dist-base', site: 'https://docs.example/wasmtime/tiers/' },
];

describe('the document as one Markdown file', () => {
  test('is the source document in every heading, word, list, row and footnote', () => {
    for (const { folder } of bases)
      assert.deepEqual(meaning(readSource(`${folder}/stability-tiers.md`)), meaning(readSource()));
  });

  test('would be found different in a word, a level of heading or a row', () => {
    const text = readFileSync(`${dist}/stability-tiers.md`, 'utf8');
    for (const [from, to] of [
      ['rarely', 'seldom'],
      ['#### Tier 1', '### Tier 1'],
      [/^\| Target.*\n/m, ''],
    ] as const) {
      const changed = readSource(`${dist}/stability-tiers.md`, text.replace(from, to));
      assert.notDeepEqual(meaning(changed), meaning(readSource()));
    }
  });
});

for (const { folder, site } of bases) {
  describe(`every page below ${site} has a twin in Markdown`, () => {
    const paths = [...readFileSync(`${folder}/sitemap.xml`, 'utf8').matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, url = '']) => url.slice(site.length),
    );

    test('with its heading, which the page’s head leads to, and which leads back', () => {
      for (const path of paths) {
        const page = readPage(`${path}index.html`, folder);
        const heading = readSource(`${folder}/${path}index.md`).children[0] as Heading;
        assert.equal(heading.type, 'heading', path);
        assert.equal(heading.depth, 1, path);
        const [h1] = all(page, tag('h1'));
        assert.ok(h1 && textOf(h1).endsWith(toString(heading)), `${path}: ${toString(heading)}`);
        const [twin] = all(page, (it) => it.tagName === 'link' && it.properties['type'] === 'text/markdown');
        assert.equal(String(twin?.properties['href']), `${new URL(site).pathname}${path}index.md`);
        assert.ok(readFileSync(`${folder}/${path}index.md`, 'utf8').endsWith(`\n\nThis page: <${site}${path}>\n`));
      }
    });

    test('whose links within the site lead to files', () => {
      const files = [...globSync(`${folder}/**/*.md`), `${folder}/llms.txt`];
      assert.ok(files.length > paths.length);
      for (const file of files) {
        visit(readSource(file), 'link', ({ url }: Link) => {
          assert.ok(URL.canParse(url), `${file}: ${url} is not whole`);
          if (!url.startsWith(site)) return assert.ok(url.startsWith('https://'), `${file}: ${url}`);
          const path = `${folder}/${url.slice(site.length).replace(/#.*/, '')}`;
          assert.ok(existsSync(path.endsWith('/') ? `${path}index.html` : path), `${file}: ${url}`);
        });
      }
    });
  });
}

test('the guide for language models has a title, a summary, and every feature’s twin', () => {
  const [title, summary, ...rest] = readSource(`${dist}/llms.txt`).children;
  assert.deepEqual([title?.type, summary?.type], ['heading', 'blockquote']);
  assert.ok(rest.every(({ type }) => ['paragraph', 'heading', 'list'].includes(type)));
  const text = readFileSync(`${dist}/llms.txt`, 'utf8');
  for (const path of globSync(`${dist}/features/*/index.md`))
    assert.ok(text.includes(`/${path.slice(dist.length + 1)})`), path);
});
