import assert from 'node:assert/strict';
import { test } from 'node:test';
import { snapshotDays, statusOn } from '../../../src/domain/snapshots.ts';
import { lensWith } from './feature-with-history.ts';

test('full tables cover the newest days up to 10,000 rows in total, and at least one day', () => {
  const many = (count: number, days: number) => {
    const statuses = Array.from({ length: days }, (_, index): [number] => [1 + (index % 2)]);
    return snapshotDays(Array.from({ length: count }, () => lensWith(...statuses))).map(({ whole }) => whole);
  };
  assert.deepEqual(many(5_000, 6), [true, true, false, false, false, false]);
  assert.deepEqual(many(30_000, 2), [true, false]);
});

test('an entry applies from its own date until the day before the next entry', () => {
  const feature = lensWith([3], [2], [undefined]);
  const levels = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01', '2022-01-01', '2030-01-01'].map((day) => {
    const status = statusOn(feature, day);
    return status ? (status.tier?.level ?? 'removed') : undefined;
  });
  assert.deepEqual(levels, [undefined, 3, 3, 2, 'removed', 'removed']);
});
