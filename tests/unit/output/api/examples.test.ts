import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiListing } from '../../../../src/output/api/api-files.ts';
import { examples } from '../../../../src/output/api/examples.ts';

const all = examples((name) => `https://x.example/api/${name}`);

test('an example fetches data only from the site itself', () => {
  const urls = all.map(({ id, code }) => [id, ...(code.match(/https?:\/\/[^\s'"]+/g) ?? [])]);
  assert.deepEqual(urls, [
    ['curl', 'https://x.example/api/$1'],
    ['javascript', 'https://x.example/api/features.json'],
    ['python', 'https://x.example/api/changes.json'],
    ['rust'],
  ]);
});

test('the shell example reads every file of the API', () => {
  const files = [...(all[0]?.code ?? '').matchAll(/^get (\S+) \|/gm)].map(([, file]) => file);
  assert.deepEqual(
    files.toSorted(),
    ['index.json', 'features/ID.json', ...apiListing.map(({ name }) => name)].toSorted(),
  );
});

test('the Rust example compiles its table in', () => {
  assert.match(all[3]?.code ?? '', /^const TABLE: &str = include_str!\("features\.csv"\);\n/);
});
