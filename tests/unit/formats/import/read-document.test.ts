import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readDocument } from '../../../../src/formats/import/read-document.ts';

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
    assert.deepEqual(read.introduction, { title: 'Support of Lantern', body: 'Read [the plan](https://git.example/plan) & `{braces}`, \\{more} a \\< b.' });
    assert.deepEqual([read.status, read.details], [{ title: 'Status', body: 'Below.' }, { title: 'Meaning', body: 'Each is a promise.' }]);
  });

  test('its tiers, the highest first, each with the items of its list', () => {
    assert.deepEqual(read.tiers, [
      { level: 1, title: 'Kept Lit', opening: 'Only words.', requirements: [], closing: '' },
      { level: 2, title: 'May Go Dark', opening: 'Before.', requirements: ['One\nline.\n\n* inner', 'Two.'], closing: 'After.' },
    ]);
  });

  test('its rows, with code, footnote and link', () => {
    assert.deepEqual(read.rows, [
      { level: 1, category: 'Lamp', emphasis: false, name: 'red_lamp', missing: [], note: '', links: ['https://git.example/plan'] },
      { level: 2, category: 'other', emphasis: true, name: 'Mode `#![dim]`', missing: ['oil', 'words (`a, b`, c)'], note: 'It *dims*.\n\nTwice.', links: [] },
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
