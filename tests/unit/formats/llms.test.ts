import assert from 'node:assert/strict';
import { test } from 'node:test';
import { llmsText } from '../../../src/formats/llms.ts';
import { lantern } from '../lantern.ts';

test('the guide has a title, a summary, and a link to the Markdown of every tier, feature, requirement and category', () => {
  const catalogue = lantern();
  const text = llmsText(catalogue, (path) => `https://x.example/${path}`);
  assert.ok(text.startsWith('# Support Levels of Lantern\n\n> What the makers of Lantern'));
  assert.ok(text.includes('- [`pine-board`](https://x.example/features/pine-board/index.md): No longer tracked. A board in a pine case.\n'));
  const { tiers, features, requirements, categories } = catalogue;
  const links = [...text.matchAll(/^- \[.*?\]\((.*?)\): \S/gm)].map(([, url]) => url);
  assert.equal(links.length, 7 + tiers.length + features.length + requirements.length + categories.length);
  assert.deepEqual(links.filter((url) => !url?.endsWith('.md')), []);
});
