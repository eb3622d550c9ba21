import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import {
  blocks,
  escapeMarkdown,
  hanging,
  link,
  list,
  nameMarkdown,
  quote,
  table,
  wholeLinks,
  wordsMarkdown,
} from '../../../../src/output/markdown/write.ts';

const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);
const nasty = [
  'a *b* _c_ __d__ x86_64',
  '# no heading',
  '- no item',
  '+ nor this',
  '1. nor this',
  '2) nor this',
  '=== no rule',
  '--- no rule',
  '[no](link)',
  '![no](image)',
  '[^1]',
  '<b>no tag</b>',
  '&amp; no entity',
  'back\\slash \\*',
  '~~no~~',
  '> no quote',
  'a | b',
  '`',
  'no `code` at all',
];

describe('plain words written as Markdown', () => {
  for (const text of nasty) {
    test(`"${text}" is one paragraph that says the same`, () => {
      const [paragraph, ...others] = parse(escapeMarkdown(text)).children;
      assert.ok(paragraph?.type === 'paragraph' && others.length === 0);
      assert.equal(toString(paragraph), text);
      assert.deepEqual(
        paragraph.children.map(({ type }) => type),
        ['text'],
      );
    });
  }

  test('has no more escapes than it takes', () => {
    assert.deepEqual(['a - b + c = d # e', 'It has 1. and 2) in it', '-', '10. ten', '3) three'].map(escapeMarkdown), [
      'a - b + c = d # e',
      'It has 1. and 2) in it',
      '\\-',
      '10\\. ten',
      '3\\) three',
    ]);
  });

  test('in a table, each stays in its cell', () => {
    const [root] = parse(
      table(
        ['one', 'two'],
        nasty.map((text) => [escapeMarkdown(text), 'last']),
      ),
    ).children;
    assert.ok(root?.type === 'table');
    assert.deepEqual(
      root.children.slice(1).map((row) => row.children.map((cell) => toString(cell))),
      nasty.map((text) => [text, 'last']),
    );
  });

  test('backticks mark code, and a bar in code does not end a cell', () => {
    assert.deepEqual(['x86_64', 'The `x` of C_D'].map(nameMarkdown), ['`x86_64`', 'The `x` of C\\_D']);
    assert.equal(wordsMarkdown('uses `a_b` and c_d'), 'uses `a_b` and c\\_d');
    const [root] = parse(table(['one', 'two'], [[wordsMarkdown('`a|b`'), 'last']])).children;
    assert.ok(root?.type === 'table');
    assert.deepEqual(
      root.children[1]?.children.map((cell) => toString(cell)),
      ['a|b', 'last'],
    );
  });
});

test('a body hangs whole from its marker: paragraphs, lists and code', () => {
  const [item] = parse(hanging('* ', 'One\ntwo.\n\n* inner\n\n    code\n\nLast.')).children;
  assert.ok(item?.type === 'list');
  assert.equal(item.children.length, 1);
  assert.deepEqual(
    item.children[0]?.children.map(({ type }) => type),
    ['paragraph', 'list', 'paragraph'],
  );
});

test('a body’s empty ends are no part of it', () =>
  assert.equal(hanging('[^1]: ', '\nOne\n\ntwo.\n', 4), '[^1]: One\n\n    two.'));

test('a quotation has a mark on each line, and keeps the breaks of lines', () =>
  assert.equal(quote(' One  \ntwo > \n\n\n* three\n'), '> One  \n> two > \n>\n>\n> * three'));

test('blocks have a blank line between them, and empty ones none; items have a line each', () => {
  assert.equal(blocks('', 'a', ' \n', list(['b', 'c'])), 'a\n\n- b\n- c');
});

test('a table’s columns are as wide as their cells, from three to as many as are good to read', () => {
  const long = 'x'.repeat(60);
  assert.equal(
    table(['a', 'long', 'b'], [['1', 'longer|', '2', 'no head'], ['1'], [long, '', '']]),
    `\
| a${' '.repeat(51)} | long     | b   |
|${'-'.repeat(54)}|----------|-----|
| 1${' '.repeat(51)} | longer\\| | 2   |
| 1${' '.repeat(51)} |          |     |
| ${long} |          |     |`,
  );
});

test('a link holds an address with brackets', () => {
  const [paragraph] = parse(link('it', 'https://a.example/b_(c)')).children;
  assert.ok(paragraph?.type === 'paragraph' && paragraph.children[0]?.type === 'link');
  assert.equal(paragraph.children[0].url, 'https://a.example/b_%28c%29');
});

test('links within the site become whole, and no others', () => {
  const whole = (markdown: string) => wholeLinks(markdown, (path) => `https://x.example/base/${path}`);
  assert.equal(
    whole('[a](/policy/#b) [c](//d.example) [e](https://f.example/)'),
    '[a](https://x.example/base/policy/#b) [c](//d.example) [e](https://f.example/)',
  );
  assert.equal(whole('[a][b]\n\n[b]: /policy/\n'), '[a][b]\n\n[b]: https://x.example/base/policy/');
});
