import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { readContent, type ContentFile } from '../../../src/check/read-content.ts';
import { lanternFolder, lanternWith, linesOf } from '../lantern.ts';

const policy = (t: TestContext, text: string): ContentFile => {
  const { content } = readContent(lanternWith(t, { 'policy/status.mdx': text }));
  const file = content.policy.find(({ id }) => id === 'status');
  assert.ok(file);
  return file;
};

describe('A content folder is read whole', () => {
  test('the name of a file without its ending is its id', (t) => {
    const feature = readFileSync(join(lanternFolder, 'features/red-lamp.mdx'), 'utf8');
    const folder = lanternWith(t, { 'features/lamp_2.5.mdx': feature });
    const { content, problems } = readContent(folder);
    assert.deepEqual(problems, []);
    assert.deepEqual(content.features.map(({ id }) => id), ['fog-signal', 'lamp_2.5', 'oak-board', 'pine-board', 'red-lamp']);
  });

  test('a hidden file is not content', (t) => {
    const { content, problems } = readContent(lanternWith(t, { 'features/.red-lamp.mdx.swp': 'x', 'tiers/.DS_Store': 'x' }));
    assert.deepEqual(problems, []);
    assert.equal(content.features.length, 4);
  });

  test('a file with a bad name is a problem, and read all the same so that its own mistakes are named too', (t) => {
    const folder = lanternWith(t, { 'features/Red Lamp.mdx': '---\nname: [\n---\n', 'features/notes.txt': 'Buy oil.' });
    const { problems } = readContent(folder);
    assert.deepEqual(problems.map(({ file }) => file.slice(folder.length + 1)), [
      'features/Red Lamp.mdx',
      'features/notes.txt',
      'features/Red Lamp.mdx',
    ]);
  });

  test('what is read again is as it is written then: the same file where nothing changed, its mistakes told again, and a new one where something did', (t) => {
    const folder = lanternWith(t, { 'features/red-lamp.mdx': '---\nname: [\n---\n' });
    const read = () => readContent(folder);
    const [first, again] = [read(), read()];
    assert.ok(first.problems.length > 0);
    assert.deepEqual(again.problems, first.problems);
    assert.ok(first.content.site);
    assert.equal(again.content.site, first.content.site);
    writeFileSync(join(folder, 'features/red-lamp.mdx'), '---\nname: Red lamp\n---\n');
    assert.deepEqual(read().problems, []);
    assert.deepEqual(read().content.features.find(({ id }) => id === 'red-lamp')?.data, { name: 'Red lamp' });
    rmSync(join(folder, 'features/red-lamp.mdx'));
    assert.ok(!read().content.features.some(({ id }) => id === 'red-lamp'));
  });

  test('a file that cannot be read keeps its id, and has no data', (t) => {
    const { content } = readContent(lanternWith(t, { 'tiers/dark.mdx': 'No frontmatter.' }));
    assert.deepEqual(content.tiers.map(({ id, data }) => [id, data !== undefined]), [['dark', false], ['lit', true]]);
  });

  test('what YAML says is kept as it is written: a day is text, and "off" is not false', (t) => {
    const { data } = policy(t, '---\nday: 2024-02-29\ndefault: off\nanswer: no\n---\n');
    assert.deepEqual(data, { day: '2024-02-29', default: 'off', answer: 'no' });
  });
});

describe('A body begins on the line below its frontmatter', () => {
  test('without a blank line between them', (t) => {
    const { body, bodyLine } = policy(t, '---\ntitle: Status\n---\nThe log.\n');
    assert.deepEqual([body, bodyLine], ['The log.\n', 4]);
  });

  test('and may have rules of three hyphens of its own', (t) => {
    const { body, data } = policy(t, '---\ntitle: Status\n---\nAbove.\n\n---\n\nBelow.\n');
    assert.deepEqual([body, data], ['Above.\n\n---\n\nBelow.\n', { title: 'Status' }]);
  });

  test('and is empty where the file ends with the frontmatter', (t) => {
    const { body, data } = policy(t, '---\ntitle: Status\n---');
    assert.deepEqual([body, data], ['', { title: 'Status' }]);
  });
});

describe('Everything in the data has a place that an editor can open', () => {
  const text = '---\n# a comment\ntitle: Status\nlist:\n  - first: 1\n    second: 2\nflow: [a, b]\n---\n';
  const places: [string, (string | number)[], [number, number]][] = [
    ['a value', ['title'], [3, 8]],
    ['a value in a list', ['list', 0, 'second'], [6, 13]],
    ['an item', ['list', 0], [5, 5]],
    ['a list below its key, which is where the key is', ['list'], [4, 1]],
    ['a list beside its key', ['flow'], [7, 7]],
    ['an item beside its key', ['flow', 1], [7, 11]],
    ['the nearest thing above what is missing', ['list', 0, 'third'], [5, 5]],
    ['the first key, where nothing else is left', ['nothing', 0, 'here'], [3, 1]],
    ['the first key, for the whole', [], [3, 1]],
  ];
  for (const [what, path, [line, column]] of places)
    test(what, (t) => assert.deepEqual(policy(t, text).placeOf(path), { line, column }));

  test('a key rather than its value', (t) => {
    const file = policy(t, text);
    assert.deepEqual(file.placeOfKey(['title']), { line: 3, column: 1 });
    assert.deepEqual(file.placeOfKey(['list', 0, 'second']), { line: 6, column: 5 });
  });

  test('line 1 where there is nothing at all', (t) => {
    assert.deepEqual(policy(t, '').placeOf(['title']), { line: 1, column: 1 });
  });
});

describe('What is not YAML is named with a mend', () => {
  const mistakes: [string, string][] = [
    [
      'title: Status: now',
      '2:8: this is not YAML: Nested mappings are not allowed in compact mappings; put a value that holds ": " in quotes',
    ],
    ['title: `status`', '2:8: this is not YAML: Plain value cannot start with reserved character `; put the value in quotes'],
    ['title: *status*', '2:8: "*status*" refers to another line; put the value in quotes, or write it out'],
    ['title: a\ntitle: b', '3:1: this is not YAML: Map keys must be unique; delete one of the two'],
    ['list:\n\t- a', '3:1: this is not YAML: Tabs are not allowed as indentation; indent with spaces'],
    ['title: "Status', '2:15: this is not YAML: Missing closing "quote; correct the line'],
  ];
  for (const [yaml, expected] of mistakes) {
    test(yaml.replaceAll('\n', '⏎'), (t) => {
      const folder = lanternWith(t, { 'policy/status.mdx': `---\n${yaml}\n---\n` });
      assert.deepEqual(linesOf(readContent(folder).problems, folder), [`policy/status.mdx:${expected}`]);
    });
  }
});

test('A tag that YAML cannot follow is a problem of its line, and nothing else is printed', (t) => {
  const { problems } = readContent(lanternWith(t, { 'policy/status.mdx': '---\ntitle: !!binary\n  - a\n---\n' }));
  assert.deepEqual(problems.map(({ line, message }) => `${line}: ${message.slice(0, 17)}`), ['2: this is not YAML:']);
});
