// The report for each edit of Lantern's content: the lines of the summary, then the subject.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { difference } from '../../../../src/domain/diff/diff.ts';
import type { PublishedContent } from '../../../../src/domain/published-content.ts';
import { tierNames } from '../../../../src/domain/tier.ts';
import { diffMarkdown, mostBytesOfComment } from '../../../../src/output/diff/diff-markdown.ts';
import type { PublishedState } from '../../../../src/schema/published-state.ts';
import {
  documentWithTiers,
  lanternFile as file,
  lanternFiles,
  publishedWith,
  withTierBetween,
} from '../../content-in-memory.ts';

type Files = Record<string, string | undefined>;

const base = publishedWith();

/** The lines of the summary without empty ones, then the subject. */
function report(head: PublishedState, from: PublishedState = base): string[] {
  const lines = diffMarkdown(difference(from, head))
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line) => line.replace(/^Subject for the squash commit: `(.*)`$/, '$1'));
}

/** A file with some text replaced. */
function edit(name: string, ...pairs: [from: string, to: string][]): Files {
  const text = pairs.reduce((result, [from, to]) => {
    assert.ok(result.includes(from), from);
    return result.replace(from, to);
  }, file(name));
  return { [name]: text };
}

/** A feature's file with a newest entry. */
const entry = (id: string, yaml: string, source = 'https://git.example/1'): Files =>
  edit(`features/${id}.mdx`, [
    'history:\n',
    `history:\n  - ${yaml.replaceAll('\n', '\n    ')}\n    source: ${source}\n`,
  ]);

const waived = (id: string) => `waived:\n  - requirement: ${id}\n    reason: Rain.\n    source: https://git.example/2`;

const bell = (date = '2023-11-05') =>
  file('features/oak-board.mdx').replace('name: oak-board', 'name: bell').replace('2023-11-05', date);

/** Every file with an id replaced. */
const withId = (from: string, to: string): Files =>
  Object.fromEntries(
    [...lanternFiles()].map(([path, text]) => [
      path.replace('content/', ''),
      text.replaceAll(new RegExp(`(: |- )${from}$`, 'gm'), `$1${to}`),
    ]),
  );

/** The published state with a change that no single edit of the content can make. */
function stateAfter(change: (state: PublishedContent) => void): PublishedContent {
  const state = structuredClone(base);
  change(state);
  return state;
}

const feature = ({ features }: PublishedContent, id: string) => features.find((it) => it.id === id) ?? assert.fail(id);

type Case = [what: string, head: PublishedState | Files, lines: string[], from?: PublishedState];

function testReports(what: string, cases: Case[]): void {
  test(what, () => {
    for (const [what, head, lines, from] of cases)
      assert.deepEqual(withoutUnrecorded(report(isState(head) ? head : publishedWith(head), from)), lines, what);
  });
}

/** The lines without the note about unrecorded changes, which has its own test. */
const withoutUnrecorded = (lines: string[]): string[] =>
  lines.filter((it) => !/^### Not recorded|^- No entry in `changes:`/.test(it));

const isState = (head: PublishedState | Files): head is PublishedState => Array.isArray(head.features);

const noChange = ['No change of meaning.', 'Reformat the content'];

testReports('reformatting is not reported as a change of meaning', [
  ['no file changes', {}, noChange],
  ['quotes and a comment added', edit('features/red-lamp.mdx', ['name: red-lamp', '# A\nname: "red-lamp"']), noChange],
  ['a line break moves', edit('requirements/wiring-plan.mdx', ['There is a plan', 'There\nis a plan']), noChange],
]);

testReports('a new entry is reported with its requirements, date, source and reason', [
  [
    'a feature moves up a tier',
    entry('fog-signal', 'date: 2024-07-01\ntier: 1\nnote: It has both.'),
    [
      '### Promoted',
      '- **Fog signal on UART-2** moves up from Tier 2 to Tier 1. Met: “night watch of the signal”. No longer missing: “agreement of the harbour office”. Since 1 July 2024 (`https://git.example/1`): It has both.',
      'fog-signal: move to Tier 1',
    ],
  ],
  [
    'a feature moves up because a requirement is waived',
    entry('fog-signal', `date: 2024-07-01\ntier: 1\n${waived('night-watch')}`),
    [
      '### Promoted',
      '- **Fog signal on UART-2** moves up from Tier 2 to Tier 1. No longer missing: “agreement of the harbour office”. Waived: “Night watch” (Rain; `https://git.example/2`). Since 1 July 2024 (`https://git.example/1`).',
      'fog-signal: move to Tier 1',
    ],
  ],
  [
    'a feature moves down a tier',
    entry('oak-board', 'date: 2024-07-01\ntier: 2\nmissing:\n  - as: a `spare` bulb'),
    [
      '### Demoted',
      '- **oak-board** moves down from Tier 1 to Tier 2. Unmet for Tier 1: “a spare bulb”. Since 1 July 2024 (`https://git.example/1`).',
      'oak-board: move to Tier 2',
    ],
  ],
  [
    'a feature moves down, and what the higher tier asked is not listed any more',
    stateAfter((state) => {
      feature(state, 'fog-signal').history.unshift({
        date: '2024-07-01',
        tier: 3,
        removed: false,
        missing: [{ as: 'oil', requirement: null, written: null }],
        waived: [],
        successor: null,
        source: 'https://git.example/1',
        note: '',
        accepted: [],
        supported: true,
        release: null,
        tierSlug: '3',
      });
    }),
    [
      '### Demoted',
      '- **Fog signal on UART-2** moves down from Tier 2 to Tier 3. Unmet for Tier 2: “oil”. No longer listed (for Tier 1): “night watch of the signal”, “agreement of the harbour office”. Since 1 July 2024 (`https://git.example/1`).',
      'fog-signal: move to Tier 3',
    ],
  ],
  [
    'two new entries move a feature down and up again',
    stateAfter((state) => {
      const { history } = feature(state, 'oak-board');
      const [first] = history;
      assert.ok(first);
      history.unshift({
        ...first,
        date: '2024-01-01',
        tier: 2,
        missing: [{ as: 'oil', requirement: null, written: null }],
        note: 'A leak',
      });
      history.unshift({ ...first, date: '2024-02-01', note: 'Repaired.' });
    }),
    [
      '### Promoted',
      '- **oak-board** moves up from Tier 2 to Tier 1. No longer missing: “oil”. Since 1 February 2024 (`https://git.example/lantern/support/pull/2`): Repaired.',
      '### Demoted',
      '- **oak-board** moves down from Tier 1 to Tier 2. Unmet for Tier 1: “oil”. Since 1 January 2024 (`https://git.example/lantern/support/pull/2`): A leak.',
      'oak-board: move to Tier 1',
    ],
  ],
  [
    'a new entry keeps the tier and what is missing',
    entry('oak-board', 'date: 2024-07-01\ntier: 1\nnote: Read again.'),
    [
      '### Confirmed',
      '- **oak-board** is confirmed in Tier 1. Since 1 July 2024 (`https://git.example/1`): Read again.',
      'oak-board: confirm Tier 1',
    ],
  ],
  [
    'one gap is closed, one reworded and one new',
    entry(
      'fog-signal',
      'date: 2024-07-01\ntier: 2\nmissing:\n  - as: oil\n  - as: Night watch\n    requirement: night-watch',
    ),
    [
      '### Unmet requirements',
      '- **Fog signal on UART-2** stays in Tier 2. No longer missing: “agreement of the harbour office”. Reworded: “night watch of the signal” → “Night watch”. Newly missing: “oil”. Since 1 July 2024 (`https://git.example/1`).',
      'fog-signal: change what it lacks',
    ],
  ],
  [
    'a requirement is waived for a feature in its tier',
    entry('oak-board', `date: 2024-07-01\ntier: 1\n${waived('wiring-plan')}`),
    [
      '### Unmet requirements',
      '- **oak-board** stays in Tier 1. Waived: “Wiring plan” (Rain; `https://git.example/2`). Since 1 July 2024 (`https://git.example/1`).',
      'oak-board: waive Wiring plan',
    ],
  ],
  [
    'a waiver is replaced by one for another requirement',
    entry('red-lamp', `date: 2024-07-01\ntier: 1\n${waived('night-watch')}`),
    [
      '### Unmet requirements',
      '- **red-lamp** stays in Tier 1. Waived: “Night watch” (Rain; `https://git.example/2`). No longer waived: “Spare bulb”. Since 1 July 2024 (`https://git.example/1`).',
      'red-lamp: change what it lacks',
    ],
  ],
  [
    'the same words no longer name a requirement',
    entry(
      'fog-signal',
      'date: 2024-07-01\ntier: 2\nmissing:\n  - as: night watch of the signal\n  - as: agreement of the `harbour` office',
    ),
    [
      '### Unmet requirements',
      '- **Fog signal on UART-2** stays in Tier 2. “night watch of the signal” now names no written requirement; before: the requirement “Night watch”. Since 1 July 2024 (`https://git.example/1`).',
      'fog-signal: change which requirement it lacks',
    ],
  ],
  [
    'an entry accepts a warning',
    entry(
      'fog-signal',
      'date: 2024-07-01\ntier: 2\nmissing:\n  - as: night watch of the signal\n    requirement: night-watch\n  - as: agreement of the `harbour` office\naccepted:\n  - rule: written-requirement\n    reason: The office decides.',
    ),
    [
      '### Confirmed',
      '- **Fog signal on UART-2** is confirmed in Tier 2. Accepted: written-requirement (The office decides). Since 1 July 2024 (`https://git.example/1`).',
      'fog-signal: confirm Tier 2',
    ],
  ],
  [
    'the policy no longer asks for what was missing',
    {
      ...edit('features/fog-signal.mdx', ['        requirement: night-watch\n', '        requirement: night-watch\n']),
      ...entry('fog-signal', 'date: 2024-07-01\ntier: 2\nmissing:\n  - as: agreement of the `harbour` office'),
      ...edit('requirements/night-watch.mdx', ['title: Night watch', 'title: Night watch\nappliesTo:\n  - board']),
    },
    [
      '### Unmet requirements',
      '- **Fog signal on UART-2** stays in Tier 2. No longer required: “night watch of the signal”. Since 1 July 2024 (`https://git.example/1`).',
      '### Requirements',
      '- The requirement **Night watch** applied to Lamp and Board, and now applies to Board. It no longer binds 1 feature: **red-lamp**.',
      'Change what Night watch applies to',
    ],
  ],
]);

testReports('added, removed, replaced and merged features are reported', [
  [
    'a feature is added',
    { 'features/bell.mdx': bell() },
    [
      '### Added',
      '- **bell** (Board) is added to Tier 1. Since 5 November 2023 (`https://git.example/lantern/support/pull/2`).',
      'Add bell to Tier 1',
    ],
  ],
  [
    'two features are added in the same way',
    { 'features/bell.mdx': bell(), 'features/gong.mdx': bell().replace('name: bell', 'name: gong') },
    [
      'Since 5 November 2023 (`https://git.example/lantern/support/pull/2`).',
      '### Added',
      '- **bell** and **gong** (Boards) are added to Tier 1.',
      'Add bell and gong to Tier 1',
    ],
  ],
  [
    'a feature is removed',
    entry('red-lamp', 'date: 2024-07-01\nremoved: true\nnote: It burned.'),
    [
      '### Removed',
      '- **red-lamp** is removed from Tier 1. Since 1 July 2024 (`https://git.example/1`): It burned.',
      'Remove red-lamp',
    ],
  ],
  [
    'a removed feature has a successor',
    entry('red-lamp', 'date: 2024-07-01\nremoved: true\nsuccessor: oak-board\nnote: It burned.'),
    [
      '### Merged or replaced',
      '- **red-lamp** (Tier 1) is replaced by **oak-board** (Tier 1). Since 1 July 2024 (`https://git.example/1`): It burned.',
      'Replace red-lamp with oak-board',
    ],
  ],
  [
    'two features are merged into a new one',
    {
      ...entry('red-lamp', 'date: 2024-07-01\nremoved: true\nsuccessor: bell\nnote: They are one.'),
      ...entry('fog-signal', 'date: 2024-07-01\nremoved: true\nsuccessor: bell\nnote: They are one.'),
      'features/bell.mdx': bell('2024-07-01')
        .replace('https://git.example/lantern/support/pull/2', 'https://git.example/1')
        .replace(/(?=---\n$)/, '    note: They are one.\n'),
    },
    [
      'Since 1 July 2024 (`https://git.example/1`): They are one.',
      '### Merged or replaced',
      '- **Fog signal on UART-2** (Tier 2) and **red-lamp** (Tier 1) are merged into **bell**, new in Tier 1.',
      'Merge Fog signal on UART-2 and red-lamp into bell',
    ],
  ],
  [
    'a feature’s id becomes a former id of another feature',
    {
      'features/fog-signal.mdx': undefined,
      ...edit('features/red-lamp.mdx', ['  - port-lamp', '  - port-lamp\n  - fog-signal']),
    },
    [
      '### Merged or replaced',
      '- **Fog signal on UART-2** (Tier 2) is merged into **red-lamp** (Tier 1). Its old address leads there.',
      'Merge Fog signal on UART-2 into red-lamp',
    ],
  ],
  [
    'a removed feature returns',
    entry('pine-board', 'date: 2024-07-01\ntier: 2\nmissing:\n  - as: oil'),
    [
      '### Added',
      '- **pine-board** returns to Tier 2. Unmet for Tier 1: “oil”. It no longer has a successor. Since 1 July 2024 (`https://git.example/1`).',
      'pine-board: return to Tier 2',
    ],
  ],
  [
    'a new entry gives a removed feature another successor',
    entry('pine-board', 'date: 2024-07-01\nremoved: true\nnote: Still.\nsuccessor: red-lamp'),
    [
      '### Confirmed',
      '- **pine-board** is confirmed as not tracked. Its successor is **red-lamp**. Since 1 July 2024 (`https://git.example/1`): Still.',
      'pine-board: confirm its removal',
    ],
  ],
]);

testReports('a new name or id is reported with the old one', [
  [
    'a feature gets another name',
    edit('features/oak-board.mdx', ['name: oak-board', 'name: Oak']),
    ['### Renamed', '- **oak-board** is now called **Oak**.', 'Rename oak-board to Oak'],
  ],
  [
    'a feature gets another id and keeps its name',
    {
      'features/oak-board.mdx': undefined,
      'features/oak.mdx': file('features/oak-board.mdx').replace('use:', 'formerIds: [oak-board]\nuse:'),
      ...edit('features/pine-board.mdx', ['successor: oak-board', 'successor: oak']),
    },
    [
      '### Renamed',
      '- **oak-board** keeps its name; its id changes from `oak-board` to `oak`, and its old address leads to the new one.',
      'Change the id of oak-board to oak',
    ],
  ],
  [
    'two features are merged, in whatever order their ids are listed',
    {
      'features/oak-board.mdx': undefined,
      'features/fog-signal.mdx': undefined,
      'features/bell.mdx': file('features/fog-signal.mdx').replace(
        'category:',
        'formerIds: [oak-board, fog-signal]\ncategory:',
      ),
      ...edit('features/pine-board.mdx', ['successor: oak-board', 'successor: bell']),
    },
    [
      '### Merged or replaced',
      '- **Fog signal on UART-2** (Tier 2) and **oak-board** (Tier 1) are merged into **Fog signal on UART-2** (Tier 2). Their old addresses lead there.',
      'Merge Fog signal on UART-2 and oak-board',
    ],
  ],
  [
    'a feature gets another name and id',
    {
      'features/oak-board.mdx': undefined,
      'features/oak.mdx': file('features/oak-board.mdx')
        .replace('use:', 'formerIds: [oak-board]\nuse:')
        .replace('name: oak-board', 'name: oak'),
      ...edit('features/pine-board.mdx', ['successor: oak-board', 'successor: oak']),
    },
    [
      '### Renamed',
      '- **oak-board** is now called **oak**; its old address leads to the new one.',
      'Rename oak-board to oak',
    ],
  ],
  [
    'a feature gets another id, and its former id is not recorded',
    { 'features/red-lamp.mdx': undefined, 'features/red.mdx': file('features/red-lamp.mdx') },
    [
      '### Renamed',
      '- **red-lamp** keeps its name; its id changes from `red-lamp` to `red`. `formerIds: [red-lamp]` would keep its old address.',
      '### Addresses that would break',
      '- `/features/red-lamp/`',
      'Change the id of red-lamp to red',
    ],
  ],
  [
    'a category gets another name',
    edit('categories.yaml', ['name: Lamp', 'name: Light']),
    ['### Renamed', '- The category **Lamp** is now called **Light**.', 'Rename the category Lamp to Light'],
  ],
  [
    'a category gets another id, which changes no feature',
    {
      ...withId('lamp', 'light'),
      'categories.yaml': file('categories.yaml').replace('- id: lamp', '- id: light\n  formerIds: [lamp]'),
    },
    [
      '### Renamed',
      '- The category **Lamp** keeps its name; its id changes from `lamp` to `light`, and its old address leads to the new one.',
      'Change the id of the category Lamp to light',
    ],
  ],
  [
    'a requirement gets another title',
    edit('requirements/spare-bulb.mdx', ['title: Spare bulb', 'title: Bulb']),
    [
      '### Renamed',
      '- The requirement **Spare bulb** is now called **Bulb**.',
      'Rename the requirement Spare bulb to Bulb',
    ],
  ],
  [
    'two requirements have each other’s title',
    {
      ...edit('requirements/night-watch.mdx', ['title: Night watch', 'title: Spare bulb']),
      ...edit('requirements/spare-bulb.mdx', ['title: Spare bulb', 'title: Night watch']),
    },
    [
      '### Swapped',
      '- The requirements **Night watch** and **Spare bulb** have swapped names, so links to `night-watch` now show **Spare bulb**, and links to `spare-bulb` now show **Night watch**. Give each its own id again, unless the old names were wrong.',
      'Swap the names of Night watch and Spare bulb',
    ],
  ],
  [
    'two tiers have each other’s level, which swaps their default names',
    {
      features: [],
      tiers: base.tiers.map((it) => ({ ...it, ...tierNames({ level: 3 - it.level, title: it.title }) })),
    },
    [
      '### Renamed',
      '- **Tier 1** is now **Tier 2**.',
      '- **Tier 2** is now **Tier 1**.',
      'Renumber Tier 1 to Tier 2, renumber Tier 2 to Tier 1',
    ],
    { features: [], tiers: base.tiers },
  ],
  [
    'a requirement gets another id, which changes no feature',
    {
      ...withId('night-watch', 'watch'),
      'requirements/night-watch.mdx': undefined,
      'requirements/watch.mdx': file('requirements/night-watch.mdx').replace(
        'title:',
        'formerIds: [night-watch]\ntitle:',
      ),
    },
    [
      '### Renamed',
      '- The requirement **Night watch** keeps its name; its id changes from `night-watch` to `watch`, and its old address leads to the new one.',
      'Change the id of the requirement Night watch to watch',
    ],
  ],
]);

const camps = '- { id: camp, name: Camp, plural: Camps, description: Tents. }\n';
const planForBoth = edit('requirements/wiring-plan.mdx', ['  - board', '  - board\n  - lamp']);

testReports('merged requirements and categories are reported once, without their ids in other places', [
  [
    'a requirement is merged into another of its tier, with a record of it',
    {
      'requirements/wiring-plan.mdx': undefined,
      ...edit('requirements/spare-bulb.mdx', [
        'appliesTo:\n  - lamp',
        'formerIds: [wiring-plan]\nchanges: [{ date: 2024-07-01, source: "https://git.example/1", note: One is enough. }]',
      ]),
      ...edit('tiers/dark.mdx', ['  - wiring-plan\n', '  - oil\n']),
      'requirements/oil.mdx': file('requirements/night-watch.mdx'),
    },
    [
      '### Merged or replaced',
      '- The requirement **Wiring plan** is merged into **Spare bulb**. Its old address leads there. Since 1 July 2024 (`https://git.example/1`): One is enough.',
      '### Requirements',
      '- The requirement **Spare bulb** applied to Lamp, and now applies to Lamp and Board. It now binds 1 feature: **oak-board**.',
      'Merge Wiring plan, change what Spare bulb applies to',
    ],
    publishedWith({
      ...edit('tiers/dark.mdx', ['  - wiring-plan\n', '  - wiring-plan\n  - oil\n']),
      'requirements/oil.mdx': file('requirements/night-watch.mdx'),
    }),
  ],
  [
    'two categories are merged into a new one, and a requirement applied to both',
    {
      ...withId('(?:lamp|board)', 'kit'),
      ...edit('requirements/wiring-plan.mdx', ['  - board', '  - kit']),
      'categories.yaml': `- { id: kit, name: Kit, plural: Lamps, description: Lamps that the controller can switch., formerIds: [lamp, board] }\n${camps}`,
    },
    [
      '### Merged or replaced',
      '- The categories **Lamp** and **Board** are merged into **Kit**. Their old addresses lead there.',
      '### Order',
      '- Among those of **Kit**, **red-lamp** now comes after **pine-board**.',
      'Merge Lamp and Board into Kit, reorder the features',
    ],
    publishedWith({
      ...planForBoth,
      'categories.yaml': `${file('categories.yaml').replace('  platform: true\n', '')}${camps}`,
    }),
  ],
]);

testReports('a changed fact is reported with the old and the new value', [
  [
    'a feature is now on by default',
    edit('features/red-lamp.mdx', ['default: off', 'default: on']),
    ['### Facts', '- **red-lamp**, on by default: off → on', 'red-lamp: turn on by default'],
  ],
  [
    'the default of a feature is not known any more',
    edit('features/oak-board.mdx', ['use:\n  default: on\n', '']),
    ['### Facts', '- **oak-board**, on by default: on → none', 'oak-board: update the default'],
  ],
  [
    'several facts of a feature change',
    edit(
      'features/red-lamp.mdx',
      ['label: Plan', 'label: The plan'],
      ['description: The red', 'description: A red'],
      ['says: It burns on stormy nights.', 'says: It burns.'],
      ['value: 9 m', 'value: 10 m'],
      ['Grace, of the pier', 'Grace'],
    ),
    [
      '### Facts',
      '- **red-lamp**:',
      "  - description: “The red lamp at the harbour's mouth.” → “A red lamp at the harbour's mouth.”",
      '  - maintainer removed: “Grace, of the pier”',
      '  - maintainer added: “Grace”',
      '  - link: “Plan” → “The plan”',
      '  - evidence: “It burns on stormy nights.” → “It burns.”',
      '  - fact “Height”, value: “9 m” → “10 m”',
      'red-lamp: update 5 facts',
    ],
  ],
  [
    'an alias is added',
    edit('features/fog-signal.mdx', ['  - mist', '  - haze\n  - mist']),
    ['### Facts', '- **Fog signal on UART-2**, alias added: “haze”', 'fog-signal: add an alias'],
  ],
  [
    'a link gets another address',
    edit('features/red-lamp.mdx', ['https://git.example/lantern/red', 'https://git.example/lantern/red2']),
    [
      '### Facts',
      '- **red-lamp**, link “Plan”, address: `https://git.example/lantern/red` → `https://git.example/lantern/red2`',
      'red-lamp: update the link',
    ],
  ],
  [
    'two links are added',
    edit('features/oak-board.mdx', [
      'use:',
      'links:\n  - label: Plan\n    url: https://git.example/p\n  - label: Shop\n    url: https://git.example/s\nuse:',
    ]),
    [
      '### Facts',
      '- **oak-board**:',
      '  - link added: “Plan”, `https://git.example/p`',
      '  - link added: “Shop”, `https://git.example/s`',
      'oak-board: add links',
    ],
  ],
  [
    'a long note is compared sentence by sentence',
    edit('features/fog-signal.mdx', [
      'Nobody has heard it',
      'It is loud, e.g. in fog. It has been heard on every island of the whole of the coast. Nobody has heard it',
    ]),
    [
      '### Facts',
      '- **Fog signal on UART-2**, note:',
      '  ```diff',
      '  + It is loud, e.g. in fog.',
      '  + It has been heard on every island of the whole of the coast.',
      '  ```',
      'fog-signal: update the note',
    ],
  ],
  [
    'a feature moves to another category',
    edit('features/oak-board.mdx', ['category: board', 'category: lamp']),
    ['### Facts', '- **oak-board**, category: “Board” → “Lamp”', 'oak-board: move to the category Lamp'],
  ],
  [
    'a feature moves in its tables',
    edit('policy/document.mdx', ['---\n', '---\nrows: [red-lamp]\n']),
    ['### Order', '- Among those of **Lamp**, **red-lamp** now comes first.', 'red-lamp: move in its tables'],
  ],
  [
    'a place in the order changes and no row moves',
    edit('policy/document.mdx', ['---\n', '---\nrows: [fog-signal]\n']),
    [
      '### Facts',
      '- **Fog signal on UART-2**, place in the order: none → 1',
      'fog-signal: update the place in the order',
    ],
  ],
  [
    'the site gets another title',
    edit('site.yaml', ['title: Support Levels', 'title: The Levels']),
    [
      '### The site',
      '- The site, title: “Support Levels of Lantern” → “The Levels of Lantern”',
      'Change the title of the site',
    ],
  ],
  [
    'the command line of the site is given',
    { 'site.yaml': `${file('site.yaml')}commandLine:\n  program: lantern\n` },
    ['### The site', '- The site, command line: none → “lantern”', 'Change the command line of the site'],
  ],
  [
    'the site moves to another address',
    stateAfter((state) => {
      state.index.url = 'https://x.example/';
      for (const it of [
        ...state.features,
        ...state.tiers,
        ...state.requirements,
        ...state.categories,
        ...state.changes,
      ])
        it.url = it.url.replace('levels.', 'x.').replace('x.example', 'x.example');
    }),
    [
      '### The site',
      '- The site, address: `https://levels.example/` → `https://x.example/`',
      'Change the address of the site',
    ],
  ],
]);

testReports('a change of the policy is reported with the affected parts and features', [
  [
    'the words of a requirement change',
    edit('requirements/spare-bulb.mdx', ['bulb lies', 'bulb hangs']),
    [
      '### Requirements',
      '- The requirement **Spare bulb**, words: “A spare bulb lies in the store.” → “A spare bulb hangs in the store.”',
      'Reword the requirement Spare bulb',
    ],
  ],
  [
    'the words of a requirement have a list, whose items stay whole',
    edit('requirements/wiring-plan.mdx', ['* colours, and', '* colours of all,\n* lengths: all, and']),
    [
      '### Requirements',
      '- The requirement **Wiring plan**, words:',
      '  ```diff',
      '  - * colours, and',
      '  + * colours of all,',
      '  + * lengths: all, and',
      '  ```',
      'Reword the requirement Wiring plan',
    ],
  ],
  [
    'a requirement is added to a tier',
    {
      'requirements/oil.mdx': '---\ntitle: Oil\n---\nThere is oil.\n',
      ...edit('tiers/dark.mdx', ['  - wiring-plan', '  - wiring-plan\n  - oil']),
    },
    [
      '### Requirements',
      '- **Tier 2** has a new requirement, **Oil**. It binds 3 features: **Fog signal on UART-2**, **red-lamp** and **oak-board**.',
      '  ```diff',
      '  + There is oil.',
      '  ```',
      'Require Oil for Tier 2',
    ],
  ],
  [
    'a requirement is deleted',
    { 'requirements/wiring-plan.mdx': undefined, ...edit('tiers/dark.mdx', ['  - wiring-plan\n', '']) },
    [
      '### Requirements',
      '- **Tier 2** no longer requires **Wiring plan**. It bound 1 feature: **oak-board**.',
      '  ```diff',
      '  - There is a plan of its wires, with:',
      '  - * colours, and',
      '  - * fuses.',
      '  ```',
      '### Addresses that would break',
      '- `/requirements/wiring-plan/`',
      'Stop requiring Wiring plan for Tier 2',
    ],
  ],
  [
    'a requirement moves to another tier and applies to other categories',
    {
      ...edit('requirements/spare-bulb.mdx', ['  - lamp', '  - lamp\n  - board']),
      ...edit('tiers/dark.mdx', ['  - spare-bulb\n', '']),
      ...edit('tiers/lit.mdx', ['  - night-watch', '  - night-watch\n  - spare-bulb']),
    },
    [
      '### Requirements',
      '- The requirement **Spare bulb** moves from Tier 2 to Tier 1. It applied to Lamp, and now applies to Lamp and Board. It now binds 1 feature: **oak-board**. It no longer binds 1 feature: **Fog signal on UART-2**.',
      'Require Spare bulb for Tier 1 instead of Tier 2',
    ],
  ],
  [
    'a requirement gets a guarantee',
    edit('requirements/night-watch.mdx', ['title: Night watch', 'title: Night watch\nguarantees: pairs']),
    [
      '### Requirements',
      '- The requirement **Night watch**, guarantee: none → “pairs”',
      'Change the guarantee of the requirement Night watch',
    ],
  ],
  [
    'the requirements of a tier change their order',
    edit('tiers/dark.mdx', ['  - wiring-plan\n  - spare-bulb', '  - spare-bulb\n  - wiring-plan']),
    ['### Order', '- In the list of Tier 2, **Spare bulb** now comes first.', 'Reorder the requirements of Tier 2'],
  ],
  [
    'the title and prose of a tier change',
    edit('tiers/lit.mdx', ['Kept Lit', 'Lit'], ['Nothing else', 'No more']),
    [
      '### The policy',
      '- **Tier 1**:',
      '  - title: “Kept Lit” → “Lit”',
      '  - words after the requirements: “Nothing else is promised.” → “No more is promised.”',
      'Change Tier 1',
    ],
  ],
  [
    'a tier is added below the others',
    {
      'policy/document.mdx': documentWithTiers(3),
      'tiers/out.mdx': '---\nlevel: 3\ntitle: Out\n---\nIt is out.\n',
    },
    ['### The policy', '- **Tier 3** is new: “Out”', 'Add Tier 3'],
  ],
  [
    'a feature moves down before a tier is added between others',
    {
      ...entry('oak-board', 'date: 2024-07-01\ntier: 2\nmissing:\n  - as: oil'),
      ...withTierBetween('2024-08-01'),
    },
    [
      '### Demoted',
      '- **oak-board** moves down from Tier 1 to Tier 2. Unmet for Tier 1: “oil”. Since 1 July 2024 (`https://git.example/1`).',
      '### The policy',
      '- **Dim** is new.',
      'Demote oak-board to Tier 2, add Dim',
    ],
  ],
  [
    'a tier is added between others, which moves no feature',
    stateAfter((state) => {
      for (const it of [...state.features, ...state.features.flatMap(({ history }) => history), ...state.requirements])
        if (it.tier === 2) Object.assign(it, { tier: 3, tierSlug: '3' });
      const [lit, dark] = state.tiers;
      assert.ok(lit && dark);
      const at = (level: number, id: string, title: string) => ({
        ...dark,
        id,
        requirements: [],
        ...tierNames({ level, title }),
      });
      state.tiers = [lit, at(2, 'dim', 'Dim'), { ...at(3, dark.id, dark.title), requirements: dark.requirements }];
    }),
    [
      '### Renamed',
      '- **Tier 2** is now **Tier 3**.',
      '### The policy',
      '- **Tier 2** is new: “Dim”',
      'Add Tier 2, renumber Tier 2 to Tier 3',
    ],
  ],
  [
    'the heading and words of a section change',
    edit('policy/document.mdx', ['What the Levels Mean', 'Levels'], ['a promise', 'a vow']),
    [
      '### The policy',
      '- The section **Levels**:',
      '  - title: “What the Levels Mean” → “Levels”',
      '  - words: “A level is a promise by the keepers.” → “A level is a vow by the keepers.”',
      'Change the section Levels',
    ],
  ],
  [
    'a section is deleted',
    stateAfter((state) => void state.policy.pop()),
    ['### The policy', '- The section **What the Levels Mean** is gone.', 'Drop the section What the Levels Mean'],
  ],
  [
    'the plural and description of categories change',
    edit(
      'categories.yaml',
      ['plural: Lamps', 'plural: Lights'],
      ['description: Circuit', 'description: Printed circuit'],
    ),
    [
      '### Categories',
      '- The category **Lamp**, plural: “Lamps” → “Lights”',
      '- The category **Board**, description: “Circuit boards that the controller runs on.” → “Printed circuit boards that the controller runs on.”',
      'Change the categories',
    ],
  ],
  [
    'a category is added, to which requirements of every category apply',
    {
      'categories.yaml': `${file('categories.yaml')}- id: bell\n  name: Bell\n  plural: Bells\n  description: Bells that ring.\n`,
    },
    ['### Categories', '- The category **Bell** is new: “Bells that ring.”', 'Add the category Bell'],
  ],
  [
    'the categories change their order',
    {
      'categories.yaml': file('categories.yaml')
        .split(/^(?=- )/m)
        .reverse()
        .join(''),
    },
    ['### Order', '- **Board** now comes first.', 'Reorder the categories'],
  ],
]);

testReports('a change of published history is distinguished from a new entry', [
  [
    'the tier of a published entry changes',
    edit('features/oak-board.mdx', ['tier: 1', 'tier: 2']),
    [
      '### Deleted or rewritten history',
      '- **oak-board**, the entry of 5 November 2023:',
      '  - tier: Tier 1 → Tier 2',
      '  - this alone moves it from Tier 1 to Tier 2',
      'oak-board: correct the entry of 2023-11-05',
    ],
  ],
  [
    'the day of a published entry changes',
    edit('features/oak-board.mdx', ['2023-11-05', '2023-11-06']),
    [
      '### Deleted or rewritten history',
      '- **oak-board**, the entry of 5 November 2023, date: 5 November 2023 → 6 November 2023',
      'oak-board: correct the entry of 2023-11-05',
    ],
  ],
  [
    'a gap in a published entry no longer names its requirement',
    edit('features/fog-signal.mdx', ['        requirement: night-watch\n', '']),
    [
      '### Deleted or rewritten history',
      '- **Fog signal on UART-2**, the entry of 5 November 2023, missing “night watch of the signal”, requirement: “Night watch” → none',
      'fog-signal: correct the entry of 2023-11-05',
    ],
  ],
  [
    'a waiver in a published entry changes',
    edit('features/red-lamp.mdx', ['requirement: spare-bulb', 'requirement: night-watch']),
    [
      '### Deleted or rewritten history',
      '- **red-lamp**, the entry of 29 February 2024:',
      '  - waiver removed: “Spare bulb”, “Its bulb is no longer made.”, `https://git.example/lantern/support/pull/6`',
      '  - waiver added: “Night watch”, “Its bulb is no longer made.”, `https://git.example/lantern/support/pull/6`',
      'red-lamp: correct the entry of 2024-02-29',
    ],
  ],
  [
    'the successor in a published entry changes',
    edit('features/pine-board.mdx', ['successor: oak-board', 'successor: red-lamp']),
    [
      '### Deleted or rewritten history',
      '- **pine-board**, the entry of 1 June 2024, successor: “oak-board” → “red-lamp”',
      'pine-board: correct the entry of 2024-06-01',
    ],
  ],
  [
    'a note of a published entry changes, which is allowed',
    edit('features/pine-board.mdx', ['The case rotted.', 'Its case rotted.']),
    [
      '### Facts',
      '- **pine-board**, the entry of 1 June 2024, note: “The case rotted.” → “Its case rotted.”',
      'pine-board: reword the note of 2024-06-01',
    ],
  ],
  [
    'a published entry is deleted',
    stateAfter((state) => void feature(state, 'red-lamp').history.pop()),
    [
      '### Deleted or rewritten history',
      '- **red-lamp**, the entry of 5 November 2023 (Tier 2) is deleted.',
      'red-lamp: delete the entry of 2023-11-05',
    ],
  ],
  [
    'an entry is inserted below newer ones',
    stateAfter((state) => {
      const { history } = feature(state, 'red-lamp');
      history.push(...history.slice(-1).map((it) => ({ ...it, date: '2023-01-01' })));
    }),
    [
      '### Deleted or rewritten history',
      '- **red-lamp**, an entry of 1 January 2023 (Tier 2) is inserted below newer ones.',
      'red-lamp: insert an entry of 2023-01-01',
    ],
  ],
  [
    'a gap is added to a published entry',
    edit('features/pine-board.mdx', ['    missing:\n', '    missing:\n      - as: oil\n']),
    [
      '### Deleted or rewritten history',
      '- **pine-board**, the entry of 5 November 2023, missing added: “oil”',
      'pine-board: correct the entry of 2023-11-05',
    ],
  ],
  [
    'the file of a feature is deleted',
    { 'features/fog-signal.mdx': undefined },
    [
      '### Deleted or rewritten history',
      '- **Fog signal on UART-2**: its file is gone. An entry with `removed: true` would keep its page.',
      '### Addresses that would break',
      '- `/features/fog-signal/`',
      'Delete Fog signal on UART-2',
    ],
  ],
  [
    'a former id is removed',
    edit('features/red-lamp.mdx', ['formerIds:\n  - port-lamp\n', '']),
    [
      '### Facts',
      '- **red-lamp**, former id removed: “port-lamp”',
      '### Addresses that would break',
      '- `/features/port-lamp/`',
      '### Published data',
      '- `changes.json` no longer has 4 items, the first of them `port-lamp-2024-02-29`.',
      'red-lamp: remove a former id',
    ],
  ],
]);

const promoted = publishedWith(entry('fog-signal', 'date: 2024-07-01\ntier: 1'));

testReports('data that only a newer base has is not reported as removed', [
  [
    'the base has a newer entry',
    {},
    [
      '### In the base, but not here yet',
      '- **Fog signal on UART-2**: the base has a newer entry, of 1 July 2024 (Tier 1), which this branch does not have yet. Merging keeps it, unless it is deleted here.',
      'Reformat the content',
    ],
    promoted,
  ],
  [
    'the base and the head each have a new entry',
    entry('oak-board', 'date: 2024-07-02\ntier: 2\nmissing:\n  - as: oil'),
    [
      '### Demoted',
      '- **oak-board** moves down from Tier 1 to Tier 2. Unmet for Tier 1: “oil”. Since 2 July 2024 (`https://git.example/1`).',
      '### In the base, but not here yet',
      '- **Fog signal on UART-2**: the base has a newer entry, of 1 July 2024 (Tier 1), which this branch does not have yet. Merging keeps it, unless it is deleted here.',
      'oak-board: move to Tier 2',
    ],
    promoted,
  ],
  [
    'the base has a new feature',
    {},
    [
      '### In the base, but not here yet',
      '- **bell**: the base has it, with an entry of 1 July 2024 (Tier 1), but this branch does not have it yet. Merging keeps it, unless its file is deleted here.',
      'Reformat the content',
    ],
    publishedWith({ 'features/bell.mdx': bell('2024-07-01') }),
  ],
]);

testReports('an unexplained difference in published data is reported as data', [
  [
    'the sentences of changes differ',
    stateAfter(({ changes }) => changes.forEach((it) => (it.sentence += '!'))),
    [
      '### Published data',
      '- `changes.json`, `sentence` of 6 items, the first of them `pine-board-2024-06-01`: “pine-board was removed from Tier 2” → “pine-board was removed from Tier 2!”',
      'Change the published data',
    ],
  ],
  [
    'the tier of a feature differs from its history',
    stateAfter((state) => (feature(state, 'fog-signal').tier = 1)),
    ['### Published data', '- `features.json`, `tier` of `fog-signal`: 2 → 1', 'Change the published data'],
  ],
  [
    'a list is no longer published',
    { ...base, policy: undefined },
    ['### Published data', '- `policy.json` is no longer published.', 'Change the published data'],
  ],
]);

testReports('rarer changes are reported with a summary and a subject', [
  [
    'a feature is removed and returns',
    edit('features/fog-signal.mdx', [
      'history:\n',
      `history:
  - { date: 2024-08-01, tier: 2, source: https://git.example/2 }
  - { date: 2024-07-01, removed: true, source: https://git.example/1, note: It rusted. }
`,
    ]),
    [
      '### Removed',
      '- **Fog signal on UART-2** is removed from Tier 2. Since 1 July 2024 (`https://git.example/1`): It rusted.',
      '### Added',
      '- **Fog signal on UART-2** returns to Tier 2. Since 1 August 2024 (`https://git.example/2`).',
      'fog-signal: return to Tier 2',
    ],
  ],
  [
    'a column is added',
    { 'site.yaml': `${file('site.yaml')}columns: [{ id: lead, label: Lead }]\n` },
    ['### The site', '- The column **Lead** is new.', 'Add the column Lead'],
  ],
  [
    'a tier gets a label and a former anchor',
    edit('tiers/lit.mdx', ['title:', 'label: Gold\nformerAnchors: [tier-1---kept-lit]\ntitle:']),
    [
      '### The policy',
      '- **Gold**:',
      '  - former anchor added: “tier-1---kept-lit”',
      '  - label: “Tier 1” → “Gold”',
      'Rename Tier 1 to Gold',
    ],
  ],
  [
    'a tier is added with a record of the change',
    {
      'tiers/out.mdx': `---
level: 3
title: Nobody Watches
changes: [{ date: 2024-07-01, source: https://git.example/3, note: It was asked for. }]
---

Words.
`,
      ...edit('policy/document.mdx', ['<Tier tier="1" />', '<Tier tier="3" />\n\n<Tier tier="1" />']),
    },
    [
      '### The policy',
      '- **Tier 3** is new: “Nobody Watches”',
      '  - Since 1 July 2024 (`https://git.example/3`): It was asked for.',
      'Add Tier 3',
    ],
  ],
  [
    'a requirement is added with a record of the change',
    {
      'requirements/oil.mdx': `---
title: Oil
changes: [{ date: 2024-07-01, source: https://git.example/3, note: Lamps ran dry. }]
---

There is oil.
`,
      ...edit('tiers/dark.mdx', ['  - spare-bulb', '  - spare-bulb\n  - oil']),
    },
    [
      '### Requirements',
      '- **Tier 2** has a new requirement, **Oil**. It binds 3 features: **Fog signal on UART-2**, **red-lamp** and **oak-board**. Since 1 July 2024 (`https://git.example/3`): Lamps ran dry.',
      '  ```diff',
      '  + There is oil.',
      '  ```',
      'Require Oil for Tier 2',
    ],
  ],
  [
    'a feature is no longer supported',
    {
      ...entry('fog-signal', 'date: 2024-07-01\ntier: none\nnote: It rusted.'),
      ...edit('policy/document.mdx', ['<TierTable tier="2" />', '<TierTable tier="2" />\n\n<TierTable tier="none" />']),
    },
    [
      '### Not supported',
      '- **Fog signal on UART-2** is no longer supported; it was in Tier 2. Since 1 July 2024 (`https://git.example/1`): It rusted.',
      '### The policy',
      '- The section **What Stands Where**, part added: the table of what is not supported',
      'List Fog signal on UART-2 as not supported',
    ],
  ],
]);

test('a change of the policy is listed as not recorded unless the content records it', () => {
  const pair: [string, string] = ['There is a plan', 'There is always a plan'];
  const section = edit('policy/document.mdx', ['a promise', 'a vow']);
  assert.deepEqual(report(publishedWith({ ...edit('requirements/wiring-plan.mdx', pair), ...section })).slice(-3, -1), [
    '### Not recorded',
    '- No entry in `changes:` describes what changed: the requirement **Wiring plan** and the document’s section **What the Levels Mean**.',
  ]);
  const change = 'changes:\n  - date: 2025-01-01\n    source: https://git.example/1\n    note: It says always.\n';
  const lines = report(publishedWith(edit('requirements/wiring-plan.mdx', pair, ['title:', `${change}title:`])));
  assert.ok(!lines.includes('### Not recorded'));
  const moved = report(
    publishedWith({
      ...edit('tiers/dark.mdx', ['  - wiring-plan\n', ''], ['level:', `${change}level:`]),
      ...edit('tiers/lit.mdx', ['  - night-watch\n', '  - night-watch\n  - wiring-plan\n']),
    }),
  );
  assert.ok(!moved.includes('### Not recorded'), moved.join('\n'));
  assert.ok(!lines.some((line) => line.includes('was changed')));
  assert.ok(lines.includes('  - Since 1 January 2025 (`https://git.example/1`): It says always.'), lines.join('\n'));
});

test('the workflow does not truncate the longest summary', () => {
  const [, taken] = /head -c (\d+) said\.md/.exec(readFileSync('.github/workflows/tier-diff.yml', 'utf8')) ?? [];
  assert.ok(mostBytesOfComment + 1000 < Number(taken), taken);
});
