import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkHistory } from '../../../../src/domain/rules/history-errors.ts';
import type { EntryData } from '../../../../src/schema/feature.ts';

const entry = (date: string, more: Partial<EntryData> = {}): EntryData => ({
  date,
  tier: 2,
  missing: [],
  waived: [],
  accepted: [],
  source: 'https://git.example/pull/1',
  ...more,
});
const removal = (date: string): EntryData => entry(date, { tier: undefined, removed: true, note: 'It sank.' });

function findings(history: EntryData[], tiers = ['1', '2', '3']): string[] {
  const found: string[] = [];
  checkHistory(
    history,
    'lamp.mdx',
    tiers.map((id) => ({ id })),
    (file, path, message) => found.push(`${file} ${path.join('.')}: ${message}`),
  );
  return found;
}

describe('Order of history entries', () => {
  test('entries from newest to oldest are accepted', () => {
    assert.deepEqual(findings([entry('2024-03-01'), removal('2024-02-29'), entry('2023-12-31')]), []);
  });

  test('each entry below an older one is reported', () => {
    assert.deepEqual(findings([entry('2023-01-01'), entry('2024-01-01'), entry('2025-01-01')]), [
      'lamp.mdx history.1.date: 2024-01-01 is below 2023-01-01; put the newest entry first',
      'lamp.mdx history.2.date: 2025-01-01 is below 2024-01-01; put the newest entry first',
    ]);
  });

  test('a second entry with the same date is reported', () => {
    assert.deepEqual(findings([entry('2024-01-01', { tier: 1 }), entry('2024-01-01')]), [
      'lamp.mdx history.1.date: two entries have the date 2024-01-01; keep one entry for each day',
    ]);
  });
});

describe('Tier of a history entry', () => {
  test('the message for an unknown level lists the levels, the highest first', () => {
    assert.deepEqual(findings([entry('2024-01-01', { tier: 4 })], ['1', '2', '3']), [
      'lamp.mdx history.0.tier: tier "4" does not exist; write one of: 1, 2, 3',
    ]);
  });

  test('a level is not reported while no level is known', () => {
    assert.deepEqual(findings([entry('2024-01-01', { tier: 4 })], []), []);
  });
});

test('a history that begins with a removal is reported', () => {
  assert.deepEqual(findings([entry('2024-02-01'), removal('2024-01-01')]), [
    'lamp.mdx history.1: the oldest entry is a removal; add an entry below it with its earlier tier',
  ]);
});
