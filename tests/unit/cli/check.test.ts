import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fixtures, lanternFolder, lanternWith } from '../lantern.ts';
import { lanternFile } from '../memory.ts';
import { run } from './commands.ts';

describe('npm run check tells everything in one run', () => {
  for (const name of ['addresses', 'levels', 'references', 'shape', 'status']) {
    test(`every mistake in broken/${name}, with exit status 1 and no stack trace`, () => {
      const folder = join(fixtures, 'broken', name);
      const expected = readFileSync(`${folder}.txt`, 'utf8').trimEnd().split('\n');
      const { status, lines, errors } = run('check', [], { CONTENT_DIR: folder });
      assert.deepEqual([status, errors], [1, ['']]);
      assert.deepEqual(
        lines.slice(0, expected.length).map((line) => line.replaceAll(`${folder}/`, '')),
        expected,
      );
      assert.match(lines.at(-1) ?? '', /^\d+ problems in \d+ files?\.$/);
    });
  }

  test('at least 60 distinct mistakes are asserted so, word for word', () => {
    const told = (name: string) =>
      readFileSync(join(fixtures, 'broken', `${name}.txt`), 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => line.replace(/^[^:]+:\d+:\d+: /, ''));
    const inOneRun = new Set(told('shape'));
    assert.ok(inOneRun.size >= 60, `${inOneRun.size} in one run`);
    const messages = new Set(['addresses', 'levels', 'references', 'shape', 'status'].flatMap(told));
    assert.ok(messages.size >= 110, `${messages.size}`);
  });

  test('notes alone block nothing', () => {
    const { status, lines } = run('check', [], { CONTENT_DIR: lanternFolder });
    assert.deepEqual([status, lines.at(-1)], [0, '12 files, no problem.']);
  });

  test('so do characters that no font of the cards has', (context) => {
    const renamed = (file: string, name: string) => lanternFile(file).replace(/(?<=^(?:name|title): ).*/m, name);
    const folder = lanternWith(context, {
      'features/oak-board.mdx': renamed('features/oak-board.mdx', '"≥ Łódź → ✓ 灯"'),
      'requirements/night-watch.mdx': renamed('requirements/night-watch.mdx', '"Ночь ½ م"'),
    });
    const { status, lines } = run('check', [], { CONTENT_DIR: folder });
    assert.equal(status, 0);
    assert.deepEqual(
      lines.filter((line) => line.includes('font')).map((line) => line.replace(`${folder}/`, '')),
      [
        'features/oak-board.mdx:2:7: note: no font of the cards has "灯" (U+706F); a card with this text shows boxes instead',
      ],
    );
  });

  test('in a workflow also as annotations, which come first', () => {
    const { lines } = run('check', [], { CONTENT_DIR: join(fixtures, 'broken', 'levels'), GITHUB_ACTIONS: 'true' });
    const expected = readFileSync(join(fixtures, 'broken', 'levels.txt'), 'utf8')
      .trimEnd()
      .split('\n').length;
    assert.equal(lines.filter((line) => line.startsWith('::error file=')).length, expected);
    assert.match(
      lines[0] ?? '',
      /^::error file=.*oak-board\.mdx,line=7,col=11::there is no Tier 2; write one of: 1, 5$/,
    );
  });

  test('a folder that is not there is a problem like any other', () => {
    const { status, lines, errors } = run('check', [], { CONTENT_DIR: 'no-such-folder' });
    assert.deepEqual([status, errors], [1, ['']]);
    assert.equal(lines[0], 'no-such-folder/categories.yaml:1:1: the file is missing; write it');
  });
});
