import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { knownIds } from '../../../src/check/known-ids.ts';
import { readContent } from '../../../src/check/read-content.ts';
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

  test('none where the categories cannot be read', (t) => {
    assert.deepEqual(knownIds(readContent(lanternWith(t, { 'categories.yaml': '- [' })).content).category, []);
    assert.deepEqual(
      knownIds(readContent(lanternWith(t, { 'categories.yaml': '- lamp\n- id: board\n' })).content).category,
      ['board'],
    );
  });
});
