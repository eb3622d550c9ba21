// What leaves the site with a link: its description, its data, the texts to cite; and how little the first visit fetches.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Element } from 'hast';
import { idOf, plain, rows } from './expected.ts';
import { all, dist, metas, one, readPage, tag, textOf } from './html.ts';

const site = 'http://127.0.0.1:4321';
const kinds = ['features', 'tiers', 'requirements'];
const pages = kinds
  .flatMap((kind) => globSync(`${dist}/${kind}/*/index.html`))
  .map((path) => path.slice(dist.length + 1));

test('a feature’s description is its status and what is missing', () => {
  for (const row of rows) {
    const found = metas(`features/${idOf(row)}/index.html`);
    const lacks = row.missing.length > 0 ? `; missing: ${row.missing.join(', ')}` : '';
    const sentence = `${plain(row.name)} is Tier ${row.tier} in Wasmtime${lacks}`;
    assert.deepEqual(
      [found['description'], found['og:description'], found['og:image:alt']],
      [sentence, sentence, sentence],
    );
  }
});

describe('the box for citing', () => {
  const lines = (path: string) =>
    all(one(readPage(path), tag('main'), 'main'), (it) => it.tagName === 'tier-copy').map((it) =>
      textOf(one(it, tag('code'), 'text')),
    );

  test('on a feature’s page: its address, a link, the badge and a link that stays', () => {
    assert.deepEqual(lines('features/memory64/index.html').slice(-4), [
      `${site}/features/memory64/`,
      `[memory64: Tier 2](${site}/features/memory64/)`,
      `[![memory64: tier of support in Wasmtime](${site}/badges/memory64.svg)](${site}/features/memory64/)`,
      `${site}/snapshots/2022-07-29/#memory64`,
    ]);
  });

  test('on a requirement’s page: its address, a link, and the status of today', () => {
    assert.deepEqual(lines('requirements/clear-owner/index.html'), [
      `${site}/requirements/clear-owner/`,
      `[Clear owner: a requirement of Tier 3](${site}/requirements/clear-owner/)`,
      `${site}/snapshots/2022-07-29/`,
    ]);
  });

  test('the link that stays leads to the feature’s row', () => {
    for (const row of rows) {
      const [, path = '', id] = /4321\/(.*)#(.*)$/.exec(lines(`features/${idOf(row)}/index.html`).at(-1) ?? '') ?? [];
      assert.ok(
        all(readPage(`${path}index.html`), ({ tagName, properties }) => tagName === 'tr' && properties['id'] === id)
          .length === 1,
      );
    }
  });

  test('no button is there before it works', () => {
    for (const path of pages) assert.deepEqual(all(readPage(path), tag('button')), [], path);
  });
});

describe('programs find a page’s data', () => {
  const alternates = (path: string) =>
    Object.fromEntries(
      all(
        readPage(path),
        ({ tagName, properties }) => tagName === 'link' && String(properties['rel']) === 'alternate',
      ).map(({ properties }) => [String(properties['type']), properties['href']]),
    );
  const script = (path: string): Element =>
    one(readPage(path), ({ properties }) => properties['type'] === 'application/ld+json', 'data');

  test('the JSON and the Markdown of every feature, tier and requirement are linked', () => {
    const json: Record<string, string> = { tiers: 'tiers.json', requirements: 'requirements.json' };
    for (const path of pages) {
      const [kind = '', id] = path.split('/');
      const found = alternates(path);
      assert.equal(found['application/json'], `/api/v1/${json[kind] ?? `features/${id}.json`}`);
      assert.equal(found['text/markdown'], `/${path.replace('.html', '.md')}`);
    }
  });

  test('each has data in the words of schema.org, whose status and address are the page’s', () => {
    for (const path of pages) {
      const [text] = script(path).children;
      const data = JSON.parse(text?.type === 'text' ? text.value : '') as Record<string, unknown>;
      assert.deepEqual(
        [data['@context'], data['@type'], data['url']],
        ['https://schema.org', 'WebPage', `${site}/${path.replace('index.html', '')}`],
      );
      assert.equal(data['image'], metas(path)['og:image']);
      if (path.startsWith('features'))
        assert.deepEqual([data['description'], data['dateModified']], [metas(path)['description'], '2022-07-29']);
    }
  });
});

// Compressed as every host can, some of them no better.
test('a feature’s page with its styles is at most 14 KB as it is first fetched', () => {
  for (const row of rows) {
    const path = `features/${idOf(row)}/index.html`;
    const size = gzipSync(readFileSync(`${dist}/${path}`)).length;
    assert.ok(size <= 14_000, `${path}: ${size} bytes`);
    const sheets = all(
      readPage(path),
      ({ tagName, properties }) => tagName === 'link' && String(properties['rel']) === 'stylesheet',
    );
    assert.equal(sheets.length, 0, 'its styles are in it');
  }
});
