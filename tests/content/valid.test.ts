// Every file that a program reads, read by a parser that is not ours, under two base paths.
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
import { edited, filesOf, today } from './html.ts';

const builds = [
  { dist: today, root: 'http://127.0.0.1:4321/' },
  { dist: edited, root: 'https://docs.example/wasmtime/tiers/' },
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

/** Which reader takes a file; every published file has one, here or in the test that is named. */
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

function reader(schema: Schema): Ajv2020 {
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true });
  formats.default(ajv);
  ajv.addSchema(schema);
  return ajv;
}

/** Lets no field pass that the schema does not name; `allOf` is not used in it, so each object stands alone. */
function close(schema: Schema): Schema {
  for (const value of Object.values(schema)) if (typeof value === 'object' && value !== null) close(value as Schema);
  if (schema['type'] === 'object' && schema['properties']) schema['additionalProperties'] = false;
  return schema;
}

for (const { dist, root } of builds) {
  describe(`of the site below ${root}`, () => {
    const files = filesOf(dist);
    const filesFor = (reader: string) => files.filter((path) => readerOf(path) === reader);
    const schema = JSON.parse(read(`${dist}/api/v1/schema.json`)) as Schema;
    const [open, closed] = [reader(schema), reader(close(structuredClone(schema)))];
    const feed = open.compile(JSON.parse(read('tests/fixtures/grammars/json-feed.json')) as object);

    test('every file has a reader, and every reader a file', () => {
      assert.deepEqual(
        files.filter((path) => !readerOf(path)),
        [],
      );
      for (const [, reader] of readers) assert.ok(filesFor(reader).length > 0, reader);
    });

    test('every JSON file is valid, and no object has a name twice', () => {
      for (const path of files.filter((it) => it.endsWith('.json'))) {
        JSON.parse(read(`${dist}/${path}`));
        // JSON is YAML, whose reader complains of a name that stands twice; JSON.parse takes the last.
        assert.deepEqual(parseDocument(read(`${dist}/${path}`), { version: '1.2', uniqueKeys: true }).errors, [], path);
      }
    });

    test('every file of the API fits the schema that it names, and has no field that it does not describe', () => {
      for (const path of filesFor('api')) {
        const file = JSON.parse(read(`${dist}/${path}`)) as { $schema: string };
        assert.ok(file.$schema.startsWith(`${root}api/v1/schema.json#`), path);
        for (const ajv of [open, closed]) {
          const validate = ajv.getSchema(file.$schema);
          assert.ok(validate?.(file), `${path}: ${JSON.stringify(validate?.errors)}`);
        }
      }
    });

    // What a reader does who has the schema of yesterday.
    test('a field that is added is refused by none, and one of another type by all', () => {
      const tiers = JSON.parse(read(`${dist}/api/v1/tiers.json`)) as { $schema: string };
      const fits = (file: object) => [open, closed].map((ajv) => ajv.getSchema(tiers.$schema)?.(file));
      assert.deepEqual(fits({ ...tiers, colour: 'red' }), [true, false]);
      assert.deepEqual(fits({ ...tiers, tiers: [{ level: 'one' }] }), [false, false]);
    });

    test('every JSON Feed is one of version 1.1', () => {
      for (const path of filesFor('feed'))
        assert.ok(feed(JSON.parse(read(`${dist}/${path}`))), `${path}: ${JSON.stringify(feed.errors)}`);
    });

    test('every Atom feed fits RFC 4287', () => {
      for (const path of filesFor('atom')) {
        using document = xml(`${dist}/${path}`);
        assert.doesNotThrow(() => atom.validate(document), path);
      }
    });

    test('the sitemap fits its protocol, and robots.txt leads to it and forbids none of its pages', () => {
      using document = xml(`${dist}/sitemap.xml`);
      sitemap.validate(document);
      const said = robots(`${root}robots.txt`, read(`${dist}/robots.txt`));
      assert.deepEqual(said.getSitemaps(), [`${root}sitemap.xml`]);
      const pages = document
        .find('//s:loc', { s: 'http://www.sitemaps.org/schemas/sitemap/0.9' })
        .map((node) => (node as libxml2.XmlElement).content);
      assert.ok(pages.length > 10);
      assert.deepEqual(
        pages.filter((page) => said.isAllowed(page, 'any crawler') !== true),
        [],
      );
    });

    test('every picture is XML, is SVG, and names itself for those who do not see it', () => {
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

    test('the table has as many cells in each line', () => {
      for (const path of filesFor('csv')) assert.ok((parse(read(`${dist}/${path}`)) as string[][]).length > 1);
    });
  });
}

test('a sitemap is refused with a page twice, a day that there is not, or an address without its host', () => {
  const text = read(`${today}/sitemap.xml`);
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
