import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { counted, longDate, nameRuns, plain, runs } from '../../../src/domain/words.ts';

const spell = (found: { text: string; code: boolean }[]) => found.map(({ text, code }) => (code ? `<${text}>` : text));

describe('Words are code between backticks', () => {
  const examples: [string, string[]][] = [
    ['agreement of the `harbour` office', ['agreement of the ', '<harbour>', ' office']],
    ['`UART-2`', ['<UART-2>']],
    ['`a` and `b`', ['<a>', ' and ', '<b>']],
    ['no code at all', ['no code at all']],
    ['', []],
  ];
  for (const [words, expected] of examples) test(words || 'nothing', () => assert.deepEqual(spell(runs(words)), expected));

  test('and plain without them', () => assert.equal(plain('Fog signal on `UART-2`'), 'Fog signal on UART-2'));
});

describe('A name is code as a whole where it is an identifier', () => {
  const examples: [string, string[]][] = [
    ['red-lamp', ['<red-lamp>']],
    ['lamp_v2.5', ['<lamp_v2.5>']],
    ['64lamps', ['<64lamps>']],
    ['Lamps', ['Lamps']],
    ['red lamp', ['red lamp']],
    ['Fog signal on `UART-2`', ['Fog signal on ', '<UART-2>']],
  ];
  for (const [name, expected] of examples) test(name, () => assert.deepEqual(spell(nameRuns(name)), expected));
});

test('A count takes a plural for any number but one', () => {
  assert.deepEqual([0, 1, 2].map((count) => counted(count, 'feature')), ['0 features', '1 feature', '2 features']);
});

test('A day is written out, without a leading nought', () => {
  assert.equal(longDate('2022-07-29'), '29 July 2022');
  assert.equal(longDate('2024-01-01'), '1 January 2024');
  assert.equal(longDate('2024-12-31'), '31 December 2024');
});
