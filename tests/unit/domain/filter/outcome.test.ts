import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ignoredWords, inWords, outcome } from '../../../../src/domain/filter/outcome.ts';

const none = { chosen: { tier: [], category: [], missing: [] }, q: '', sort: '' } as const;

describe('A filter is described in words', () => {
  const label = (kind: string, value: string) => (kind === 'tier' ? `Tier ${value}` : value.replace('-', ' '));

  test('kind by kind, with the values of one kind as alternatives', () => {
    const filter = {
      chosen: { tier: ['1', '2'], category: ['Targets'], missing: ['CI-testing', 'clear-owner'] },
      q: 'arm',
      sort: '',
    } as const;
    assert.equal(inWords(filter, label), 'Tier 1 or Tier 2, Targets, unmet CI testing or clear owner, “arm”');
  });
  test('an empty filter has no description', () => assert.equal(inWords(none, label), ''));
  test('a long description is cut', () => assert.equal(inWords({ ...none, q: 'x'.repeat(9999) }, label).length, 82));
});

describe('The outcome', () => {
  test('of no filter is the number of features', () => {
    assert.equal(outcome('', 20, 20), 'Showing all 20 features');
    assert.equal(outcome('', 1, 1), 'Showing all 1 feature');
  });
  test('of a filter is how many it leaves', () => assert.equal(outcome('Tier 1', 5, 20), '5 of 20 features: Tier 1'));
  test('of one that leaves none says what to do', () => {
    assert.equal(outcome('“zebra”', 0, 20), 'No feature matches “zebra”. Clear (Esc) to see all 20.');
  });
});

describe('Unknown parts of an address', () => {
  test('is named', () => assert.equal(ignoredWords(['color=red', 'tier=9']), '. Unknown filter: “color=red, tier=9”'));
  test('is not named where there is nothing', () => assert.equal(ignoredWords([]), ''));
  test('is named in part where there is much', () => {
    assert.ok(ignoredWords([`a=${'x'.repeat(9999)}`]).length < 120);
  });
});
