import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { disk, memory } from '../../../src/check/files.ts';
import { emptyFolder } from '../lantern.ts';

describe('Files on disk', () => {
  test('a text file is read without its byte order mark, and other paths have no text', (t) => {
    const folder = emptyFolder(t);
    writeFileSync(join(folder, 'a.txt'), '\uFEFFa');
    assert.deepEqual(
      [disk.text(join(folder, 'a.txt')), disk.text(folder), disk.text(join(folder, 'b.txt'))],
      ['a', undefined, undefined],
    );
    assert.deepEqual(
      [disk.names(folder), disk.names(join(folder, 'a.txt')), disk.names(join(folder, 'b'))],
      [['a.txt'], undefined, undefined],
    );
    assert.deepEqual([disk.exists(folder), disk.exists(join(folder, 'b'))], [true, false]);
  });
});

describe('Files in memory', () => {
  const files = memory(
    new Map([
      ['a/b/c.txt', '\uFEFFc'],
      ['a/d.txt', 'd'],
    ]),
  );

  test('a folder exists if a file is below it', () => {
    assert.deepEqual(
      [files.names('a'), files.names('a/b'), files.names('a/d.txt'), files.names('e')],
      [['b', 'd.txt'], ['c.txt'], undefined, undefined],
    );
    assert.deepEqual([files.exists('a/b'), files.exists('a/d.txt'), files.exists('a/e')], [true, true, false]);
    assert.deepEqual([files.text('a/b/c.txt'), files.text('a/b'), files.text('e')], ['c', undefined, undefined]);
  });

  test('a file in memory hides the one in the layer below, and other files stay visible', () => {
    const over = memory(
      new Map([
        ['a/d.txt', 'new'],
        ['f/g.txt', 'g'],
      ]),
      files,
    );
    assert.deepEqual(
      [over.text('a/d.txt'), over.text('a/b/c.txt'), over.names('a'), over.names('f'), over.names('h')],
      ['new', 'c', ['d.txt', 'b'], ['g.txt'], undefined],
    );
    assert.deepEqual([over.exists('a/b'), over.exists('f'), over.exists('h')], [true, true, false]);
  });
});
