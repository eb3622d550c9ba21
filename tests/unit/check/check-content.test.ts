import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { emptyFolder, fixtures, lanternFolder, lanternWith, relativeLines } from '../lantern.ts';
import { documentWithTiers } from '../content-in-memory.ts';

const broken = join(fixtures, 'broken');
const folders = readdirSync(broken, { withFileTypes: true })
  .filter((it) => it.isDirectory())
  .map((it) => it.name);
const read = (path: string) => readFileSync(join(lanternFolder, path), 'utf8');

describe('Mistakes in a content folder', () => {
  test('each folder of mistakes has a file of expected lines', () => {
    assert.deepEqual(folders.sort(), ['addresses', 'levels', 'references', 'shape', 'status']);
    for (const name of folders) assert.ok(existsSync(join(broken, `${name}.txt`)), `${name}.txt`);
  });

  for (const name of folders) {
    test(`the problems of broken/${name} are exactly the lines of broken/${name}.txt`, () => {
      const folder = join(broken, name);
      const expected = readFileSync(`${folder}.txt`, 'utf8').trimEnd().split('\n');
      const { catalogue, problems } = checkContent(folder);
      assert.deepEqual(relativeLines(problems, folder), expected);
      assert.equal(catalogue, undefined);
    });
  }

  test('an invalid file causes no problem in another file', (t) => {
    const folder = lanternWith(t, {
      'tiers/dark.mdx': read('tiers/dark.mdx').replace('title: May Go Dark', 'title: "May Go Dark'),
      'requirements/night-watch.mdx': 'Somebody is awake.\n',
      'features/oak-board.mdx': read('features/oak-board.mdx').replace('category: board', 'category: [board'),
      'policy/document.mdx': '',
    });
    const { problems } = checkContent(folder);
    assert.deepEqual(
      [...new Set(problems.map(({ file }) => file.slice(folder.length + 1)))],
      ['features/oak-board.mdx', 'policy/document.mdx', 'requirements/night-watch.mdx', 'tiers/dark.mdx'],
    );
    const all = relativeLines(problems, folder).join('\n');
    assert.doesNotMatch(all, /does not exist|no tier lists|leaves a gap|there is no Tier|is missing; create it/);
  });

  test('a body is checked even if the frontmatter is invalid', (t) => {
    const folder = lanternWith(t, { 'requirements/spare-bulb.mdx': '---\ntitle: [\n---\n\nA {bulb}.\n' });
    const lines = checkContent(folder).problems.map(({ line }) => line);
    assert.deepEqual([...new Set(lines)], [2, 5]);
  });
});

describe('The catalogue of invalid content', () => {
  test('a missing document gives no catalogue', (t) => {
    const folder = lanternWith(t, { 'policy/document.mdx': undefined });
    const { catalogue, problems } = checkContent(folder);
    assert.deepEqual(relativeLines(problems, folder), ['policy/document.mdx:1:1: the file is missing; create it']);
    assert.equal(catalogue, undefined);
  });

  const mistakes: [what: string, files: Record<string, string>][] = [
    ['an invalid body', { 'requirements/night-watch.mdx': '---\ntitle: Watch\n---\n<Gull />\n' }],
    ['an invalid file name', { 'features/notes.txt': 'Buy oil.' }],
    ['a second policy file', { 'policy/preface.mdx': '---\n---\n' }],
  ];
  for (const [what, files] of mistakes) {
    test(`${what} gives no catalogue`, (t) => {
      const { catalogue, problems } = checkContent(lanternWith(t, files));
      assert.equal(problems.length, 1);
      assert.equal(catalogue, undefined);
    });
  }
});

describe('The catalogue of valid content', () => {
  test('a complete content folder gives a catalogue and no problems', () => {
    const { catalogue, problems, content } = checkContent(lanternFolder);
    assert.deepEqual(problems, []);
    assert.equal(catalogue?.features.length, 4);
    assert.equal(content.features.length, 4);
  });

  test('a project of five tiers gives a catalogue and no problems', (t) => {
    const tier = (level: number) => `---\nlevel: ${level}\ntitle: Level ${level}\n---\n`;
    const folder = lanternWith(t, {
      'policy/document.mdx': documentWithTiers(3, 4, 5),
      'tiers/a.mdx': tier(5),
      'tiers/b.mdx': tier(3),
      'tiers/c.mdx': tier(4),
    });
    const { catalogue, problems } = checkContent(folder);
    assert.deepEqual(relativeLines(problems, folder), []);
    assert.deepEqual(
      catalogue?.tiers.map(({ level }) => level),
      [1, 2, 3, 4, 5],
    );
  });
});

describe('Unusual files in a content folder', () => {
  const top = ['categories.yaml', 'features', 'policy', 'policy/document.mdx', 'requirements', 'site.yaml', 'tiers'];

  test('every file and folder missing from an empty content folder is reported', (t) => {
    const folder = emptyFolder(t);
    assert.deepEqual(
      checkContent(folder).problems.map(({ file }) => file.slice(folder.length + 1)),
      top,
    );
  });

  test('every file and folder is reported if the content folder does not exist', (t) => {
    const folder = join(emptyFolder(t), 'nowhere');
    assert.deepEqual(
      checkContent(folder).problems.map(({ file }) => file.slice(folder.length + 1)),
      top,
    );
  });

  test('a file in place of a folder and a folder in place of a file are reported', (t) => {
    const folder = lanternWith(t, {
      'site.yaml': undefined,
      'site.yaml/inner.txt': '',
      features: 'a file',
      'tiers/lit.mdx': undefined,
      'tiers/lit.mdx/inner.txt': '',
    });
    assert.deepEqual(relativeLines(checkContent(folder).problems, folder), [
      'features:1:1: the folder is missing; create it, and add its .mdx files',
      'site.yaml:1:1: this is not a readable file; replace it, or delete it',
      'tiers/lit.mdx:1:1: this is not a readable file; replace it, or delete it',
    ]);
  });

  test('an empty file is reported', (t) => {
    const folder = lanternWith(t, { 'features/red-lamp.mdx': '', 'categories.yaml': '', 'site.yaml': '' });
    assert.deepEqual(relativeLines(checkContent(folder).problems, folder), [
      'categories.yaml:1:1: the file is empty; write a list: the categories in order, each with its id, name, plural and description',
      'features/red-lamp.mdx:1:1: the file is empty; put its text back, or delete it',
      'site.yaml:1:1: "title", "project", "description", "source" and "licence" are missing; write title: the site\'s name; project: the name of the project; description: what readers find on the site, in a sentence or two; source: the address of the document that the policy comes from; licence: the license of the policy text, as an SPDX expression',
    ]);
  });

  test('frontmatter that is empty or not keys and values is reported', (t) => {
    const folder = lanternWith(t, {
      'requirements/night-watch.mdx': '---\n---\n\nWords.\n',
      'tiers/lit.mdx': '---\nThe levels\n---\n',
    });
    assert.deepEqual(relativeLines(checkContent(folder).problems, folder), [
      'requirements/night-watch.mdx:1:1: "title" is missing; write a short title',
      'tiers/lit.mdx:2:1: the frontmatter is "The levels"; write keys and values, like "level: The levels": level, slug, label, mark, title, heading, summary, requirements, since, retired, changes, formerAnchors',
    ]);
  });

  test('a byte order mark before the frontmatter is accepted', (t) => {
    const folder = lanternWith(t, { 'features/red-lamp.mdx': `\uFEFF${read('features/red-lamp.mdx')}` });
    assert.deepEqual(relativeLines(checkContent(folder).problems, folder), []);
  });

  test('CRLF line endings do not change the reported positions', (t) => {
    const folder = emptyFolder(t);
    cpSync(join(broken, 'shape'), folder, { recursive: true });
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())) {
      const path = join(file.parentPath, file.name);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/\r?\n/g, '\r\n'));
    }
    const expected = readFileSync(join(broken, 'shape.txt'), 'utf8').trimEnd().split('\n');
    assert.deepEqual(relativeLines(checkContent(folder).problems, folder), expected);
  });

  test('white space after the frontmatter fences is accepted', (t) => {
    const text = read('features/fog-signal.mdx').replaceAll('---\n', '--- \t\n');
    const folder = lanternWith(t, { 'features/fog-signal.mdx': text });
    const { catalogue, problems } = checkContent(folder);
    assert.deepEqual(relativeLines(problems, folder), []);
    assert.match(catalogue?.features.find(({ id }) => id === 'fog-signal')?.body ?? '', /^Nobody has heard it/);
  });

  test('a key that every JavaScript object has is reported as unknown', (t) => {
    const folder = lanternWith(t, {
      'policy/document.mdx': read('policy/document.mdx').replace('---\n', '---\n__proto__: 1\nconstructor: 2\n'),
    });
    assert.deepEqual(relativeLines(checkContent(folder).problems, folder), [
      'policy/document.mdx:2:1: the key "__proto__" is unknown; write one of: rows, changes, formerAnchors',
      'policy/document.mdx:3:1: the key "constructor" is unknown; write one of: rows, changes, formerAnchors',
    ]);
  });
});

test('a list without items is reported as empty, and a long value is quoted on one line', (t) => {
  const folder = lanternWith(t, {
    'tiers/lit.mdx': read('tiers/lit.mdx').replace('  - night-watch\n', ''),
    'features/fog-signal.mdx': read('features/fog-signal.mdx').replace(
      'aliases:\n  - mist',
      `aliases: |\n  mist\n  ${'haze '.repeat(30)}`,
    ),
  });
  const lines = relativeLines(checkContent(folder).problems, folder);
  assert.equal(
    lines[1],
    'tiers/lit.mdx:4:14: "requirements" is empty; write a list: the ids of its requirements, in order, or groups of requirements, or delete the line',
  );
  assert.match(
    lines[0] ?? '',
    /^features\/fog-signal\.mdx:5:10: "aliases" is "mist (?:haze )+h?a?z?e?…"; write a list/,
  );
});
