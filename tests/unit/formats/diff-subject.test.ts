import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FeatureChange } from '../../../src/domain/diff.ts';
import { subject } from '../../../src/formats/diff-subject.ts';
import { snapshotOf } from '../memory.ts';

const [some] = snapshotOf().features;
assert.ok(some);
const feature = (name: string) => ({ ...some, name });
const moved = (name: string, kind: 'promoted' | 'demoted', to: number): FeatureChange => ({ kind, feature: feature(name), from: 2, to, met: [], missing: [] });
const added = (name: string): FeatureChange => ({ kind: 'added', feature: feature(name), missing: [] });
const of = (...features: FeatureChange[]) => subject({ features, policy: [], broken: [] });

test('One change is told by name', () => {
  assert.equal(of(moved('`threads`', 'promoted', 1)), 'Promote threads to Tier 1');
  assert.equal(of(added('gc')), 'Add gc');
  assert.equal(subject({ features: [], policy: [{ kind: 'added', what: 'Tier 4' }], broken: [] }), 'Change the policy');
  assert.equal(of(), 'Reformat the content');
});

test('Several are told together, the weightiest first', () => {
  assert.equal(of(added('gc'), moved('simd', 'demoted', 3), moved('a', 'promoted', 1), moved('b', 'promoted', 1)), 'Promote a and b to Tier 1, demote simd to Tier 3, add gc');
});

test('What would not fit into 72 characters is shortened', () => {
  const long = 'x'.repeat(40);
  assert.equal(of(moved(long, 'promoted', 1), added(long)), `Promote ${long} to Tier 1, and more`);
  assert.equal(of(moved(`${long}${long}`, 'promoted', 1), added('gc')), 'Promote 1 feature to Tier 1, add 1 feature');
  const many = [1, 2, 3, 4].flatMap((to) => [moved(`${long}${to}`, 'promoted', to), moved(`${long}-${to}`, 'demoted', to)]);
  assert.ok(of(...many).length <= 72);
});
