import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  requirementsFor,
  combine,
  gaps,
  isHeldTo,
  coverage,
  readChoice,
  writeChoice,
} from '../../../../src/domain/stack/stack.ts';
import { tierNames } from '../../../../src/domain/tier.ts';
import { anyCatalogue, feature, lanternCatalogue } from '../plain-catalogues.ts';

const rank = (level: number | null | undefined) => (level === undefined ? 0 : (level ?? Infinity));

describe('Combinations', () => {
  test('a combination has the tier of its weakest members, and a removed feature is the weakest', () => {
    const [high, low, gone] = [feature('a'), feature('b', { level: 5 }), feature('c', { level: null })];
    assert.equal(combine([]), undefined);
    assert.deepEqual(combine([high, low]), { level: 5, weakest: [low] });
    assert.deepEqual(
      combine([high, { ...high, id: 'd' }])?.weakest.map(({ id }) => id),
      ['a', 'd'],
    );
    assert.deepEqual(combine([high, low, gone]), { level: null, weakest: [gone] });
  });

  test('another member never improves the result', () => {
    fc.assert(
      fc.property(anyCatalogue(), (catalogue) => {
        const [more, ...members] = catalogue.features;
        if (!more || members.length === 0) return;
        assert.ok(rank(combine([more, ...members])?.level) >= rank(combine(members)?.level));
        const before = coverage(catalogue.requirements, members)
          .filter((it) => !it.isComplete)
          .map((it) => it.requirement.id);
        const after = new Set(
          coverage(catalogue.requirements, [more, ...members])
            .filter((it) => !it.isComplete)
            .map((it) => it.requirement.id),
        );
        assert.deepEqual(
          before.filter((id) => !after.has(id)),
          [],
        );
        const lacked = new Set(gaps(catalogue, [more, ...members]).map(({ member }) => member));
        assert.ok(gaps(catalogue, members).every(({ member }) => lacked.has(member)));
      }),
    );
  });

  test('a requirement that one member lacks, waives or is too low for does not cover the combination', () => {
    const need = (level: number) => ({ id: `r${level}`, title: '', level, appliesTo: ['other'] });
    const whole = (...members: Parameters<typeof feature>[1][]) =>
      coverage(
        [need(1), need(2), need(3)],
        members.map((facts, index) => feature(`f${index}`, facts)),
      )
        .filter((it) => it.isComplete)
        .map(({ requirement }) => requirement.id);
    assert.deepEqual(whole({ level: 2 }, { level: 1 }), ['r2', 'r3']);
    assert.deepEqual(whole({ level: 2 }, { level: 2, missing: [{ as: '', requirement: 'r3' }] }), ['r2']);
    assert.deepEqual(whole({ level: 1, waived: [{ requirement: 'r1', reason: '' }] }), ['r2', 'r3']);
    assert.deepEqual(whole({ level: 1 }, { level: null }), []);
    assert.deepEqual(whole({ level: 3 }, { level: 1, category: 'rest' }), ['r3']);
  });

  test('a combination in the highest tier with nothing missing or waived is fully covered', () => {
    fc.assert(
      fc.property(anyCatalogue(), (catalogue) => {
        const members = catalogue.features
          .filter(({ level }) => level === 1)
          .map((it) => ({ ...it, missing: [], waived: [] }));
        assert.ok(coverage(catalogue.requirements, members).every(({ isComplete }) => isComplete));
        assert.deepEqual(gaps(catalogue, members), []);
      }),
    );
  });
});

test('a tier requires its own requirements and those of every tier below it', () => {
  const need = (level: number) => ({ id: 'need', title: 'Need', level, appliesTo: ['other'] });
  assert.deepEqual(
    [1, 2, 3].map((level) => isHeldTo(feature('it', { level: 2 }), need(level))),
    [false, true, true],
  );
  assert.deepEqual(
    ['other', 'board'].map((category) => requirementsFor({ requirements: [need(1), need(3)] }, category).length),
    [2, 0],
  );
});

test('requirements beyond the next tier are listed apart from missing ones', () => {
  const requirements = [1, 2, 3, 4].map((level) => ({
    id: `r${level}`,
    title: `R${level}`,
    level,
    appliesTo: ['other'],
  }));
  const low = feature('low', { level: 4, missing: [{ as: 'This' }], waived: [{ requirement: 'r1', reason: '' }] });
  assert.deepEqual(gaps({ tiers: [1, 2, 3, 4].map((level) => tierNames({ level })), requirements }, [low]), [
    { member: low, next: 3, listed: [{ as: 'This' }], later: [requirements[1]] },
  ]);
});

describe('The query string of a combination', () => {
  const { features } = lanternCatalogue();

  test('a query finds features by current or former id and keeps unknown ids', () => {
    const { members, unknown } = readChoice(
      features,
      '?f=oak-board&f=port-lamp&f=nope&f=nope&f=OAK-BOARD&g=fog-signal',
    );
    assert.deepEqual(members.map(({ id }) => id).sort(), ['oak-board', 'red-lamp']);
    assert.deepEqual(unknown, ['nope', 'OAK-BOARD']);
  });

  test('the query of any choice reads back as that choice', () => {
    fc.assert(
      fc.property(fc.subarray(features), (chosen) => {
        assert.deepEqual(readChoice(features, writeChoice(chosen)), { members: chosen, unknown: [] });
      }),
    );
  });

  test('an arbitrary query is read without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.ok(readChoice(features, `?f=${text}`).members.length <= features.length);
        readChoice(features, text);
      }),
    );
  });
});
