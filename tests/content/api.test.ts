// The published files, read as a stranger's program would read them.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { dist } from './html.ts';
import { readSource, rowsOf } from './source-document.ts';

type Json = Record<string, unknown>;
interface Feature {
  [key: string]: unknown;
  id: string;
  name: string;
  tier: number | null;
  missing: { as: string; requirement: string | null }[];
}

const api = `${dist}/api/v1`;
const names = globSync(`${api}/**/*.json`)
  .map((path) => path.slice(api.length + 1))
  .filter((name) => name !== 'schema.json');
const read = (name: string) => JSON.parse(readFileSync(`${api}/${name}`, 'utf8')) as Json;
const { features } = read('features.json') as unknown as { features: Feature[] };

function validator(change: (schema: Json) => void) {
  const schema = read('schema.json');
  change(schema);
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
  formats.default(ajv);
  ajv.addSchema(schema);
  return (name: string, file: Json) => {
    const validate = ajv.getSchema(String(file['$schema']));
    assert.ok(validate, `${name}: its $schema leads to no schema`);
    return validate(file)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message ?? ''}`);
  };
}

/** Lets no field pass that the schema does not name; `allOf` is not used in it, so each object stands alone. */
function close(schema: Json): void {
  for (const value of Object.values(schema)) if (typeof value === 'object' && value !== null) close(value as Json);
  if (schema['type'] === 'object' && schema['properties']) schema['additionalProperties'] = false;
}

describe('the published files', () => {
  test('fit the published schema, each the shape that it names', () => {
    const errors = validator(() => {});
    assert.equal(names.length, 7 + features.length);
    assert.deepEqual(
      names.flatMap((name) => errors(name, read(name))),
      [],
    );
  });

  test('hold no field that the schema does not describe', () => {
    const errors = validator(close);
    assert.deepEqual(
      names.flatMap((name) => errors(name, read(name))),
      [],
    );
    assert.deepEqual(errors('a stray field', { ...read('tiers.json'), colour: 'red' }), [
      'a stray field must NOT have additional properties',
    ]);
  });

  test('are not refused by a reader with an older schema, when a field is added', () => {
    const errors = validator(() => {});
    assert.deepEqual(errors('tomorrow', { ...read('tiers.json'), colour: 'red' }), []);
    assert.notDeepEqual(errors('a wrong type', { ...read('tiers.json'), tiers: [{ level: 'one' }] }), []);
  });

  test('say of every row what the document says, and give nobody else a tier', () => {
    const rows = rowsOf(readSource()).map(({ tier, name, missing }) =>
      [tier, name.replaceAll('`', ''), ...missing].join(' | '),
    );
    const found = features
      .filter(({ tier }) => tier !== null)
      .map(({ tier, name, missing }) => [tier, name, ...missing.map(({ as }) => as)].join(' | '));
    assert.deepEqual(found.sort(), rows.sort());
  });

  test('give one feature as the list gives it', () => {
    for (const feature of features) {
      const { $schema, ...alone } = read(`features/${feature.id}.json`);
      assert.match(String($schema), /#\/\$defs\/featureFile$/);
      assert.deepEqual(alone, feature);
      assert.deepEqual(Object.keys(alone), Object.keys(feature));
    }
  });

  test('give the table as the list gives it, to a parser that is not ours', () => {
    const text = readFileSync(`${api}/features.csv`, 'utf8');
    const rows = parse(text, { columns: true }) as Record<string, string>[];
    assert.deepEqual(
      rows.map(({ id, tier, name, missing }) => [id, tier, name, missing]),
      features.map(({ id, tier, name, missing }) => [
        id,
        String(tier ?? ''),
        name,
        missing.map(({ as }) => as).join('; '),
      ]),
    );
    assert.equal(text.split('\r\n').length, features.length + 2, 'one line a feature, and CR LF at the end of each');
    for (const value of rows.flatMap((row) => Object.values(row))) assert.doesNotMatch(value, /^[=+\-@\t\r]/);
  });

  test('name each other and the pages by whole addresses that lead somewhere, under any base', () => {
    for (const [folder, site] of [
      [dist, 'http://127.0.0.1:4321/'],
      ['.cache/dist-base', 'https://docs.example/wasmtime/tiers/'],
    ] as const) {
      const urls = ['index.json', 'features.json', 'tiers.json', 'requirements.json', 'categories.json', 'changes.json']
        .flatMap(
          (name) => readFileSync(`${folder}/api/v1/${name}`, 'utf8').match(/(?<="(?:url|\$schema)": ")[^"#]+/g) ?? [],
        )
        .filter((url) => !url.startsWith('https://github.com/'));
      assert.ok(urls.length > 60);
      for (const url of urls) {
        assert.ok(url.startsWith(site), url);
        const path = `${folder}/${url.slice(site.length)}`;
        assert.ok(existsSync(path.endsWith('/') ? `${path}index.html` : path), url);
      }
    }
  });
});
