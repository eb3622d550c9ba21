import assert from 'node:assert/strict';
import { test } from 'node:test';
import { labelOf } from '../../../src/domain/inline.ts';

test('a sign with a backslash before it stands for itself in a name, as everywhere in Markdown', () => {
  for (const sign of '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~') assert.equal(labelOf(`x86\\${sign}64`), `x86${sign}64`);
  for (const letter of ['a', '6', ' ', 'ä']) assert.equal(labelOf(`x86\\${letter}64`), `x86\\${letter}64`);
});
