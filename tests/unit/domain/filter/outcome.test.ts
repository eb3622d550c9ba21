import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ignoredNote, describeFilter, outcome } from '../../../../src/domain/filter/outcome.ts';

const none = { chosen: { tier: [], category: [], missing: [] }, q: '', sort: '' } as const;

describe('Description of a filter', () => {
  const label = (kind: string, value: string) => (kind === 'tier' ? `Tier ${value}` : value.replace('-', ' '));
  test('a filter is described kind by kind, with the values of one kind as alternatives', () => {
    const filter = {
      chosen: { tier: ['1', '2'], category: ['Targets'], missing: ['CI-testing', 'clear-owner'] },
      q: 'arm',
      sort: '',
    } as const;
    assert.equal(describeFilter(filter, label), 'Tier 1 or Tier 2, Targets, unmet CI testing or clear owner, “arm”');
  });
  test('an empty filter has no description', () => assert.equal(describeFilter(none, label), ''));
  test('a long description is cut', () =>
    assert.equal(describeFilter({ ...none, q: 'x'.repeat(9999) }, label).length, 82));
});

describe('Number of results', () => {
  test('no filter counts all features', () => {
    assert.equal(outcome('', 20, 20), 'Showing all 20 features');
    assert.equal(outcome('', 1, 1), 'Showing all 1 feature');
  });
  test('a filter counts its matches', () => assert.equal(outcome('Tier 1', 5, 20), '5 of 20 features: Tier 1'));
  test('a filter without matches says how to clear it', () => {
    assert.equal(outcome('“zebra”', 0, 20), 'No feature matches “zebra”. Clear (Esc) to see all 20.');
  });
});

describe('Unknown filters in an address', () => {
  test('unknown filters are named', () =>
    assert.equal(ignoredNote(['color=red', 'tier=9']), '. Unknown filter: “color=red, tier=9”'));
  test('no unknown filter gives no message', () => assert.equal(ignoredNote([]), ''));
  test('a long list of unknown filters is shortened', () => {
    assert.ok(ignoredNote([`a=${'x'.repeat(9999)}`]).length < 120);
  });
});
