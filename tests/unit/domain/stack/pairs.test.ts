import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { pairGuarantee, pairs, pairTable } from '../../../../src/domain/stack/pairs.ts';
import { tierNames } from '../../../../src/domain/tier.ts';
import { anyCatalogue, feature, lanternCatalogue } from '../plain-catalogues.ts';

describe('Pairs of features', () => {
  const works = { id: 'works', title: 'Works', level: 3, appliesTo: ['board', 'other'], guarantees: 'pairs' as const };
  const board = (level: number) => feature('board', { category: 'board', level });
  const other = (level: number) => feature('other', { level });
  const tiers = [1, 2, 3, 4].map((level) => tierNames({ level }));

  test('a pair is covered if one member is in the highest tier and the other must meet the requirement', () => {
    const covered = [1, 2, 3, 4].map((a) =>
      [1, 2, 3, 4].filter((b) => pairGuarantee({ tiers, requirements: [works] }, board(a), other(b))),
    );
    assert.deepEqual(covered, [[1, 2, 3], [1], [1], []]);
  });

  test('the highest remaining tier promises pairs after a higher tier is retired', () => {
    const remaining = { tiers: tiers.slice(1), requirements: [works] };
    assert.equal(pairGuarantee(remaining, board(2), other(3))?.id, 'works');
    assert.equal(pairGuarantee(remaining, board(3), other(3)), undefined);
  });

  test('a requirement that is missing, waived or not applicable promises no pair', () => {
    assert.equal(
      pairGuarantee({ tiers, requirements: [works] }, board(1), {
        ...other(2),
        missing: [{ as: 'It', requirement: 'works' }],
      }),
      undefined,
    );
    assert.equal(
      pairGuarantee({ tiers, requirements: [works] }, board(1), {
        ...other(2),
        waived: [{ requirement: 'works', reason: '' }],
      }),
      undefined,
    );
    assert.equal(
      pairGuarantee({ tiers, requirements: [{ ...works, appliesTo: ['rest'] }] }, board(1), other(1)),
      undefined,
    );
    assert.equal(
      pairGuarantee({ tiers, requirements: [{ ...works, appliesTo: ['board'] }] }, board(1), other(2)),
      undefined,
    );
    assert.equal(
      pairGuarantee({ tiers, requirements: [{ ...works, appliesTo: ['board'] }] }, board(2), other(1))?.id,
      'works',
    );
  });

  test('no pair is covered without a guarantee of pairs or with a removed member', () => {
    fc.assert(
      fc.property(anyCatalogue(), (catalogue) => {
        const { requirements, features } = catalogue;
        const none = { ...catalogue, requirements: requirements.map(({ guarantees: _, ...it }) => it) };
        for (const a of features) {
          for (const b of features) {
            assert.equal(pairGuarantee(none, a, b), undefined);
            assert.equal(pairGuarantee(catalogue, a, b), pairGuarantee(catalogue, b, a));
            if (a.level === null) assert.equal(pairGuarantee(catalogue, a, b), undefined);
          }
        }
      }),
    );
  });

  test('a pair combines a platform with a feature of another category, and needs a platform category', () => {
    const members = [board(1), other(1), feature('more', { category: 'rest' }), { ...board(2), id: 'second' }];
    const catalogue = (platform: boolean) => ({
      categories: [{ id: 'board', name: 'Board', label: 'Board', plural: 'Boards', platform }],
    });
    assert.deepEqual(
      pairs(catalogue(true), members).map(([a, b]) => `${a.id} ${b.id}`),
      ['board other', 'board more', 'second other', 'second more'],
    );
    assert.deepEqual(pairs(catalogue(false), members), []);
  });
});

describe('The table of pairs', () => {
  test('the table answers every pair of tracked features exactly once', () => {
    fc.assert(
      fc.property(anyCatalogue(), (catalogue) => {
        const table = pairTable(catalogue);
        if (!table) return;
        const shown = table.rows.flatMap(({ members: others, by }) =>
          table.columns.flatMap(({ members }, index) =>
            members.flatMap((on) => others.map((other) => `${on.id} ${other.id} ${by[index]?.id}`)),
          ),
        );
        const expected = pairs(
          catalogue,
          catalogue.features.filter(({ level }) => level !== null),
        ).map(([on, other]) => `${on.id} ${other.id} ${pairGuarantee(catalogue, on, other)?.id}`);
        assert.deepEqual(shown.toSorted(), expected.toSorted());
      }),
    );
  });

  test('the table merges features of one tier with the same answers into one column or row', () => {
    const works = {
      id: 'works',
      title: 'Works',
      level: 2,
      appliesTo: ['board', 'other'],
      guarantees: 'pairs' as const,
    };
    const boards = Array.from({ length: 9 }, (_, index) =>
      feature(`b${index}`, { category: 'board', level: (index % 3) + 1 }),
    );
    const lacking = feature('b9', { category: 'board', level: 2, missing: [{ as: 'It', requirement: 'works' }] });
    const table = pairTable({
      tiers: [1, 2, 3].map((level) => tierNames({ level })),
      categories: [{ id: 'board', name: '', label: '', plural: '', platform: true }],
      requirements: [works],
      features: [...boards, lacking, feature('x'), feature('z', { level: 3 }), feature('y')],
    });
    assert.deepEqual(
      table?.columns.map(({ level, members }) => [level, members.length]),
      [
        [1, 3],
        [2, 3],
        [2, 1],
        [3, 3],
      ],
    );
    assert.deepEqual(
      table?.rows.map(({ level, members, by }) => [level, members.map(({ id }) => id), by.map((it) => it?.id)]),
      [
        [1, ['x', 'y'], ['works', 'works', undefined, undefined]],
        [3, ['z'], [undefined, undefined, undefined, undefined]],
      ],
    );
  });

  test('there is no table without a platform or without a requirement that guarantees pairs', () => {
    const catalogue = lanternCatalogue();
    assert.equal(pairTable(catalogue), undefined);
    const requirements = catalogue.requirements.map((it) => ({ ...it, guarantees: 'pairs' as const }));
    assert.ok(pairTable({ ...catalogue, requirements }));
    assert.equal(
      pairTable({
        ...catalogue,
        requirements,
        categories: catalogue.categories.map((it) => ({ ...it, platform: false })),
      }),
      undefined,
    );
  });
});
