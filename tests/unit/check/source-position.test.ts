import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFile } from '../../../src/check/parse-file.ts';
import { positionIn } from '../../../src/check/source-position.ts';

const policy = (text: string) => parseFile('policy/status.mdx', 'status', true, { text, isLink: false }).file;

test('a position has a line and a column, both counted from 1', () => {
  const text = 'ab\n\ncd';
  assert.deepEqual(
    [0, 1, 3, 4, 5, 6].map((at) => positionIn(text, at)).map(({ line, column }) => `${line}:${column}`),
    ['1:1', '1:2', '2:1', '3:1', '3:2', '3:3'],
  );
});

describe('Positions of data in a file', () => {
  const text = '---\n# a comment\ntitle: Status\nlist:\n  - first: 1\n    second: 2\nflow: [a, b]\n---\n';
  const cases: [string, (string | number)[], [number, number]][] = [
    ['a value', ['title'], [3, 8]],
    ['a value in a list', ['list', 0, 'second'], [6, 13]],
    ['an item', ['list', 0], [5, 5]],
    ['a list below its key, which is where the key is', ['list'], [4, 1]],
    ['a list beside its key', ['flow'], [7, 7]],
    ['an item beside its key', ['flow', 1], [7, 11]],
    ['the nearest thing above what is missing', ['list', 0, 'third'], [5, 5]],
    ['the first key, where nothing else is left', ['nothing', 0, 'here'], [3, 1]],
    ['the first key, for the whole', [], [3, 1]],
  ];
  test('a value, an item and a missing key each have a position', () => {
    for (const [what, path, [line, column]] of cases)
      assert.deepEqual(policy(text).positionOf(path), { line, column }, what);
  });

  test('a key has its own position, apart from its value', () => {
    const file = policy(text);
    assert.deepEqual(file.positionOfKey(['title']), { line: 3, column: 1 });
    assert.deepEqual(file.positionOfKey(['list', 0, 'second']), { line: 6, column: 5 });
  });

  test('a key in an empty file has the position 1:1', () => {
    assert.deepEqual(policy('').positionOf(['title']), { line: 1, column: 1 });
  });
});
