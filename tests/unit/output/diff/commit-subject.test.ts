// The subject of a squash commit: the most important changes in at most 60 characters.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference } from '../../../../src/domain/diff/diff.ts';
import { subject } from '../../../../src/output/diff/commit-subject.ts';
import type { PublishedState, EntryState, FeatureState } from '../../../../src/schema/published-state.ts';

type Status = [tier: number | null, missing?: string[], successor?: string];

/** A feature with the given statuses, one for each month; its name is its id unless another one is given. */
function feature(id: string, statuses: Status[], name = id, more: Partial<FeatureState> = {}): FeatureState {
  const history = statuses.map(([tier, missing = [], successor = null], index): EntryState => ({
    date: `2024-${String(index + 1).padStart(2, '0')}-01`,
    tier,
    removed: tier === null,
    missing: missing.map((as) => ({ as, requirement: null, written: null })),
    waived: [],
    accepted: [],
    successor: successor as string | null,
    source: 'https://git.example/1',
    note: '',
  }));
  return { id, name, category: 'horn', formerIds: [], history: history.reverse(), ...more };
}

const state = (...features: FeatureState[]): PublishedState => ({ features });
const requirement = (id: string, tier: number) => ({ id, title: id, tier, appliesTo: ['horn'], formerIds: [] });

/** The subject for changes of features, each given by its statuses before and after. */
function subjectOf(...changes: [id: string, before: Status[], after: Status[], name?: string][]): string {
  const there = (list: Status[]) => list.length > 0;
  const base = changes.filter(([, before]) => there(before)).map(([id, before, , name]) => feature(id, before, name));
  const head = changes.map(([id, before, after, name]) => feature(id, [...before, ...after], name));
  return subject(difference(state(...base), state(...head)));
}

const long = (letter: string) => letter.repeat(25);

test('a subject names the changed features and what happens to them', () => {
  assert.equal(subjectOf(['threads', [[3]], [[2]]]), 'threads: move to Tier 2');
  assert.equal(
    subjectOf(['horn-a', [[2]], [[3]]], ['horn-b', [[2]], [[2]]]),
    'Demote horn-a to Tier 3, confirm horn-b in Tier 2',
  );
  assert.equal(subjectOf(['a', [[3]], [[2]]], ['b', [[3]], [[2]]]), 'Promote a and b to Tier 2');
  assert.equal(
    subjectOf(['a', [[3]], [[2]]], ['b', [[2]], [[1]]], ['c', [[3]], [[2]]]),
    'Promote a and c to Tier 2 and b to Tier 1',
  );
  assert.equal(subjectOf(['tail-call', [], [[3]]]), 'Add tail-call to Tier 3');
  assert.equal(subjectOf(['horn', [[1]], [[null]]]), 'Remove horn');
  assert.equal(subjectOf(['horn', [[1], [null]], [[2]]]), 'horn: return to Tier 2');
  assert.equal(subjectOf(['horn', [[1]], [[1]]]), 'horn: confirm Tier 1');
});

test('a subject describes missing requirements in the singular and the plural', () => {
  assert.equal(subjectOf(['a', [[2, ['oil']]], [[2]]]), 'a: no longer lacks oil');
  assert.equal(subjectOf(['a', [[2]], [[2, ['oil']]]]), 'a: lacks oil');
  assert.equal(subjectOf(['a', [[2]], [[2, ['oil', 'tar']]]]), 'a: change what it lacks');
  assert.equal(subjectOf(['a', [[2]], [[2, ['oil']]]], ['b', [[3]], [[3, ['oil']]]]), 'Change what a and b lack');
  assert.equal(subjectOf(['a', [[2]], [[2, ['oil']]]], ['b', [], [[3]]]), 'Add b to Tier 3, change what a lacks');
  const four = 'abcd'.split('').map((it): Parameters<typeof subjectOf>[number] => [long(it), [[2]], [[2, ['oil']]]]);
  assert.equal(subjectOf(...four), 'Change what 4 features lack');
});

test('features with the same new successor are merged, and a feature with its own is replaced', () => {
  const winch = (platform: string): Parameters<typeof subjectOf>[number] => [
    `winch-${platform}`,
    [[3]],
    [[null, [], 'winch']],
    `Winch on ${platform}`,
  ];
  assert.equal(
    subjectOf(winch('x86_64'), winch('aarch64'), ['winch', [], [[3]], 'Winch']),
    'Merge the two Winch rows into Winch',
  );
  assert.equal(
    subjectOf(['a', [[3]], [[null, [], 'c']]], ['b', [[3]], [[null, [], 'c']]], ['c', [], [[3]]]),
    'Merge a and b into c',
  );
  assert.equal(subjectOf(['a', [[3]], [[null, [], 'c']]], ['c', [[3]], []]), 'Replace a with c');
});

test('a minor change is named only if there is room after all major ones', () => {
  const facts = (description: string) => feature('memory64', [[2]], 'memory64', { description });
  const both = (id: string, after: Status[], before: Status[] = [[3]]): [PublishedState, PublishedState] => [
    state(feature(id, before), facts('old')),
    state(feature(id, [...before, ...after]), facts('new')),
  ];
  assert.equal(
    subject(difference(...both('threads', [[2]]))),
    'Promote threads to Tier 2, update the facts of memory64',
  );
  assert.equal(subject(difference(...both('x'.repeat(30), [[2]]))), `Promote ${'x'.repeat(30)} to Tier 2`);
  const [old, fresh] = both('a', [[2]]);
  const [b, c] = ['p'.repeat(45), 'q'.repeat(45)];
  const more = (after: Status[]) => [feature(b, [[3], ...after]), feature(c, [[1]])];
  const replaced = [...fresh.features, ...more([[null, [], c]])];
  assert.equal(subject(difference(state(...old.features, ...more([])), state(...replaced))), 'Promote a to Tier 2');
});

test('a subject over 60 characters is shortened, the least important part first', () => {
  assert.equal(subjectOf([long('a'), [[3]], [[2]]], [long('b'), [[3]], [[2]]]), 'Promote 2 features to Tier 2');
  assert.equal(
    subjectOf([long('a'), [[3]], [[2]]], [long('b'), [[3]], [[2]]], ['gc', [], [[3]]]),
    'Promote 2 features to Tier 2, add gc to Tier 3',
  );
  assert.equal(subjectOf(['x'.repeat(70), [[3]], [[2]]]), 'Promote a feature to Tier 2');
  assert.equal(
    subjectOf(['x'.repeat(70), [[3]], [[2]]], ['y'.repeat(70), [[2]], [[3]]], ['gc', [], [[3]]]),
    'Promote a feature, demote a feature, add gc to Tier 3',
  );
  const all = Array.from({ length: 40 }, (_, index): Parameters<typeof subjectOf>[number] => [
    `f${index}`,
    [[3]],
    [[index % 2 === 0 ? 2 : 4]],
  ]);
  assert.equal(subjectOf(...all), 'Promote 20 features to Tier 2, demote 20 features to Tier 4');
});

test('a subject names the changed parts of the policy', () => {
  const [base, head] = [state(feature('a', [[2]])), state(feature('a', [[2]]))];
  const subjectFrom = (from: Partial<PublishedState>, to: Partial<PublishedState>) =>
    subject(difference({ ...base, ...from }, { ...head, ...to }));
  const [oil, tar] = [requirement('oil', 2), requirement('tar', 2)];
  assert.equal(subjectFrom({ requirements: [] }, { requirements: [oil] }), 'Require oil for Tier 2');
  assert.equal(subjectFrom({ requirements: [] }, { requirements: [oil, tar] }), 'Require oil and tar for Tier 2');
  assert.equal(subjectFrom({ requirements: [oil, tar] }, { requirements: [tar] }), 'Stop requiring oil for Tier 2');
  assert.equal(
    subjectFrom({ requirements: [oil] }, { requirements: [{ ...oil, tier: 1 }] }),
    'Require oil for Tier 1 instead of Tier 2',
  );
  assert.equal(
    subjectFrom({ requirements: [oil] }, { requirements: [{ ...oil, appliesTo: [] }] }),
    'Change what oil applies to',
  );
  const policyWith = (it: string) => ({
    policy: [
      { id: 'a', title: 'Oil', words: it },
      { id: 'b', title: 'Tar', words: it },
    ],
  });
  assert.equal(subjectFrom(policyWith('One.'), policyWith('Two.')), 'Change the policy');
});

/** Changes of something with the given name, each as the states before and after. */
const changes: ((name: string) => [Partial<PublishedState>, Partial<PublishedState>])[] = [
  (name) => [{ features: [feature(name, [[3]])] }, { features: [feature(name, [[3], [2]])] }],
  (name) => [{ features: [feature(name, [[3]])] }, { features: [feature(name, [[3], [null]])] }],
  (name) => [{}, { features: [feature(name, [[3]])] }],
  (name) => [
    { features: [feature('a', [[3]]), feature('b', [[3]])] },
    { features: [feature('a', [[3], [null, [], 'b']]), feature('b', [[3]], name)] },
  ],
  (name) => [
    { features: [feature(name, [[3]])] },
    { features: [feature('a', [[3]], `${name}b`, { formerIds: [name] })] },
  ],
  (name) => [
    { features: [feature(name, [[3]], name, { description: 'One.' })] },
    { features: [feature(name, [[3]], name, { description: 'Two.' })] },
  ],
  (name) => [{ requirements: [] }, { requirements: [{ ...requirement('a', 2), title: name }] }],
  (name) => [{ requirements: [requirement('a', 2)] }, { requirements: [{ ...requirement('a', 2), title: name }] }],
  (name) => [
    { requirements: [{ ...requirement('a', 2), title: name }] },
    { requirements: [{ ...requirement('b', 2), title: name, formerIds: ['a'] }] },
  ],
  (name) => [
    { requirements: [{ ...requirement('a', 2), title: name, words: 'One.' }] },
    { requirements: [{ ...requirement('a', 2), title: name, words: 'Two.', formerIds: ['b'] }] },
  ],
  (name) => [{ requirements: [{ ...requirement('a', 2), title: name }] }, { requirements: [requirement('b', 2)] }],
  (name) => [
    { categories: [{ id: 'horn', name, description: 'One.', formerIds: [] }] },
    { categories: [{ id: 'horn', name, description: 'Two.', formerIds: [] }] },
  ],
  (name) => [{ categories: [] }, { categories: [{ id: 'horn', name, formerIds: [] }] }],
  (name) => [
    { policy: [{ id: 'a', title: name, words: 'One.' }] },
    { policy: [{ id: 'a', title: name, words: 'Two.' }] },
  ],
];

test('no subject is empty or too long, however long a name is', () => {
  for (const [at, change] of changes.entries())
    for (const length of [1, 20, 30, 40, 45, 50, 55, 60, 70]) {
      const [base, head] = change('n'.repeat(length));
      const line = subject(difference({ features: [], ...base }, { features: [], ...head }));
      assert.ok(line.length > 0 && line.length <= 60, `${at} with ${length}: "${line}"`);
      assert.notEqual(line, 'Reformat the content', String(at));
    }
});

test('a name with markup is replaced by the id, or left out if the id has markup too', () => {
  assert.equal(subjectOf(['no-std', [], [[3]], 'Support for `#![no_std]`']), 'Add no-std to Tier 3');
  assert.equal(subjectOf(['a', [], [[3]], '`simd`']), 'Add simd to Tier 3');
  assert.equal(subjectOf(['#1', [], [[3]], '@octocat']), 'Add a feature to Tier 3');
  assert.equal(subjectOf(['#1', [[2]], [[3]], '@octocat']), 'Demote a feature to Tier 3');
  assert.equal(subjectOf(['deadbeef', [], [[3]]]), 'Add a feature to Tier 3');
});

test('a subject for 1,500 merges names three of them', () => {
  const merged = Array.from({ length: 1500 }, (_, at) => [`a${at}`, `b${at}`, `c${at}`] as const);
  const base = merged.flatMap(([a, b]) => [feature(a, [[1]]), feature(b, [[1]])]);
  const head = merged.map(([a, b, c]) => feature(c, [[1]], c, { formerIds: [a, b] }));
  const events = difference(state(...base), state(...head));
  assert.equal(subject(events), 'Merge a0 and b0, merge a1 and b1, merge a2 and b2 into c2');
});
