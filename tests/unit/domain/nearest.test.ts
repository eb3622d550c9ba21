import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
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
  test('where no candidate is close', () =>
    assert.equal(nearest('colour', ['name', 'category', 'history']), undefined));
  test('where half of a short word would have to change', () =>
    assert.equal(nearest('url', ['use', 'api']), undefined));
  test('where there are no candidates', () => assert.equal(nearest('lamp', []), undefined));
});

describe('An id that nothing has is named with its mend', () => {
  test('the near one', () => {
    assert.equal(
      unknownId('category', 'lamps', ['lamp', 'board']),
      'category "lamps" does not exist; did you mean "lamp"?',
    );
  });
  test('or every one', () => {
    assert.equal(
      unknownId('category', 'ship', ['lamp', 'board']),
      'category "ship" does not exist; write one of: lamp, board',
    );
  });
});

test('giving up early on what is too far finds the same as comparing everything to its end', () => {
  const distance = (a: string, b: string): number =>
    a === '' || b === ''
      ? a.length + b.length
      : a[0] === b[0]
        ? distance(a.slice(1), b.slice(1))
        : 1 + Math.min(distance(a.slice(1), b), distance(a, b.slice(1)), distance(a.slice(1), b.slice(1)));
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
  fc.assert(
    fc.property(word, fc.array(word, { maxLength: 8 }), (meant, candidates) => {
      const furthest = Math.min(Math.max(2, Math.floor(meant.length / 3)), Math.floor(meant.length / 2));
      const [best] = candidates
        .map((it) => ({ it, far: distance(meant, it) }))
        .filter(({ far }) => far <= furthest)
        .toSorted((a, b) => a.far - b.far);
      assert.equal(nearest(meant, candidates), best?.it);
    }),
    { seed: 20220729 },
  );
});
