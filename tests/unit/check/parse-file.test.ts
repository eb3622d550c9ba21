import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseFile } from '../../../src/check/parse-file.ts';

const parse = (text: string | undefined, hasBody = true, isLink = false) =>
  parseFile('policy/status.mdx', 'status', hasBody, { text, isLink });
const policy = (text: string) => parse(text).file;
const mistakesIn = (text: string | undefined, hasBody?: boolean, isLink?: boolean) =>
  parse(text, hasBody, isLink).problems.map(
    ({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`,
  );

describe('Frontmatter and body of a file', () => {
  test('a date, "off" and "no" are read as text', () => {
    const { data } = policy('---\nday: 2024-02-29\ndefault: off\nanswer: no\n---\n');
    assert.deepEqual(data, { day: '2024-02-29', default: 'off', answer: 'no' });
  });

  test('the body begins below the frontmatter and keeps its line numbers in the compiled MDX', () => {
    const { body, data, mdx } = policy('---\ntitle: Status\n---\nAbove.\n\n---\n\nBelow.\n');
    assert.deepEqual([body, data], ['Above.\n\n---\n\nBelow.', { title: 'Status' }]);
    assert.equal(mdx.split('\n')[3], 'Above.');
    assert.equal(policy('---\ntitle: Status\n---').body, '');
  });

  test('a value that Astro reads differently is marked as ambiguous', () => {
    for (const yaml of ['day: 2024-02-30', 'time: 2024-02-29T10:00:00Z', 'number: 0b11', 'list: [{ <<: { a: b } }]'])
      assert.ok(policy(`---\n${yaml}\n---\n`).ambiguous, yaml);
    assert.equal(policy('---\nday: 2024-02-29\nn: [1, ~, off, 0x1f, 1e3]\n---\n').ambiguous, undefined);
  });

  test('a fence within the frontmatter is reported', () => {
    const message = 'a line of the frontmatter begins with "---" or "+++"; put the value in quotes, or delete the line';
    for (const line of ['--- # The highest tier.', '---a: b', '---: c'])
      assert.deepEqual(mistakesIn(`---\n${line}\ntitle: a\n---\n`), [`policy/status.mdx:2:1: ${message}`], line);
  });
});

describe('Invalid YAML', () => {
  const mistakes: [string, string][] = [
    ['title: Status: now', '2:8: the value contains a colon followed by a space; put the value in quotes'],
    ['title: `status`', '2:8: a value cannot begin with "`"; put the value in quotes'],
    ['title: *status*', '2:8: a value cannot begin with "*"; put the value in quotes'],
    ['title: a\ntitle: b', '3:1: the key "title" is a duplicate; delete one of the two'],
    ['list:\n\t- a', '3:1: the indentation has a tab; use spaces'],
    [
      'title: "Status',
      '2:8: the quotation mark (") is not closed; write another at the end of the value, or delete it',
    ],
  ];
  for (const [yaml, expected] of mistakes)
    test(`the YAML ${yaml.replaceAll('\n', '⏎')} is reported with a fix`, () =>
      assert.deepEqual(mistakesIn(`---\n${yaml}\n---\n`), [`policy/status.mdx:${expected}`]));

  test('a tag that YAML cannot resolve is reported once', () => {
    assert.match(
      mistakesIn('---\ntitle: !!binary\n  - a\n---\n').join('\n'),
      /^policy\/status\.mdx:2:8: a value cannot begin with "!"; put the value in quotes$/,
    );
  });
});

describe('Files without frontmatter', () => {
  const first = 'policy/status.mdx:1:1:';
  const cases: [what: string, found: string[], expected: string][] = [
    ['an unreadable file', mistakesIn(undefined), `${first} this is not a readable file; replace it, or delete it`],
    [
      'a symbolic link',
      mistakesIn(undefined, true, true),
      `${first} this is a symbolic link; replace it with what it points to`,
    ],
    [
      'text without frontmatter',
      mistakesIn('The log.\n'),
      `${first} the file does not begin with frontmatter; write "---", the keys, and "---" on lines of their own`,
    ],
  ];
  for (const [what, found, expected] of cases) test(`${what} is reported`, () => assert.deepEqual(found, [expected]));
  test('a YAML file needs no frontmatter', () => assert.deepEqual(parse('- lamp\n', false).file.data, ['lamp']));
  test('text without frontmatter has no data', () => assert.equal(policy('The log.\n').data, undefined));
});
