import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '../../../../src/output/api/examples.ts';

const all = examples((name) => `https://x.example/api/${name}`);

test('each example that fetches fetches from the site itself, and from nowhere else', () => {
  const urls = all.map(({ id, code }) => [id, ...(code.match(/https?:\/\/[^\s'"]+/g) ?? [])]);
  assert.deepEqual(urls, [
    ['curl', 'https://x.example/api/features.json'],
    ['javascript', 'https://x.example/api/features.json'],
    ['python', 'https://x.example/api/changes.json'],
    ['rust'],
  ]);
});

test('the one that fetches nothing has its table compiled in', () => {
  assert.match(all[3]?.code ?? '', /^const TABLE: &str = include_str!\("features\.csv"\);\n/);
});

test('each says what runs it, what it does and what it needs', () => {
  assert.deepEqual(
    all.map(({ label, says }) => [label, says]),
    [
      ['curl and jq', 'The features of Tier 1, one a line.'],
      [
        'JavaScript',
        'What each feature still lacks for the next tier. It runs in Node 18 or newer, in Deno, and in a browser as a module.',
      ],
      ['Python', 'The newest changes of status. It needs Python 3 and nothing else.'],
      [
        'Rust',
        'The tier of a feature, from a copy of the table that is compiled in. It needs no crate, only features.csv beside it.',
      ],
    ],
  );
});
