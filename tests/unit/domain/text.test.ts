import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  byText,
  commitsIn,
  counted,
  firstSentence,
  isoDay,
  longDate,
  nameRuns,
  oneLine,
  withoutBackticks,
  runs,
  sameContent,
  plainLine,
} from '../../../src/domain/text.ts';

const spell = (found: { text: string; code: boolean }[]) => found.map(({ text, code }) => (code ? `<${text}>` : text));

describe('Text with backticks', () => {
  const examples: [string, string[]][] = [
    ['agreement of the `harbour` office', ['agreement of the ', '<harbour>', ' office']],
    ['`UART-2`', ['<UART-2>']],
    ['`a` and `b`', ['<a>', ' and ', '<b>']],
    ['no code at all', ['no code at all']],
    ['', []],
  ];
  test('text between backticks is code', () => {
    for (const [text, expected] of examples) assert.deepEqual(spell(runs(text)), expected, text);
  });

  test('unmarked text has no Markdown syntax and no link addresses', () =>
    assert.equal(
      plainLine('Since the *great*\nstorm, `UART-2`: see [the policy](/policy/#tier-2).\n'),
      'Since the great storm, UART-2: see the policy.',
    ));
  test('plain text has no backticks', () =>
    assert.equal(withoutBackticks('Fog signal on `UART-2`'), 'Fog signal on UART-2'));
});

test('a name that is an identifier is code as a whole', () => {
  const examples: [string, string[]][] = [
    ['red-lamp', ['<red-lamp>']],
    ['lamp_v2.5', ['<lamp_v2.5>']],
    ['64lamps', ['<64lamps>']],
    ['Lamps', ['Lamps']],
    ['red lamp', ['red lamp']],
    ['Fog signal on `UART-2`', ['Fog signal on ', '<UART-2>']],
  ];
  for (const [name, expected] of examples) assert.deepEqual(spell(nameRuns(name)), expected, name);
});

test('every count except one takes the plural', () => {
  assert.deepEqual(
    [0, 1, 2].map((count) => counted(count, 'feature')),
    ['0 features', '1 feature', '2 features'],
  );
});

test('a long date spells out the month and has no leading zero', () => {
  assert.equal(longDate('2022-07-29'), '29 July 2022');
  assert.equal(longDate('2024-01-01'), '1 January 2024');
  assert.equal(longDate('2024-12-31'), '31 December 2024');
});

test('an ISO day is the day in UTC, with leading zeros', () => {
  // In any other time zone, the first or the last second lies in another local day.
  for (const at of ['00:00:00', '23:59:59']) assert.equal(isoDay(new Date(`2024-01-02T${at}Z`)), '2024-01-02', at);
});

test('a quoted text is one line of at most 80 characters', () => {
  assert.equal(oneLine(' a\n  b '), 'a b');
  assert.equal(oneLine('x'.repeat(80)), 'x'.repeat(80));
  assert.equal(oneLine('x'.repeat(81)), `${'x'.repeat(79)}…`);
});

test('the first sentence of a body ends where the next one begins', () => {
  assert.equal(firstSentence('\nThere is a plan,\ne.g. of wires. It is new.'), 'There is a plan, e.g. of wires.');
  assert.equal(firstSentence('There is a plan, with:\n\n* colours.'), 'There is a plan, with:');
  assert.equal(firstSentence('No end'), 'No end');
});

test('texts are sorted by code unit, whatever the locale', () => {
  assert.deepEqual(['é', 'a', 'Z', 'a', 'B'].sort(byText), ['B', 'Z', 'a', 'a', 'é']);
  assert.equal(byText('a', 'a'), 0);
});

test('each commit in the addresses of files is listed once', () => {
  const urls = [
    'https://git.example/a/blob/6d6e7e0f6a/b.md#L1',
    'https://git.example/a/commit/6d6e7e0f6a',
    'https://git.example/a/tree/0123456',
    'https://git.example/a/blob/main/b.md',
    'https://git.example/6d6e7e0f6a',
  ];
  assert.deepEqual(commitsIn(urls), ['6d6e7e0f6a', '0123456']);
});

test('values that differ only in white space or undefined fields count as the same', () => {
  assert.ok(
    sameContent('a\n  b ', 'a b') && sameContent(undefined, null) && sameContent([{ as: 'a\nb' }], [{ as: 'a b' }]),
  );
  assert.ok(sameContent({ a: 1, b: undefined }, { a: 1 }));
  assert.ok(!sameContent('a b', 'ab') && !sameContent([], null) && !sameContent([], {}) && !sameContent('1', 1));
  assert.ok(!sameContent({ a: null }, { b: 1 }) && !sameContent({ a: null }, {}) && !sameContent([1, 2], [1]));
});
