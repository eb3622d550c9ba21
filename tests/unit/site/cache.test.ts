import assert from 'node:assert/strict';
import { readdirSync, utimesSync } from 'node:fs';
import { test } from 'node:test';
import { cached } from '../../../src/site/cache.ts';
import { emptyFolder } from '../lantern.ts';

test('what is made from the same words is made once, and again from other words', async (context) => {
  const folder = `${emptyFolder(context)}/below/it`;
  let made = 0;
  const make = (maker: string, words: string) => cached(folder, maker, words, async () => Uint8Array.of(++made));
  assert.deepEqual([...(await make('a', 'b'))], [1]);
  assert.deepEqual([...(await make('a', 'b'))], [1]);
  assert.deepEqual([...(await make('a', 'c'))], [2]);
  assert.deepEqual([...(await make('b', 'b'))], [3]);
  assert.equal(made, 3);
  assert.deepEqual(readdirSync(folder, { recursive: true }).length, 5);
});

test('what the newest eight makers made is kept, and nothing older', async (context) => {
  const folder = emptyFolder(context);
  for (let age = 12; age > 0; age--) {
    await cached(folder, `maker-${age}`, 'words', () => Promise.resolve(Uint8Array.of(age)));
    utimesSync(`${folder}/maker-${age}`, 1_000 - age, 1_000 - age);
  }
  await cached(folder, 'maker-0', 'words', () => Promise.resolve(Uint8Array.of(0)));
  assert.deepEqual(readdirSync(folder).sort(), Array.from({ length: 8 }, (_, age) => `maker-${age}`));
});

test('what could not be made leaves nothing behind', async (context) => {
  const folder = emptyFolder(context);
  await assert.rejects(cached(folder, 'a', 'b', () => Promise.reject(new Error('no ink'))), /no ink/);
  assert.deepEqual(readdirSync(folder), []);
});
