import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { heirs, idsOf } from '../../../../src/domain/catalogue/former-ids.ts';

describe('Old and new items are matched by id, then by former id', () => {
  const [kept, moved, gone] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const now = [
    { id: 'a', formerIds: ['b'] },
    { id: 'd', formerIds: [] },
  ];

  test('several may become one, which is compared with the one whose id it keeps', () => {
    for (const base of [
      [kept, moved, gone],
      [moved, kept, gone],
    ]) {
      const { heirOf, before } = heirs<{ id: string; formerIds?: string[] }>(base, now);
      assert.deepEqual([heirOf.get(kept)?.id, heirOf.get(moved)?.id, heirOf.get(gone)], ['a', 'a', undefined]);
      assert.deepEqual([before.get(now[0] ?? kept), before.get(now[1] ?? kept)], [kept, undefined]);
    }
  });

  test('an id in use is no former id', () => {
    const both = [{ id: 'b' }, { id: 'e', formerIds: ['b'] }];
    assert.equal(heirs<{ id: string; formerIds?: string[] }>([moved], both).heirOf.get(moved)?.id, 'b');
  });
});

test('Something’s ids are its present one and those before', () => {
  assert.deepEqual([idsOf({ id: 'a', formerIds: ['c', 'b'] }), idsOf({ id: 'a' })], [['a', 'c', 'b'], ['a']]);
});
