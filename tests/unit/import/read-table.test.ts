import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { prosePen } from '../../../src/import/prose.ts';
import { isTierTable, readTable, splitAtCommas } from '../../../src/import/read-table.ts';

function read(markdown: string) {
  const page = unified().use(remarkParse).use(remarkGfm).parse(markdown);
  const pen = prosePen(page);
  const [table] = page.children;
  assert.ok(table?.type === 'table');
  pen.claim([table]);
  return { rows: readTable(table, 2, pen), leftovers: pen.leftovers.map(({ line, what }) => `${line}: ${what}`) };
}

describe('a table of a tier', () => {
  test('is read by the heads of its columns, in any order', () => {
    const { rows, leftovers } = read('| Missing | Feature | Kind |\n|-|-|-|\n| oil | `lamp` | *Light* |');
    assert.deepEqual(rows, [{ level: 2, category: '*Light*', name: 'lamp', missing: ['oil'], note: '', links: [] }]);
    assert.deepEqual(leftovers, []);
  });

  test('may lack a column for what is missing, and cells of it', () => {
    const rows = [
      '| Category | Description |\n|-|-|\n| Light | lamp |',
      '| Category | Description | Missing |\n|-|-|-|\n| Light | lamp |',
    ];
    for (const text of rows)
      assert.deepEqual(
        read(text).rows.map(({ name, missing }) => [name, missing]),
        [['lamp', []]],
      );
  });

  test('leaves over a row without a name or a category, which no file could hold', () => {
    const { rows, leftovers } = read('| Category | Description |\n|-|-|\n| Light |\n| | lamp |\n| Light | bell |');
    assert.deepEqual(
      rows.map(({ name }) => name),
      ['bell'],
    );
    assert.deepEqual(leftovers, ['3: the row of Tier 2 without a name', '4: the row of Tier 2 without a category']);
  });

  test('keeps code in a name, unless the whole name is an identifier', () => {
    const written = ['`x86_64-a`', '`Ab`', 'b on `c`', '`c` on b', '`a b`', '`-a`'];
    const names = read(`| Category | Name |\n|-|-|\n${written.map((it) => `| a | ${it} |\n`).join('')}`).rows.map(
      ({ name }) => name,
    );
    assert.deepEqual(names, ['x86_64-a', ...written.slice(1)]);
  });

  test('has one use for each column, though its head may fit two', () => {
    const { rows, leftovers } = read(
      '| Missing feature | Kind of target | Target group | Lacks |\n|-|-|-|-|\n| oil | Light | lamp | wick |',
    );
    assert.deepEqual(rows, [{ level: 2, category: 'Light', name: 'lamp', missing: ['oil'], note: '', links: [] }]);
    assert.deepEqual(leftovers, ['1: the column "Lacks" of the table of Tier 2']);
  });

  test('gives the note and the links of a name; of two notes, both stay the document’s own', () => {
    const text =
      '| Name | Group |\n|-|-|\n| [a](https://a.example) and [b][c][^d] | Light *and* dark |\n| e[^d][^2] | f |\n\n[c]: https://c.example\n\n[^d]: One.\n\n[^2]: Two.';
    assert.deepEqual(
      read(text).rows.map(({ name, note }) => [name, note]),
      [
        ['[a](https://a.example) and [b](https://c.example)[^d]', ''],
        ['e[^d][^2]', ''],
      ],
    );
    assert.deepEqual(read(text.replace('[^2] |', ' |').replace('[^d] |', ' |')).rows[0], {
      level: 2,
      category: 'Light *and* dark',
      name: '[a](https://a.example) and [b](https://c.example)',
      missing: [],
      note: '',
      links: ['https://a.example', 'https://c.example'],
    });
    assert.deepEqual(
      read(text.replace('[^d][^2]', '[^d]')).rows.map(({ note }) => note),
      ['One.', 'One.'],
    );
  });

  test('leaves over a row that ends before its category', () => {
    assert.deepEqual(read('| Name | Category |\n|-|-|\n| lamp |'), {
      rows: [],
      leftovers: ['3: the row of Tier 2 without a category'],
    });
  });

  test('is one where heads name a category and a name; a column that nothing is known of is left over', () => {
    const isOne = (head: string) => {
      const [table] = unified().use(remarkParse).use(remarkGfm).parse(`| ${head} |\n|-|-|\n| 1 | 2 |`).children;
      return table?.type === 'table' && isTierTable(table);
    };
    assert.deepEqual(['Red | Blue', 'Category | Blue', 'Red | Name', 'Name | Category'].map(isOne), [
      false,
      false,
      false,
      true,
    ]);
    assert.deepEqual(read('| Category | Name | Since |\n|-|-|-|\n| a | b | 1 |').leftovers, [
      '1: the column "Since" of the table of Tier 2',
    ]);
  });
});

test('missing things are parted at commas, not at those in brackets or in code', () => {
  assert.deepEqual(splitAtCommas('CI testing, `a, b`, x (y, z) w,'), ['CI testing', '`a, b`', 'x (y, z) w']);
  assert.deepEqual(splitAtCommas('a ( b, c, , `d` e, `'), ['a ( b', 'c', '`d` e', '`']);
  assert.deepEqual(splitAtCommas('()``, ('), ['()``', '(']);
  assert.deepEqual(splitAtCommas(''), []);
});
