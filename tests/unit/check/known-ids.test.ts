import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { knownIds } from '../../../src/check/known-ids.ts';
import { disk } from '../../../src/check/files.ts';
import { readContent, readIds } from '../../../src/check/read-content.ts';
import { lanternWith } from '../lantern.ts';

describe('Known ids of a content folder', () => {
  test('a broken feature keeps its id among the known ids', (t) => {
    const { content } = readContent(
      lanternWith(t, { 'features/red-lamp.mdx': 'Red.', 'tiers/dark.mdx': '---\nlevel: two\n---\n' }),
    );
    const { rule, ...ids } = knownIds(content);
    assert.deepEqual(ids, {
      category: ['lamp', 'board'],
      requirement: ['night-watch', 'spare-bulb', 'wiring-plan'],
      feature: ['fog-signal', 'oak-board', 'pine-board', 'red-lamp'],
      tier: [1],
    });
    assert.ok(rule.includes('owed-by-its-tier'));
  });

  test('feature ids are listed without reading the feature files', (t) => {
    const root = lanternWith(t, { 'features/red-lamp.mdx': 'Red.' });
    assert.deepEqual(knownIds(readIds(root)), knownIds(readContent(root).content));
    const files = {
      ...disk,
      text: (path: string) => (path.includes('features') ? assert.fail(path) : disk.text(path)),
    };
    assert.ok(knownIds(readIds(root, files)).feature.includes('oak-board'));
  });

  test('an unreadable category list or item adds no id', (t) => {
    assert.deepEqual(knownIds(readContent(lanternWith(t, { 'categories.yaml': '- [' })).content).category, []);
    assert.deepEqual(
      knownIds(readContent(lanternWith(t, { 'categories.yaml': '- lamp\n- id: board\n' })).content).category,
      ['board'],
    );
  });
});
