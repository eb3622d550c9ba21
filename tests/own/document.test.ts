// What this project's own content says today. Another project deletes this folder.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { plain } from '../content/expected.ts';
import { all, articleOf, htmlBlocks, todaysSite } from '../content/html.ts';
import { firstDifference, markdownBlocks, originalAnchors, readSource } from '../content/source-document.ts';

/** The document with every change of the policy since. */
const documentOfToday = readSource('tests/own/stability-tiers.md');
/** The tables and their footnotes are today's; the prose is the document's. */
const isProse = (block: string) => !/^(?:row: |footnote )/.test(block);

test('today’s policy has every word of the document’s prose', () => {
  const { features } = JSON.parse(readFileSync(`${todaysSite}/api/v1/features.json`, 'utf8')) as {
    features: { name: string; supported: boolean }[];
  };
  // What is not supported stands in a list instead of a table.
  const listed = features.filter(({ supported }) => !supported).map(({ name }) => plain(name));
  const proseOf = (blocks: string[]) =>
    blocks.filter((it) => isProse(it) && !(it.startsWith('li p: ') && listed.some((name) => it.includes(name))));
  const [original, published] = [markdownBlocks(documentOfToday), htmlBlocks(articleOf(todaysSite))];
  assert.equal(firstDifference(proseOf(original), proseOf(published)), undefined);
});

test('the anchors that links to the original use are in today’s policy, on their headings or where those have gone', () => {
  for (const anchor of originalAnchors)
    assert.equal(all(articleOf(todaysSite), (it) => it.properties['id'] === anchor).length, 1, anchor);
});
