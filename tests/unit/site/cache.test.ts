import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { cached } from '../../../src/site/cache.ts';
import { emptyFolder } from '../lantern.ts';

test('what is made from the same words is made once, and again from other words', async (context) => {
  const folder = `${emptyFolder(context)}/below/it`;
  let made = 0;
  const make = (...words: string[]) => cached(folder, words, async () => Uint8Array.of(++made));
  assert.deepEqual([...(await make('a', 'b'))], [1]);
  assert.deepEqual([...(await make('a', 'b'))], [1]);
  assert.deepEqual([...(await make('a b'))], [2]);
  assert.deepEqual([...(await make('b', 'a'))], [3]);
  assert.equal(made, 3);
  assert.equal(readdirSync(folder).length, 3);
});

test('what could not be made leaves nothing behind', async (context) => {
  const folder = emptyFolder(context);
  await assert.rejects(cached(folder, ['a'], () => Promise.reject(new Error('no ink'))), /no ink/);
  assert.deepEqual(readdirSync(folder), []);
});
