// Independent parsers read every machine-readable file, under two base paths.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import * as libxml2 from 'libxml2-wasm';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import robots from 'robots-parser';
import { parseDocument } from 'yaml';
import { editedSite, filesOf, todaysSite } from './html.ts';

const builds = [
  { dist: todaysSite, root: 'http://127.0.0.1:4321/' },
  { dist: editedSite, root: 'https://docs.example/wasmtime/tiers/' },
];
const read = (path: string): string => readFileSync(path, 'utf8');
const xml = (path: string): XmlDocument => XmlDocument.fromString(read(path));
const grammar = (name: string): XmlDocument => xml(`tests/fixtures/grammars/${name}`);
const relaxNg = Reflect.get(libxml2, 'RelaxNGValidator') as {
  fromDoc(grammar: XmlDocument): { validate(xml: XmlDocument): void; dispose(): void };
};
const atom = relaxNg.fromDoc(grammar('atom.rng'));
const sitemap = XsdValidator.fromDoc(grammar('sitemap.xsd'));
after(() => [atom, sitemap].forEach((validator) => validator.dispose()));

/** The reader of each kind of published file, here or in the test that is named. */
const readers: [files: RegExp, reader: string][] = [
  [/^sitemap\.xml$/, 'sitemap'],
  [/changes\.xml$/, 'atom'],
  [/^(features\/[^/]+\/)?changes\.json$/, 'feed'],
  [/^api\/v1\/schema\.json$/, 'schema'],
  [/^api\/v1\/.*\.json$/, 'api'],
  [/\.csv$/, 'csv'],
  [/\.svg$/, 'svg'],
  [/^robots\.txt$/, 'robots'],
  [/\.html$/, 'html-validate, by npm run test:content'],
  [/\.png$/, 'sharing.test.ts'],
  [/^_astro\//, 'baseline.test.ts'],
  [/\.md$|^llms\.txt$/, 'markdown.test.ts'],
  [/^_headers$|^built-by-/, 'tests/unit/headers.test.ts'],
];
const readerOf = (path: string): string | undefined => readers.find(([files]) => files.test(path))?.[1];

type Schema = Record<string, unknown>;

function validatorFor(schema: Schema): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  formats.default(ajv);
  ajv.addSchema(schema);
  return ajv;
}

/** Forbids fields that the schema does not name. It has no `allOf`, so each object can be closed separately. */
function withoutExtraFields(schema: Schema): Schema {
  for (const it of Object.values(schema)) if (typeof it === 'object' && it !== null) withoutExtraFields(it as Schema);
  if (schema['type'] === 'object' && schema['properties']) schema['additionalProperties'] = false;
  return schema;
}

for (const { dist, root } of builds) {
  describe(`The files of the site at ${root}`, () => {
    const files = filesOf(dist);
    const filesFor = (reader: string) => files.filter((path) => readerOf(path) === reader);
    const schema = JSON.parse(read(`${dist}/api/v1/schema.json`)) as Schema;
    const [open, closed] = [validatorFor(schema), validatorFor(withoutExtraFields(structuredClone(schema)))];
    const feed = open.compile(JSON.parse(read('tests/fixtures/grammars/json-feed.json')) as object);

    test('every file has a reader, and every reader has a file', () => {
      assert.deepEqual(
        files.filter((path) => !readerOf(path)),
        [],
      );
      for (const [, reader] of readers) assert.ok(filesFor(reader).length > 0, reader);
    });

    test('every JSON file is valid and has no duplicate keys', () => {
      for (const path of files.filter((it) => it.endsWith('.json'))) {
        JSON.parse(read(`${dist}/${path}`));
        // JSON is YAML, and the YAML parser reports duplicate keys; JSON.parse takes the last one.
        assert.deepEqual(parseDocument(read(`${dist}/${path}`), { version: '1.2', uniqueKeys: true }).errors, [], path);
      }
    });

    test('every API file is valid against its schema, which describes all of its fields', () => {
      for (const path of filesFor('api')) {
        const file = JSON.parse(read(`${dist}/${path}`)) as { $schema: string };
        assert.ok(file.$schema.startsWith(`${root}api/v1/schema.json#`), path);
        for (const ajv of [open, closed]) {
          const validate = ajv.getSchema(file.$schema);
          assert.ok(validate?.(file), `${path}: ${JSON.stringify(validate?.errors)}`);
        }
      }
    });

    // Programs may validate a newer file with an older schema.
    test('the published schema accepts an added field and rejects a changed type', () => {
      const tiers = JSON.parse(read(`${dist}/api/v1/tiers.json`)) as { $schema: string };
      const fits = (file: object) => [open, closed].map((ajv) => ajv.getSchema(tiers.$schema)?.(file));
      assert.deepEqual(fits({ ...tiers, colour: 'red' }), [true, false]);
      assert.deepEqual(fits({ ...tiers, tiers: [{ level: 'one' }] }), [false, false]);
    });

    test('every JSON feed is valid against version 1.1 of JSON Feed', () => {
      for (const path of filesFor('feed'))
        assert.ok(feed(JSON.parse(read(`${dist}/${path}`))), `${path}: ${JSON.stringify(feed.errors)}`);
    });

    test('every Atom feed is valid against RFC 4287', () => {
      for (const path of filesFor('atom')) {
        using document = xml(`${dist}/${path}`);
        assert.doesNotThrow(() => atom.validate(document), path);
      }
    });

    test('the sitemap is valid, and robots.txt links to it and allows all of its pages', () => {
      using document = xml(`${dist}/sitemap.xml`);
      sitemap.validate(document);
      const robotRules = robots(`${root}robots.txt`, read(`${dist}/robots.txt`));
      assert.deepEqual(robotRules.getSitemaps(), [`${root}sitemap.xml`]);
      const pages = document
        .find('//s:loc', { s: 'http://www.sitemaps.org/schemas/sitemap/0.9' })
        .map((node) => (node as libxml2.XmlElement).content);
      assert.ok(pages.length > 10);
      assert.deepEqual(
        pages.filter((page) => robotRules.isAllowed(page, 'any crawler') !== true),
        [],
      );
    });

    test('every SVG image is well-formed, and every badge has a title', () => {
      for (const path of filesFor('svg')) {
        using document = xml(`${dist}/${path}`);
        assert.equal(document.root.namespaceUri, 'http://www.w3.org/2000/svg', path);
        if (path.startsWith('badges/'))
          assert.equal(
            document.find('/s:svg[@role="img"]/s:title', { s: 'http://www.w3.org/2000/svg' }).length,
            1,
            path,
          );
      }
    });

    test('every line of the CSV table has the same number of cells', () => {
      for (const path of filesFor('csv')) assert.ok((parse(read(`${dist}/${path}`)) as string[][]).length > 1);
    });
  });
}

test('a sitemap with a duplicate page, an invalid date or an address without a host is rejected', () => {
  const text = read(`${todaysSite}/sitemap.xml`);
  for (const [from, to] of [
    [/(<url>.*<\/url>)/, '$1$1'],
    [/<lastmod>\d{4}-\d\d/, '<lastmod>2022-13'],
    [/<loc>http:\/\/[^/]*/, '<loc>'],
  ] as const) {
    assert.match(text, from);
    using document = XmlDocument.fromString(text.replace(from, to));
    assert.throws(() => sitemap.validate(document), String(from));
  }
});
