import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openWarnings } from '../../../src/check/open-warnings.ts';
import { lantern } from '../lantern.ts';
import { check, featureWith, lanternFiles, linesOf } from '../content-in-memory.ts';

const entry = `- date: 2023-11-05
  tier: 2
  missing:
    - as: A plan
      requirement: wiring-plan
  source: https://git.example/1`;

test('a warning says what disagrees, quotes the policy and names its rule', () => {
  assert.deepEqual(linesOf(check(lanternFiles({ 'features/oak-board.mdx': featureWith(entry) })).warnings).slice(1), [
    'features/oak-board.mdx:9:9: it lacks "A plan", which Tier 2 already requires: “There is a plan of its wires, with:” [owed-by-its-tier]',
  ]);
});

test('an accepted warning is not reported', () => {
  const accepted = `${entry}\n  accepted:\n    - rule: owed-by-its-tier\n      reason: The plan burned.`;
  const { warnings, problems } = check(lanternFiles({ 'features/oak-board.mdx': featureWith(accepted) }));
  assert.deepEqual([linesOf(warnings).length, problems], [1, []]);
});

test('a warning without a written requirement quotes nothing', () => {
  assert.deepEqual(
    openWarnings(lantern()).map(({ message }) => message),
    ['it lacks "agreement of the harbour office", which no written requirement covers [written-requirement]'],
  );
});
