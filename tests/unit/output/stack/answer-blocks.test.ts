import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { enumerate, markdownOf, spans, type Span } from '../../../../src/output/stack/answer-blocks.ts';
import { mdastText } from '../markdown/mdast.ts';
import { textOf } from './spans.ts';

const code = (text: string, path?: string): Span => ({ text, code: true, ...(path !== undefined && { path }) });
const absolute = (path: string) => `https://tiers.example/${path}`;

describe('An answer as Markdown', () => {
  test('an answer has headings, sentences with links, lists, and code with its language', () => {
    const markdown = markdownOf(
      [
        { kind: 'heading', text: 'Why' },
        { kind: 'says', spans: spans('It is ', code('wasi_nn', 'features/wasi_nn/'), '.') },
        { kind: 'list', items: [spans('one'), spans('two')] },
        { kind: 'code', label: 'command line', language: 'sh', text: 'run --x' },
      ],
      absolute,
    );
    assert.equal(
      markdown,
      '## Why\n\nIt is [`wasi_nn`](https://tiers.example/features/wasi_nn/).\n\n- one\n- two\n\nCommand line:\n\n```sh\nrun --x\n```\n',
    );
  });

  test('any text and code in an answer reads back unchanged', () => {
    for (const text of ['a_b_c *d* [e](f) <b>g</b> `h` # i', '1. first', '- item', '# title', '&amp;'])
      assert.equal(mdastText(markdownOf([{ kind: 'says', spans: spans(text) }], absolute)), text);
    for (const text of ['a`b', '``', 'x'])
      assert.equal(mdastText(markdownOf([{ kind: 'says', spans: [code(text)] }], absolute)), text);
  });

  test('inline code stays on one line, so that nothing in it begins a paragraph', () => {
    assert.equal(markdownOf([{ kind: 'says', spans: [code('a\n\n[b](c)\r\rd')] }], absolute), '`a [b](c) d`\n');
  });

  test('adjacent spans with the same target become one link', () => {
    const path = 'a/';
    assert.equal(
      markdownOf(
        [{ kind: 'says', spans: spans({ text: 'On ', code: false, path }, code('x', path), code('y')) }],
        absolute,
      ),
      '[On `x`](https://tiers.example/a/)`y`\n',
    );
  });
});

test('items are joined with commas and a final "and"', () => {
  assert.deepEqual(
    [[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((items) => textOf(enumerate(items.map((it) => spans(it))))),
    ['', 'a', 'a and b', 'a, b and c'],
  );
  assert.deepEqual(enumerate([spans('a'), [code('b')]]), [...spans('a', ' and '), code('b')]);
});
