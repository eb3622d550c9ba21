import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import type { Catalogue } from '../../../src/domain/catalogue/catalogue.ts';
import { allChanges, currentEntry } from '../../../src/domain/history.ts';
import { catalogueOn, snapshotDays, statusOn } from '../../../src/domain/snapshots.ts';
import { featuresIn } from '../../../src/domain/tier.ts';
import { byText } from '../../../src/domain/words.ts';
import { events, revisions, writeReplay } from '../../replay.ts';
import { lens } from './lens.ts';

const folder = '.cache/replay-snapshots';
writeReplay(folder);
const { catalogue: read, problems } = checkContent(folder);
assert.deepEqual(problems, []);
const catalogue = read as Catalogue;

describe('two years of the real document, day by day', () => {
  const renames = new Map(
    events.filter(({ type }) => type === 'renamed').map(({ from_, to }) => [from_?.name, to?.name]),
  );

  for (const { date, rows } of revisions) {
    test(`the tables of ${date} are those of the document on that day`, () => {
      const { features, tiers } = catalogueOn(catalogue, date);
      const found = tiers.flatMap((tier) =>
        featuresIn(features, tier).map((feature) =>
          [tier.level, feature.category.name, feature.name, ...currentEntry(feature).missing.map(({ as }) => as)].join(
            ' | ',
          ),
        ),
      );
      const expected = rows.map(({ tier, category, name, missing }) =>
        [tier, category, renames.get(name) ?? name, ...missing].join(' | '),
      );
      assert.deepEqual(found.toSorted(byText), expected.toSorted(byText));
    });
  }
});

describe('the days that have tables', () => {
  const days = snapshotDays(catalogue.features);

  test('each tells its changes, and how many features had a tier at its end', () => {
    const rows = new Map(revisions.map(({ date, rows: { length } }) => [date, length]));
    assert.deepEqual(
      days.map(({ date, tracked }) => [date, tracked]),
      days.map(({ date }) => [date, rows.get(date)]),
    );
    assert.deepEqual(
      days.flatMap(({ changes }) => changes).map(({ id }) => id),
      allChanges(catalogue.features).map(({ id }) => id),
    );
    assert.ok(days.every(({ whole }) => whole));
  });

  test('are as many as 10,000 rows allow together, the newest first, and one at least', () => {
    const many = (count: number, days: number) => {
      const statuses = Array.from({ length: days }, (_, index): [number] => [1 + (index % 2)]);
      return snapshotDays(Array.from({ length: count }, () => lens(...statuses))).map(({ whole }) => whole);
    };
    assert.deepEqual(many(5_000, 6), [true, true, false, false, false, false]);
    assert.deepEqual(many(30_000, 2), [true, false]);
  });
});

test('an entry holds from its own day to the one before the next', () => {
  const it = lens([3], [2], [undefined]);
  const levels = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01', '2022-01-01', '2030-01-01'].map((day) => {
    const status = statusOn(it, day);
    return status ? (status.tier?.level ?? 'removed') : undefined;
  });
  assert.deepEqual(levels, [undefined, 3, 3, 2, 'removed', 'removed']);
});
