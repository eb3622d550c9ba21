import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { publishedContent } from '../../../src/domain/published-content.ts';
import { lantern } from '../lantern.ts';
import { lanternFile, publishedWith, withTierBetween } from '../content-in-memory.ts';

const published = publishedContent(lantern(), (path) => `https://x.example/base/${path}`);
const feature = (id: string) => published.features.find((it) => it.id === id);

describe('Published data', () => {
  test('a feature has its promised keys in order, followed by newer ones', () => {
    const promised =
      'id name category tier removed since missing url description aliases formerIds maintainers links introduced use evidence note history';
    for (const it of published.features)
      assert.deepEqual(Object.keys(it), [
        ...promised.split(' '),
        'details',
        'order',
        'warning',
        'supported',
        'tierLabel',
        'columns',
        'written',
        'tierSlug',
      ]);
  });

  test('a removed feature has a null tier and keeps its history', () => {
    const { tier, removed, since, history } = feature('pine-board') ?? {};
    assert.deepEqual([tier, removed, since], [null, true, '2024-06-01']);
    assert.deepEqual(
      history?.map((entry) => [entry.tier, entry.successor, entry.note]),
      [
        [null, 'oak-board', 'The case rotted.'],
        [2, null, ''],
      ],
    );
  });

  test('the ways to enable a feature have a fixed order, whatever the order in its file', () => {
    assert.deepEqual(Object.keys(feature('red-lamp')?.use ?? {}), ['default', 'api', 'cli', 'cApi', 'cargo']);
    assert.deepEqual(feature('fog-signal')?.use, {});
  });

  test('a missing item has the id of its requirement, or null', () => {
    assert.deepEqual(
      feature('fog-signal')?.missing.map(({ requirement }) => requirement),
      ['night-watch', null],
    );
  });

  test('the policy is published with its sections, the prose of its tiers and its requirements in order', () => {
    assert.deepEqual(
      published.policy.map(({ id, title }) => [id, title]),
      [
        ['introduction', 'How Lantern Is Supported'],
        ['status', 'What Stands Where'],
        ['details', 'What the Levels Mean'],
      ],
    );
    assert.deepEqual(
      published.tiers.map(({ level, requirements, opening, closing }) => [level, requirements, opening, closing]),
      [
        [1, ['night-watch'], 'The keepers get up for it.', 'Nothing else is promised.'],
        [2, ['wiring-plan', 'spare-bulb'], 'It is mended when there is time.', ''],
      ],
    );
    assert.deepEqual(
      published.requirements.map(({ id, tier, appliesTo }) => [id, tier, appliesTo]),
      [
        ['night-watch', 1, ['lamp', 'board']],
        ['wiring-plan', 2, ['board']],
        ['spare-bulb', 2, ['lamp']],
      ],
    );
  });

  test('links in a note stay as written, so that two hosts publish the same text', () => {
    assert.match(feature('fog-signal')?.note ?? '', /\[the policy\]\(\/policy\/#tier-2\)/);
  });

  test('features and changes have absolute addresses', () => {
    assert.equal(feature('red-lamp')?.url, 'https://x.example/base/features/red-lamp/');
    assert.equal(published.changes[1]?.url, 'https://x.example/base/changes/#port-lamp-2024-02-29');
  });
});

test('a feature is published with all its links, evidence, details and entries', () => {
  const whole = `---
name: '*Horn*'
category: board
description: A horn.
links:
  - label: Plan
    url: https://x.example/plan
introduced:
  release: '3'
details:
  - label: Pitch
    value: low
    contradicts: wiring-plan
evidence:
  - says: It was heard.
    about: cli
    url: https://x.example/heard
history:
  - date: 2024-03-01
    tier: 2
    missing:
      - as: oil
    waived:
      - requirement: wiring-plan
        reason: It has none.
        source: https://x.example/2
    accepted:
      - rule: written-requirement
        reason: It is loud enough.
    source: https://x.example/1
    release: '4'
---

It is loud.
`;
  const rows = '---\nrows: [oak-board, pine-board, horn]\n';
  const { features, changes } = publishedWith({
    'features/horn.mdx': whole,
    'policy/document.mdx': lanternFile('policy/document.mdx').replace('---\n', rows),
  });
  const missing = [{ as: 'oil', requirement: null, written: null }];
  assert.deepEqual(
    features.find(({ id }) => id === 'horn'),
    {
      id: 'horn',
      name: 'Horn',
      category: 'board',
      tier: 2,
      tierLabel: 'Tier 2',
      columns: {},
      removed: false,
      since: '2024-03-01',
      missing,
      url: 'https://levels.example/features/horn/',
      description: 'A horn.',
      aliases: [],
      formerIds: [],
      maintainers: [],
      links: [{ label: 'Plan', url: 'https://x.example/plan' }],
      introduced: { release: '3', date: null },
      use: {},
      evidence: [{ says: 'It was heard.', url: 'https://x.example/heard', also: [], about: 'cli', contradicts: null }],
      note: 'It is loud.',
      history: [
        {
          date: '2024-03-01',
          tier: 2,
          removed: false,
          missing,
          waived: [{ requirement: 'wiring-plan', reason: 'It has none.', source: 'https://x.example/2' }],
          successor: null,
          source: 'https://x.example/1',
          note: '',
          accepted: [{ rule: 'written-requirement', reason: 'It is loud enough.' }],
          supported: true,
          release: '4',
          tierSlug: '2',
        },
      ],
      details: [{ label: 'Pitch', value: 'low', url: null, also: [], about: null, contradicts: 'wiring-plan' }],
      order: 3,
      warning: null,
      supported: true,
      written: '*Horn*',
      tierSlug: '2',
    },
  );
  assert.equal(changes.find(({ feature: id }) => id === 'horn')?.note, '');
});

test('categories, requirements and policy sections are published in full, without surrounding white space', () => {
  const { categories, requirements, policy } = publishedWith();
  assert.deepEqual(categories[0], {
    id: 'lamp',
    name: 'Lamp',
    plural: 'Lamps',
    description: 'Lamps that the controller can switch.',
    platform: false,
    emphasis: false,
    url: 'https://levels.example/categories/lamp/',
    formerIds: [],
    written: null,
    label: null,
  });
  assert.deepEqual(requirements[0], {
    id: 'night-watch',
    title: 'Night watch',
    tier: 1,
    appliesTo: ['lamp', 'board'],
    url: 'https://levels.example/requirements/night-watch/',
    words: 'Somebody is awake who can mend it *by hand*.',
    formerIds: [],
    guarantees: null,
    group: null,
    since: null,
    retired: null,
    tierSlug: '1',
  });
  assert.deepEqual(policy[1], {
    id: 'status',
    title: 'What Stands Where',
    words: "The tables follow the keeper's log.",
    formerAnchors: [],
    parts: ['words', 'heading Tier 1', 'table 1', 'heading Tier 2', 'table 2'],
  });
});

test('a tier between two others shifts ranks, but no slug', () => {
  const tiersIn = ({ features, requirements, changes }: typeof published) => [
    ...[...features, ...features.flatMap(({ history }) => history), ...requirements].map((it) => [
      it.tier,
      it.tierSlug,
    ]),
    ...changes.flatMap(({ from, fromSlug, to, toSlug }) => [
      [from, fromSlug],
      [to, toSlug],
    ]),
  ];
  assert.deepEqual(
    tiersIn(publishedWith(withTierBetween('2024-03-01'))),
    tiersIn(publishedWith()).map(([rank]) => [rank === 2 ? 3 : rank, rank ? String(rank) : null]),
  );
});
