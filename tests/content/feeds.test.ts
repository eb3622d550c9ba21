// Checks of the feeds that no grammar can express; valid.test.ts checks them against their grammars.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { all, documentedSite, filesOf, readPage } from './html.ts';

const site = 'http://127.0.0.1:4321/';
const texts = (xml: XmlDocument, path: string): string[] =>
  xml.find(path, { a: 'http://www.w3.org/2005/Atom' }).map((node) => (node as XmlElement).content);

test('every feed has unique ids, its own address and its newest date, and JSON and Atom have the same items', () => {
  const paths = filesOf(documentedSite, '**/changes.xml');
  assert.equal(paths.length, 1 + 20);
  for (const path of paths) {
    using xml = XmlDocument.fromString(readFileSync(`${documentedSite}/${path}`, 'utf8'));
    const ids = texts(xml, '//a:id');
    assert.equal(new Set(ids).size, ids.length, path);
    for (const id of ids) assert.match(id, /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    for (const url of texts(xml, '//a:link/@href')) assert.ok(URL.canParse(url), url);
    assert.deepEqual(texts(xml, '/a:feed/a:link[@rel="self"]/@href'), [site + path]);
    const moments = texts(xml, '//a:entry/a:updated');
    assert.deepEqual(texts(xml, '/a:feed/a:updated'), [moments.toSorted().at(-1)]);
    assert.equal(texts(xml, '/a:feed/a:author/a:name').length, 1);
    assert.equal(texts(xml, '//a:entry[count(a:link[@rel="alternate"]) = 1]').length, moments.length);

    const json = path.replace(/xml$/, 'json');
    const feed = JSON.parse(readFileSync(`${documentedSite}/${json}`, 'utf8')) as {
      feed_url: string;
      items: { id: string; title: string; content_text: string }[];
    };
    assert.equal(feed.feed_url, site + json);
    const same = { id: 'id', title: 'title', content_text: 'content' } as const;
    for (const [key, element] of Object.entries(same))
      assert.deepEqual(
        feed.items.map((item) => item[key as keyof typeof same]),
        texts(xml, `//a:entry/a:${element}`),
        path,
      );
  }
});

test('a page links to the feeds of the site, and a feature’s page also to its own feeds', () => {
  const feedsOn = (path: string) =>
    all(
      readPage(path),
      ({ properties: { rel, type } }) => /^alternate$/.test(String(rel)) && /atom|feed/.test(String(type)),
    ).map(({ properties }) => properties['href']);
  const feedsOfSite = ['/changes.xml', '/changes.json'];
  assert.deepEqual(feedsOn('policy/index.html'), feedsOfSite);
  const feedsOfFeature = ['/features/simd/changes.xml', '/features/simd/changes.json'];
  assert.deepEqual(feedsOn('features/simd/index.html'), [...feedsOfSite, ...feedsOfFeature]);
});
