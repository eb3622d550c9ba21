import assert from 'node:assert/strict';
import { test } from 'node:test';
import { textWidth } from '../../../../src/output/svg/text-width.ts';

test('a text is as wide as its characters, in proportion to the size', () => {
  assert.equal(Math.round(textWidth('il1', 1000)), 275 + 275 + 636);
  assert.equal(textWidth('memory64', 22), 2 * textWidth('memory64', 11));
  assert.equal(textWidth('', 11), 0);
});

test('every character of an ordinary name has a width of its own, and an unknown one counts as the widest', () => {
  for (let code = 32; code < 127; code++) assert.ok(textWidth(String.fromCharCode(code), 1000) <= 1000);
  assert.ok(textWidth('.', 1000) < textWidth('n', 1000) && textWidth('n', 1000) < textWidth('W', 1000));
  assert.equal(textWidth('塔', 1000), 1000);
  assert.equal(textWidth('𝕏', 1000), 1000);
});
