// Typical mistakes of an editor: each is reported at its line, with a fix.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { everyAddress } from '../../../src/domain/addresses/every-address.ts';
import { lantern } from '../lantern.ts';
import { check, lanternFile, lanternFiles, linesOf } from '../content-in-memory.ts';

const oak = 'features/oak-board.mdx';
const pine = 'features/pine-board.mdx';
const watch = 'requirements/night-watch.mdx';
const lit = 'tiers/lit.mdx';
const fog = 'features/fog-signal.mdx';
const doc = 'policy/document.mdx';

/** The mistake, its file, the text before and after it, and every message. */
type Mistake = [what: string, path: string, from: string | RegExp, to: string, ...reported: string[]];

/** The messages of the check after a replacement in a file. */
function messagesAfter(path: string, from: string | RegExp, to: string): string[] {
  const text = lanternFile(path);
  const changed = text.replace(from, to);
  assert.notEqual(changed, text, `${path} has no ${String(from)}`);
  return linesOf(check(lanternFiles({ [path]: changed })).problems);
}

describe('YAML', () => {
  const mistakes: Mistake[] = [
    ['a tab', pine, '    tier: 2', '\ttier: 2', 'features/pine-board.mdx:12:1: the indentation has a tab; use spaces'],
    [
      'a missing colon',
      pine,
      'tier: 2',
      'tier 2',
      'features/pine-board.mdx:12:5: a colon is missing after "tier"; write "tier: 2"',
    ],
    [
      'a missing space after a colon',
      pine,
      'tier: 2',
      'tier:2',
      'features/pine-board.mdx:12:5: a space is missing after "tier:"; write "tier: 2"',
    ],
    [
      'an equals sign in place of a colon',
      pine,
      'tier: 2',
      'tier = 2',
      'features/pine-board.mdx:12:5: a colon is missing after "tier"; write "tier: 2"',
    ],
    [
      'a no-break space after a colon',
      pine,
      'tier: 2',
      'tier:\u00a02',
      'features/pine-board.mdx:12:10: there is a no-break space here; write an ordinary space',
    ],
    [
      'indentation by no-break spaces',
      pine,
      '    tier: 2',
      '\u00a0\u00a0\u00a0\u00a0tier: 2',
      'features/pine-board.mdx:12:1: there is a no-break space here; write an ordinary space',
    ],
    [
      'a line with one space too many',
      pine,
      '    tier: 2',
      '     tier: 2',
      'features/pine-board.mdx:12:6: the line is indented by 5 spaces; write 4',
    ],
    [
      'a line with one space too few',
      pine,
      '    tier: 2',
      '   tier: 2',
      'features/pine-board.mdx:12:4: the line is indented by 3 spaces; write 4',
    ],
    [
      'an entry that is indented too far',
      pine,
      '  - date: 2023',
      '   - date: 2023',
      'features/pine-board.mdx:11:4: the line is indented by 3 spaces; write 2',
    ],
    [
      'a first entry that is indented too far',
      oak,
      '  - date: 2023',
      '   - date: 2023',
      'features/oak-board.mdx:8:4: the line is indented by 3 spaces; write 2',
    ],
    [
      'a new entry with another indentation than the others',
      pine,
      'history:\n',
      'history:\n - date: 2024-07-01\n   tier: 2\n   source: https://git.example/9\n',
      'features/pine-board.mdx:6:2: the line is indented by 1 space; write 2, and move its other lines as far',
    ],
    [
      'a new entry with another indentation than the only other one',
      oak,
      'history:\n',
      'history:\n    - date: 2024-07-01\n      tier: 2\n      source: https://git.example/9\n',
      'features/oak-board.mdx:8:5: the line is indented by 4 spaces; write 2, and move its other lines as far',
    ],
    [
      'a new entry that is not indented',
      oak,
      'history:\n',
      'history:\n- date: 2024-07-01\n    tier: 2\n    source: https://git.example/9\n',
      'features/oak-board.mdx:8:1: the line is not indented; write 2 spaces before it',
    ],
    [
      'a new entry whose dash is indented like its keys',
      oak,
      'history:\n',
      'history:\n    - date: 2024-07-01\n    tier: 2\n    source: https://git.example/9\n',
      'features/oak-board.mdx:8:5: the line is indented by 4 spaces; write 2',
    ],
    [
      'a new entry without its dash',
      oak,
      'history:\n',
      'history:\n    date: 2024-07-01\n    tier: 2\n    source: https://git.example/9\n',
      'features/oak-board.mdx:8:5: "- " is missing before "date"; write "- date: 2024-07-01"',
    ],
    [
      'a list that is indented less than its key',
      pine,
      / {6}- as: (.*)\n {2}/,
      '   - as: $1\n',
      'features/pine-board.mdx:14:4: the line is indented by 3 spaces; write 6',
    ],
    [
      'a duplicate dash',
      oak,
      '  - date',
      '  - - date',
      'features/oak-board.mdx:8:3: "- " is written twice; delete one of them',
    ],
    ...['*', '–'].map((dash): Mistake => [
      `"${dash}" in place of a dash`,
      oak,
      '  - date',
      `  ${dash} date`,
      `features/oak-board.mdx:8:3: "${dash}" does not begin a list item; write "- date: 2023-11-05"`,
    ]),
    [
      'a tab after a dash',
      oak,
      '  - date',
      '  -\tdate',
      'features/oak-board.mdx:8:3: there is a tab after "-"; write a space',
    ],
    [
      'a no-break space after a value',
      oak,
      'tier: 1',
      'tier: 1\u00a0',
      'features/oak-board.mdx:9:12: there is a no-break space here; delete it',
    ],
    [
      'an HTML comment in the frontmatter',
      oak,
      'use:',
      '<!-- As of May. -->\nuse:',
      'features/oak-board.mdx:5:1: YAML has no HTML comments; delete it, or write "# …"',
    ],
    [
      'an entry that is not indented',
      pine,
      '  - date: 2023',
      '- date: 2023',
      'features/pine-board.mdx:11:1: the line is not indented; write 2 spaces before it',
    ],
    [
      'a list item without its dash',
      pine,
      '  - date: 2023',
      '    date: 2023',
      'features/pine-board.mdx:11:5: "- " is missing before "date"; write "- date: 2023-11-05"',
    ],
    [
      'the first item of a list without its dash',
      pine,
      '      - as: Night',
      '      as: Night',
      'features/pine-board.mdx:14:7: "- " is missing before "as"; write "- as: Night watch"',
    ],
    [
      'a dash without its space',
      pine,
      '- as: Night',
      '-as: Night',
      'features/pine-board.mdx:14:7: a space is missing after "-"; write "- as: Night watch"',
    ],
    [
      'an item that YAML joins to the one above',
      oak,
      'use:',
      'aliases:\n  - wood\n  -oak\nuse:',
      'features/oak-board.mdx:7:3: a space is missing after "-"; write "- oak"',
    ],
    [
      'a first item that is indented too little, so that YAML joins the others to it',
      oak,
      'use:',
      'aliases:\n - wood\n  - oak\n  - board\nuse:',
      'features/oak-board.mdx:6:2: the line is indented by 1 space; write 2',
    ],
    [
      'a first item that is not indented, so that YAML joins the next to it',
      oak,
      'use:',
      'aliases:\n- wood\n  - oak\nuse:',
      'features/oak-board.mdx:6:1: the line is not indented; write 2 spaces before it',
    ],
    [
      'an item that is indented too far, so that YAML joins it to the one above',
      oak,
      'use:',
      'aliases:\n  - wood\n    - oak\n  - board\nuse:',
      'features/oak-board.mdx:7:5: the line is indented by 4 spaces; write 2',
    ],
    [
      'each of two lists with joined items',
      oak,
      'use:',
      'aliases:\n - wood\n  - oak\n   - board\nmaintainers:\n  - Ida\n   - Grace\nuse:',
      'features/oak-board.mdx:6:2: the line is indented by 1 space; write 2',
      'features/oak-board.mdx:11:4: the line is indented by 3 spaces; write 2',
    ],
    [
      'a requirement that YAML joins to the one above',
      'tiers/dark.mdx',
      '  - wiring-plan',
      ' - wiring-plan',
      'tiers/dark.mdx:5:2: the line is indented by 1 space; write 2',
    ],
    [
      'an item without its key that YAML joins to the one above',
      pine,
      /- as: Night watch\n.*/,
      '- Night watch\n       - Day watch',
      'features/pine-board.mdx:15:8: the line is indented by 7 spaces; write 6',
    ],
    [
      'an item of text without its dash',
      oak,
      'use:',
      'aliases:\n  - wood\n  oak\nuse:',
      'features/oak-board.mdx:7:3: "- " is missing before "oak"; write "- oak"',
    ],
    [
      'a quotation mark that is not closed',
      pine,
      'note: The case rotted.',
      'note: "The case rotted.',
      'features/pine-board.mdx:10:11: the quotation mark (") is not closed; write another at the end of the value, or delete it',
    ],
    [
      'a quotation mark that only a later value closes',
      pine,
      /name: (.*)\n(.*\n)description: (.*)\n/,
      'name: "$1\n$2description: "$3"\n',
      'features/pine-board.mdx:2:7: the quotation mark (") is not closed; write another at the end of the value, or delete it',
    ],
    [
      'an apostrophe in single quotes',
      pine,
      'The case rotted.',
      "'The case's rotten.'",
      'features/pine-board.mdx:10:11: the value ends at its second "\'"; put the value in double quotes, or write "\'\'" for an apostrophe',
    ],
    [
      'text after a quoted value',
      pine,
      'The case rotted.',
      '"Rot" in the case.',
      'features/pine-board.mdx:10:11: there is text after the end of the value; put the whole value in quotes, and "\\" before each quotation mark in it',
    ],
    [
      'a colon in a sentence',
      pine,
      'The case rotted.',
      'Rot: the case is gone.',
      'features/pine-board.mdx:10:11: the value contains a colon followed by a space; put the value in quotes',
    ],
    [
      'a sentence whose second line is not indented further',
      pine,
      'The case rotted.',
      'The case\n    rotted.',
      'features/pine-board.mdx:11:5: this line has no key; write "key: value", or indent it further if it continues the line above',
    ],
    [
      'a sentence that begins with an at sign',
      pine,
      'The case rotted.',
      '@keeper saw it rot.',
      'features/pine-board.mdx:10:11: a value cannot begin with "@"; put the value in quotes',
    ],
    [
      'a sentence that begins with emphasis',
      pine,
      'The case rotted.',
      '*Rot* in the case.',
      'features/pine-board.mdx:10:11: a value cannot begin with "*"; put the value in quotes',
    ],
    [
      'a sentence that begins with a bracket',
      pine,
      'The case rotted.',
      '[Rot in the case.',
      'features/pine-board.mdx:10:11: "[" is not closed; write "]" at the end of the value, or put the value in quotes',
    ],
    [
      'a sentence that begins with an ampersand',
      pine,
      'The case rotted.',
      '&Rot in the case.',
      'features/pine-board.mdx:10:11: a value cannot begin with "&"; put the value in quotes',
    ],
    [
      'a Markdown link in place of an address',
      pine,
      'https://git.example/lantern/support/pull/9',
      '[9](https://git.example/9)',
      'features/pine-board.mdx:9:13: this is a Markdown link; write only its address, or put the value in quotes',
    ],
    [
      'a number sign that begins a comment',
      pine,
      'The case rotted.',
      'Done in #10159 at last',
      'features/pine-board.mdx:10:19: YAML reads "#10159 at last" as a comment and ignores it; put the whole value in quotes, or the comment on its own line',
    ],
    [
      'a number sign at the beginning of a value',
      pine,
      'The case rotted.',
      '#10159 is done',
      'features/pine-board.mdx:10:11: YAML reads "#10159 is done" as a comment and ignores it; put the whole value in quotes, or the comment on its own line',
    ],
    [
      'a pull request number in place of an address',
      pine,
      'https://git.example/lantern/support/pull/9',
      '#9',
      'features/pine-board.mdx:9:13: YAML reads "#9" as a comment and ignores it; put the whole value in quotes, or the comment on its own line',
      'features/pine-board.mdx:9:13: "source" is "#9"; write the address of the pull request or commit that made the change, beginning with https://',
    ],
    [
      'a comment after a sentence',
      pine,
      'The case rotted.',
      'The case rotted. # Ask Ann',
      'features/pine-board.mdx:10:28: YAML reads "# Ask Ann" as a comment and ignores it; put the whole value in quotes, or the comment on its own line',
    ],
    [
      'a comment after a word',
      pine,
      'The case rotted.',
      'Rotten # see 12',
      'features/pine-board.mdx:10:18: YAML reads "# see 12" as a comment and ignores it; put the whole value in quotes, or the comment on its own line',
    ],
    [
      'a number sign at the beginning of the second line',
      pine,
      'The case rotted.',
      'Done in\n      #10159 at last',
      'features/pine-board.mdx:11:7: YAML reads "#10159 at last" as a comment and ignores it; put the whole value in quotes, or the comment on its own line',
    ],
    [
      'a number sign at the end of the first line',
      pine,
      'The case rotted.',
      'Done in #12\n      at last',
      'features/pine-board.mdx:10:11: YAML reads "#12" as a comment and ignores it; put the whole value in quotes, or the comment on its own line',
    ],
    [
      'a value in typographic quotation marks',
      pine,
      'The case rotted.',
      '“The case rotted.”',
      'features/pine-board.mdx:10:11: the value is in typographic quotation marks; use " instead, or none',
    ],
    [
      'a duplicate key',
      pine,
      'category: board',
      'category: board\ncategory: lamp',
      'features/pine-board.mdx:4:1: the key "category" is a duplicate; delete one of the two',
    ],
    [
      'a block of keys that is pasted twice',
      pine,
      /(name:[^]*?)history/,
      '$1$1history',
      'features/pine-board.mdx:5:1: the key "name" is a duplicate (and 2 more); delete one of the two',
    ],
    [
      'an invisible character',
      pine,
      'pine case',
      'pine\uFEFF case',
      'features/pine-board.mdx:4:31: there is an invisible character (U+FEFF) here; delete it',
    ],
    [
      'a file with CR line endings',
      pine,
      /\n/g,
      '\r',
      'features/pine-board.mdx:1:1: the lines end with CR alone; save the file with LF',
    ],
    [
      'a list that begins on the line of its key',
      oak,
      'use:',
      'aliases: - oak\nuse:',
      'features/oak-board.mdx:5:10: a list begins on the line below its key; write it there, or put the value in quotes',
    ],
    ['a tab in site.yaml', 'site.yaml', /\n(\w)/, '\n\t$1', 'site.yaml:2:1: the indentation has a tab; use spaces'],
    [
      'a category without its dash',
      'categories.yaml',
      '- id: board',
      '  id: board',
      'categories.yaml:5:3: "- " is missing before "id"; write "- id: board"',
    ],
  ];
  for (const [what, path, from, to, ...expected] of mistakes)
    test(`${what} is reported`, () => assert.deepEqual(messagesAfter(path, from, to), expected));

  test('a line that begins with a dash in quotes, in a block or in the body is not reported', () => {
    for (const text of ['"wood\n   - oak"', '|\n    wood\n    - oak', '>\n    wood\n     - oak'])
      assert.deepEqual(messagesAfter(oak, 'use:', `aliases:\n  - ${text}\nuse:`), [], text);
    assert.deepEqual(messagesAfter(fog, /$/, '\n - wood\n    - oak\n'), []);
  });
});

describe('Frontmatter', () => {
  const mistakes: Mistake[] = [
    [
      'a missing closing line',
      pine,
      /\n---\n$/,
      '\n',
      'features/pine-board.mdx:16:1: the frontmatter is not closed; write "---" on a line of its own below this line',
    ],
    [
      'a missing closing line above a body',
      watch,
      '\n---\n\n',
      '\n\n',
      'requirements/night-watch.mdx:4:1: the frontmatter is not closed; write "---" on a line of its own above this line',
    ],
    [
      'a closing line that is too long',
      pine,
      /\n---\n$/,
      '\n----\n',
      'features/pine-board.mdx:17:1: the line that ends the frontmatter is "----"; write "---"',
    ],
    [
      'a closing line that is indented',
      pine,
      /\n---\n$/,
      '\n ---\n',
      'features/pine-board.mdx:17:1: the line that ends the frontmatter has spaces before it; write "---"',
    ],
    [
      'a missing opening line',
      pine,
      '---\n',
      '',
      'features/pine-board.mdx:1:1: the line "---" is missing above the keys; write it as the first line',
    ],
    [
      'an empty line before the frontmatter',
      pine,
      '---\n',
      '\n---\n',
      'features/pine-board.mdx:1:1: there is white space before the first "---"; delete it',
    ],
  ];
  for (const [what, path, from, to, ...expected] of mistakes)
    test(`${what} is reported`, () => assert.deepEqual(messagesAfter(path, from, to), expected));
});

describe('Keys and values', () => {
  const mistakes: Mistake[] = [
    [
      'a tier that was retired before it began',
      lit,
      'level: 1',
      'level: 1\nsince: 2024-03-01\nretired: { date: 2024-02-01, source: "https://git.example/1", reason: It was empty. }',
      'tiers/lit.mdx:3:8: "since" is 2024-03-01, but it was retired on 2024-02-01; correct one of the two',
    ],
    [
      'a default of a Cargo feature that has no name',
      'features/red-lamp.mdx',
      '  cargo: red',
      '  cargoDefault: on',
      'features/red-lamp.mdx:17:17: there is no "cargo" beside it; write the name of the Cargo feature, or delete this line',
    ],
    [
      'an unknown tier together with an unknown key',
      pine,
      'tier: 2',
      'tier: 7\n    tire: 2',
      'features/pine-board.mdx:12:11: tier "7" does not exist; write one of: 1, 2',
      'features/pine-board.mdx:13:5: the key "tire" is unknown; write "tier"',
    ],
    [
      'an unknown tier together with a wrong value',
      pine,
      '    tier: 2',
      '    tier: 7\n    note: 7',
      'features/pine-board.mdx:12:11: tier "7" does not exist; write one of: 1, 2',
      'features/pine-board.mdx:13:11: "note" is the number 7; write why, in a sentence, in quotes: "7"',
    ],
    [
      'a tier in words',
      pine,
      'tier: 2',
      'tier: Tier 2',
      'features/pine-board.mdx:12:11: tier "Tier 2" does not exist; did you mean "2"?',
    ],
    [
      '"removed" in place of a tier',
      pine,
      'tier: 2',
      'tier: removed',
      'features/pine-board.mdx:12:11: "tier" is "removed"; write "removed: true" instead of this line',
    ],
    [
      'an anchor with a number sign',
      lit,
      /\n---\n/,
      '\nformerAnchors: ["#glow"]\n---\n',
      'tiers/lit.mdx:6:17: an anchor has no space and no "#" in it; write what follows "#" in the address',
    ],
    ...['Why.', 'Why, in a sentence.', 'TODO', 'TODO say why'].map((placeholder): Mistake => [
      `the placeholder text "${placeholder}"`,
      pine,
      'The case rotted.',
      placeholder,
      'features/pine-board.mdx:10:11: this is placeholder text; write your own words, or delete the line',
    ]),
    [
      'an address with a placeholder in lower case',
      pine,
      'https://git.example/lantern/support/pull/9',
      'https://github.com/owner/repository/pull/1',
      'features/pine-board.mdx:9:13: the address still has the placeholder owner/repository; write what it stands for',
    ],
    [
      'a tier outside the history',
      pine,
      'category: board',
      'tier: 2\ncategory: board',
      'features/pine-board.mdx:3:1: the key "tier" does not belong here; write it in "history"',
    ],
    [
      'a misspelled required key',
      pine,
      '    source: https://git.example/lantern/support/pull/2',
      '    sorce: https://git.example/lantern/support/pull/2',
      'features/pine-board.mdx:16:5: the key "sorce" is unknown; write "source"',
    ],
    [
      'a key in capitals',
      pine,
      'tier: 2',
      'Tier: 2',
      'features/pine-board.mdx:12:5: the key "Tier" is unknown; write "tier"',
    ],
    [
      'a key of a missing item in the entry itself',
      pine,
      '    missing:',
      '    as: Night watch\n    missing:',
      'features/pine-board.mdx:13:5: the key "as" does not belong here; write it in "missing" of "history"',
    ],
    [
      'a key of another list in place of the only missing one',
      pine,
      'source: https://git.example/lantern/support/pull/2',
      'url: https://git.example/lantern/support/pull/2',
      'features/pine-board.mdx:16:5: the key "url" is unknown; write "source"',
    ],
    [
      'a key of another list in place of one that only a removal needs',
      pine,
      'note: The case rotted.',
      'reason: The case rotted.',
      'features/pine-board.mdx:10:5: the key "reason" is unknown; write "note"',
    ],
    [
      'a key that several other lists have, where nothing is missing',
      pine,
      'tier: 2',
      'tier: 2\n    reason: It is dry.',
      'features/pine-board.mdx:13:5: the key "reason" is unknown; write one of: date, tier, removed, successor, missing, waived, accepted, source, release, note',
    ],
    [
      'a key of another list whose value is not valid for the missing one',
      pine,
      'source: https://git.example/lantern/support/pull/2',
      'url: pull 2',
      'features/pine-board.mdx:11:5: "source" is missing; write the address of the pull request or commit that made the change',
      'features/pine-board.mdx:16:5: the key "url" is unknown; write one of: date, tier, removed, successor, missing, waived, accepted, source, release, note',
    ],
    [
      'a key of another list beside a misspelled one',
      pine,
      /tier: 2([^]*)source: (.*2)/,
      'tire: 2$1url: $2',
      'features/pine-board.mdx:12:5: the key "tire" is unknown; write "tier"',
      'features/pine-board.mdx:16:5: the key "url" is unknown; write "source"',
    ],
    [
      'a key of an entry and of the lists in it, at the top level',
      oak,
      'use:',
      'source: https://git.example/9\nuse:',
      'features/oak-board.mdx:5:1: the key "source" does not belong here; write it in "history"',
    ],
    [
      'a date with slashes',
      pine,
      '2023-11-05',
      '2023/11/05',
      'features/pine-board.mdx:11:11: "date" is "2023/11/05"; write 2023-11-05: the day of the change',
    ],
    [
      'a date in German notation',
      pine,
      '2023-11-05',
      '5.11.2023',
      'features/pine-board.mdx:11:11: "date" is "5.11.2023"; write 2023-11-05: the day of the change',
    ],
    [
      'a date in words',
      pine,
      '2023-11-05',
      'November 5, 2023',
      'features/pine-board.mdx:11:11: "date" is "November 5, 2023"; write the day of the change as YYYY-MM-DD, like 2024-05-31',
    ],
    [
      '"removed: yes"',
      pine,
      'removed: true',
      'removed: yes',
      'features/pine-board.mdx:7:14: "removed" is "yes"; write true, or delete the line',
    ],
    [
      '"none" in place of an empty list',
      pine,
      /missing:\n.*\n.*\n/,
      'missing: none\n',
      'features/pine-board.mdx:13:14: "missing" is "none"; write a list: what it lacks for the next higher tier, or delete the line',
    ],
    [
      'text in place of a list',
      oak,
      'use:',
      'aliases: wood, oak\nuse:',
      'features/oak-board.mdx:5:10: "aliases" is "wood, oak"; write a list, like [wood, oak]: other words that readers may search for',
    ],
    [
      'text in place of an item with keys',
      pine,
      /missing:\n.*\n.*\n/,
      'missing:\n      - Night watch\n',
      'features/pine-board.mdx:14:9: item 1 of "missing" is "Night watch"; write keys and values, like "as: Night watch": as, requirement',
    ],
    [
      'a set of keys in place of a list',
      pine,
      /missing:\n.*\n.*\n/,
      'missing:\n      as: Night watch\n',
      'features/pine-board.mdx:13:5: "missing" is a set of keys; write "- " before "as", since it is a list: what it lacks for the next higher tier',
    ],
    [
      '"true" in place of "on"',
      oak,
      'default: on',
      'default: true',
      'features/oak-board.mdx:6:12: "default" is the value true; write one of: on, off',
    ],
    [
      'a release as a number',
      oak,
      'use:',
      'introduced: { release: 1.10 }\nuse:',
      'features/oak-board.mdx:5:24: "release" is the number 1.1; write the first release that had it, in quotes: "1.10"',
    ],
    [
      'an empty value',
      pine,
      'note: The case rotted.',
      'note:',
      'features/pine-board.mdx:10:10: "note" is empty; write why, in a sentence, or delete the line',
    ],
    [
      'an address without its scheme',
      pine,
      'https://git.example/lantern/support/pull/9',
      'git.example/lantern/support/pull/9',
      'features/pine-board.mdx:9:13: "source" is "git.example/lantern/support/pull/9"; write https://git.example/lantern/support/pull/9',
    ],
    [
      'a bare number in place of an address',
      pine,
      'https://git.example/lantern/support/pull/9',
      '9',
      'features/pine-board.mdx:9:13: "source" is the number 9; write the address of the pull request or commit that made the change, beginning with https://',
    ],
    [
      'an address with the placeholder OWNER',
      pine,
      'https://git.example/lantern/support/pull/9',
      'https://github.com/OWNER/REPOSITORY/pull/1',
      'features/pine-board.mdx:9:13: the address still has the placeholder OWNER; write what it stands for',
    ],
    [
      'an address with the placeholder NUMBER',
      pine,
      'https://git.example/lantern/support/pull/9',
      'https://git.example/pull/NUMBER',
      'features/pine-board.mdx:9:13: the address still has the placeholder NUMBER; write what it stands for',
    ],
  ];
  for (const [what, path, from, to, ...expected] of mistakes)
    test(`${what} is reported`, () => assert.deepEqual(messagesAfter(path, from, to), expected));
});

describe('References', () => {
  const mistakes: Mistake[] = [
    [
      'a requirement title in place of its id',
      pine,
      'requirement: night-watch',
      'requirement: Night watch',
      'features/pine-board.mdx:15:22: requirement "Night watch" does not exist; did you mean "night-watch"?',
    ],
    [
      'a similar requirement title in place of an id',
      pine,
      'requirement: night-watch',
      'requirement: Wiring plans',
      'features/pine-board.mdx:15:22: requirement "Wiring plans" does not exist; did you mean "wiring-plan"?',
    ],
    [
      'a category plural in place of its id',
      pine,
      'category: board',
      'category: Boards',
      'features/pine-board.mdx:3:11: category "Boards" does not exist; did you mean "board"?',
    ],
    [
      'a feature name in place of its id',
      pine,
      'successor: oak-board',
      'successor: Red lamp',
      'features/pine-board.mdx:8:16: feature "Red lamp" does not exist; did you mean "red-lamp"?',
    ],
    [
      'a requirement title in the list of a tier',
      lit,
      '- night-watch',
      '- Night watch',
      'tiers/lit.mdx:5:5: requirement "Night watch" does not exist; did you mean "night-watch"?',
    ],
    [
      'a duplicate level',
      lit,
      'level: 1',
      'level: 2',
      'tiers/lit.mdx:2:8: level 2 is already used by tiers/dark.mdx; write 1, or, to insert a tier, raise the level of each tier below it by 1, and keep its slug and label',
    ],
    [
      'a gap in the levels',
      lit,
      'level: 1',
      'level: 3',
      'tiers/lit.mdx:2:8: level 3 leaves a gap: no tier has level 1; put its file back, or number the tiers from 1 to 2',
    ],
    [
      'a category whose id was changed',
      'categories.yaml',
      'id: board',
      'id: boards',
      'features/oak-board.mdx:3:11: category "board" does not exist; did you mean "boards"? (and 2 more: features/pine-board.mdx:3, requirements/wiring-plan.mdx:4)',
    ],
    [
      'a duplicate date',
      pine,
      '2023-11-05',
      '2024-06-01',
      'features/pine-board.mdx:11:11: two entries have the date 2024-06-01; keep one entry for each day',
    ],
    [
      'an entry in the wrong order',
      pine,
      '2023-11-05',
      '2024-07-01',
      'features/pine-board.mdx:11:11: 2024-07-01 is below 2024-06-01; put the newest entry first',
    ],
  ];
  for (const [what, path, from, to, ...expected] of mistakes)
    test(`${what} is reported`, () => assert.deepEqual(messagesAfter(path, from, to), expected));
});

describe('Bodies', () => {
  const mistakes: Mistake[] = [
    [
      'an HTML comment',
      watch,
      'Somebody',
      '<!-- Who? --> Somebody',
      'requirements/night-watch.mdx:5:1: MDX has no HTML comments; delete it, or write "# …" on a line of the frontmatter',
    ],
    [
      'an MDX comment',
      watch,
      'Somebody',
      '{/* Who? */}\n\nSomebody',
      'requirements/night-watch.mdx:5:1: content cannot contain comments; delete this one, or write "# …" on a line of the frontmatter',
    ],
    [
      'a paragraph that begins with "export"',
      watch,
      'Somebody',
      'export of lamps is free',
      'requirements/night-watch.mdx:5:1: MDX reads a paragraph that begins with "export" as code; begin it with another word or a capital letter',
    ],
    [
      'a paragraph that begins with "import"',
      watch,
      'Somebody',
      'import lamps',
      'requirements/night-watch.mdx:5:1: MDX reads a paragraph that begins with "import" as code; begin it with another word or a capital letter',
    ],
    [
      'a relative link',
      watch,
      'Somebody',
      '[Somebody](./stability-wasm-proposals.md)',
      'requirements/night-watch.mdx:5:1: "./stability-wasm-proposals.md" is relative; write the whole address, beginning with https://, or one of this site, like /policy/',
    ],
    [
      'a link without a scheme',
      watch,
      'Somebody',
      '[Somebody](git.example/keepers)',
      'requirements/night-watch.mdx:5:1: "git.example/keepers" has no scheme; write "https://git.example/keepers"',
    ],
    [
      'a link to a heading',
      watch,
      'Somebody',
      '[Somebody](#tier-1)',
      'requirements/night-watch.mdx:5:1: "#tier-1" leads to a different place on each page; write the page too: /policy/#tier-1',
    ],
    [
      'a link in angle brackets',
      watch,
      'Somebody',
      '<https://git.example>',
      'requirements/night-watch.mdx:5:1: MDX has no links in angle brackets; write [words](address)',
    ],
    [
      'an unescaped "<"',
      watch,
      'Somebody',
      '<3 somebody',
      'requirements/night-watch.mdx:5:1: "<" begins a tag, and content cannot contain tags; write "\\<" for a literal "<", or put the words in backticks',
    ],
    [
      'a tag that is not closed',
      watch,
      'Somebody',
      'Some<br>body',
      'requirements/night-watch.mdx:5:5: "<br>" is a tag, and content cannot contain tags; write Markdown, or "\\<" for a literal "<"',
    ],
    [
      'a brace that is not closed',
      watch,
      'Somebody',
      'Some{body',
      'requirements/night-watch.mdx:5:5: a brace begins code, and content cannot contain code; write "\\{" for a literal "{", or put the words in backticks',
    ],
    [
      'a misspelled component',
      lit,
      '<Requirements />',
      '<Requirement />',
      'tiers/lit.mdx:10:1: "<Requirement>" is not a component; write "<Requirements />"',
    ],
    [
      'a misspelled component with a tier',
      doc,
      '<TierTable tier="2" />',
      '<TierTabel tier="2" />',
      'policy/document.mdx:19:1: "<TierTabel>" is not a component; write "<TierTable tier="2" />"',
    ],
    [
      'a component with single quotes',
      doc,
      '<TierTable tier="2" />',
      "<TierTable tier='2' />",
      'policy/document.mdx:19:1: the table of a tier is not written correctly; write "<TierTable tier="2" />" on a line of its own, with nothing before it',
    ],
    [
      'a heading',
      watch,
      'Somebody',
      '## Who\n\nSomebody',
      'requirements/night-watch.mdx:5:1: only the document has headings; write this line as a paragraph, or move it to policy/document.mdx',
    ],
    [
      'an image',
      watch,
      'Somebody',
      '![Somebody](a.png)',
      'requirements/night-watch.mdx:5:1: content cannot contain images; describe in words what this one shows',
    ],
  ];
  for (const [what, path, from, to, ...expected] of mistakes)
    test(`${what} is reported`, () => assert.deepEqual(messagesAfter(path, from, to), expected));
});

describe('Text that would be lost silently', () => {
  const mistakes: Mistake[] = [
    [
      'an entry below the frontmatter',
      oak,
      /$/,
      '\n  - date: 2024-07-01\n    tier: 2\n    source: https://git.example/9\n',
      'features/oak-board.mdx:13:1: "date" is a key, but it is below the frontmatter; move it above the closing "---"',
    ],
    [
      'an entry above the key of its list',
      pine,
      'history:\n',
      'aliases:\n  - plank\n  - date: 2024-07-01\n    tier: 2\n    source: https://git.example/9\nhistory:\n',
      'features/pine-board.mdx:7:5: a history entry is in another list; move it to the line below "history:"',
    ],
    [
      'a space within a link',
      watch,
      'Somebody',
      '[Somebody] (https://git.example/1)',
      'requirements/night-watch.mdx:5:1: there is a space between "]" and "("; delete it to make this a link',
    ],
    [
      'a space within a link to a page',
      watch,
      'Somebody',
      '[Somebody] (/policy/)',
      'requirements/night-watch.mdx:5:1: there is a space between "]" and "("; delete it to make this a link',
    ],
    [
      'a reference link without a definition',
      watch,
      'Somebody',
      '[Somebody][one]',
      'requirements/night-watch.mdx:5:1: "[Somebody][one]" leads nowhere, because no line defines "one"; write [Somebody](address)',
    ],
    [
      'a footnote without a definition',
      watch,
      'Somebody',
      'Somebody[^1]',
      'requirements/night-watch.mdx:5:1: only the document has footnotes; write these words in the text, or in the body of a feature',
    ],
    [
      'a code block that is not closed',
      watch,
      'Somebody',
      '```\nSomebody',
      'requirements/night-watch.mdx:5:1: the code block is not closed; write "```" on a line of its own below it',
    ],
  ];
  for (const [what, path, from, to, ...expected] of mistakes)
    test(`${what} is reported`, () => assert.deepEqual(messagesAfter(path, from, to), expected));

  for (const [stray, says] of [
    ['bell.mdx', 'nothing reads a file here; move it to policy/, tiers/, requirements/, features/, or delete it'],
    [
      'feature/bell.md',
      'nothing reads a file here; move it to policy/, tiers/, requirements/, features/, or delete it',
    ],
    ['features/lamps/bell.mdx', 'this is a folder; move its files out of it'],
  ] as const)
    test(`the misplaced file ${stray} is reported`, () =>
      assert.deepEqual(linesOf(check(lanternFiles({ [stray]: lanternFile(oak) })).problems), [
        `${stray.replace('/bell.mdx', '')}:1:1: ${says}`,
      ]));

  test('categories.yml is reported with the correct file name', () => {
    const files = lanternFiles({ 'categories.yaml': undefined, 'categories.yml': lanternFile('categories.yaml') });
    assert.deepEqual(linesOf(check(files).problems), ['categories.yml:1:1: rename this file to categories.yaml']);
  });
});

describe('Misplaced, retired, duplicate and deleted entries', () => {
  for (const folder of ['requirements', 'tiers', 'policy'])
    test(`a feature in ${folder}/ is reported once`, () => {
      const files = lanternFiles({ [oak]: undefined, [`${folder}/oak-board.mdx`]: lanternFile(oak) });
      assert.deepEqual(linesOf(check(files).problems), [
        `${folder}/oak-board.mdx:1:1: this is a feature; move it to features/`,
      ]);
    });

  test('a requirement in features/ is reported once', () => {
    const files = lanternFiles({ [watch]: undefined, 'features/night-watch.mdx': lanternFile(watch) });
    assert.deepEqual(linesOf(check(files).problems), [
      'features/night-watch.mdx:1:1: this is a requirement; move it to requirements/',
    ]);
  });

  test('a retired tier is reported at each of its tags in the document', () => {
    const retired = 'level: 2\nretired: { date: 2024-07-01, source: https://git.example/9, reason: It was empty. }\n';
    const lines = messagesAfter('tiers/dark.mdx', 'level: 2\n', retired);
    assert.deepEqual(
      lines.filter((line) => line.startsWith('policy/')),
      [
        'policy/document.mdx:19:1: tier "2" is retired; delete "<TierTable tier="2" />", and its heading if it has one',
        'policy/document.mdx:25:1: tier "2" is retired; delete "<Tier tier="2" />", and its heading if it has one',
      ],
    );
  });

  test('a requirement in two tiers is reported once', () =>
    assert.deepEqual(messagesAfter('tiers/dark.mdx', /^requirements:.*\n/m, '$&  - night-watch\n'), [
      'tiers/lit.mdx:5:5: requirement "night-watch" is already listed in tiers/dark.mdx; list it once',
    ]));

  test('a duplicate category id is reported once', () =>
    assert.deepEqual(messagesAfter('categories.yaml', '- id: board', '- id: lamp'), [
      'categories.yaml:5:7: category "lamp" is a duplicate; write another id',
    ]));

  test('a deleted requirement is reported once, with every reference to it', () => {
    const { problems } = check(lanternFiles({ [watch]: undefined }));
    assert.deepEqual(linesOf(problems), [
      'features/fog-signal.mdx:12:22: requirement "night-watch" does not exist; write one of: spare-bulb, wiring-plan (and 3 more: features/pine-board.mdx:15, features/red-lamp.mdx:46, tiers/lit.mdx:5)',
    ]);
  });
});

describe('Conflict markers of a merge', () => {
  const conflict = (text: string) =>
    text.replace(/^.*\n/m, (row) => `<<<<<<< HEAD\n${row}=======\n${row}>>>>>>> other\n`);
  const message = (line: number) =>
    `lines ${line}, ${line + 2} and ${line + 4} are conflict markers of a merge; keep one of the versions between them, and delete the markers`;
  for (const path of [pine, watch, lit, 'policy/document.mdx', 'site.yaml', 'categories.yaml'])
    test(`conflict markers in ${path} are reported in one message`, () => {
      const files = lanternFiles({ [path]: conflict(lanternFile(path)) });
      assert.deepEqual(linesOf(check(files).problems), [`${path}:1:1: ${message(1)}`]);
    });

  test('conflict markers in the address list are reported even if another file is invalid', () => {
    const list = conflict('/policy/\n');
    for (const more of [{}, { [pine]: 'Pine.' }])
      assert.ok(
        linesOf(check(lanternFiles({ ...more, 'addresses.txt': list })).problems).includes(
          `addresses.txt:1:1: ${message(1)}`,
        ),
      );
  });

  test('indented conflict markers are reported', () => {
    const text = conflict(lanternFile(pine)).replace(/^(?=[<=>]{7})/gm, '  ');
    assert.deepEqual(linesOf(check(lanternFiles({ [pine]: text })).problems), [`${pine}:1:1: ${message(1)}`]);
  });

  test('a conflict marker in a body is reported', () => {
    assert.deepEqual(messagesAfter(watch, 'Somebody', '=======\nSomebody'), [
      `${watch}:5:1: line 5 is a conflict marker of a merge; keep one of the versions between them, and delete the markers`,
    ]);
  });

  test('the underline of a heading is not reported as a conflict marker', () => {
    const text = (below: string) => `${lanternFile('policy/document.mdx')}\nLantern\n${below}`;
    const lines = (below: string) => linesOf(check(lanternFiles({ 'policy/document.mdx': text(below) })).problems);
    assert.deepEqual(lines('=======\n'), []);
    assert.match(lines('=======\n>>>>>>> other\n').join(), /:30:1: lines 30 and 31 are conflict markers/);
  });

  test('a message for many conflict markers names the first five and counts the others', () => {
    assert.deepEqual(messagesAfter(watch, 'Somebody', `${'=======\n\n'.repeat(9)}Somebody`), [
      `${watch}:5:1: lines 5, 7, 9, 11, 13 and 4 more are conflict markers of a merge; keep one of the versions between them, and delete the markers`,
    ]);
  });
});

test('a file with an invalid name is reported with a valid one and read under that name', () => {
  for (const name of ['Pine-Board.mdx', 'pine-board.md', 'pine board.MDX'])
    assert.deepEqual(
      linesOf(check(lanternFiles({ [pine]: undefined, [`features/${name}`]: lanternFile(pine) })).problems),
      [`features/${name}:1:1: the name of the file is not an id with ".mdx"; rename it to pine-board.mdx`],
    );
});

test('CRLF line endings do not change the reported position', () => {
  const text = lanternFile(pine).replace('tier: 2', 'tier 2').replaceAll('\n', '\r\n');
  assert.deepEqual(linesOf(check(lanternFiles({ [pine]: text })).problems), [
    `${pine}:12:5: a colon is missing after "tier"; write "tier: 2"`,
  ]);
});

test('valid YAML that resembles a mistake is not reported', () => {
  const entry = 'note: >-\n      Rain: the case\n      - and @all - is gone.\n    # A comment: of ours';
  assert.deepEqual(messagesAfter(pine, 'note: The case rotted.', entry), []);
  assert.deepEqual(
    messagesAfter(pine, 'note: The case rotted.', 'note: "It \\"rotted\\": #9\n      at last"   # Why.'),
    [],
  );
  assert.deepEqual(messagesAfter(pine, 'tier: 2', 'tier: 2 # as agreed'), []);
  assert.deepEqual(messagesAfter(oak, 'use:', 'aliases: [wood, "oak: old",\n  case]\nuse:'), []);
});

describe('Further mistakes', () => {
  const withNote = (text: string): [path: string, from: RegExp, to: string] => [fog, /$/, `\n${text}\n`];
  const mistakes: Mistake[] = [
    [
      'an entry pasted without its dash and indentation',
      oak,
      'history:\n',
      'history:\ndate: 2024-07-01\ntier: 2\nsource: https://git.example/9\n',
      'features/oak-board.mdx:8:1: "- " is missing before "date"; write "  - date: 2024-07-01", and 4 spaces before its other lines',
    ],
    [
      'an entry pasted below the history without its dash and indentation',
      oak,
      /---\n$/,
      'date: 2022-07-01\ntier: 2\nsource: https://git.example/9\n---\n',
      'features/oak-board.mdx:11:1: the keys "date", "tier" and "source" do not belong here; write them as an item of "history", with "- " before the first',
    ],
    [
      'a block of text whose second line is not indented',
      pine,
      'note: The case rotted.',
      'note: >-\n      The case\nrotted.',
      'features/pine-board.mdx:12:1: this line has no key; write "key: value", or indent it further if it continues the line above',
    ],
    [
      'an unindented second line that contains a colon',
      pine,
      /description: .*/,
      'description: >-\n  A board\nin a pine case: it is old.',
      'features/pine-board.mdx:6:1: this line has no key; if it continues the value above, put that value in quotes and indent this line further',
    ],
    ...[4, 6, 8].map((length): Mistake => [
      `a conflict marker of ${length} characters`,
      pine,
      'category: board\n',
      `${'<'.repeat(length)} HEAD\ncategory: board\n${'='.repeat(length)}\ncategory: lamp\n${'>'.repeat(length)} other\n`,
      'features/pine-board.mdx:3:1: lines 3, 5 and 7 are conflict markers of a merge; keep one of the versions between them, and delete the markers',
    ]),
    [
      '"removed: false"',
      pine,
      'removed: true',
      'removed: false',
      'features/pine-board.mdx:7:14: "removed" is the value false; write true, or delete the line',
    ],
    [
      'a history with the oldest entry first',
      pine,
      /( {2}- date: 2024[^]*?)( {2}- date: 2023[^]*?)---/,
      '$2$1---',
      'features/pine-board.mdx:12:11: 2024-06-01 is below 2023-11-05; put the newest entry first',
    ],
    [
      'a comma after an address',
      oak,
      'pull/2',
      'pull/2,',
      'features/oak-board.mdx:10:13: punctuation follows the address; delete it',
    ],
    [
      'a comma after a quoted value',
      pine,
      'category: board',
      '"category": "board",',
      'features/pine-board.mdx:3:13: "," follows the value; delete it',
    ],
    [
      'a file name in place of an id',
      pine,
      'requirement: night-watch',
      'requirement: requirements/night-watch.mdx',
      'features/pine-board.mdx:15:22: requirement "requirements/night-watch.mdx" does not exist; did you mean "night-watch"?',
    ],
    [
      'a waiver without a reason and a source',
      oak,
      '    source',
      '    waived:\n      - requirement: night-watch\n    source',
      'features/oak-board.mdx:11:9: "reason" and "source" are missing; write reason: why, in a sentence; source: the address of the decision',
    ],
    [
      'a feature that has only a name',
      oak,
      /---[^]*/,
      '---\nname: oak-board\n---\n',
      'features/oak-board.mdx:2:1: "category", "description" and "history" are missing; write category: the id of a category in categories.yaml; description: what it is, in a sentence for somebody who has not heard of it; history: a list: every status it has had, the newest first',
    ],
    [
      'an empty history',
      oak,
      /history:[^]*/,
      'history: []\n---\n',
      'features/oak-board.mdx:7:10: "history" is an empty list; write at least one: every status it has had, the newest first',
    ],
    [
      'an entry that is not in a list',
      oak,
      '  - date: 2023-11-05\n    tier: 1\n    source',
      '  date: 2023-11-05\n  tier: 1\n  source',
      'features/oak-board.mdx:7:1: "history" is a set of keys; write "- " before "date", since it is a list: every status it has had, the newest first',
    ],
    [
      'a phrase in place of a list',
      pine,
      /missing:\n.*\n.*/,
      'missing: CI testing',
      'features/pine-board.mdx:13:14: "missing" is "CI testing"; write a list, like "- as: CI testing" on a line of its own: what it lacks for the next higher tier',
    ],
    [
      'a date in German notation with leading zeros',
      pine,
      '2024-06-01',
      '01.06.2024',
      'features/pine-board.mdx:6:11: "date" is "01.06.2024"; write 2024-06-01: the day of the change',
    ],
    [
      'a date without leading zeros',
      pine,
      '2024-06-01',
      '2024-6-1',
      'features/pine-board.mdx:6:11: "date" is "2024-6-1"; write 2024-06-01: the day of the change',
    ],
    [
      'a date that does not exist',
      pine,
      '2024-06-01',
      '2024-02-31',
      'features/pine-board.mdx:6:11: "date" is "2024-02-31"; write the day of the change as YYYY-MM-DD, like 2024-05-31',
    ],
    [
      'a negative tier',
      oak,
      'tier: 1',
      'tier: -1',
      'features/oak-board.mdx:9:11: tier "-1" does not exist; did you mean "1"?',
    ],
    [
      'an entry without its source',
      oak,
      / {4}source: .*\n/,
      '',
      'features/oak-board.mdx:8:5: "source" is missing; write the address of the pull request or commit that made the change',
    ],
    [
      'a YAML anchor',
      pine,
      'category: board',
      'category: &kind board',
      'features/pine-board.mdx:3:11: a value cannot begin with "&"; put the value in quotes',
    ],
    [
      'inline code that is not closed',
      ...withNote('See `code and more.'),
      'features/fog-signal.mdx:18:1: the "`" is not closed; write another at the end of the code, or "\\`" for a literal "`"',
    ],
    [
      'a code block that is not closed at the end of a file',
      ...withNote('```\ncode'),
      'features/fog-signal.mdx:18:1: the code block is not closed; write "```" on a line of its own below it',
    ],
    ...['https://git.example/1', '/policy/ for more'].map((address): Mistake => [
      `a link to ${address} that is not closed`,
      ...withNote(`See [the log](${address}`),
      'features/fog-signal.mdx:18:1: the address of the link is not closed; write ")" after it, without spaces in it',
    ]),
    ...['https://git.example/1', '/policy/'].map((address): Mistake => [
      `a link to ${address} with swapped parts`,
      ...withNote(`See (the log)[${address}].`),
      'features/fog-signal.mdx:18:1: the two parts of the link are swapped; write [words](address)',
    ]),
    [
      'a link without an address',
      ...withNote('See [the log]().'),
      'features/fog-signal.mdx:18:5: the link has no address; write it between "(" and ")"',
    ],
    ...['<TierTable tier=1 />', '<TierTable tier="1">'].map((tag): Mistake => [
      `the invalid table tag ${tag}`,
      doc,
      '<TierTable tier="1" />',
      tag,
      'policy/document.mdx:15:1: "<TierTable>" is not written correctly; write "<TierTable tier="1" />"',
    ]),
    [
      'the table of an unknown tier',
      doc,
      '<TierTable tier="1" />',
      '<TierTable tier="9" />',
      'policy/document.mdx:15:1: tier "9" does not exist; write one of: 1, 2',
    ],
    [
      'a footnote that nothing refers to',
      doc,
      'A level is a promise by the keepers.',
      'A level is a promise by the keepers.\n\n[^rain]: Not in heavy rain.',
      'policy/document.mdx:25:1: no page shows the footnote "[^rain]", because nothing refers to it; write "[^rain]" where it belongs, or delete it',
    ],
    [
      'a heading without its space',
      doc,
      '## What the Levels Mean',
      '##What the Levels Mean',
      'policy/document.mdx:21:1: a space is missing after "##"; write it, or "\\#" for a literal "#"',
    ],
    [
      'a component with braces',
      doc,
      '<TierTable tier="2" />',
      '<TierTable tier={2} />',
      'policy/document.mdx:19:1: the table of a tier is not written correctly; write "<TierTable tier="2" />" on a line of its own, with nothing before it',
    ],
    [
      'a pull request address without its number',
      pine,
      'pull/9',
      'pull/',
      'features/pine-board.mdx:9:13: the address ends after "pull"; write its number too',
    ],
    [
      'evidence that names a branch',
      oak,
      'use:',
      'evidence: [{ says: It is oak., url: https://git.example/a/blob/main/b.md }]\nuse:',
      'features/oak-board.mdx:5:37: the branch "main" moves; write a commit in its place',
    ],
    [
      'evidence about something that is no requirement',
      oak,
      'use:',
      'evidence: [{ says: It is oak., url: https://git.example/a/blob/1a2b3c4/b.md, about: wiring }]\nuse:',
      'features/oak-board.mdx:5:85: "wiring" is neither a requirement, "introduced" nor a key of "use"; did you mean "wiring-plan"?',
    ],
    [
      'a detail that no feature has',
      'site.yaml',
      'licence:',
      'answers: [{ label: Height, detail: Heigth }]\nlicence:',
      'site.yaml:5:36: detail "Heigth" does not exist; did you mean "Height"?',
    ],
    [
      'a code block that hides the rest of the document',
      doc,
      'A level is',
      '```\ncode\n\nA level is',
      'policy/document.mdx:23:1: the code block is not closed; write "```" on a line of its own below it',
    ],
  ];
  for (const [what, path, from, to, ...expected] of mistakes)
    test(`${what} is reported`, () => assert.deepEqual(messagesAfter(path, from, to), expected));

  test('a link to a missing heading is reported with a similar one, with or without the page', () => {
    for (const link of ['/policy/#waht-the-levels-mean', '#waht-the-levels-mean']) {
      const [message = '', ...others] = messagesAfter(doc, 'A level is', `[See](${link}). A level is`);
      assert.match(message, /policy\/document\.mdx:\d+:1: .*\/policy\/#what-the-levels-mean/, link);
      assert.deepEqual(others, [], link);
    }
    assert.doesNotMatch(messagesAfter(doc, 'A level is', '[See](/policy/#oil). A level is').join(), /did you mean/);
  });

  test('each of two swapped tables is reported', () => {
    const swapped = lanternFile(doc)
      .replace('<TierTable tier="1" />', '<TierTable tier="0" />')
      .replace('<TierTable tier="2" />', '<TierTable tier="1" />')
      .replace('<TierTable tier="0" />', '<TierTable tier="2" />');
    assert.deepEqual(linesOf(check(lanternFiles({ [doc]: swapped })).problems), [
      'policy/document.mdx:15:1: the table of tier "2" is below the heading "Tier 1"; write "<TierTable tier="1" />", or correct the heading',
      'policy/document.mdx:19:1: the table of tier "1" is below the heading "Tier 2"; write "<TierTable tier="2" />", or correct the heading',
    ]);
  });

  test('invalid MDX in the document is reported without any lost addresses', () => {
    const listed = [...everyAddress(lantern())].map((path) => `/${path}\n`).join('');
    for (const slip of ['<3', 'a {b', '<!-- TODO -->', '<TierTable tier="2">']) {
      const text = lanternFile(doc).replace('A level is', `${slip} A level is`);
      const { problems } = check(lanternFiles({ [doc]: text, 'addresses.txt': listed }));
      assert.equal(problems.length, 1, linesOf(problems).join('\n'));
    }
  });

  test('a line of addresses.txt that is neither an address nor a comment is reported', () => {
    const { problems } = check(lanternFiles({ 'addresses.txt': '# Comment\n\n#oak-board\nhttps://oak.example/\n' }));
    assert.deepEqual(
      linesOf(problems),
      [3, 4].map(
        (line) =>
          `addresses.txt:${line}:1: this line is not an address; write one that begins with "/", or a comment that begins with "# "`,
      ),
    );
  });

  test('a column id in capitals and a cell that is a list are reported', () => {
    const cells = (written: string) => {
      const site = `${lanternFile('site.yaml')}columns: [{ id: reach, label: Reach }]\n`;
      const text = lanternFile(oak).replace('use:', `columns: { ${written} }\nuse:`);
      return linesOf(check(lanternFiles({ 'site.yaml': site, [oak]: text })).problems);
    };
    assert.deepEqual(cells('reach: 9 km'), []);
    assert.deepEqual(cells('Reach: 9 km'), ['features/oak-board.mdx:5:12: "Reach" is not an id; write "reach"']);
    assert.deepEqual(cells('reach: [9, 10]'), [
      'features/oak-board.mdx:5:19: "reach" is a list; write one text: the value of the column',
    ]);
  });

  test('valid Markdown that resembles a mistake is not reported', () => {
    for (const text of [
      'A \\` and `a [b](/c` and https://git.example/1.',
      'See [the log](https://git.example/1 "The log") and https://git.example/2.',
      '\\[a\\](https://git.example/1',
    ])
      assert.deepEqual(messagesAfter(...withNote(text)), [], text);
  });
});
