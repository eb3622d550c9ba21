import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pathInStatus, quotedMissing } from '../../../../src/domain/rules/rule.ts';

test('the path to a field of the current entry starts at the first history entry', () => {
  assert.deepEqual(pathInStatus('missing', 2), ['history', 0, 'missing', 2]);
});

test('a quoted text of the document has no backticks', () => {
  assert.equal(quotedMissing({ as: 'the `oil`', written: 'the `oil`', requirement: undefined }), '"the oil"');
});
