import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { fixForUnknownId, nearest, unknownId } from '../../../src/domain/unknown-id.ts';

test('a misspelled word suggests the most likely candidate', () => {
  const cases: [word: string, candidates: string[], meant: string | undefined][] = [
    ['nigth-watch', ['spare-bulb', 'night-watch'], 'night-watch'],
    ['naem', ['name', 'note'], 'name'],
    ['spare_bulbs', ['spare-bulb'], 'spare-bulb'],
    ['NIGHT-WATCH', ['night-watch'], 'night-watch'],
    ['flag', ['FLAGS'], 'FLAGS'],
    ['tiers', ['tier', 'tie'], 'tier'],
    ['lamp', ['lamb', 'lamp'], 'lamp'],
    // The first of several equally near candidates wins; without a near one there is no suggestion.
    ['tide', ['hide', 'ride'], 'hide'],
    ['colour', ['name', 'category', 'history'], undefined],
    ['url', ['use', 'api'], undefined],
    ['lamp', [], undefined],
  ];
  for (const [word, candidates, meant] of cases) assert.equal(nearest(word, candidates), meant, word);
});

test('the message for an unknown id suggests the nearest id, or lists every id', () => {
  const messageFor = (id: string) => unknownId('category', id, ['lamp', 'board']);
  assert.equal(messageFor('lamps'), 'category "lamps" does not exist; did you mean "lamp"?');
  assert.equal(messageFor('ship'), 'category "ship" does not exist; write one of: lamp, board');
});

test('an id that begins with the unknown one is suggested before the nearest', () => {
  const fixFor = (id: string) => fixForUnknownId(id, ['cli', 'ci-testing', 'fuzzed-parser', 'fuzzed-proposal', 'fuse']);
  assert.equal(fixFor('ci'), 'did you mean "ci-testing" or "cli"?');
  assert.equal(fixFor('CI test'), 'did you mean "ci-testing"?');
  assert.equal(fixFor('fuzzed'), 'did you mean "fuzzed-parser" or "fuzzed-proposal"?');
  assert.equal(fixFor('fuze'), 'did you mean "fuse"?');
  // A single letter, and the beginning of too many ids, mean nothing.
  assert.match(fixFor('c'), /^write one of: /);
  assert.match(fixForUnknownId('low', ['low-cost', 'low-noise', 'low-risk']), /^write one of: /);
});

describe('Limits on the work of a suggestion', () => {
  test('the search compares fewer than 200 of 10,000 long candidates', () => {
    let compared = 0;
    const candidates = function* () {
      for (; compared < 10_000; compared += 1) yield `c${'ab'.repeat(44)}${String(compared).padStart(11, '0')}`;
    };
    nearest(`${'ba'.repeat(49)}xy`, candidates());
    assert.ok(compared > 10 && compared < 200, `${compared}`);
  });
  test('a word of more than 200 characters gets no suggestion', () => {
    assert.equal(nearest(`${'a'.repeat(200)}b`, ['a'.repeat(200)]), undefined);
    assert.equal(nearest(`${'a'.repeat(199)}b`, ['a'.repeat(200)]), 'a'.repeat(200));
  });
  test('the message for an unknown id lists at most 20 ids', () => {
    const ids = Array.from({ length: 23 }, (_, at) => `lamp-number-${at}`);
    assert.equal(
      unknownId('category', 'ship', ids),
      `category "ship" does not exist; write one of: ${ids.slice(0, 20).join(', ')} (and 3 more)`,
    );
  });
});

test('the early exit from a comparison does not change which candidate is suggested', () => {
  const distance = (a: string, b: string): number => {
    if (a === '' || b === '') return a.length + b.length;
    const ofRests = distance(a.slice(1), b.slice(1));
    if (a[0] === b[0]) return ofRests;
    return 1 + Math.min(distance(a.slice(1), b), distance(a, b.slice(1)), ofRests);
  };
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
