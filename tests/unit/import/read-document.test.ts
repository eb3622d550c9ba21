import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDocument } from '../../../src/import/read-document.ts';

const page = `Draft

# Support of Lantern

Read [the plan][plan] & \`{braces}\`, {more} a < b. <!-- a remark -->

## Status

Below.

#### Tier 1

| Category | Feature         | Since |
|----------|-----------------|-------|
| Lamp     | [\`red_lamp\`][plan] | 2020 |

#### Tier 2

| Category | Description | Missing Tier 1 Requirements |
|----------|-------------|-----------------------------|
| *other*  | Mode \`#![dim]\` [^a] | oil, words (\`a, b\`, c) |

A stray remark.

## Colours

| Red | Blue |
|-----|------|
| 1   | 2    |

[^a]: It *dims*.

    Twice.

[^b]: Nobody asks.

[plan]: https://git.example/plan

## Meaning

Each is a promise[^b].

#### Tier 2 - May Go Dark

Before.

* One
  line.

  * inner

* Two.

After.

#### Tier 1: Kept Lit

Only words.
`;
const read = readDocument(page);

describe('a page of tiers is read', () => {
  test('its parts, with links by reference made whole, and what MDX would take for code escaped', () => {
    assert.deepEqual(read.introduction, {
      title: 'Support of Lantern',
      body: 'Read [the plan](https://git.example/plan) & `{braces}`, \\{more} a \\< b.',
    });
    assert.deepEqual(
      [read.status, read.details],
      [
        { title: 'Status', body: 'Below.' },
        { title: 'Meaning', body: 'Each is a promise.' },
      ],
    );
  });

  test('its tiers, the highest first, each with the items of its list', () => {
    assert.deepEqual(read.tiers, [
      { level: 1, title: 'Kept Lit', opening: 'Only words.', requirements: [], closing: '' },
      {
        level: 2,
        title: 'May Go Dark',
        opening: 'Before.',
        requirements: ['One\nline.\n\n* inner', 'Two.'],
        closing: 'After.',
      },
    ]);
  });

  test('its rows, with code, footnote and link', () => {
    assert.deepEqual(read.rows, [
      {
        level: 1,
        category: 'Lamp',
        emphasis: false,
        name: 'red_lamp',
        missing: [],
        note: '',
        links: ['https://git.example/plan'],
      },
      {
        level: 2,
        category: 'other',
        emphasis: true,
        name: 'Mode `#![dim]`',
        missing: ['oil', 'words (`a, b`, c)'],
        note: 'It *dims*.\n\nTwice.',
        links: [],
      },
    ]);
  });

  test('and what it cannot place is told, with its line', () => {
    assert.deepEqual(read.leftovers, [
      { line: 1, what: 'what stands before the first heading' },
      { line: 5, what: 'the HTML <!-- a remark -->' },
      { line: 13, what: 'the column "Since" of the table of Tier 1' },
      { line: 23, what: 'the paragraph beside the table of Tier 2' },
      { line: 25, what: 'the section "Colours"' },
      { line: 35, what: 'the footnote "b", which no row refers to' },
      { line: 41, what: 'the footnoteReference "b" in the text' },
    ]);
  });
});

const kinds = (heading: string) => {
  const { tiers, leftovers } = readDocument(`# Care\n\n${heading}\n\nWords.\n`);
  return [tiers.map(({ level, title }) => [level, title]), leftovers.map(({ what }) => what)];
};

describe('a heading', () => {
  test('of a number is a tier’s table, with a title its prose, whatever stands between', () => {
    assert.deepEqual(readDocument('#### Tier 12').tiers, [
      { level: 12, title: '', opening: '', requirements: [], closing: '' },
    ]);
    assert.deepEqual(kinds('#### Tier 12'), [[[12, '']], ['the paragraph beside the table of Tier 12']]);
    for (const heading of ['Tier 12 - Lit', 'Tier 12: Lit', 'Tier 12 -- Lit', 'Tier 12—Lit', 'Tier 12  –  Lit'])
      assert.deepEqual(kinds(`#### ${heading}`), [[[12, 'Lit']], []]);
  });

  test('of any other form is none of a tier, so that none of its words are lost', () => {
    for (const heading of ['Old Tier 1', 'Tier 1 is', 'Old Tier 1 - Lit', 'Tier 1 -'])
      assert.deepEqual(kinds(`#### ${heading}`), [[], [`the section "${heading}"`]]);
    assert.deepEqual(kinds('Tier 1 - Lit\nat night\n---'), [[], ['the section "Tier 1 - Lit\nat night"']]);
  });
});

test('an empty page says nothing', () => {
  const nothing = { title: '', body: '' };
  assert.deepEqual(readDocument(''), {
    introduction: nothing,
    status: nothing,
    details: nothing,
    tiers: [],
    rows: [],
    leftovers: [],
  });
});

test('only the first section of its kind is a part of the policy, and tiers stand by their level', () => {
  const page = [
    '# Care',
    '# More',
    '## Now',
    '#### Tier 2',
    '## Then',
    '#### Tier 1',
    '## Why',
    '#### Tier 2 - Dim',
    '## Besides',
    '#### Tier 1 - Lit',
  ];
  const { introduction, status, details, tiers, leftovers } = readDocument(page.join('\n'));
  assert.deepEqual([introduction.title, status.title, details.title], ['Care', 'Now', 'Why']);
  assert.deepEqual(
    tiers.map(({ level, title }) => [level, title]),
    [
      [1, 'Lit'],
      [2, 'Dim'],
    ],
  );
  assert.deepEqual(leftovers, [
    { line: 2, what: 'the section "More"' },
    { line: 5, what: 'the section "Then"' },
    { line: 9, what: 'the section "Besides"' },
  ]);
});

test('notes and addresses may stand in any section, and are no words of it', () => {
  const { status, rows, leftovers } = readDocument(
    '## Now\n\n[a]\n\n[^n]: Note.\n\n[a]: https://a.example\n\n#### Tier 1\n\n| Kind | Name |\n|-|-|\n| a | b[^n] |',
  );
  assert.deepEqual([status.body, rows[0]?.note, leftovers], ['[a](https://a.example)', 'Note.', []]);
});

test('A number that is no level is none, and its section is told', () => {
  const { tiers, leftovers } = readDocument(
    '# A\n\n### Tier 12 - B\n\n- c\n\n### Tier 000 - D\n\n- e\n\n### Tier 1000\n\n### Tier 99999999999999999999999999: F\n\n- g\n',
  );
  assert.deepEqual(
    tiers.map(({ level }) => level),
    [12],
  );
  assert.deepEqual(leftovers, [
    { line: 7, what: 'the section "Tier 000 - D"' },
    { line: 11, what: 'the section "Tier 1000"' },
    { line: 13, what: 'the section "Tier 99999999999999999999999999: F"' },
  ]);
});
