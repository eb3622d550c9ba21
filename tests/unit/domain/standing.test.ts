import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Category, Entry, Feature, Requirement, Tier } from '../../../src/domain/catalogue/catalogue.ts';
import { requirementsByStanding, standingOf, standingWords } from '../../../src/domain/standing.ts';
import { tierNames } from '../../../src/domain/tier.ts';

const category = (id: string) => ({ id, name: id, plural: `${id}s` }) as Category;
const [lamp, board] = [category('lamp'), category('board')];

/** Four tiers; each has a requirement of lamps, one of boards and one of both, named like "2 both". */
const tiers = [1, 2, 3, 4].map((level) => {
  const tier = { id: `t${level}`, ...tierNames({ level }), requirements: [] as Requirement[] } as Tier;
  const requirement = (name: string, appliesTo: Category[]) =>
    ({ id: `${level} ${name}`, tier, appliesTo }) as Requirement;
  tier.requirements.push(
    requirement('lamp', [lamp]),
    requirement('board', [board]),
    requirement('both', [lamp, board]),
  );
  return tier;
});
const all = tiers.flatMap(({ requirements }) => requirements);
const requirement = (id: string): Requirement => all.find((it) => it.id === id) as Requirement;

function lampIn(
  level: number | undefined,
  lists: { missing?: string[]; waived?: string[]; contradicted?: string[] } = {},
): Feature {
  const entry = {
    date: '2024-01-01',
    tier: tiers.find((it) => it.level === level),
    successor: undefined,
    source: '',
    note: undefined,
    missing: (lists.missing ?? []).map((id) => ({ as: `no ${id}`, requirement: requirement(id) })),
    waived: (lists.waived ?? []).map((id) => ({
      requirement: requirement(id),
      reason: `because of ${id}`,
      source: '',
    })),
  } as unknown as Entry;
  const evidence = (lists.contradicted ?? []).map((contradicts) => ({ says: '', url: '', also: [], contradicts }));
  return { id: 'x', name: 'x', category: lamp, history: [entry], details: [], evidence } as unknown as Feature;
}
const ids = (requirements: Requirement[]) => requirements.map(({ id }) => id);
const groups = (feature: Feature) => {
  const { required, disputed, notRequired } = requirementsByStanding({ tiers }, feature);
  return { required: ids(required), disputed: ids(disputed), notRequired: ids(notRequired) };
};

describe('Requirements of a tier', () => {
  test('a tier requires those that apply to the category, its own before those of lower tiers', () => {
    assert.deepEqual(groups(lampIn(3)), {
      required: ['3 lamp', '3 both', '4 lamp', '4 both'],
      disputed: [],
      notRequired: ['2 lamp', '2 both', '1 lamp', '1 both'],
    });
  });

  test('the highest tier requires every applicable requirement, and the lowest only its own', () => {
    assert.deepEqual(groups(lampIn(1)).notRequired, []);
    assert.equal(groups(lampIn(1)).required.length, 8);
    assert.deepEqual(groups(lampIn(4)).required, ['4 lamp', '4 both']);
  });

  test('a missing or waived requirement is in no group', () => {
    const lists = { missing: ['4 both', '1 lamp'], waived: ['3 lamp', '1 both'] };
    const { required, disputed, notRequired } = groups(lampIn(2, lists));
    assert.deepEqual(required, ['2 lamp', '2 both', '3 both', '4 lamp']);
    assert.deepEqual([disputed, notRequired], [[], []]);
  });

  test('a removed feature has no requirements in any group', () => {
    assert.deepEqual(groups(lampIn(undefined)), { required: [], disputed: [], notRequired: [] });
  });
});

describe('Standing of a requirement for a feature', () => {
  const feature = lampIn(3, { missing: ['2 both', '4 lamp', '1 board'], waived: ['3 lamp', '2 both'] });
  const expected: Record<string, [standing: string, text: string]> = {
    '3 both': ['required', 'required by Tier 3'],
    '4 both': ['required', 'required by Tier 3'],
    '4 lamp': ['missing', 'unmet: “no 4 lamp”'],
    '3 lamp': ['waived', 'waived: because of 3 lamp'],
    '2 lamp': ['open', 'required by Tier 2, not listed as missing'],
    '1 lamp': ['beyond', 'beyond the next tier, so not assessed'],
    '2 board': ['inapplicable', 'not applicable to lamps'],
    '4 board': ['inapplicable', 'not applicable to lamps'],
    // A requirement that is listed as missing counts as missing whatever else is known.
    '2 both': ['missing', 'unmet: “no 2 both”'],
    '1 board': ['missing', 'unmet: “no 1 board”'],
  };

  test('every requirement has one standing for a feature and a text that describes it', () => {
    for (const [id, reported] of Object.entries(expected))
      assert.deepEqual(
        [standingOf(tiers, feature, requirement(id)), standingWords(tiers, feature, requirement(id))],
        reported,
      );
  });

  test('a requirement is not met if evidence contradicts it', () => {
    const feature = lampIn(3, { contradicted: ['4 both', '2 lamp'] });
    assert.equal(
      standingWords(tiers, feature, requirement('4 both')),
      'required by Tier 3, but evidence says otherwise',
    );
    assert.deepEqual(groups(feature).disputed, ['4 both']);
    assert.equal(standingOf(tiers, feature, requirement('2 lamp')), 'open');
  });

  test('no requirement is required for a removed feature', () => {
    assert.ok(all.every((it) => standingOf(tiers, lampIn(undefined), it) !== 'required'));
  });
});
