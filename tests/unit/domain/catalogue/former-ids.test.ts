import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heirs, idsOf } from '../../../../src/domain/catalogue/former-ids.ts';

describe('Matching of old and new items', () => {
  const [unchanged, moved, gone] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const items = [
    { id: 'a', formerIds: ['b'] },
    { id: 'd', formerIds: [] },
  ];

  test('several old items can match one new item, which is compared with the one that has its id', () => {
    for (const base of [
      [unchanged, moved, gone],
      [moved, unchanged, gone],
    ]) {
      const { heirOf, before } = heirs<{ id: string; formerIds?: string[] }>(base, items);
      assert.deepEqual([heirOf.get(unchanged)?.id, heirOf.get(moved)?.id, heirOf.get(gone)], ['a', 'a', undefined]);
      assert.deepEqual([before.get(items[0] ?? unchanged), before.get(items[1] ?? unchanged)], [unchanged, undefined]);
    }
  });

  test('an id that is in use is not treated as a former id', () => {
    const both = [{ id: 'b' }, { id: 'e', formerIds: ['b'] }];
    assert.equal(heirs<{ id: string; formerIds?: string[] }>([moved], both).heirOf.get(moved)?.id, 'b');
  });
});

test('the ids of an item are its current id and its former ids', () => {
  assert.deepEqual([idsOf({ id: 'a', formerIds: ['c', 'b'] }), idsOf({ id: 'a' })], [['a', 'c', 'b'], ['a']]);
  assert.deepEqual(idsOf({ id: 'a', formerIds: ['a', 'b'] }), ['a', 'b']);
});
