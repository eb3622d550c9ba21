import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { flawIn, unseenIn } from '../../../src/check/raw-text.ts';
import { seen } from '../../../src/domain/unseen.ts';

describe('What no parser should be given is named with its place', () => {
  test('ordinary text has no flaw, in any script, with tabs and ends of lines of any kind', () => {
    for (const text of ['', 'a\tb\r\nc', '灯台 φάρος नमस्ते 👩‍🚀', '    - a\n      - b\n'.repeat(20)])
      assert.equal(flawIn(text), undefined, text);
  });

  test('a character that nobody sees', () => {
    for (const [character, name] of [
      ['\0', '0000'],
      ['\u202E', '202E'],
      ['\u2066', '2066'],
      ['\uFEFF', 'FEFF'],
      ['\u{E0041}', 'E0041'],
    ] as const)
      assert.deepEqual(unseenIn(`ab${character}`), {
        offset: 2,
        message: `an invisible character (U+${name}) stands here; delete it`,
      });
  });

  test('bytes that are no text, and more than anybody reviews', () => {
    assert.deepEqual(flawIn('a\uFFFD'), {
      offset: 1,
      message: 'a character here is not UTF-8; write it again, and save the file as UTF-8',
    });
    assert.equal(flawIn('a'.repeat(32 * 1024)), undefined);
    assert.deepEqual(flawIn('a'.repeat(32 * 1024 + 1)), {
      offset: 0,
      message: 'the file has 32769 characters; write at most 32768',
    });
  });

  test('lists in lists without end, by brackets, indentation or quotation marks', () => {
    const message = 'this is nested more than 32 deep; write it flat';
    assert.deepEqual(flawIn('['.repeat(40)), { offset: 32, message });
    assert.equal(flawIn('[]'.repeat(40)), undefined);
    for (const mark of ['- ', '> ', '  ']) assert.equal(flawIn(`a\n${mark.repeat(40)}b`)?.message, message, mark);
  });
});

test('what nobody sees is shown by its name', () => {
  assert.equal(seen('a\u202Eb\nc'), 'a<U+202E>b<U+000A>c');
  assert.equal(seen('灯台 b'), '灯台 b');
});
