import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { keyOf, knownData, parseFile } from '../../../src/check/parse-file.ts';

const parse = (text: string | undefined, hasBody = true, isLink = false) =>
  parseFile('policy/status.mdx', 'status', hasBody, { text, isLink });
const policy = (text: string) => parse(text).file;
const mistakesIn = (text: string | undefined, hasBody?: boolean, isLink?: boolean) =>
  parse(text, hasBody, isLink).problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );

describe('What YAML says is kept as it is written', () => {
  test('a day is text, and "off" is not false', () => {
    const { data } = policy('---\nday: 2024-02-29\ndefault: off\nanswer: no\n---\n');
    assert.deepEqual(data, { day: '2024-02-29', default: 'off', answer: 'no' });
  });
});

describe('A body begins on the line below its frontmatter', () => {
  test('without a blank line between them', () => {
    const { body, bodyLine } = policy('---\ntitle: Status\n---\nThe log.\n');
    assert.deepEqual([body, bodyLine], ['The log.\n', 4]);
  });

  test('and may have rules of three hyphens of its own', () => {
    const { body, data } = policy('---\ntitle: Status\n---\nAbove.\n\n---\n\nBelow.\n');
    assert.deepEqual([body, data], ['Above.\n\n---\n\nBelow.\n', { title: 'Status' }]);
  });

  test('and is empty where the file ends with the frontmatter', () => {
    const { body, data } = policy('---\ntitle: Status\n---');
    assert.deepEqual([body, data], ['', { title: 'Status' }]);
  });
});

describe('What is not YAML is named with a mend', () => {
  const mistakes: [string, string][] = [
    [
      'title: Status: now',
      '2:8: this is not YAML: Nested mappings are not allowed in compact mappings; put a value that holds ": " in quotes',
    ],
    [
      'title: `status`',
      '2:8: this is not YAML: Plain value cannot start with reserved character `; put the value in quotes',
    ],
    ['title: *status*', '2:8: "*status*" refers to another line; put the value in quotes, or write it out'],
    ['title: a\ntitle: b', '3:1: this is not YAML: Map keys must be unique; delete one of the two'],
    ['list:\n\t- a', '3:1: this is not YAML: Tabs are not allowed as indentation; indent with spaces'],
    ['title: "Status', '2:15: this is not YAML: Missing closing "quote; correct the line'],
  ];
  for (const [yaml, expected] of mistakes)
    test(yaml.replaceAll('\n', '⏎'), () =>
      assert.deepEqual(mistakesIn(`---\n${yaml}\n---\n`), [`policy/status.mdx:${expected}`]),
    );

  test('as is a tag that YAML cannot follow, and nothing else is printed', () => {
    assert.match(
      mistakesIn('---\ntitle: !!binary\n  - a\n---\n').join('\n'),
      /^policy\/status\.mdx:2:8: this is not YAML:.*$/,
    );
  });
});

describe('What is no file of frontmatter and body is a problem, and has no data', () => {
  const first = 'policy/status.mdx:1:1:';
  const cases: [what: string, found: string[], expected: string][] = [
    [
      'what cannot be read',
      mistakesIn(undefined),
      `${first} this is not a file that can be read; put one here, or delete it`,
    ],
    [
      'a link',
      mistakesIn(undefined, true, true),
      `${first} this is a link to another place; put here what it leads to`,
    ],
    [
      'a text without frontmatter',
      mistakesIn('The log.\n'),
      `${first} the file does not begin with frontmatter; write "---", the keys, and "---" on lines of their own`,
    ],
  ];
  for (const [what, found, expected] of cases) test(what, () => assert.deepEqual(found, [expected]));
  test('but a list of YAML alone needs none', () => assert.deepEqual(parse('- lamp\n', false).file.data, ['lamp']));
  test('and nobody asks it for data', () => assert.equal(policy('The log.\n').data, undefined));
});

describe('A text is read once, and its data is known from then on', () => {
  test('places are found in it all the same', () => {
    const text = '---\ntitle: Known\nlist:\n  - a\n---\nBody.\n';
    const [first, again] = [policy(text), policy(text)];
    assert.equal(again.data, first.data);
    assert.deepEqual([again.body, again.bodyLine, again.placeOf(['list', 0])], ['Body.\n', 6, { line: 4, column: 5 }]);
  });

  test('but the same text with and without a body is not the same data', () => {
    const text = '---\ntitle: Both\n---\n';
    assert.deepEqual(policy(text).data, { title: 'Both' });
    assert.notEqual(keyOf(text, true), keyOf(text, false));
  });

  test('and a link is no empty file, though one is known', () => {
    assert.deepEqual(mistakesIn('', false), []);
    assert.equal(mistakesIn(undefined, false, true).length, 1);
  });

  test('a text with a mistake is told of each time', () => {
    const text = '---\nname: [\n---\n';
    const [first, again] = [mistakesIn(text), mistakesIn(text)];
    assert.equal(first.length, 1);
    assert.deepEqual(again, first);
    assert.ok(!knownData.has(keyOf(text, true)));
  });
});
