// The feeds, against the grammars of their formats, and against the rules that no grammar can tell.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import * as libxml2 from 'libxml2-wasm';
import { XmlDocument, type XmlElement } from 'libxml2-wasm';
import { all, dist, readPage } from './html.ts';

const namespaces = { a: 'http://www.w3.org/2005/Atom' };
const grammar = XmlDocument.fromString(readFileSync('tests/fixtures/grammars/atom.rng', 'utf8'));
// By its name, since its type says that some later libxml2 may lose it; the version here is pinned.
const relaxNg = Reflect.get(libxml2, 'RelaxNGValidator') as {
  fromDoc(grammar: XmlDocument): { validate(xml: XmlDocument): void; dispose(): void };
};
const validator = relaxNg.fromDoc(grammar);
after(() => validator.dispose());

const texts = (xml: XmlDocument, path: string): string[] =>
  xml.find(path, namespaces).map((node) => (node as XmlElement).content);
const site = 'http://127.0.0.1:4321/';

describe('every Atom feed', () => {
  for (const path of globSync(`${dist}/**/changes.xml`)) {
    test(`${path.slice(dist.length)} fits the grammar of RFC 4287 and its rules`, () => {
      using xml = XmlDocument.fromString(readFileSync(path, 'utf8'));
      validator.validate(xml);
      const ids = texts(xml, '//a:id');
      assert.equal(new Set(ids).size, ids.length, 'ids differ');
      for (const id of ids) assert.match(id, /^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      for (const url of texts(xml, '//a:link/@href')) assert.ok(URL.canParse(url), url);
      assert.deepEqual(texts(xml, '/a:feed/a:link[@rel="self"]/@href'), [site + path.slice(dist.length + 1)]);
      const moments = texts(xml, '//a:entry/a:updated');
      assert.deepEqual(texts(xml, '/a:feed/a:updated'), [moments.toSorted().at(-1)]);
      assert.equal(texts(xml, '/a:feed/a:author/a:name').length, 1);
      assert.equal(texts(xml, '//a:entry[count(a:link[@rel="alternate"]) = 1]').length, moments.length);
    });
  }

  test('is refused by the grammar without an id, with two titles, or with a day for a moment', () => {
    const text = readFileSync(`${dist}/changes.xml`, 'utf8');
    for (const [from, to] of [
      [/<id>.*<\/id>/, ''],
      [/(<title>.*<\/title>)/, '$1$1'],
      [/T00:00:00Z/, ''],
    ] as const) {
      using xml = XmlDocument.fromString(text.replace(from, to));
      assert.throws(() => validator.validate(xml));
    }
  });
});

describe('every JSON Feed', () => {
  const ajv = new Ajv2020({ allErrors: true });
  formats.default(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync('tests/fixtures/grammars/json-feed.json', 'utf8')));

  for (const path of globSync(`${dist}/**/changes.json`).filter((it) => !it.includes('/api/'))) {
    test(`${path.slice(dist.length)} fits version 1.1, and says what the Atom feed says`, () => {
      const feed = JSON.parse(readFileSync(path, 'utf8')) as {
        feed_url: string;
        items: { id: string; title: string; content_text: string }[];
      };
      assert.ok(validate(feed), JSON.stringify(validate.errors));
      assert.equal(feed.feed_url, site + path.slice(dist.length + 1));
      using xml = XmlDocument.fromString(readFileSync(path.replace(/json$/, 'xml'), 'utf8'));
      for (const [key, element] of [
        ['id', 'id'],
        ['title', 'title'],
        ['content_text', 'content'],
      ] as const)
        assert.deepEqual(
          feed.items.map((item) => item[key]),
          texts(xml, `//a:entry/a:${element}`),
        );
    });
  }
});

describe('feeds are found', () => {
  const feedsOn = (path: string) =>
    all(
      readPage(path),
      (it) =>
        it.tagName === 'link' &&
        String(it.properties['rel']) === 'alternate' &&
        /atom|feed/.test(String(it.properties['type'])),
    ).map(({ properties }) => String(properties['href']));

  test('from the head of every page, and a feature’s own from its page', () => {
    assert.deepEqual(feedsOn('index.html'), ['/changes.xml', '/changes.json']);
    assert.deepEqual(feedsOn('policy/index.html'), ['/changes.xml', '/changes.json']);
    const [feature] = globSync(`${dist}/features/*/index.html`).map((path) =>
      path.slice(dist.length + 1).replace('index.html', ''),
    );
    assert.deepEqual(feedsOn(`${feature}index.html`), [
      '/changes.xml',
      '/changes.json',
      `/${feature}changes.xml`,
      `/${feature}changes.json`,
    ]);
  });
});
