// A policy as it grows: each change is an edit of content alone, which leaves old entries and old addresses as they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressList, withAddresses } from '../../src/check/address-list.ts';
import { everyAddress } from '../../src/domain/addresses/every-address.ts';
import { difference } from '../../src/domain/diff/diff.ts';
import type { Event } from '../../src/domain/diff/event.ts';
import { publishedOf, type Published } from '../../src/domain/diff/snapshot.ts';
import { check, lanternFiles, told } from './memory.ts';

type Files = Map<string, string>;
const source = 'https://git.example/lantern/support/pull/30';
const when = (date: string, more: string) => `\n  date: ${date}\n  source: ${source}\n  ${more}\n`;
const change = (date: string, note: string) =>
  `changes:\n  - date: ${date}\n    source: ${source}\n    note: ${note}\n`;

/** Writes a file anew; what is replaced must be in it. */
function mend(files: Files, path: string, from: string | RegExp, to: string): void {
  const before = files.get(`content/${path}`) ?? '';
  assert.notEqual(before.replace(from, to), before, `${path} has no ${from}`);
  files.set(`content/${path}`, before.replace(from, to));
}
const write = (files: Files, path: string, text: string) => void files.set(`content/${path}`, text);

const steps: [name: string, edit: (files: Files) => void, events: string[]][] = [
  [
    'a requirement retired',
    (files) =>
      mend(files, 'requirements/wiring-plan.mdx', '---\n', `---\nretired:${when('2025-01-01', 'reason: No wires.')}`),
    ['requirement retired wiring-plan'],
  ],
  [
    'one narrowed to a category',
    (files) =>
      mend(
        files,
        'requirements/night-watch.mdx',
        '---\n',
        `---\nappliesTo: [board]\n${change('2025-02-01', 'Of boards alone.')}`,
      ),
    ['requirement changed night-watch', 'recorded night-watch'],
  ],
  [
    'one moved to another tier',
    (files) => {
      mend(files, 'tiers/dark.mdx', '  - spare-bulb\n', 'formerAnchors: [spare-bulb]\n');
      mend(files, 'tiers/lit.mdx', '  - night-watch\n', '  - night-watch\n  - spare-bulb\n');
      mend(files, 'requirements/spare-bulb.mdx', '---\n', `---\n${change('2025-03-01', 'Of Tier 1 now.')}`);
    },
    ['requirement changed spare-bulb', 'edited dark formerAnchors', 'recorded spare-bulb'],
  ],
  [
    'one split in two',
    (files) => {
      mend(
        files,
        'requirements/night-watch.mdx',
        '---\n',
        `---\nretired:${when('2025-04-01', 'reason: Split.\n  successor: keeper-awake')}`,
      );
      for (const id of ['keeper-awake', 'keeper-able'])
        write(files, `requirements/${id}.mdx`, `---\ntitle: ${id}\nsince: 2025-04-01\n---\n\nThe words of ${id}.\n`);
      mend(files, 'tiers/lit.mdx', '  - night-watch\n', '  - night-watch\n  - keeper-awake\n  - keeper-able\n');
    },
    ['requirement new keeper-awake', 'requirement new keeper-able', 'requirement retired night-watch'],
  ],
  [
    'a group added',
    (files) => {
      mend(
        files,
        'tiers/lit.mdx',
        '  - keeper-awake\n  - keeper-able\n',
        '  - group: Keepers\n    appliesTo: [board]\n    requirements: [keeper-awake, keeper-able]\n',
      );
      mend(files, 'tiers/lit.mdx', '---\n', `---\n${change('2025-04-15', 'Groups.')}`);
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
      write(
        files,
        'policy/document.mdx',
        (files.get('content/policy/document.mdx') ?? '') + '\n## Harbours\n\nEach has its own.\n',
      );
    },
    ['new section harbours'],
  ],
  [
    'a section moved before another',
    (files) => {
      mend(files, 'policy/document.mdx', '\n## Harbours\n\nEach has its own.\n', '');
      mend(
        files,
        'policy/document.mdx',
        '## What the Levels Mean',
        '## Harbours\n\nEach has its own.\n\n## What the Levels Mean',
      );
    },
    ['order sections harbours'],
  ],
  [
    'a category added and one renamed',
    (files) => {
      mend(
        files,
        'categories.yaml',
        '- id: lamp\n  name: Lamp\n  plural: Lamps',
        '- id: light\n  formerIds: [lamp]\n  name: Light\n  plural: Lights',
      );
      mend(files, 'categories.yaml', /$/, '- id: horn\n  name: Horn\n  plural: Horns\n  description: What is heard.\n');
      for (const path of ['features/fog-signal.mdx', 'features/red-lamp.mdx'])
        mend(files, path, 'category: lamp', 'category: light');
      mend(files, 'requirements/spare-bulb.mdx', '- lamp', '- light');
    },
    ['renamed category light', 'edited light plural', 'new category horn'],
  ],
  [
    'a tier added',
    (files) => {
      write(files, 'tiers/out.mdx', '---\nlevel: 3\ntitle: Out\n---\n\nNobody promises anything.\n');
      mend(files, 'policy/document.mdx', '## Harbours', '#### Tier 3\n\n<TierTable tier="3" />\n\n## Harbours');
      mend(files, 'policy/document.mdx', '<Tier tier="2" />', '<Tier tier="3" />\n\n<Tier tier="2" />');
      mend(
        files,
        'features/oak-board.mdx',
        'history:\n',
        `history:\n  - date: 2025-05-01\n    tier: 3\n    source: ${source}\n`,
      );
    },
    ['demoted oak-board', 'new tier out'],
  ],
  [
    'and one removed',
    (files) => {
      mend(files, 'tiers/out.mdx', '---\n', `---\nretired:${when('2025-06-01', 'reason: Too dark.')}`);
      mend(files, 'policy/document.mdx', '#### Tier 3\n\n<TierTable tier="3" />\n\n', '');
      mend(files, 'policy/document.mdx', '<Tier tier="3" />\n\n', '');
      mend(
        files,
        'policy/document.mdx',
        '---\n',
        '---\nformerAnchors: { tier-3: tier-2, tier-3---out: tier-2---may-go-dark }\n',
      );
      mend(
        files,
        'features/oak-board.mdx',
        'history:\n',
        `history:\n  - date: 2025-06-01\n    tier: 2\n    source: ${source}\n`,
      );
    },
    ['promoted oak-board', 'edited out retired', 'recorded out'],
  ],
];

/** Each event in a few words. */
function told1(event: Event): string {
  switch (event.kind) {
    case 'requirement':
      return `requirement ${event.what} ${event.requirement.id}`;
    case 'recorded':
      return `recorded ${event.change.subject}`;
    case 'edited':
      return `edited ${event.thing.id} ${event.changes.map(({ path }) => path.join('.')).join()}`;
    case 'new':
    case 'lost':
    case 'renamed':
      return `${event.kind} ${event.thing.type} ${event.thing.id}`;
    case 'order':
      return `order ${event.of} ${event.moved.map(({ thing }) => thing.id).join()}`;
    case 'unrecorded':
      return `unrecorded ${event.things.map(({ id }) => id).join()}`;
    case 'merged':
    case 'data':
    case 'broken':
      return event.kind;
    default:
      return `${event.kind} ${event.feature.id}`;
  }
}

/** The content, and what it publishes; every address that was ever published is in its list. */
function published(files: Files): Published {
  const { catalogue, problems } = check(files);
  assert.ok(catalogue, told(problems).join('\n'));
  const list = addressList('content');
  files.set(list, withAddresses(files.get(list) ?? '', everyAddress(catalogue)));
  return publishedOf(catalogue, (path) => `https://levels.example/${path}`);
}

test('each change of the policy passes the check, keeps every address, and is what tier-diff names', () => {
  const files: Files = lanternFiles();
  let base = published(files);
  for (const [name, edit, events] of steps) {
    edit(files);
    const head = published(files);
    assert.deepEqual(difference(base, head).map(told1), events, name);
    base = head;
  }
});
