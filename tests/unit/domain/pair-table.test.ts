import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { pairTable } from '../../../src/domain/pair-table.ts';
import { pairGuarantee, pairs } from '../../../src/domain/stack.ts';
import { anyOutline, feature, lanternOutline } from './outlines.ts';

describe('the table of pairs', () => {
  test('says of every pair of tracked features what the rule says, and of each pair once', () => {
    fc.assert(fc.property(anyOutline(), (outline) => {
      const table = pairTable(outline);
      if (!table) return;
      const shown = table.rows.flatMap(({ feature: other, by }) =>
        table.columns.flatMap(({ members }, index) => members.map((on) => `${on.id} ${other.id} ${by[index]?.id}`)));
      const expected = pairs(outline, outline.features.filter(({ level }) => level !== null)).map(([on, other]) =>
        `${on.id} ${other.id} ${pairGuarantee(outline.requirements, on, other)?.id}`);
      assert.deepEqual(shown.toSorted(), expected.toSorted());
    }));
  });

  test('has as many columns as there are different answers, not platforms', () => {
    const works = { id: 'works', title: 'Works', level: 2, appliesTo: ['board', 'other'], guarantees: 'pairs' as const };
    const boards = Array.from({ length: 9 }, (_, index) => feature(`b${index}`, { category: 'board', level: (index % 3) + 1 }));
    const lacking = feature('b9', { category: 'board', level: 2, missing: [{ as: 'It', requirement: 'works' }] });
    const table = pairTable({ tiers: [], categories: [{ id: 'board', name: '', plural: '', platform: true }], requirements: [works], features: [...boards, lacking, feature('x')] });
    assert.deepEqual(table?.columns.map(({ level, members }) => [level, members.length]), [[1, 3], [2, 3], [2, 1], [3, 3]]);
    assert.deepEqual(table?.rows[0]?.by.map((it) => it?.id), ['works', 'works', undefined, undefined]);
  });

  test('is not there without a platform, or without a requirement that guarantees pairs', () => {
    const outline = lanternOutline();
    assert.equal(pairTable(outline), undefined);
    const requirements = outline.requirements.map((it) => ({ ...it, guarantees: 'pairs' as const }));
    assert.ok(pairTable({ ...outline, requirements }));
    assert.equal(pairTable({ ...outline, requirements, categories: outline.categories.map((it) => ({ ...it, platform: false })) }), undefined);
  });
});
