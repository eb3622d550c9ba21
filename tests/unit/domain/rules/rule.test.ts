import assert from 'node:assert/strict';
import { test } from 'node:test';
import { current, quoted } from '../../../../src/domain/rules/rule.ts';

test('A rule looks at the newest entry, which is the first', () => {
  assert.deepEqual(current('missing', 2), ['history', 0, 'missing', 2]);
});

test('Words of the document are quoted without marks of code', () => {
  assert.equal(quoted({ as: 'the `oil`', written: 'the `oil`', requirement: undefined }), '"the oil"');
});
