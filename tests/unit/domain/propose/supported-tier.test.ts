import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { draftOf, emptyDraft, unanswered } from '../../../../src/domain/propose/draft.ts';
import { progress, support } from '../../../../src/domain/propose/supported-tier.ts';
import { tierNames } from '../../../../src/domain/tier.ts';
import { requirementsFor } from '../../../../src/domain/stack/stack.ts';
import { idOf, rows } from '../../../content/expected.ts';
import { anyProposal, anyCatalogue, documentedCatalogue } from '../plain-catalogues.ts';

const documented = documentedCatalogue();

const rank = (level: number | null) => level ?? Infinity;

describe('Answers taken from a published feature', () => {
  test('the answers of a published row support its tier and list its missing requirements', () => {
    for (const row of rows) {
      const it = documented.features.find(({ id }) => id === idOf(row));
      assert.ok(it);
      const { level, next, obstacles } = support(documented, it.category, draftOf(documented, it));
      if (it.disputed) {
        // Evidence says that its tier's requirement is not met, so the tool leaves the answer to the reader.
        assert.deepEqual(
          obstacles.filter(({ because }) => because === 'unanswered').map(({ requirement }) => requirement?.id),
          it.disputed,
        );
        continue;
      }
      assert.equal(level, row.tier);
      assert.equal(next, row.tier > 1 ? row.tier - 1 : null);
      assert.deepEqual(
        obstacles.filter(({ because }) => because === 'unmet').map(({ as }) => as),
        row.missing,
      );
    }
  });

  test('the answers of a feature support a tier at least as high as the published one', () => {
    fc.assert(
      fc.property(anyCatalogue(), (catalogue) => {
        for (const it of catalogue.features.filter(
          ({ level, waived, disputed }) =>
            level !== null && !disputed && level > 1 && waived.every(({ reason }) => reason.trim() !== ''),
        ))
          assert.ok(rank(support(catalogue, it.category, draftOf(catalogue, it)).level) <= rank(it.level));
      }),
    );
  });
});

describe('The tier that answers support', () => {
  test('meeting or waiving every requirement supports the highest tier, and no answers support none', () => {
    fc.assert(
      fc.property(anyProposal(), ([catalogue, , category]) => {
        const applicable = requirementsFor(catalogue, category);
        const met = {
          ...emptyDraft(),
          answers: Object.fromEntries(
            applicable.map((it, index) => [
              it.id,
              { ...unanswered(it), reply: index % 2 ? ('yes' as const) : ('waived' as const), note: 'Seen.' },
            ]),
          ),
        };
        assert.deepEqual(support(catalogue, category, met), { level: 1, next: null, obstacles: [] });
        const lowest = applicable.some(({ level }) => level === catalogue.tiers.length);
        if (lowest) assert.equal(support(catalogue, category, emptyDraft()).level, null);
      }),
    );
  });

  test('another met or waived requirement never lowers the supported tier', () => {
    fc.assert(
      fc.property(
        anyProposal(),
        fc.nat(),
        fc.constantFrom('yes' as const, 'waived' as const),
        ([catalogue, draft, category], pick, reply) => {
          const applicable = requirementsFor(catalogue, category);
          const more = applicable[pick % Math.max(1, applicable.length)];
          if (!more) return;
          const better = {
            ...draft,
            answers: {
              ...draft.answers,
              [more.id]: { ...(draft.answers[more.id] ?? unanswered(more)), reply, note: 'Seen.' },
            },
          };
          assert.ok(
            rank(support(catalogue, category, better).level) <= rank(support(catalogue, category, draft).level),
          );
        },
      ),
    );
  });

  test('removing the listed obstacles is enough to reach the next tier', () => {
    fc.assert(
      fc.property(anyProposal(), ([catalogue, draft, category]) => {
        const { level, next, obstacles } = support(catalogue, category, draft);
        const above = level === 1 ? null : (level ?? catalogue.tiers.length + 1) - 1;
        assert.equal(next, above);
        assert.equal(obstacles.length === 0, next === null);
        const answers = { ...draft.answers };
        for (const { requirement } of obstacles)
          if (requirement) answers[requirement.id] = { ...unanswered(requirement), reply: 'yes', note: 'Seen.' };
        const improved = { ...draft, answers, others: { ...draft.others, ...(next !== null && { [next]: '' }) } };
        if (next !== null) assert.ok(rank(support(catalogue, category, improved).level) <= next);
      }),
    );
  });

  test('a requirement that is unmet only for higher tiers does not block a lower tier', () => {
    const catalogue = {
      tiers: [1, 2, 3].map((level) => tierNames({ level })),
      requirements: [{ id: 'owner', title: 'Owner', level: 3, appliesTo: ['other'] }],
    };
    const no = (from: number) => ({
      ...emptyDraft(),
      answers: { owner: { reply: 'no' as const, as: ' ', from, note: '' } },
    });
    assert.deepEqual(
      [3, 2, 1].map((from) => support(catalogue, 'other', no(from)).level),
      [null, 3, 2],
    );
    assert.equal(support(catalogue, 'other', no(2)).obstacles[0]?.as, 'Owner');
  });
});

test('an answer without evidence is an obstacle but counts as answered', () => {
  const catalogue = {
    tiers: [tierNames({ level: 1 })],
    requirements: [{ id: 'a', title: 'A', level: 1, appliesTo: ['other'] }],
  };
  for (const reply of ['yes', 'waived'] as const) {
    const draft = (note: string) => ({ ...emptyDraft(), answers: { a: { ...unanswered({ level: 1 }), reply, note } } });
    assert.equal(support(catalogue, 'other', draft(' ')).obstacles[0]?.because, 'unproven');
    assert.equal(support(catalogue, 'other', draft('Seen.')).level, 1);
    assert.deepEqual(progress(catalogue, 'other', draft('')).get(1), { questions: 1, answered: 1 });
  }
  assert.deepEqual(progress(catalogue, 'other', emptyDraft()).get(1), { questions: 1, answered: 0 });
});

test('each line of other missing items is an obstacle, and an unanswered requirement is listed by its title', () => {
  const requirements = [{ id: 'a', title: 'A', level: 3, appliesTo: ['other'] }];
  const tiers = [1, 2, 3].map((level) => tierNames({ level }));
  const draft = {
    ...emptyDraft(),
    answers: { a: { ...unanswered({ level: 3 }), as: 'words' } },
    others: { 3: ' x \n \ny' },
  };
  const [requirement] = requirements;
  assert.deepEqual(support({ tiers, requirements }, 'other', draft).obstacles, [
    { level: 3, as: 'A', requirement, because: 'unanswered' },
    { level: 3, as: 'x', because: 'unmet' },
    { level: 3, as: 'y', because: 'unmet' },
  ]);
});
