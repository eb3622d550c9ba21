import assert from 'node:assert/strict';
import { readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { Output, type LastSite } from '../../../src/site/output.ts';
import { emptyFolder } from '../lantern.ts';

/** Puts files into a folder of its own; each says how often a file has been made in this test. */
function builder(context: TestContext) {
  let count = 0;
  return async (
    last: LastSite,
    from: Record<string, string>,
  ): Promise<LastSite & { text: (path: string) => string }> => {
    const folder = emptyFolder(context);
    const output = new Output(folder, last, new Map(Object.entries(from)));
    for (const path of ['a.txt', 'below/b.txt', 'c.txt']) await output.put(path, () => `made ${++count}`);
    return { folder, made: output.made, text: (path) => readFileSync(join(folder, path), 'utf8') };
  };
}

const nothing: LastSite = { folder: 'nowhere', made: {} };

test('a file is taken from the last site where it is made from the same, and made anew where not or where nobody knows', async (context) => {
  const build = builder(context);
  const first = await build(nothing, { 'a.txt': 'x', 'below/b.txt': 'y' });
  assert.deepEqual(Object.keys(first.made), ['a.txt', 'below/b.txt']);
  const second = await build(first, { 'a.txt': 'x', 'below/b.txt': 'z' });
  assert.deepEqual(['a.txt', 'below/b.txt', 'c.txt'].map(second.text), ['made 1', 'made 4', 'made 5']);
  const third = await build(second, { 'a.txt': 'x', 'below/b.txt': 'z' });
  assert.deepEqual(['a.txt', 'below/b.txt', 'c.txt'].map(third.text), ['made 1', 'made 4', 'made 6']);
});

test('a file that is not as it was left is made anew', async (context) => {
  const build = builder(context);
  const from = { 'a.txt': 'x', 'below/b.txt': 'y', 'c.txt': 'z' };
  const first = await build(nothing, from);
  writeFileSync(join(first.folder, 'a.txt'), 'more than before');
  utimesSync(join(first.folder, 'below/b.txt'), 1, 1);
  const second = await build(first, from);
  assert.deepEqual(['a.txt', 'below/b.txt', 'c.txt'].map(second.text), ['made 4', 'made 5', 'made 3']);
});

test('a last site that is gone is no mistake', async (context) => {
  const build = builder(context);
  const { made } = await build(nothing, { 'a.txt': 'x' });
  const again = await build({ folder: join(emptyFolder(context), 'gone'), made }, { 'a.txt': 'x' });
  assert.equal(again.text('a.txt'), 'made 4');
});
