// The published data as another program reads it. valid.test.ts checks every file against its schema.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { idOf, plain, rows } from './expected.ts';
import { documentedSite } from './html.ts';

interface Feature {
  [key: string]: unknown;
  id: string;
  name: string;
  tier: number | null;
  missing: { as: string; requirement: string | null }[];
}
const api = `${documentedSite}/api/v1`;
const read = (name: string) => JSON.parse(readFileSync(`${api}/${name}`, 'utf8')) as Record<string, unknown>;
const { features } = read('features.json') as unknown as { features: Feature[] };

test('features.json has every row of the document with its tier and missing requirements, and no others', () => {
  const line = (id: string, tier: unknown, name: string, missing: string[]) => [id, tier, name, ...missing].join(' | ');
  assert.deepEqual(
    features
      .map(({ id, tier, name, missing }) =>
        line(
          id,
          tier,
          name,
          missing.map(({ as }) => as),
        ),
      )
      .sort(),
    rows.map((row) => line(idOf(row), row.tier, plain(row.name), row.missing)).sort(),
  );
});

test('every feature file and the CSV table agree with features.json', () => {
  for (const feature of features) {
    const { $schema, ...alone } = read(`features/${feature.id}.json`);
    assert.match(String($schema), /#\/\$defs\/featureFile$/);
    assert.deepEqual(Object.entries(alone), Object.entries(feature));
  }
  const text = readFileSync(`${api}/features.csv`, 'utf8');
  const table = parse(text, { columns: true }) as Record<string, string>[];
  assert.deepEqual(
    table.map(({ id, tier, name, missing }) => [id, tier, name, missing]),
    features.map(({ id, tier, name, missing }) => [id, String(tier), name, missing.map(({ as }) => as).join('; ')]),
  );
  assert.equal(text.split('\r\n').length, features.length + 2, 'one line a feature, and CR LF at the end of each');
});
