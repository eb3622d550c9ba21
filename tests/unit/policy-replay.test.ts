// A policy that changes over time: each change edits only content, and keeps old entries and addresses.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressList, withAddresses } from '../../src/check/address-list.ts';
import { everyAddress } from '../../src/domain/addresses/every-address.ts';
import { difference } from '../../src/domain/diff/diff.ts';
import type { Event } from '../../src/domain/diff/event.ts';
import { publishedContent } from '../../src/domain/published-content.ts';
import { currentEntry } from '../../src/domain/history.ts';
import { everyWarning } from '../../src/domain/rules/check-rules.ts';
import { featureFeed } from '../../src/output/feeds/feed.ts';
import { documented } from '../sites.ts';
import { check, filesIn, lanternFiles, linesOf } from './content-in-memory.ts';

type Files = Map<string, string>;
const source = 'https://git.example/lantern/support/pull/30';
const document = 'policy/document.mdx';
const board = 'features/oak-board.mdx';
const when = (date: string, more: string) => `\n  date: ${date}\n  source: ${source}\n  ${more}\n`;
const change = (date: string, note: string) =>
  `changes:\n  - date: ${date}\n    source: ${source}\n    note: ${note}\n`;

/** Replaces text in a file; the text must be in it. */
function replaceIn(files: Files, path: string, from: string | RegExp, to: string): void {
  const before = files.get(`content/${path}`) ?? '';
  assert.notEqual(before.replace(from, to), before, `${path} has no ${from}`);
  files.set(`content/${path}`, before.replace(from, to));
}
/** Adds fields at the top of a file's frontmatter. */
const addFields = (files: Files, path: string, yaml: string) => replaceIn(files, path, '---\n', `$&${yaml}`);
const write = (files: Files, path: string, text: string) => void files.set(`content/${path}`, text);

/** The day before every change below. */
const firstDay = '2023-01-01';

type Step = [name: string, edit: (files: Files) => void, events: string[]];

const lanternSteps: Step[] = [
  [
    'a requirement retired',
    (files) => addFields(files, 'requirements/wiring-plan.mdx', `retired:${when('2025-01-01', 'reason: No wires.')}`),
    ['requirement retired wiring-plan'],
  ],
  [
    'one narrowed to a category',
    (files) =>
      addFields(
        files,
        'requirements/night-watch.mdx',
        `appliesTo: [board]\n${change('2025-02-01', 'Of boards alone.')}`,
      ),
    ['requirement changed night-watch', 'recorded night-watch'],
  ],
  [
    'one moved to another tier',
    (files) => {
      replaceIn(files, 'tiers/dark.mdx', '  - spare-bulb\n', 'formerAnchors: [spare-bulb]\n');
      replaceIn(files, 'tiers/lit.mdx', '  - night-watch\n', '  - night-watch\n  - spare-bulb\n');
      addFields(files, 'requirements/spare-bulb.mdx', change('2025-03-01', 'Of Tier 1 now.'));
    },
    ['requirement changed spare-bulb', 'edited dark formerAnchors', 'recorded spare-bulb'],
  ],
  [
    'one split in two',
    (files) => {
      addFields(
        files,
        'requirements/night-watch.mdx',
        `retired:${when('2025-04-01', 'reason: Split.\n  successor: keeper-awake')}`,
      );
      for (const id of ['keeper-awake', 'keeper-able'])
        write(files, `requirements/${id}.mdx`, `---\ntitle: ${id}\nsince: 2025-04-01\n---\n\nThe words of ${id}.\n`);
      replaceIn(files, 'tiers/lit.mdx', '  - night-watch\n', '  - night-watch\n  - keeper-awake\n  - keeper-able\n');
    },
    ['requirement new keeper-awake', 'requirement new keeper-able', 'requirement retired night-watch'],
  ],
  [
    'a group added',
    (files) => {
      replaceIn(
        files,
        'tiers/lit.mdx',
        '  - keeper-awake\n  - keeper-able\n',
        '  - group: Keepers\n    appliesTo: [board]\n    requirements: [keeper-awake, keeper-able]\n',
      );
      addFields(files, 'tiers/lit.mdx', change('2025-04-15', 'Groups.'));
    },
    [
      'requirement changed keeper-awake',
      'edited keeper-awake group',
      'requirement changed keeper-able',
      'edited keeper-able group',
      'recorded lit',
    ],
  ],
  [
    'a section moved',
    (files) => {
      write(files, document, (files.get('content/policy/document.mdx') ?? '') + '\n## Harbours\n\nEach has its own.\n');
    },
    ['new section harbours'],
  ],
  [
    'a section moved before another',
    (files) => {
      replaceIn(files, document, '\n## Harbours\n\nEach has its own.\n', '');
      replaceIn(
        files,
        document,
        '## What the Levels Mean',
        '## Harbours\n\nEach has its own.\n\n## What the Levels Mean',
      );
    },
    ['order sections harbours'],
  ],
  [
    'a category added and one renamed',
    (files) => {
      replaceIn(
        files,
        'categories.yaml',
        '- id: lamp\n  name: Lamp\n  plural: Lamps',
        '- id: light\n  formerIds: [lamp]\n  name: Light\n  plural: Lights',
      );
      replaceIn(
        files,
        'categories.yaml',
        /$/,
        '- id: horn\n  name: Horn\n  plural: Horns\n  description: What is heard.\n',
      );
      for (const path of ['features/fog-signal.mdx', 'features/red-lamp.mdx'])
        replaceIn(files, path, 'category: lamp', 'category: light');
      replaceIn(files, 'requirements/spare-bulb.mdx', '- lamp', '- light');
    },
    ['renamed category light', 'edited light plural', 'new category horn'],
  ],
  [
    'a tier added',
    (files) => {
      write(files, 'tiers/out.mdx', '---\nlevel: 3\nsince: 2025-05-01\ntitle: Out\n---\n\nNobody promises anything.\n');
      replaceIn(files, document, '## Harbours', '#### Tier 3\n\n<TierTable tier="3" />\n\n## Harbours');
      replaceIn(files, document, '<Tier tier="2" />', '<Tier tier="3" />\n\n<Tier tier="2" />');
      replaceIn(files, board, 'history:\n', `history:\n  - date: 2025-05-01\n    tier: 3\n    source: ${source}\n`);
    },
    ['demoted oak-board', 'new tier out'],
  ],
  [
    'and one removed',
    (files) => {
      addFields(files, 'tiers/out.mdx', `retired:${when('2025-06-01', 'reason: Too dark.')}`);
      replaceIn(files, document, '#### Tier 3\n\n<TierTable tier="3" />\n\n', '');
      replaceIn(files, document, '<Tier tier="3" />\n\n', '');
      addFields(files, document, 'formerAnchors: { tier-3: tier-2, tier-3---out: tier-2---may-go-dark }\n');
      replaceIn(files, board, 'history:\n', `history:\n  - date: 2025-06-01\n    tier: 2\n    source: ${source}\n`);
    },
    ['promoted oak-board', 'recorded out'],
  ],
];

/** The same steps for the documented content, whose old entries name most of what changes. */
const documentedSteps = (slugs: Record<1 | 2 | 3, string>, isNamed: boolean): Step[] => {
  const [tier1, tier2, tier3] = [1, 2, 3].map((level) => `tiers/tier-${level}.mdx`) as [string, string, string];
  const newEntry = (files: Files, path: string, date: string, tier: string) =>
    replaceIn(files, path, 'history:\n', `$&  - date: ${date}\n    tier: ${tier}\n    source: ${source}\n`);
  const moved = ['path-to-completion', 'read-code', 'tidy-code', 'no-known-major-bugs', 'low-maintenance-overhead'];
  const highest = [
    'clear-owner',
    'fuzzed-proposal',
    'security-releases',
    'broadly-maintainable',
    'rfc-for-major-changes',
  ];
  return [
    [
      'a requirement retired',
      (files) =>
        addFields(
          files,
          'requirements/responsive-maintainers.mdx',
          `retired:${when('2023-01-01', 'reason: Nobody is paid.')}`,
        ),
      ['requirement retired responsive-maintainers'],
    ],
    [
      'one narrowed to a category',
      (files) =>
        addFields(
          files,
          'requirements/ci-testing.mdx',
          `appliesTo: [misc]\n${change('2023-02-01', 'Of other features alone.')}`,
        ),
      ['requirement changed ci-testing', 'recorded ci-testing'],
    ],
    [
      'one moved to a lower tier',
      (files) => {
        replaceIn(files, tier1, '  - fuzzed-architecture\n', '');
        replaceIn(files, tier1, 'requirements:\n', 'formerAnchors: [fuzzed-architecture]\n$&');
        replaceIn(files, tier2, 'requirements:\n', '$&  - fuzzed-architecture\n');
        addFields(files, 'requirements/fuzzed-architecture.mdx', change('2023-03-01', 'Of the next tier.'));
      },
      ['requirement changed fuzzed-architecture', 'edited tier-1 formerAnchors', 'recorded fuzzed-architecture'],
    ],
    [
      'one moved to a higher tier',
      (files) => {
        replaceIn(files, tier3, '  - clear-owner\n', '');
        replaceIn(files, tier3, 'requirements:\n', 'formerAnchors: [clear-owner]\n$&');
        replaceIn(files, tier1, 'requirements:\n', '$&  - clear-owner\n');
        addFields(files, 'requirements/clear-owner.mdx', change('2023-03-02', 'Of the highest tier.'));
      },
      ['requirement changed clear-owner', 'edited tier-3 formerAnchors', 'recorded clear-owner'],
    ],
    [
      'one split in two',
      (files) => {
        addFields(
          files,
          'requirements/code-quality.mdx',
          `retired:${when('2023-04-01', 'reason: Split.\n  successor: tidy-code')}`,
        );
        for (const id of ['tidy-code', 'read-code'])
          write(files, `requirements/${id}.mdx`, `---\ntitle: ${id}\nsince: 2023-04-01\n---\n\nThe words of ${id}.\n`);
        replaceIn(files, tier3, '  - code-quality\n', '$&  - tidy-code\n  - read-code\n');
      },
      ['requirement new tidy-code', 'requirement new read-code', 'requirement retired code-quality'],
    ],
    [
      'a group added that applies to a category, recorded in its tier alone',
      (files) => {
        replaceIn(
          files,
          tier2,
          '  - complete-implementation\n',
          '  - group: Proposals\n    appliesTo: [wasi-proposal]\n    requirements: [complete-implementation]\n',
        );
        addFields(files, tier2, change('2023-05-01', 'Groups.'));
      },
      ['requirement changed complete-implementation', 'edited complete-implementation group', 'recorded tier-2'],
    ],
    [
      'the group narrowed',
      (files) => {
        replaceIn(files, tier2, 'appliesTo: [wasi-proposal]', 'appliesTo: [misc]');
        replaceIn(files, tier2, 'changes:\n', `$&${change('2023-05-02', 'Narrower.').replace('changes:\n', '')}`);
      },
      ['requirement changed complete-implementation', 'recorded tier-2'],
    ],
    [
      'a section moved',
      (files) => {
        const path = 'content/policy/document.mdx';
        const [before, section, rest] = (files.get(path) ?? '').split(/(?=#### Tier 2\n|#### Tier 3\n)/);
        assert.ok(before && section && rest);
        const at = rest.indexOf('## Tier Details');
        files.set(path, `${before}${rest.slice(0, at)}${section}${rest.slice(at)}`);
      },
      ['order sections heading Tier 3'],
    ],
    [
      'a category added and one renamed',
      (files) => {
        replaceIn(
          files,
          'categories.yaml',
          /$/,
          '- { id: tool, name: Tool, plural: Tools, description: What is run. }\n',
        );
        for (const [path, text] of files)
          files.set(path, text.replace('category: misc\n', 'category: other\n').replace('[misc]\n', '[other]\n'));
        replaceIn(files, 'categories.yaml', '- id: misc\n', '- id: other\n  formerIds: [misc]\n');
      },
      ['renamed category other', 'new category tool'],
    ],
    [
      'a fourth tier added between two others',
      (files) => {
        const former = (level: number, slug: string) =>
          `level: ${level + 1}${isNamed ? '' : `\nslug: "${slug}"\nlabel: Tier ${level}`}`;
        replaceIn(files, tier2, 'level: 2', former(2, slugs[2]));
        replaceIn(files, tier3, 'level: 3', former(3, slugs[3]));
        write(
          files,
          'tiers/nearly.mdx',
          `---\nlevel: 2\nslug: nearly\nlabel: Nearly\nsince: 2023-06-01\nrequirements: [seen]\n${change('2023-06-01', 'It is new.')}---\n\n<Requirements />\n`,
        );
        write(files, 'requirements/seen.mdx', '---\ntitle: Seen\nsince: 2023-06-01\n---\n\nSomebody saw it.\n');
        replaceIn(
          files,
          document,
          `<TierTable tier="${slugs[1]}" />\n`,
          '$&\n#### Nearly\n\n<TierTable tier="nearly" />\n',
        );
        replaceIn(files, document, `<Tier tier="${slugs[1]}" />`, '<Tier tier="nearly" heading="4" />\n\n$&');
      },
      ['requirement new seen', 'new tier nearly', 'recorded nearly'],
    ],
    [
      'and one removed',
      (files) => {
        addFields(files, tier3, `retired:${when('2023-07-01', 'reason: Too low.')}`);
        for (const id of moved.toReversed()) {
          replaceIn(files, tier3, `  - ${id}\n`, '');
          replaceIn(files, tier2, 'requirements:\n', `$&  - ${id}\n`);
          addFields(files, `requirements/${id}.mdx`, change('2023-07-01', 'Its tier is no more.'));
        }
        replaceIn(files, tier3, 'formerAnchors: [', `$&${moved.join(', ')}, `);
        const heading = (level: 2 | 3, title: string) =>
          `${isNamed ? slugs[level] : `tier-${level}`}---${title}-production-ready`;
        replaceIn(files, document, /#### Tier 3\n\n<TierTable .*\n\n/, '');
        replaceIn(files, document, `<Tier tier="${slugs[3]}" />\n\n`, '');
        const anchors = `tier-3: tier-1, ${heading(3, 'not')}: ${heading(2, 'almost')}`;
        addFields(files, document, `formerAnchors: { ${anchors} }\n`);
        for (const [path, text] of files)
          if (text.includes(`history:\n  - date: 2022-07-29\n    tier: ${slugs[3]}\n`))
            newEntry(files, path.slice('content/'.length), '2023-07-01', slugs[2]);
      },
      [
        ...[
          'aarch64-apple-darwin',
          'wasi-nn',
          'wasi-crypto',
          'threads',
          'component-model',
          'non-wasmtime-cranelift-usage',
          'dwarf-debugging',
        ].map((id) => `promoted ${id}`),
        ...moved.map((id) => `requirement changed ${id}`),
        'edited tier-3 formerAnchors',
        ...moved.map((id) => `recorded ${id}`),
        'recorded tier-3',
      ],
    ],
    [
      'the highest tiers removed, so that another is the highest',
      (files) => {
        for (const path of [tier1, 'tiers/nearly.mdx'])
          replaceIn(files, path, /^level: .$/m, `$&\nretired:${when('2023-08-01', 'reason: Too high.')}`);
        for (const id of [...highest, 'seen'])
          addFields(files, `requirements/${id}.mdx`, `retired:${when('2023-08-01', 'reason: Too much.')}`);
        replaceIn(files, document, /#### Tier 1\n\n<TierTable .*\n\n#### Nearly\n\n<TierTable .*\n\n/, '');
        replaceIn(files, document, /\n<Tier tier="nearly".*\n\n<Tier .*\n/, '');
        const anchor = `${isNamed ? slugs[1] : 'tier-1'}---production-ready`;
        replaceIn(
          files,
          document,
          'tier-3: tier-1,',
          `tier-1: tier-2, nearly: tier-2, tier-3: tier-2, ${anchor}: tier-2,`,
        );
        for (const [path, text] of files)
          if (text.includes(`history:\n  - date: 2022-07-29\n    tier: ${slugs[1]}\n`))
            newEntry(files, path.slice('content/'.length), '2023-08-01', slugs[2]);
      },
      [
        ...[
          'x86_64-apple-darwin',
          'x86_64-pc-windows-msvc',
          'x86_64-unknown-linux-gnu',
          'wasi_snapshot_preview1',
          'wasi_unstable',
          'bulk-memory',
          'reference-types',
          'simd',
        ].map((id) => `demoted ${id}`),
        ...[...highest, 'seen'].map((id) => `requirement retired ${id}`),
        'recorded tier-1',
        'recorded nearly',
      ],
    ],
  ];
};

/** Each event in a few words. */
function eventLine(event: Event): string {
  switch (event.kind) {
    case 'requirement':
      return `requirement ${event.what} ${event.requirement.id}`;
    case 'recorded':
      return `recorded ${event.change.subject}`;
    case 'edited':
      return `edited ${event.thing.id} ${[...new Set(event.changes.map(({ path }) => path.join('.')))].join()}`;
    case 'new':
    case 'lost':
    case 'joined':
    case 'renamed':
      return `${event.kind} ${event.thing.type} ${event.thing.id}`;
    case 'order':
      return `order ${event.of} ${event.moved.map(({ thing }) => thing.id).join()}`;
    case 'unrecorded':
      return `unrecorded ${event.things.map(({ id }) => id).join()}`;
    case 'merged':
    case 'swapped':
    case 'data':
    case 'broken':
      return event.kind;
    default:
      return `${event.kind} ${event.feature.id}`;
  }
}

/** The content and its published state; its list has every address that was ever published. */
function published(files: Files) {
  const { catalogue, problems } = check(files);
  assert.ok(catalogue, linesOf(problems).join('\n'));
  const list = addressList('content');
  files.set(list, withAddresses(files.get(list) ?? '', everyAddress(catalogue)));
  const old = everyWarning(catalogue).filter(({ feature }) => currentEntry(feature).date < firstDay);
  const absolute = (path: string) => `https://levels.example/${path}`;
  const items = catalogue.features.flatMap((feature) => featureFeed(catalogue, feature, absolute).items);
  return {
    state: publishedContent(catalogue, absolute),
    told: new Map(items.map(({ id, text }) => [id, text])),
    warned: new Set(old.map(({ feature, rule, says }) => `${feature.id} ${rule.id}: ${says}`)),
  };
}

/** The text below `history:` in each feature's file. */
const historiesOf = (files: Files): Map<string, string> =>
  new Map(
    [...files]
      .filter(([path]) => path.startsWith('content/features/'))
      .map(([path, text]) => [path, text.slice(text.indexOf('\nhistory:\n') + '\nhistory:\n'.length)]),
  );

/** The documented content with names for its tiers instead of numbers. */
function documentedWith(slugs: Record<1 | 2 | 3, string>): Files {
  const files = filesIn(documented);
  for (const level of [1, 2, 3] as const) {
    const label = slugs[level].replace(/^./, (first) => first.toUpperCase());
    replaceIn(files, `tiers/tier-${level}.mdx`, /^level: .$/m, `$&\nslug: ${slugs[level]}\nlabel: ${label}`);
    for (const [path, text] of files)
      files.set(
        path,
        text
          .replaceAll(`tier: ${level}\n`, `tier: ${slugs[level]}\n`)
          .replaceAll(`tier="${level}"`, `tier="${slugs[level]}"`),
      );
  }
  return files;
}

const numbers = { 1: '1', 2: '2', 3: '3' };
const metals = { 1: 'gold', 2: 'silver', 3: 'bronze' };
const replays: [name: string, files: Files, steps: Step[]][] = [
  ['the invented policy', lanternFiles(), lanternSteps],
  ['the documented policy', filesIn(documented), documentedSteps(numbers, false)],
  ['the documented policy with named tiers', documentedWith(metals), documentedSteps(metals, true)],
];

for (const [policy, files, steps] of replays)
  test(`each change of ${policy} passes the check, keeps old entries and addresses, and is reported`, () => {
    let base = published(files);
    for (const [name, edit, events] of steps) {
      const histories = historiesOf(files);
      edit(files);
      for (const [path, text] of historiesOf(files)) assert.ok(text.endsWith(histories.get(path) ?? ''), path);
      const head = published(files);
      for (const [id, text] of base.told) assert.equal(head.told.get(id), text, name);
      assert.deepEqual([...head.warned.difference(base.warned)], [], name);
      assert.deepEqual(difference(base.state, head.state).map(eventLine), events, name);
      base = head;
    }
  });
