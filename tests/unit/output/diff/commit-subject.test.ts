import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeatureChange } from '../../../../src/domain/diff/diff.ts';
import { subject } from '../../../../src/output/diff/commit-subject.ts';
import { snapshotOf } from '../../memory.ts';

const [some] = snapshotOf().features;
assert.ok(some);
const feature = (name: string) => ({ ...some, name });
const moved = (name: string, kind: 'promoted' | 'demoted', to: number): FeatureChange => ({
  kind,
  feature: feature(name),
  from: 2,
  to,
  met: [],
  missing: [],
});
const added = (name: string): FeatureChange => ({ kind: 'added', feature: feature(name), missing: [] });
const of = (...features: FeatureChange[]) => subject({ features, policy: [], broken: [] });

test('One change is told by name', () => {
  assert.equal(of(moved('`threads`', 'promoted', 1)), 'Promote threads to Tier 1');
  assert.equal(of(added('gc')), 'Add gc');
  assert.equal(subject({ features: [], policy: [{ kind: 'added', what: 'Tier 4' }], broken: [] }), 'Change the policy');
  assert.equal(of(), 'Reformat the content');
});

test('Each kind of change has its words, and after the first they begin small', () => {
  const changes: FeatureChange[] = [
    { kind: 'described', feature: feature('a'), fields: [] },
    { kind: 'deleted', feature: feature('b') },
    { kind: 'rewritten', feature: feature('c'), dates: [] },
    { kind: 'recategorised', feature: feature('d'), from: '', to: '' },
    { kind: 'waivers-changed', feature: feature('e'), added: [], ended: [] },
    { kind: 'clarified', feature: feature('f'), words: [] },
    { kind: 'requirements-changed', feature: feature('g'), met: [], missing: [] },
    { kind: 'renamed', feature: feature('h'), from: '' },
    { kind: 'returned', feature: feature('i'), missing: [] },
    { kind: 'added', feature: feature('j'), missing: [] },
    { kind: 'removed', feature: feature('k'), from: 1, note: '' },
    moved('l', 'demoted', 2),
    moved('m', 'promoted', 1),
  ];
  assert.deepEqual(
    changes.map((it) => of(it)),
    [
      'Describe a',
      'Delete b',
      'Rewrite the history of c',
      'Move to another category: d',
      'Change the waivers of e',
      'Change which requirement f lacks',
      'Change what is missing in g',
      'Rename h',
      'Bring back i',
      'Add j',
      'Remove k',
      'Demote l to Tier 2',
      'Promote m to Tier 1',
    ],
  );
  const weight = changes.toReversed();
  const beside = (at: number) => of(...changes.slice(-at - 2, changes.length - at));
  assert.deepEqual(
    weight.slice(1).map((_, at) => beside(at)),
    [
      'Promote m to Tier 1, demote l to Tier 2',
      'Demote l to Tier 2, remove k',
      'Remove k, add j',
      'Add j, bring back i',
      'Bring back i, rename h',
      'Rename h, change what is missing in g',
      'Change what is missing in g, change which requirement f lacks',
      'Change which requirement f lacks, change the waivers of e',
      'Change the waivers of e, move to another category: d',
      'Move to another category: d, rewrite the history of c',
      'Rewrite the history of c, delete b',
      'Delete b, describe a',
    ],
  );
  const policy = [{ kind: 'added' as const, what: 'Tier 4' }];
  const around = changes.slice(4, 6).map((it) => subject({ features: [it], policy, broken: [] }));
  assert.deepEqual(around, [
    'Change the policy, change the waivers of e',
    'Change which requirement f lacks, change the policy',
  ]);
});

test('Moves are told from the highest tier down, and a name is one line', () => {
  assert.equal(
    of(moved('simd', 'promoted', 2), moved('a\n  b', 'promoted', 1)),
    'Promote a b to Tier 1, promote simd to Tier 2',
  );
});

test('Several are told together, the weightiest first', () => {
  assert.equal(
    of(added('gc'), moved('simd', 'demoted', 3), moved('a', 'promoted', 1), moved('b', 'promoted', 1)),
    'Promote a and b to Tier 1, demote simd to Tier 3, add gc',
  );
});

test('What would not fit into 72 characters is shortened', () => {
  const long = 'x'.repeat(40);
  assert.equal(of(moved(long, 'promoted', 1), added(long)), `Promote ${long} to Tier 1, and more`);
  assert.equal(of(moved(`${long}${long}`, 'promoted', 1), added('gc')), 'Promote 1 feature to Tier 1, add 1 feature');
  assert.equal(of(added('x'.repeat(68))), `Add ${'x'.repeat(68)}`);
  assert.equal(of(added('x'.repeat(69))), 'Add 1 feature');
  assert.equal(
    of(
      added(long),
      moved(`${long}${long}`, 'promoted', 1),
      ...['a', 'b'].map((it) => ({ kind: 'clarified' as const, feature: feature(it), words: [] })),
    ),
    'Promote 1 feature to Tier 1, and more',
  );
  assert.equal(
    subject({
      features: [moved(`${long}${long}`, 'promoted', 1)],
      policy: [{ kind: 'added', what: 'Tier 4' }],
      broken: [],
    }),
    'Promote 1 feature to Tier 1, change the policy',
  );
  const many = [1, 2, 3, 4].flatMap((to) => [
    moved(`${long}${to}`, 'promoted', to),
    moved(`${long}-${to}`, 'demoted', to),
  ]);
  assert.ok(of(...many).length <= 72);
});
