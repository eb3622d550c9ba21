import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { draftOf, emptyDraft, firstDraft, parseDraft, unanswered } from '../../../../src/domain/propose/draft.ts';
import { support } from '../../../../src/domain/propose/supported-tier.ts';
import { tierNames } from '../../../../src/domain/tier.ts';
import { anyProposal, feature, lanternCatalogue, documentedCatalogue } from '../plain-catalogues.ts';

const documented = documentedCatalogue();

describe('Saved drafts', () => {
  test('a saved draft reads back unchanged', () => {
    fc.assert(
      fc.property(anyProposal(), ([catalogue, draft]) => {
        const back = parseDraft(catalogue, JSON.stringify(draft));
        assert.deepEqual(back.answers, JSON.parse(JSON.stringify(draft.answers)));
        assert.equal(back.name, draft.name);
        for (const { level } of catalogue.tiers) assert.equal(back.others[level], draft.others[level] ?? '');
      }),
    );
  });

  test('any saved text reads back as a valid draft', () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({
          answers: fc.dictionary(fc.constantFrom('ci-testing', '__proto__'), fc.anything()),
          others: fc.anything(),
          name: fc.anything(),
        })
        .map((it) => {
          try {
            return JSON.stringify(it);
          } catch {
            return '';
          }
        }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const draft = parseDraft(documented, text ?? '');
        assert.deepEqual(Object.keys(draft), ['name', 'description', 'answers', 'others']);
        support(documented, 'target', draft);
      }),
    );
  });
});

describe('Saved answers', () => {
  const requirement = documented.requirements.find(({ level }) => level > 1);
  assert.ok(requirement);
  const read = (answer: unknown) =>
    parseDraft(documented, JSON.stringify({ answers: { [requirement.id]: answer } })).answers[requirement.id];
  const empty = unanswered(requirement);

  test('an invalid starting tier of a saved answer falls back to the tier of the requirement', () => {
    for (const from of [0, -1, 0.5, empty.from + 1, '1', null])
      assert.equal(read({ from })?.from, empty.from, String(from));
    for (let from = 1; from <= empty.from; from++) assert.equal(read({ from })?.from, from);
  });

  test('an invalid saved answer counts as unanswered', () => {
    for (const answer of [null, 'yes', 3, [], { reply: 'nope', as: 3, note: null }])
      assert.deepEqual(read(answer), empty);
  });

  test('a saved text that is not a draft reads back as an empty draft', () => {
    for (const text of ['', '{', 'null', '[]', '"x"', '{"others":"abcd"}'])
      assert.deepEqual(parseDraft(lanternCatalogue(), text), {
        name: '',
        description: '',
        answers: {},
        others: { 1: '', 2: '' },
      });
  });
});

test('a draft for a new feature starts without answers', () => {
  assert.deepEqual(firstDraft(documented, { category: 'misc' }), emptyDraft());
});

const tiers = [1, 2, 3].map((level) => tierNames({ level }));

describe('New drafts', () => {
  const requirements = [
    { id: 'a', title: 'A', level: 3, appliesTo: ['other'] },
    { id: 'b', title: 'B', level: 2, appliesTo: ['other'] },
    { id: 'c', title: 'C', level: 1, appliesTo: ['other'] },
    { id: 'd', title: 'D', level: 3, appliesTo: ['board'] },
  ];

  test('a new draft and a new answer start empty', () => {
    assert.deepEqual(emptyDraft(), { name: '', description: '', answers: {}, others: {} });
    assert.deepEqual(unanswered({ level: 2 }), { reply: '', as: '', from: 2, note: '' });
  });

  test('a draft of a feature answers what its tiers and the next one require, and nothing if it is removed', () => {
    const yes = (level: number, note = '') => ({ reply: 'yes', as: '', from: level, note });
    const required = yes(3, 'Required by Tier 3, its current tier.');
    assert.deepEqual(draftOf({ tiers, requirements }, feature('it', { level: 3 })), {
      ...emptyDraft(),
      name: 'it',
      answers: { a: required, b: yes(2) },
    });
    assert.deepEqual(
      draftOf({ tiers, requirements }, feature('it', { level: null, missing: [{ as: 'x', requirement: 'a' }] })),
      { ...emptyDraft(), name: 'it' },
    );
    const waived = draftOf(
      { tiers, requirements },
      feature('it', {
        level: 3,
        missing: [{ as: 'x' }, { as: 'y' }],
        waived: [
          { requirement: 'd', reason: 'D.' },
          { requirement: 'b', reason: 'B.' },
        ],
      }),
    );
    assert.deepEqual(waived, {
      ...emptyDraft(),
      name: 'it',
      answers: { a: required, b: { reply: 'waived', as: '', from: 2, note: 'B.' } },
      others: { 2: 'x\ny' },
    });
  });
});

test('a draft joins two missing texts for one requirement and keeps the reason of a waiver', () => {
  const catalogue = {
    tiers,
    requirements: [
      { id: 'a', title: 'A', level: 2, appliesTo: ['other'] },
      { id: 'b', title: 'B', level: 2, appliesTo: ['other'] },
    ],
  };
  const it = feature('it', {
    level: 2,
    missing: [{ as: 'one', requirement: 'a' }, { as: 'two', requirement: 'a' }, { as: 'three' }],
    waived: [{ requirement: 'b', reason: 'Not here.' }],
  });
  const { answers, others } = draftOf(catalogue, it);
  assert.deepEqual(answers['a'], { reply: 'no', as: 'one, two', from: 1, note: '' });
  assert.deepEqual(answers['b'], { reply: 'waived', as: '', from: 2, note: 'Not here.' });
  assert.deepEqual(others, { 1: 'three' });
});
