import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textWidth } from '../../../../src/output/svg/text-width.ts';

test('the width of a text is the sum of its characters, in proportion to the font size', () => {
  assert.equal(Math.round(textWidth('il1', 1000)), 275 + 275 + 636);
  assert.equal(textWidth('memory64', 22), 2 * textWidth('memory64', 11));
  assert.equal(textWidth('', 11), 0);
});

test('every printable ASCII character has a width, and an unknown character counts as the widest', () => {
  for (let code = 32; code < 127; code++) assert.ok(textWidth(String.fromCharCode(code), 1000) <= 1000);
  assert.ok(textWidth('.', 1000) < textWidth('n', 1000) && textWidth('n', 1000) < textWidth('W', 1000));
  assert.equal(textWidth('塔', 1000), 1000);
  assert.equal(textWidth('𝕏', 1000), 1000);
});
