import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apiListing } from '../../../../src/output/api/api-files.ts';
import { examples } from '../../../../src/output/api/examples.ts';

const all = examples((name) => `https://x.example/api/${name}`);

test('an example fetches data only from the site itself, and the one for the shell reads every file', () => {
  const urls = all.map(({ id, code }) => [id, ...(code.match(/https?:\/\/[^\s'"]+/g) ?? []).sort()]);
  const files = ['index.json', 'features/ID.json', ...apiListing.map(({ name }) => name)];
  assert.deepEqual(urls, [
    ['curl', ...files.map((file) => `https://x.example/api/${file}`).sort()],
    ['javascript', 'https://x.example/api/features.json'],
    ['python', 'https://x.example/api/changes.json'],
    ['rust'],
  ]);
});

test('the Rust example compiles its table in', () => {
  assert.match(all[3]?.code ?? '', /^const TABLE: &str = include_str!\("features\.csv"\);\n/);
});
