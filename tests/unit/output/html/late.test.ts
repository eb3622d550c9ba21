import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withTurns } from '../../../../src/output/html/late.ts';

test('each part that is laid out late has its turn, in the order of the page, and nothing else has', () => {
  assert.equal(
    withTurns(
      '<p class="later">a</p><tbody class="late"><tr class="x late"></tr></tbody><code>x class="late"</code><ul class="late y">',
    ),
    '<p class="later">a</p><tbody data-nth="1" class="late"><tr class="x late"></tr></tbody><code>x class="late"</code><ul data-nth="2" class="late y">',
  );
});
