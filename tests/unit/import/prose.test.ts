import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { LinkReference, Paragraph, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { lineOf, createMdxWriter } from '../../../src/import/prose.ts';

const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);
const write = (markdown: string) => {
  const page = parse(markdown);
  const writer = createMdxWriter(page);
  return {
    text: writer.write(page.children.filter(({ type }) => type !== 'definition' && type !== 'footnoteDefinition')),
    writer,
  };
};

describe('Markdown prose as MDX', () => {
  const plain = [
    'One\ntwo.',
    '* a\n\n  b\n\n* c',
    '> quoted',
    '`a < {b}`',
    '| a | b |\n| - | - |\n| 1 | 2 |',
    '1. one\n2. two',
    '**a** *b* ~~c~~',
    '```js\n{a}\n```',
    'a\n\n---\n\nb',
  ];
  test('Markdown that MDX reads the same way is unchanged', () => {
    for (const markdown of plain) assert.equal(write(markdown).text, markdown);
  });

  test('text that MDX would run is escaped, and text that it cannot read is rewritten', () => {
    const { text } = write('a < b, {c}, <https://d.example>\n\n    {code}');
    assert.equal(text, 'a \\< b, \\{c}, [https://d.example](https://d.example)\n\n```\n{code}\n```');
    assert.ok(unified().use(remarkParse).use(remarkMdx).parse(text));
  });

  test('a reference link becomes an inline link, also inside emphasis', () => {
    assert.equal(
      write('*[a][b]* and [b].\n\n[b]: https://c.example "d"').text,
      '*[a](https://c.example "d")* and [b](https://c.example "d").',
    );
    const { text, writer } = write('[b]: https://c.example\n\n[a][b]');
    assert.deepEqual([text, writer.addressOf('b')], ['[a](https://c.example)', 'https://c.example']);
  });

  test('HTML and footnote references are removed and reported with their lines', () => {
    const { text, writer } = write('One <b>two</b>.\n\n<div>\nthree\n</div>\n\nFour.[^n]\n\n[^n]: Five.');
    assert.equal(text, 'One two.\n\nFour.');
    assert.deepEqual(
      writer.leftovers.map(({ line, what }) => `${line}: ${what}`),
      ['1: the HTML <b>', '1: the HTML </b>', '3: the HTML <div>', '7: the reference "[^n]" to a footnote'],
    );
  });

  test('images are removed and reported, and leave no space behind', () => {
    const { text, writer } = write('![two](three.png)\n\nOne ![four][five]\n\n<i><b>*Six*\n\n[five]: six.png');
    assert.equal(text, 'One\n\n*Six*');
    assert.deepEqual(
      writer.leftovers.map(({ what }) => what),
      ['the picture three.png', 'the picture "five"', 'the HTML <i>', 'the HTML <b>'],
    );
  });

  test('a missing footnote or address is empty, and a leftover without a position has line 1', () => {
    const { writer } = write('One.');
    const reference: LinkReference = {
      type: 'linkReference',
      identifier: 'a',
      referenceType: 'full',
      children: [{ type: 'text', value: 'b' }],
    };
    assert.deepEqual(
      [writer.note('a'), writer.addressOf('a'), writer.write([{ type: 'paragraph', children: [reference] }])],
      ['', undefined, '[b]()'],
    );
    writer.leaveOut(undefined, 'nothing');
    writer.leaveOut(reference, 'a reference');
    assert.deepEqual(writer.leftovers, [
      { line: 1, what: 'nothing' },
      { line: 1, what: 'a reference' },
    ]);
  });

  test('a block is kept as written unless MDX would read it differently', () => {
    const source = 'a [b][c] *d*[^e] &amp;\nf\n\n{g} <h>i</h>\n\n[c]: https://c.example\n\n[^e]: F.';
    const page = parse(source);
    const writer = createMdxWriter(page, source);
    const [first, second] = page.children;
    assert.ok(first && second);
    assert.deepEqual(
      [writer.writeUnchanged(first), writer.writeUnchanged(second)],
      ['a [b][c] *d*[^e] &amp;\nf', '\\{g} i'],
    );
  });
});

test('a table cell keeps its code, emphasis and links, and literal asterisks stay escaped', () => {
  const page = parse('*a* `b` [c](https://d.example) [e][f] **g** \\*h\\*\n\n[f]: https://f.example');
  const [paragraph] = page.children;
  assert.equal(
    lineOf((paragraph as Paragraph).children, createMdxWriter(page)),
    '*a* `b` [c](https://d.example) [e](https://f.example) **g** \\*h\\*',
  );
});
