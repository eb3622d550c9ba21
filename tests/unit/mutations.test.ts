import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tryMutations } from '../mutations.ts';
import { lanternFolder } from './lantern.ts';

test('5,000 random mutations are each understood as the files say, or refused with the file, the place and the mend', () => {
  const { understood, refused } = tryMutations(5000, lanternFolder);
  assert.ok(understood > 500 && refused > 1500, `${understood} understood, ${refused} refused`);
});
