import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { memory } from '../../../src/check/files.ts';
import { readContent } from '../../../src/check/read-content.ts';
import { lanternFolder, lanternWith } from '../lantern.ts';
import { lanternFiles } from '../content-in-memory.ts';

describe('Reading a content folder', () => {
  test('the id of an entry is its file name without the extension', (t) => {
    const feature = readFileSync(join(lanternFolder, 'features/red-lamp.mdx'), 'utf8');
    const folder = lanternWith(t, { 'features/lamp_2.5.mdx': feature });
    const { content, problems } = readContent(folder);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      content.features.map(({ id }) => id),
      ['fog-signal', 'lamp_2.5', 'oak-board', 'pine-board', 'red-lamp'],
    );
  });

  test('a hidden file is ignored', (t) => {
    const { content, problems } = readContent(
      lanternWith(t, { 'features/.red-lamp.mdx.swp': 'x', 'tiers/.DS_Store': 'x' }),
    );
    assert.deepEqual(problems, []);
    assert.equal(content.features.length, 4);
  });

  test('a file with an invalid name is reported together with its other mistakes', (t) => {
    const folder = lanternWith(t, { 'features/Red Lamp.mdx': '---\nname: [\n---\n', 'features/notes.txt': 'Buy oil.' });
    const { problems } = readContent(folder);
    assert.deepEqual(
      problems.map(({ file }) => file.slice(folder.length + 1)),
      ['features/Red Lamp.mdx', 'features/notes.txt', 'features/Red Lamp.mdx'],
    );
  });

  test('a file without frontmatter keeps its id and has no data', (t) => {
    const { content } = readContent(lanternWith(t, { 'tiers/dark.mdx': 'No frontmatter.' }));
    assert.deepEqual(
      content.tiers.map(({ id, data }) => [id, data !== undefined]),
      [
        ['dark', false],
        ['lit', true],
      ],
    );
  });

  test('a file that is too large or not a regular file is rejected', (t) => {
    const folder = lanternWith(t, {
      'features/red-lamp.mdx': undefined,
      'features/oak-board.mdx': ' '.repeat(200_000),
    });
    execFileSync('mkfifo', [join(folder, 'features/red-lamp.mdx')]);
    const { problems } = readContent(folder);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['the file has 200000 bytes; write at most 131072', 'this is not a readable file; replace it, or delete it'],
    );
  });

  test('reading stops at 8 MiB in total, and the limit is reported', () => {
    const files = memory(lanternFiles());
    const size = (path: string) => (path.includes('features') ? 100_000 : 10);
    const names = (folder: string) =>
      folder.endsWith('features') ? Array.from({ length: 800 }, (_, at) => `a-${at}.mdx`) : files.names(folder);
    let read = 0;
    const text = (path: string) => (path.includes('features') ? String(read++) : files.text(path));
    const { problems } = readContent('content', { ...files, size, names, text });
    assert.equal(read, 83);
    assert.match(
      problems.find(({ message }) => message.includes('8388608'))?.message ?? '',
      /; delete files that are not content$/,
    );
  });
});
