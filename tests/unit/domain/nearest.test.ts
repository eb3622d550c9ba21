import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { nearest, unknownId } from '../../../src/domain/nearest.ts';

describe('A misspelt word is taken for the candidate that is most probably meant', () => {
  const words: [word: string, candidates: string[], meant: string | undefined][] = [
    ['nigth-watch', ['spare-bulb', 'night-watch'], 'night-watch'],
    ['naem', ['name', 'note'], 'name'],
    ['spare_bulbs', ['spare-bulb'], 'spare-bulb'],
    ['NIGHT-WATCH', ['night-watch'], 'night-watch'],
    ['flag', ['FLAGS'], 'FLAGS'],
    ['tiers', ['tier', 'tie'], 'tier'],
    ['lamp', ['lamb', 'lamp'], 'lamp'],
  ];
  for (const [word, candidates, meant] of words)
    test(`${word} is ${meant}`, () => assert.equal(nearest(word, candidates), meant));

  test('the first of several that are equally near', () => assert.equal(nearest('tide', ['hide', 'ride']), 'hide'));
});

describe('Nothing is guessed', () => {
  test('where no candidate is close', () => assert.equal(nearest('colour', ['name', 'category', 'history']), undefined));
  test('where half of a short word would have to change', () => assert.equal(nearest('url', ['use', 'api']), undefined));
  test('where there are no candidates', () => assert.equal(nearest('lamp', []), undefined));
});

describe('An id that nothing has is named with its mend', () => {
  test('the near one', () => {
    assert.equal(unknownId('category', 'lamps', ['lamp', 'board']), 'category "lamps" does not exist; did you mean "lamp"?');
  });
  test('or every one', () => {
    assert.equal(unknownId('category', 'ship', ['lamp', 'board']), 'category "ship" does not exist; write one of: lamp, board');
  });
});
