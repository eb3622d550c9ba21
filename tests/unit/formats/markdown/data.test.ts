import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples } from '../../../../src/formats/examples.ts';
import { dataMarkdown } from '../../../../src/formats/markdown/data.ts';

test('the page about data names each file by its address, and shows each example whole', () => {
  const text = dataMarkdown((path) => `https://x.example/${path}`);
  for (const name of ['index.json', 'features.json', 'features.csv', 'schema.json']) assert.ok(text.includes(`https://x.example/api/v1/${name}`), name);
  for (const name of ['changes.xml', 'changes.json', 'stability-tiers.md', 'llms.txt']) assert.ok(text.includes(`(https://x.example/${name})`), name);
  for (const { code } of examples((name) => `https://x.example/api/v1/${name}`)) assert.ok(text.includes(`\n${code}\`\`\``));
});
