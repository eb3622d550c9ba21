import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tryMutations } from '../mutations.ts';
import { lanternFolder } from '../unit/lantern.ts';

test('300 random mistakes are each understood as the files say, or refused with the file, the place and the mend', () => {
  const { understood, refused } = tryMutations(300, lanternFolder);
  assert.ok(understood > 20 && refused > 80, `${understood} understood, ${refused} refused`);
});
