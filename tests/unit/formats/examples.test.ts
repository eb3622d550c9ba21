import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '../../../src/formats/examples.ts';

test('each example that fetches fetches from the site itself, and from nowhere else', () => {
  const urls = examples((name) => `https://x.example/api/${name}`).map(({ id, code }) => [id, ...(code.match(/https?:\/\/[^\s'"]+/g) ?? [])]);
  assert.deepEqual(urls, [
    ['curl', 'https://x.example/api/features.json'],
    ['javascript', 'https://x.example/api/features.json'],
    ['python', 'https://x.example/api/changes.json'],
    ['rust'],
  ]);
});
