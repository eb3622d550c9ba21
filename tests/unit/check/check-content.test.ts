import assert from 'node:assert/strict';
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { emptyFolder, fixtures, lanternFolder, lanternWith, linesOf } from '../lantern.ts';
import { documentWith } from '../memory.ts';

const broken = join(fixtures, 'broken');
const folders = readdirSync(broken, { withFileTypes: true })
  .filter((it) => it.isDirectory())
  .map((it) => it.name);
const read = (path: string) => readFileSync(join(lanternFolder, path), 'utf8');

describe('Every mistake in the content is reported in one run, with its line and a fix', () => {
  test('there are folders of mistakes to name, each with its expected lines', () => {
    assert.deepEqual(folders.sort(), ['addresses', 'levels', 'references', 'shape', 'status']);
    for (const name of folders) assert.ok(existsSync(join(broken, `${name}.txt`)), `${name}.txt`);
  });

  for (const name of folders) {
    test(`every mistake in broken/${name} has its line in broken/${name}.txt, word for word`, () => {
      const folder = join(broken, name);
      const expected = readFileSync(`${folder}.txt`, 'utf8').trimEnd().split('\n');
      const { catalogue, problems } = checkContent(folder);
      assert.deepEqual(linesOf(problems, folder), expected);
      assert.equal(catalogue, undefined);
    });
  }

  test('a file that is wrong in itself makes no other file wrong', (t) => {
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
    const all = linesOf(problems, folder).join('\n');
    assert.doesNotMatch(all, /does not exist|no tier lists|leaves a gap|there is no Tier|is missing; create it/);
  });

  test('a body is checked even where the frontmatter is wrong', (t) => {
    const folder = lanternWith(t, { 'requirements/spare-bulb.mdx': '---\ntitle: [\n---\n\nA {bulb}.\n' });
    const lines = checkContent(folder).problems.map(({ line }) => line);
    assert.deepEqual([...new Set(lines)], [2, 5]);
  });
});

describe('There is no catalogue where anything at all is wrong', () => {
  test('the document is not there', (t) => {
    const folder = lanternWith(t, { 'policy/document.mdx': undefined });
    const { catalogue, problems } = checkContent(folder);
    assert.deepEqual(linesOf(problems, folder), ['policy/document.mdx:1:1: the file is missing; create it']);
    assert.equal(catalogue, undefined);
  });

  const mistakes: [what: string, files: Record<string, string>][] = [
    ['a body', { 'requirements/night-watch.mdx': '---\ntitle: Watch\n---\n<Gull />\n' }],
    ['the name of a file', { 'features/notes.txt': 'Buy oil.' }],
    ['a second file of the policy', { 'policy/preface.mdx': '---\n---\n' }],
  ];
  for (const [what, files] of mistakes) {
    test(what, (t) => {
      const { catalogue, problems } = checkContent(lanternWith(t, files));
      assert.equal(problems.length, 1);
      assert.equal(catalogue, undefined);
    });
  }
});

describe('Valid content gives a catalogue and no problems', () => {
  test('a whole content folder', () => {
    const { catalogue, problems, content } = checkContent(lanternFolder);
    assert.deepEqual(problems, []);
    assert.equal(catalogue?.features.length, 4);
    assert.equal(content.features.length, 4);
  });

  test('a project of five tiers', (t) => {
    const tier = (level: number) => `---\nlevel: ${level}\ntitle: Level ${level}\n---\n`;
    const folder = lanternWith(t, {
      'policy/document.mdx': documentWith(3, 4, 5),
      'tiers/a.mdx': tier(5),
      'tiers/b.mdx': tier(3),
      'tiers/c.mdx': tier(4),
    });
    const { catalogue, problems } = checkContent(folder);
    assert.deepEqual(linesOf(problems, folder), []);
    assert.deepEqual(
      catalogue?.tiers.map(({ level }) => level),
      [1, 2, 3, 4, 5],
    );
  });
});

describe('A check never throws for what is in the content folder', () => {
  const top = ['categories.yaml', 'features', 'policy', 'policy/document.mdx', 'requirements', 'site.yaml', 'tiers'];

  test('an empty folder lacks every file and folder', (t) => {
    const folder = emptyFolder(t);
    assert.deepEqual(
      checkContent(folder).problems.map(({ file }) => file.slice(folder.length + 1)),
      top,
    );
  });

  test('a folder that is not there lacks every file and folder', (t) => {
    const folder = join(emptyFolder(t), 'nowhere');
    assert.deepEqual(
      checkContent(folder).problems.map(({ file }) => file.slice(folder.length + 1)),
      top,
    );
  });

  test('a file in the place of a folder, and a folder in the place of a file', (t) => {
    const folder = lanternWith(t, {
      'site.yaml': undefined,
      'site.yaml/inner.txt': '',
      features: 'a file',
      'tiers/lit.mdx': undefined,
      'tiers/lit.mdx/inner.txt': '',
    });
    assert.deepEqual(linesOf(checkContent(folder).problems, folder), [
      'features:1:1: the folder is missing; create it, with one .mdx file for each entry',
      'site.yaml:1:1: this is not a readable file; replace it, or delete it',
      'tiers/lit.mdx:1:1: this is not a readable file; replace it, or delete it',
    ]);
  });

  test('a file that is empty', (t) => {
    const folder = lanternWith(t, { 'features/red-lamp.mdx': '', 'categories.yaml': '', 'site.yaml': '' });
    assert.deepEqual(linesOf(checkContent(folder).problems, folder), [
      'categories.yaml:1:1: the file is empty; write a list: the categories in order, each with its id, name, plural and description',
      'features/red-lamp.mdx:1:1: the file is empty; put its text back, or delete it',
      'site.yaml:1:1: "title", "project", "description", "source" and "licence" are missing; write title: the site\'s name; project: the name of the project; description: what readers find on the site, in a sentence or two; source: the address of the document that the policy comes from; licence: the license of the policy text, as an SPDX expression',
    ]);
  });

  test('frontmatter that is empty, or not keys and values', (t) => {
    const folder = lanternWith(t, {
      'requirements/night-watch.mdx': '---\n---\n\nWords.\n',
      'tiers/lit.mdx': '---\nThe levels\n---\n',
    });
    assert.deepEqual(linesOf(checkContent(folder).problems, folder), [
      'requirements/night-watch.mdx:1:1: "title" is missing; write a short title',
      'tiers/lit.mdx:2:1: the frontmatter is "The levels"; write keys and values, like "level: The levels": level, slug, label, mark, title, heading, summary, requirements, retired, changes, formerAnchors',
    ]);
  });

  test('a byte order mark before the frontmatter', (t) => {
    const folder = lanternWith(t, { 'features/red-lamp.mdx': `\uFEFF${read('features/red-lamp.mdx')}` });
    assert.deepEqual(linesOf(checkContent(folder).problems, folder), []);
  });

  test('CRLF line endings, with every place as it is without them', (t) => {
    const folder = emptyFolder(t);
    cpSync(join(broken, 'shape'), folder, { recursive: true });
    for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((it) => it.isFile())) {
      const path = join(file.parentPath, file.name);
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(/\r?\n/g, '\r\n'));
    }
    const expected = readFileSync(join(broken, 'shape.txt'), 'utf8').trimEnd().split('\n');
    assert.deepEqual(linesOf(checkContent(folder).problems, folder), expected);
  });

  test('spaces after the lines of the frontmatter', (t) => {
    const text = read('features/fog-signal.mdx').replaceAll('---\n', '--- \t\n');
    const folder = lanternWith(t, { 'features/fog-signal.mdx': text });
    const { catalogue, problems } = checkContent(folder);
    assert.deepEqual(linesOf(problems, folder), []);
    assert.match(catalogue?.features.find(({ id }) => id === 'fog-signal')?.body ?? '', /^Nobody has heard it/);
  });

  test('keys that a JavaScript object has of itself', (t) => {
    const folder = lanternWith(t, {
      'policy/document.mdx': read('policy/document.mdx').replace('---\n', '---\n__proto__: 1\nconstructor: 2\n'),
    });
    assert.deepEqual(linesOf(checkContent(folder).problems, folder), [
      'policy/document.mdx:2:1: the key "__proto__" is unknown; write one of: rows, changes, formerAnchors',
      'policy/document.mdx:3:1: the key "constructor" is unknown; write one of: rows, changes, formerAnchors',
    ]);
  });
});

test('A list whose items are all gone is empty, and a long value is quoted on one line', (t) => {
  const folder = lanternWith(t, {
    'tiers/lit.mdx': read('tiers/lit.mdx').replace('  - night-watch\n', ''),
    'features/fog-signal.mdx': read('features/fog-signal.mdx').replace(
      'aliases:\n  - mist',
      `aliases: |\n  mist\n  ${'haze '.repeat(30)}`,
    ),
  });
  const lines = linesOf(checkContent(folder).problems, folder);
  assert.equal(
    lines[1],
    'tiers/lit.mdx:4:14: "requirements" is empty; write a list: the ids of its requirements, in order, or groups of requirements, or delete the line',
  );
  assert.match(
    lines[0] ?? '',
    /^features\/fog-signal\.mdx:5:10: "aliases" is "mist (?:haze )+h?a?z?e?…"; write a list/,
  );
});
