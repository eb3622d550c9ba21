import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readContent } from '../../../src/check/read-content.ts';
import { lanternFolder, lanternWith } from '../lantern.ts';

describe('A content folder is read whole', () => {
  test('the name of a file without its ending is its id', (t) => {
    const feature = readFileSync(join(lanternFolder, 'features/red-lamp.mdx'), 'utf8');
    const folder = lanternWith(t, { 'features/lamp_2.5.mdx': feature });
    const { content, problems } = readContent(folder);
    assert.deepEqual(problems, []);
    assert.deepEqual(
      content.features.map(({ id }) => id),
      ['fog-signal', 'lamp_2.5', 'oak-board', 'pine-board', 'red-lamp'],
    );
  });

  test('a hidden file is not content', (t) => {
    const { content, problems } = readContent(
      lanternWith(t, { 'features/.red-lamp.mdx.swp': 'x', 'tiers/.DS_Store': 'x' }),
    );
    assert.deepEqual(problems, []);
    assert.equal(content.features.length, 4);
  });

  test('a file with a bad name is a problem, and read all the same so that its own mistakes are named too', (t) => {
    const folder = lanternWith(t, { 'features/Red Lamp.mdx': '---\nname: [\n---\n', 'features/notes.txt': 'Buy oil.' });
    const { problems } = readContent(folder);
    assert.deepEqual(
      problems.map(({ file }) => file.slice(folder.length + 1)),
      ['features/Red Lamp.mdx', 'features/notes.txt', 'features/Red Lamp.mdx'],
    );
  });

  test('a file that cannot be read keeps its id, and has no data', (t) => {
    const { content } = readContent(lanternWith(t, { 'tiers/dark.mdx': 'No frontmatter.' }));
    assert.deepEqual(
      content.tiers.map(({ id, data }) => [id, data !== undefined]),
      [
        ['dark', false],
        ['lit', true],
      ],
    );
  });
});
