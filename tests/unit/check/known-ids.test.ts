import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { knownIds } from '../../../src/check/known-ids.ts';
import { disk } from '../../../src/check/files.ts';
import { readContent, readIds } from '../../../src/check/read-content.ts';
import { lanternWith } from '../lantern.ts';

describe('The known ids are those of the files, even where some are broken', () => {
  test('categories, requirements, features, levels, rules', (t) => {
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

  test('without reading a feature', (t) => {
    const root = lanternWith(t, { 'features/red-lamp.mdx': 'Red.' });
    assert.deepEqual(knownIds(readIds(root)), knownIds(readContent(root).content));
    const files = {
      ...disk,
      text: (path: string) => (path.includes('features') ? assert.fail(path) : disk.text(path)),
    };
    assert.ok(knownIds(readIds(root, files)).feature.includes('oak-board'));
  });

  test('none where the categories cannot be read', (t) => {
    assert.deepEqual(knownIds(readContent(lanternWith(t, { 'categories.yaml': '- [' })).content).category, []);
    assert.deepEqual(
      knownIds(readContent(lanternWith(t, { 'categories.yaml': '- lamp\n- id: board\n' })).content).category,
      ['board'],
    );
  });
});
