import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textAndCode } from '../../../src/domain/inline.ts';

test('a backslash in a name escapes only punctuation, as in Markdown', () => {
  for (const sign of '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~') assert.equal(textAndCode(`x86\\${sign}64`), `x86${sign}64`);
  for (const letter of ['a', '6', ' ', 'ä']) assert.equal(textAndCode(`x86\\${letter}64`), `x86\\${letter}64`);
});
