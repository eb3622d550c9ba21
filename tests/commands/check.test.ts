import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { fixtures, lanternWith } from '../unit/lantern.ts';
import { lanternFile } from '../unit/content-in-memory.ts';
import { root, run } from './commands.ts';

test('npm run check reports every mistake at once, with workflow annotations first, and exits with status 1', () => {
  const folder = relative(root, join(fixtures, 'broken', 'status'));
  const expected = readFileSync(join(root, `${folder}.txt`), 'utf8')
    .trimEnd()
    .split('\n');
  const { status, lines, errors } = run('check', [], { CONTENT_DIR: folder, GITHUB_ACTIONS: 'true' });
  assert.deepEqual([status, errors], [1, ['']]);
  const isAnnotation = (line: string) => line.startsWith('::');
  assert.equal(lines.findLastIndex(isAnnotation) + 1, lines.filter(isAnnotation).length);
  assert.equal(lines.filter((line) => line.startsWith(`::error file=${folder}/`)).length, expected.length);
  const reported = lines.filter((line) => !isAnnotation(line)).map((line) => line.replaceAll(`${folder}/`, ''));
  assert.deepEqual(reported.slice(0, expected.length), expected);
  assert.match(reported.at(-1) ?? '', /^\d+ problems in \d+ files?\.$/);
});

test('warnings do not fail the check, and characters that no font of the cards has give a warning', (context) => {
  const renamed = (file: string, name: string) => lanternFile(file).replace(/(?<=^(?:name|title): ).*/m, name);
  const folder = lanternWith(context, {
    'features/oak-board.mdx': renamed('features/oak-board.mdx', '"≥ Łódź → ✓ 灯"'),
    'requirements/night-watch.mdx': renamed('requirements/night-watch.mdx', '"Ночь ½ م"'),
  });
  const { status, lines } = run('check', [], { CONTENT_DIR: folder });
  assert.equal(status, 0);
  assert.deepEqual(
    lines.filter((line) => line.includes('font')).map((line) => line.slice(line.indexOf('features/'))),
    [
      'features/oak-board.mdx:2:7: warning: no font of the cards has "灯" (U+706F); a card with this text shows boxes instead',
    ],
  );
});

test('text of the content is never printed as a workflow command', (context) => {
  const text = lanternFile('features/oak-board.mdx').replace('category: board', 'category: "##[error]a"');
  const folder = lanternWith(context, { 'features/oak-board.mdx': text });
  const printed = (GITHUB_ACTIONS: string) =>
    run('check', [], { CONTENT_DIR: folder, GITHUB_ACTIONS }).lines.join('\n');
  assert.match(printed(''), /"##\[error\]a"/);
  assert.match(printed('true'), /"## \[error\]a"/);
  assert.doesNotMatch(printed('true'), /##\[/);
});

test('a missing content folder is reported like any other problem', () => {
  const { status, lines, errors } = run('check', [], { CONTENT_DIR: 'no-such-folder' });
  assert.deepEqual([status, errors], [1, ['']]);
  assert.equal(lines[0], 'no-such-folder/categories.yaml:1:1: the file is missing; create it');
});
