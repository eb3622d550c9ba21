// Documents in the style of other projects, imported without flags and with some.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Choices } from '../../../src/import/choices.ts';
import { contentFiles } from '../../../src/import/content-files.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { readPage } from '../../../src/import/read-page.ts';
import { fixtures } from '../lantern.ts';
import { check, linesOf } from '../content-in-memory.ts';

const folder = join(fixtures, 'import');
const base = 'https://lantern.example/docs/tiers.md';

function read(name: string, choices: Choices = {}) {
  const page = readPage([{ name, text: readFileSync(join(folder, name), 'utf8') }], base);
  const document = readDocument(page, choices);
  return { document, files: contentFiles(document, { date: '2025-06-01', source: base }).files };
}

/** One line for each tier with its rows and requirements, and one for each reported item. */
function outline(name: string, choices: Choices = {}): string[] {
  const { tiers, rows, prose, leftovers } = read(name, choices).document;
  return [
    ...tiers.map(({ key, label, title, summary, requirements }) => {
      const ownRows = rows.filter(({ tier }) => tier === key);
      const required = requirements.flatMap((it) => (typeof it === 'string' ? it : it.requirements));
      const named = ownRows.map((row) => [row.name, ...row.missing.map((it) => `lacks ${it}`)].join(' '));
      return [
        label,
        title && `(${title})`,
        summary && `= ${summary}`,
        `: ${named.join('; ')}`,
        required.length > 0 && `! ${required.join(' ')}`,
      ]
        .filter(Boolean)
        .join(' ');
    }),
    ...prose.map(({ line, what }) => `prose ${line}: ${what}`),
    ...leftovers.map(({ line, what }) => `reported ${line}: ${what}`),
  ];
}

const status = 'prose 5: Status (1 paragraph)';
const tierWorks = (rows = 'oak') => `Tier 1 (Works) : ${rows} ! It is tested.`;

const expected: Record<string, string[]> = {
  'tier-heading-with-words.md': [
    'Tier 1 with tools : oak',
    tierWorks('elm'),
    'prose 13: Tier 1 (1 paragraph)',
    'prose 21: Details (1 paragraph)',
  ],
  'table-under-titled-heading.md': [
    tierWorks(),
    'Tier 2 (Builds) : elm lacks Tests ! It builds.',
    'prose 5: All tiers (1 paragraph)',
  ],
  'footnote-on-category.md': [tierWorks('oak; elm'), status, 'prose 18: Details (1 paragraph)'],
  'front-matter.md': [tierWorks(), 'prose 10: Status (1 paragraph)', 'prose 20: Details (1 paragraph)'],
  'title-then-tier.md': [tierWorks(), 'prose 11: Details (1 paragraph)'],
  'requirements-grouped.md': [
    'Tier 1 (Works) : oak; elm ! Every test passes on it. It has two keepers. It has a manual.',
    status,
    'prose 16: Details (1 paragraph)',
  ],
  'names-not-latin.md': [tierWorks('oak; 日本語; 中文; C#; C++'), status, 'prose 19: Details (1 paragraph)'],
  'heading-ids.md': [tierWorks(), status, 'prose 15: Details (1 paragraph)'],
  'one-table-tier-column.md': [
    'Tier 1 = tested on each change. : Oak',
    'Tier 2 = kept going where time allows. : Elm',
    'prose 10: Support types (1 list)',
  ],
  'shared-footnote-and-links.md': [
    tierWorks('[`oak`](https://example.org/oak); [`elm`](https://example.org/elm)'),
    status,
    'prose 20: Details (1 paragraph)',
  ],
  'same-target-twice.md': [
    tierWorks(),
    'Tier 2 (Builds) : `oak` (old system) lacks tests; oak lacks tests ! It builds.',
    status,
    'prose 22: Details (1 paragraph)',
  ],
  'braces-and-angles.md': [
    'Tier 1 (Works) : `Vec<T>` {x} | y; a b ! &#x69;mport duties apply. Uses `{braces}` and \\<T>.',
    'prose 5: Status (2 paragraphs)',
    'prose 20: Details (1 paragraph)',
    'reported 18: a line break in the words',
  ],
  'no-lists.md': ['Tier 1 (Works) : oak', status, 'prose 15: Details (1 paragraph)'],
  'notes-column.md': [tierWorks(), status, 'prose 17: Details (1 paragraph)'],
  'category-case.md': [
    tierWorks('oak; elm'),
    status,
    'prose 16: Details (1 paragraph)',
    'reported 14: the spelling "target" of the category "Target"',
  ],
  'lower-case-headings.md': [
    tierWorks(),
    'Tier 2 : elm',
    'Tier 3 : birch',
    'Tier 4 (unsupported) : pine',
    status,
    'prose 33: Details (1 paragraph)',
  ],
  'two-lists-grouped-tables.md': [
    tierWorks(),
    status,
    'prose 17: Compilers (1 table)',
    'prose 21: Details (1 paragraph)',
    'prose 31: Unsupported (1 list)',
  ],
  'placeholder-row.md': [
    tierWorks(''),
    status,
    'prose 15: Details (1 paragraph)',
    'reported 13: the row "N/A" of Tier 1, which names nothing',
  ],
  'host-tools.md': [
    "Tier 1 with Signal Tools : oak-lamp-gnu; [`elm-lamp`](https://lantern.example/docs/boards/elm-lamp.md) ! the keeper's tools run on the board itself.",
    'Tier 1 : ',
    'Tier 2 with Signal Tools : birch-lamp',
    'Tier 2 without Signal Tools : ash-lamp; ash-lamp-eabi; [`fig-lamp`](https://lantern.example/docs/boards/fig-lamp.md)',
    'Tier 3 : box-lamp; [`yew-lamp`](https://lantern.example/docs/boards/yew-lamp.md); elm-lamp',
    'prose 57: Signals (1 paragraph)',
  ],
  'one-table.md': [
    'Tier 1 = These boards are used by most keepers. Failures stop a release. : Low/Lamp; Low/Lamp; High Lamp; Bell',
    'Tier 2 = These boards are used by some keepers. Failures stop a release. : High Lamp',
    'Experimental = May not be lit. No releases are made. : Low/Lamp; Gong',
    'prose 3: Supported boards (1 paragraph)',
    'prose 11: Input (1 list)',
    'prose 18: Strategy (1 list)',
    'prose 42: Supported tools (1 table)',
    'reported 32: the HTML <sup> in a cell',
  ],
  'sentences-and-lists.md': [
    'Tier 1 : Oak (new saw); Oak (old saw); Elm `x86_64`',
    'Tier 2 : Birch (PPC); Ash (RISC)',
    'Tier 3 : Yew',
    'prose 20: Shops (1 paragraph)',
    'prose 28: Saw versions (1 list)',
  ],
  'contacts.md': [
    'Tier 1 : oak-lamp-darwin; elm-lamp-gnu ! CI failures block releases. Changes which would break it are not merged. All core keepers answer for it.',
    'Tier 2 : birch-lamp-gnu; birch-lamp-windows ! Must have a reliable buildbot. At least two core keepers are signed up for it.',
    'Tier 3 : ash-lamp-ios ! Must have a buildbot.',
    'prose 6: Abstract (1 paragraph)',
    'prose 41: All other boards (1 paragraph)',
    'prose 49: Unsupporting boards (1 table, 1 list)',
    'reported 30: a line break in the words',
    'reported 30: a line break in the words',
  ],
  'medals.md': [
    'Platinum :  ! `spare` - Every part of it can be bought again at any time',
    'Gold :  ! `seen` - It is seen from the pier in fog `found` - It is found by itself when new',
    'Silver :  ! `owner` - The lamp has an owner who answers `night` - It burns for a whole night',
    'Bronze :  ! `set-up` - The lamp can be lit by its keeper `test-before` - Its keeper tries it before it is bought `unique` - No two lamps have the same name',
    'prose 29: Changing a tier (1 paragraph)',
  ],
  'releases.md': [
    'Tier 1 (Fully-Supported Platforms) : oak; elm ! Releases are built for them. Packages are shipped.',
    'Tier 2 (Developmental and Niche Platforms) : birch',
    'Tier 3 (Experimental Platforms) : ',
    'prose 25: Unsupported Platforms (1 paragraph)',
    'reported 8: the row "ash", which names no tier',
  ],
  'names-in-cells.md': ['Tier 1 : Pier; Tower; Harbour; Pier (new)', 'Tier 2 : Bridge; Gate; Tower; `Buoy`'],
  'sentences-alone.md': [
    'Tier 1 :  ! its oil is bought from the keeper the newest glass is in it everything else meets what is asked below',
    'Tier 2 :  ! a lamp without a wick a lamp in a place where no keeper is',
    'Tier 3 : ',
    'prose 17: Oak (1 list)',
    'prose 35: Unsupported (1 list)',
  ],
  'html-table.md': [
    'Tier 1 : oak-lamp; [`elm-lamp`](https://lantern.example/elm)',
    'Tier 2 : birch-lamp',
    'Tier 3 : ',
    'reported 6: the HTML <!-- Keep this sorted. -->',
    'reported 34: the row "*None yet*" of Tier 3, which names nothing',
  ],
  'words.md': [
    'Stable : glass; wick; [`oil`](https://lantern.example/oil)',
    'Beta : bell',
    'Experimental : gong; horn',
    'Deprecated : drum',
    'prose 22: How a package moves (1 paragraph)',
  ],
  'signs.md': [
    'Tier 1 : oak; elm ! The lamp is lit at each change.',
    'Tier 2 : birch ! The glass fits.',
    'Tier 4 : yew ! Only the saw knows it.',
    'prose 30: Other woods (1 table)',
  ],
  'by-place.md': [
    'Tier 1 : North pier; South pier; Old tower',
    'Tier 2 : East pier; New tower; High tower',
    'prose 25: What the tiers mean (1 paragraph)',
    'reported 18: more rows of a table that is already shown above',
    'reported 22: more rows of a table that is already shown above',
  ],
  'tables-about-tiers.md': ['Tier 1 : Pier', 'Tier 2 : Gate', 'prose 5: Tiers (1 table)', 'prose 26: Trials (1 table)'],
  'systems-in-columns.md': [
    'Tier 1 : Oak (Pier (24.04)); Oak (Snow Gate 15)',
    'Tier 2 : Oak (Pier (22.04)); Oak (Tower 7.1); Elm (Tower 7.1)',
  ],
  'list-of-tools.md': ['Tier 1 : Oak', 'prose 17: Tier 1 saws and their versions: (1 list)'],
  'cells-over-rows.md': [
    'Tier 1 : Oak; Ash',
    'Tier 2 : Oak; Oak; Elm; Yew; Fir',
    'reported 3: the row "Ash", which names no tier',
  ],
  'adjectives.md': [
    'Core :  ! The lamp, glass and wick All boards in the harbour',
    'Peripheral :  ! Code must have somebody who answers for it.',
  ],
};

describe('Documents of other projects', () => {
  test('each document in the folder has an expected outline', () =>
    assert.deepEqual(readdirSync(folder).toSorted(), Object.keys(expected).toSorted()));

  for (const [name, lines] of Object.entries(expected))
    test(`${name} is read without flags`, () => assert.deepEqual(outline(name), lines));

  const lines = (text: string, choices: Choices = {}) => {
    const { rows, tiers } = readDocument(readPage([{ name: 'a.md', text }], base), choices);
    return tiers.map(
      ({ key, label }) =>
        `${label}: ${rows
          .filter(({ tier }) => tier === key)
          .map(({ name }) => name)
          .join('; ')}`,
    );
  };

  test('CRLF line endings and a byte order mark do not change the files', () => {
    const name = 'one-table.md';
    const text = readFileSync(join(folder, name), 'utf8');
    const files = (as: string) => contentFiles(readDocument(readPage([{ name, text: as }], base)), {}).files;
    assert.deepEqual(files(`\uFEFF${text.replaceAll('\n', '\r\n')}`), files(text));
  });

  test('a cell over several rows belongs to each of them', () =>
    assert.deepEqual(
      read('cells-over-rows.md').document.rows.map(({ name, columns }) => [name, ...columns.values()].join(' ')),
      ['Oak 3+ Pier', 'Oak 3+ Gate', 'Oak 4+ Tower', 'Elm Pier', 'Ash 5+ Cape', 'Yew 6+ Reef', 'Fir 7+ Cove'],
    ));

  test('flags override the guesses', () => {
    const reported: [name: string, choices: Choices, lines: string[]][] = [
      [
        'adjectives.md',
        { rows: 'list' },
        [
          'Core : The lamp, glass and wick; All boards in the harbour',
          'Peripheral : The bell; Bindings ! Code must have somebody who answers for it.',
        ],
      ],
      ['medals.md', { rows: 'list', tiers: ['Gold', 'Silver'] }, ['Gold : seen; found', 'Silver : owner; night']],
      [
        'words.md',
        { rows: 'table' },
        ['Stable : ! `glass` — the window `wick`: what burns [`oil`](https://lantern.example/oil) - what is burnt'],
      ],
      [
        'releases.md',
        { tierColumn: 'projected 15.x tier' },
        [
          'Tier 1 (Fully-Supported Platforms) : oak ! Releases are built for them. Packages are shipped.',
          'Tier 2 (Developmental and Niche Platforms) :',
          'Tier 3 (Experimental Platforms) : birch; ash',
        ],
      ],
      [
        'one-table.md',
        { nameColumn: 'Wood' },
        ['Tier 1 = These boards are used by most keepers. Failures stop a release. : oak; elm; oak, elm; oak'],
      ],
      ['two-lists-grouped-tables.md', { tiers: ['Unsupported', 'Tier 1'] }, ['Unsupported : ! Nothing else is.']],
    ];
    for (const [name, choices, expectedLines] of reported)
      assert.deepEqual(
        outline(name, choices)
          .map((line) => line.trimEnd().replace(' :  ', ' : '))
          .slice(0, expectedLines.length),
        expectedLines,
        name,
      );
    assert.ok(
      outline('host-tools.md', { tiers: ['Tier 9'] }).some((line) =>
        line.startsWith('reported 1: the tier "Tier 9", which no '),
      ),
    );
    const { document } = read('one-table.md', { columns: ['versions'], category: 'Board' });
    assert.deepEqual(
      [document.columns.listed?.map(({ id }) => id), document.defaultCategory],
      [['name', 'versions', 'tier'], 'Board'],
    );
  });

  test('tier headings are found in many notations, and similar headings are ignored', () => {
    const table = '\n\n| Name |\n|-|\n| a |\n\n';
    const headed = (...headings: string[]) => lines(headings.map((it) => `## ${it}${table}`).join(''));
    const ways: [headings: string[], labels: string[]][] = [
      [
        ['Tier II', 'Tier I: Best'],
        ['Tier I', 'Tier II'],
      ],
      [
        ['Tier One', 'TIER TWO', 'Tier three -'],
        ['Tier One', 'Tier TWO', 'Tier three'],
      ],
      [
        ['First tier', 'Second tier'],
        ['First tier', 'Second tier'],
      ],
      [
        ['Tier 1B', 'Tier 1A', 'Tier 2'],
        ['Tier 1A', 'Tier 1B', 'Tier 2'],
      ],
      [
        ['Tier 2.5', 'Tier 2', 'Tier 10', 'Tier 0'],
        ['Tier 0', 'Tier 2', 'Tier 2.5', 'Tier 10'],
      ],
      [
        ['Level 1 support', 'Level 2 support'],
        ['Level 1', 'Level 2'],
      ],
      [
        ['Class A', 'Class B'],
        ['Class A', 'Class B'],
      ],
      [
        ['Tier 2 (without tools)', 'Tier 2 with tools: Good'],
        ['Tier 2 with tools', 'Tier 2 without tools'],
      ],
      [
        ['Bronze tier', '🥇 Gold', 'Silver'],
        ['Gold', 'Silver', 'Bronze'],
      ],
      [
        ['Unsupported platforms', 'Supported platforms', 'Experimental (no promise)'],
        ['Supported', 'Experimental', 'Unsupported'],
      ],
      [
        ['Alpha', 'Beta', 'Stable', 'Deprecated'],
        ['Stable', 'Beta', 'Alpha', 'Deprecated'],
      ],
      [
        ['Maintenance', 'Active', 'End of life'],
        ['Active', 'Maintenance', 'End of life'],
      ],
      [
        ['Tier 1', 'Experimental', 'Unsupported'],
        ['Tier 1', 'Experimental'],
      ],
      [
        ['First-class', 'Best effort', 'Community supported'],
        ['First-class', 'Best effort', 'Community supported'],
      ],
    ];
    for (const [headings, labels] of ways)
      assert.deepEqual(
        headed(...headings),
        labels.map((it) => `${it}: a`),
      );
    for (const none of [
      'Tier 1 and Tier 2',
      'Tier 1 vs 2',
      'From Tier 1',
      'Supported platforms',
      'Tier 01',
      'Tier 1000',
      'Tiered',
    ])
      assert.deepEqual(headed(none), [], none);
  });

  test('tiers are read from the cells and the columns of a table', () => {
    const table = (...rows: string[]) => lines(`# A\n\n${rows.join('\n').replace('\n', '\n|-|-|-|\n')}\n`);
    assert.deepEqual(table('| OS | Tier | N |', '| a | 1 | x |', '| b | 2 | y |', '| c | - | |'), [
      'Tier 1: a',
      'Tier 2: b',
    ]);
    assert.deepEqual(table('| OS | x86 | Arm |', '| a | Tier 1 | Tier 2 |', '| b | Tier 2 | - |'), [
      'Tier 1: a (x86)',
      'Tier 2: a (Arm); b (x86)',
    ]);
    assert.deepEqual(table('| OS | Oak 3 | Oak 4 |', '| a | Tier 1 | Tier 2 |', '| b | Tier 2 | - |'), [
      'Tier 1: a',
      'Tier 2: b',
    ]);
    assert.deepEqual(
      lines('| API | A | B | C |\n|-|-|-|-|\n| a | ✅ | 🆗 (2+) | 🌋 |\n| b | ✅ | ✅ | ✅ |\n| c | | | 📐 |\n', {
        tiers: ['✅', '🆗'],
      }),
      ['✅: a (A); b (A); b (B); b (C)', '🆗: a (B)'],
    );
    assert.deepEqual(table('| OS | Tier 1 | Tier 2 |', '| a | ✓ | |', '| b | no | yes |'), ['Tier 1: a', 'Tier 2: b']);
    assert.deepEqual(table('| N | Status | Name |', '| 1 | Stable | a |', '| 2 | Beta | b |'), [
      'Stable: a',
      'Beta: b',
    ]);
    assert.deepEqual(
      table(
        '| Tier | Meaning | N |',
        '| Tier 1 | All of it is tested at each change | |',
        '| Tier 2 | Some of it is tested now and then | |',
      ),
      [],
    );
  });

  test('HTML tags are not part of a header or a name', () => {
    const text = '# A\n\n## Tier 1 <sup>new</sup>\n\n| Lamp | <sub>Wood</sub> |\n|-|-|\n| a | oak |\n';
    const { tiers, columns } = readDocument(readPage([{ name: 'a.md', text }], base));
    assert.deepEqual(
      [tiers.map(({ title }) => title), columns.listed?.map(({ id, label }) => label ?? id)],
      [[''], ['Lamp', 'Wood']],
    );
  });

  test('a header that gives way to that of another table is reported', () => {
    const table = (head: string) => `| ${head} | Tier |\n|-|-|\n| a ${head} | 1 |\n`;
    const text = `# A\n\n${['System', 'system', 'Machine'].map(table).join('\n')}`;
    assert.deepEqual(
      readDocument(readPage([{ name: 'a.md', text }], base)).leftovers.filter(({ what }) => what.includes('header')),
      [{ line: 11, what: 'the header "Machine" of the column "System"' }],
    );
  });

  test('a duplicate row is reported, an empty cell repeats the one above, and an unsafe link is removed', () => {
    const { document } = {
      document: readDocument(
        readPage(
          [
            {
              name: 'a',
              text: '# A\n\n## Tier 1\n\n| Category | Name | V |\n|-|-|-|\n| X | a | 1 |\n| | a | 2 |\n| X | a | 1 |\n| | | 3 |\n| Y | `<script>` {a} [b](javascript:c) | |\n',
            },
          ],
          base,
        ),
      ),
    };
    assert.deepEqual(
      document.rows.map(({ category, name, columns }) => [category, name, columns.get('V')]),
      [
        ['X', 'a', '1'],
        ['X', 'a', '2'],
        ['X', 'a', '3'],
        ['Y', '`<script>` {a} b', undefined],
      ],
    );
    assert.deepEqual(
      document.leftovers.map(({ what }) => what),
      ['the row "a" of Tier 1, which is also on line 7', 'the link to javascript:c'],
    );
  });
});

test('a row with a reserved or conflicting name gets an id that passes the check', () => {
  const names = ['Pulley', 'main', 'tier-1', 'con', '`__proto__`', 'C', 'C++', 'C#'];
  const rows = names.map((name) => `| ${name} | a |`).join('\n');
  const text = `# P\n\n## Tier 1\n\n| Target | Notes |\n|-|-|\n${rows}\n\n##### Pulley\n\nWords.\n`;
  const document = readDocument(readPage([{ name: 'p.md', text }], base));
  const { files } = contentFiles(document, { date: '2025-06-01', source: base });
  assert.deepEqual(linesOf(check(new Map([...files].map(([path, it]) => [`content/${path}`, it]))).problems), []);
  assert.deepEqual(
    [...files.keys()].filter((path) => path.startsWith('features/')),
    ['pulley-tier-1', 'main-tier-1', 'tier-1-tier-1', 'con-tier-1', 'proto', 'c', 'cpp', 'c-sharp'].map(
      (id) => `features/${id}.mdx`,
    ),
  );
});
