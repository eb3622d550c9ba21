import assert from 'node:assert/strict';
import { readdirSync, rmSync, utimesSync } from 'node:fs';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
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
  assert.equal(readdirSync(folder, { recursive: true }).length, 5, 'two makers and three things');
});

test('what the 24 makers made that were used last is kept, and nothing older', async (context) => {
  const folder = emptyFolder(context);
  const make = (age: number) => cached(folder, `maker-${age}`, 'words', () => Promise.resolve(Uint8Array.of(age)));
  for (let age = 30; age > 0; age--) {
    await make(age);
    utimesSync(`${folder}/maker-${age}`, 1_000 - age, 1_000 - age);
  }
  // Another build uses what is the oldest by now, so that a new maker costs the second oldest its place.
  await new Promise((done) =>
    new Worker(
      `import { cached } from '${new URL('../../../src/site/cache.ts', import.meta.url)}'; cached(${JSON.stringify(folder)}, 'maker-24', 'words')`,
      { eval: true },
    ).once('exit', done),
  );
  await make(0);
  assert.deepEqual(
    readdirSync(folder).toSorted(),
    [24, ...Array.from({ length: 23 }, (_, age) => age)].map((age) => `maker-${age}`).toSorted(),
  );
});

test('a folder that is deleted while something is made for it costs nothing but that it is not kept', async (context) => {
  const folder = emptyFolder(context);
  const make = (then: () => void) =>
    cached(folder, 'a', 'b', () => {
      then();
      return Promise.resolve(Uint8Array.of(1));
    });
  assert.deepEqual([...(await make(() => rmSync(folder, { recursive: true })))], [1]);
  assert.deepEqual([...(await make(() => assert.fail('it is kept')))], [1]);
});

test('what could not be made leaves nothing behind', async (context) => {
  const folder = emptyFolder(context);
  await assert.rejects(
    cached(folder, 'a', 'b', () => Promise.reject(new Error('no ink'))),
    /no ink/,
  );
  assert.deepEqual(readdirSync(folder), []);
});
