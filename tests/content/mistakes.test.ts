import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tryMutations } from '../mutations.ts';
import { lanternFolder } from '../unit/lantern.ts';

test('each of 300 random mistakes is read as YAML and MDX read it, or reported with its file, place and fix', () => {
  const { understood, refused } = tryMutations(300, lanternFolder);
  assert.ok(understood > 20 && refused > 80, `${understood} understood, ${refused} refused`);
});
