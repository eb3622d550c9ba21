import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDocument } from '../../../src/import/read-document.ts';

const page = `# Support of Lantern

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

[plan]: https://git.example/plan

## Meaning

Each is a promise.

#### Tier 2 - May Go Dark

Before.

* One
  line.

  * inner

* Two.

After.

##### Besides

And more.

#### Tier 1 - Kept Lit

Only words.
`;
const read = readDocument(page);

describe('a page of tiers is read', () => {
  test('as the body of the document, with components where other files hold the words', () => {
    assert.equal(
      read.body,
      `# Support of Lantern

Read [the plan](https://git.example/plan) & \`{braces}\`, \\{more} a \\< b.

## Status

Below.

#### Tier 1

<TierTable tier="1" />

#### Tier 2

<TierTable tier="2" />

A stray remark.

## Colours

| Red | Blue |
|-----|------|
| 1   | 2    |

<Notes />

[plan]: https://git.example/plan

## Meaning

Each is a promise.

<Tier tier="2" />

##### Besides

And more.

<Tier tier="1" heading="4" />`,
    );
  });

  test('its tiers, the highest first, each with the items of its list', () => {
    assert.deepEqual(read.tiers, [
      { level: 1, title: 'Kept Lit', depth: 4, opening: 'Only words.', requirements: [], closing: '' },
      {
        level: 2,
        title: 'May Go Dark',
        depth: 4,
        opening: 'Before.',
        requirements: ['One\nline.\n\n* inner', 'Two.'],
        closing: 'After.',
      },
    ]);
  });

  test('its rows, with code, footnote and link', () => {
    assert.deepEqual(
      read.rows.map(({ name, category, missing, note }) => [name, category, missing, note]),
      [
        ['[`red_lamp`](https://git.example/plan)', 'Lamp', [], ''],
        ['Mode `#!\\[dim\\]`'.replaceAll('\\', ''), '*other*', ['oil', 'words (`a, b`, c)'], 'It *dims*.\n\nTwice.'],
      ],
    );
  });

  test('and what it cannot place is told, with its line', () => {
    assert.deepEqual(read.leftovers, [
      { line: 3, what: 'the HTML <!-- a remark -->' },
      { line: 11, what: 'the column "Since" of the table of Tier 1' },
    ]);
  });
});

test('a heading of any other form is none of a tier, and stays with its words', () => {
  for (const heading of ['Old Tier 1', 'Tier 1 is', 'Old Tier 1 - Lit', 'Tier 1 -']) {
    const { tiers, body } = readDocument(`# Care\n\n#### ${heading}\n\nWords.\n`);
    assert.deepEqual([tiers, body], [[], `# Care\n\n#### ${heading}\n\nWords.`]);
  }
});

test('items with a few words and a list are groups, and items with sentences are not', () => {
  const [tier] = readDocument('# A\n\n#### Tier 1 - B\n\n* **Lamp**\n  * One.\n  * Two.\n* Three.\n').tiers;
  assert.deepEqual(tier?.requirements, [{ words: '**Lamp**', requirements: ['One.', 'Two.'] }, 'Three.']);
});

test('an empty page says nothing', () => {
  assert.deepEqual(readDocument(''), { title: '', opening: '', body: '', tiers: [], rows: [], leftovers: [] });
});

test('A number that is no level is none, and its section stays with its words', () => {
  const others = '### Tier 000 - D\n\n- e\n\n### Tier 1000\n\n### Tier 99999999999999999999999999: F\n\n- g';
  const { tiers, body } = readDocument(`# A\n\n### Tier 12 - B\n\n- c\n\n${others}\n`);
  assert.deepEqual(
    tiers.map(({ level }) => level),
    [12],
  );
  assert.ok(body.endsWith(others), body);
});
