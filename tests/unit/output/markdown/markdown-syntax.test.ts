import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Nodes, Root } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import {
  blocks,
  escapeMarkdown,
  fenced,
  hanging,
  link,
  list,
  nameMarkdown,
  quote,
  table,
  textMarkdown,
} from '../../../../src/output/markdown/markdown-syntax.ts';
import { syntax } from '../../../hostile/syntax.ts';
import { parseMarkdown } from './mdast.ts';

/** Text as a reader sees it: without backticks, control characters and repeated spaces. */
const shown = (text: string): string =>
  text
    .replace(/\0/g, ' ')
    .replace(/[`\s\p{Cc}]+/gu, ' ')
    .trim();

describe('Plain text written as Markdown', () => {
  test('any text reads back as the same plain text, in any position', () => {
    const positions: [name: string, write: (text: string) => string, find: (root: Root) => Nodes | undefined][] = [
      ['paragraph', (text) => text, ({ children: [it] }) => it],
      ['heading', (text) => `## ${text}`, ({ children: [it] }) => it],
      ['quote', (text) => `> ${text}`, ({ children: [it] }) => it],
      ['item', (text) => list([text, 'b']), ({ children: [it] }) => (it?.type === 'list' ? it.children[0] : undefined)],
      ['link', (text) => link(text, 'https://a.example/'), ({ children: [it] }) => it],
      [
        'cell',
        (text) => table(['a', 'b'], [[text, 'c']]),
        ({ children: [it] }) => (it?.type === 'table' ? it.children[1]?.children[0] : undefined),
      ],
    ];
    const typesIn = (root: Root) => {
      const types = new Set(['text']);
      visit(root, ({ type }) => void (type !== 'inlineCode' && types.add(type)));
      return [...types].sort().join();
    };
    for (const [name, put, find] of positions) {
      const plain = typesIn(parseMarkdown(put('word')));
      for (const text of syntax)
        for (const markdown of new Set([escapeMarkdown, textMarkdown, nameMarkdown].map((write) => put(write(text))))) {
          const root = parseMarkdown(markdown);
          assert.equal(typesIn(root), plain, `${name}: ${markdown}`);
          const [found, meant] = [toString(find(root)), text].map((it) => shown(it).replaceAll(' ', ''));
          assert.equal(found, meant, `${name}: ${markdown}`);
        }
    }
  });

  test('only characters that need it are escaped', () => {
    assert.deepEqual(['a - b + c = d # e', 'It has 1. and 2) in it', '-', '10. ten', '3) three'].map(escapeMarkdown), [
      'a - b + c = d # e',
      'It has 1. and 2) in it',
      '\\-',
      '10\\. ten',
      '3\\) three',
    ]);
  });

  test('backticks mark code, and a bar in code does not end a cell', () => {
    assert.deepEqual(['x86_64', 'The `x` of C_D'].map(nameMarkdown), ['`x86_64`', 'The `x` of C_D']);
    assert.equal(textMarkdown('uses `a_b` and c_d'), 'uses `a_b` and c_d');
    const [root] = parseMarkdown(table(['one', 'two'], [[textMarkdown('`a|b`'), 'last']])).children;
    assert.ok(root?.type === 'table');
    assert.deepEqual(
      root.children[1]?.children.map((cell) => toString(cell)),
      ['a|b', 'last'],
    );
  });
});

test('a list item contains a whole body with its paragraphs and lists', () => {
  const [item] = parseMarkdown(hanging('* ', 'One\ntwo.\n\n* inner\n\n    code\n\nLast.')).children;
  assert.ok(item?.type === 'list');
  assert.equal(item.children.length, 1);
  assert.deepEqual(
    item.children[0]?.children.map(({ type }) => type),
    ['paragraph', 'list', 'paragraph'],
  );
});

test('blank lines around a body are removed', () =>
  assert.equal(hanging('[^1]: ', '\nOne\n\ntwo.\n', 4), '[^1]: One\n\n    two.'));

test('a quotation has a mark on each line and keeps its line breaks', () =>
  assert.equal(quote(' One  \ntwo > \n\n\n* three\n'), '> One  \n> two > \n>\n>\n> * three'));

test('a blank line separates blocks, empty blocks are left out, and each item has one line', () => {
  assert.equal(blocks('', 'a', ' \n', list(['b', 'c'])), 'a\n\n- b\n- c');
});

test('table columns are as wide as their cells, between a minimum and a maximum', () => {
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

test('a link escapes parentheses in its address', () => {
  const [paragraph] = parseMarkdown(link('it', 'https://a.example/b_(c)')).children;
  assert.ok(paragraph?.type === 'paragraph' && paragraph.children[0]?.type === 'link');
  assert.equal(paragraph.children[0].url, 'https://a.example/b_%28c%29');
});

test('a code fence is longer than any fence in the code', () =>
  assert.equal(fenced('a\n```\nb\n', 'sh'), '````sh\na\n```\nb\n````'));
