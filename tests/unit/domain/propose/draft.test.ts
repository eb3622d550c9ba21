import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { draftOf, emptyDraft, firstDraft, parseDraft, unanswered } from '../../../../src/domain/propose/draft.ts';
import { support } from '../../../../src/domain/propose/supported-tier.ts';
import { tierNames } from '../../../../src/domain/tier.ts';
import { anyCase, feature, lanternOutline, publishedOutline } from '../outlines.ts';

const published = publishedOutline();

describe('a draft that was kept', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(anyCase(), ([outline, draft]) => {
        const back = parseDraft(outline, JSON.stringify(draft));
        assert.deepEqual(back.answers, JSON.parse(JSON.stringify(draft.answers)));
        assert.equal(back.name, draft.name);
        for (const { level } of outline.tiers) assert.equal(back.others[level], draft.others[level] ?? '');
      }),
    );
  });

  test('may be any text at all, and is still a draft', () => {
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
        const draft = parseDraft(published, text ?? '');
        assert.deepEqual(Object.keys(draft), ['name', 'description', 'answers', 'others']);
        support(published, 'target', draft);
      }),
    );
  });
});

describe('an answer that was kept', () => {
  const requirement = published.requirements.find(({ level }) => level > 1);
  assert.ok(requirement);
  const read = (answer: unknown) =>
    parseDraft(published, JSON.stringify({ answers: { [requirement.id]: answer } })).answers[requirement.id];
  const empty = unanswered(requirement);

  test('asks from a tier that there is, or else from the requirement’s own', () => {
    for (const from of [0, -1, 0.5, empty.from + 1, '1', null])
      assert.equal(read({ from })?.from, empty.from, String(from));
    for (let from = 1; from <= empty.from; from++) assert.equal(read({ from })?.from, from);
  });

  test('that is none is as one that was never given', () => {
    for (const answer of [null, 'yes', 3, [], { reply: 'nope', as: 3, note: null }])
      assert.deepEqual(read(answer), empty);
  });

  test('in a text that is no draft is left out', () => {
    for (const text of ['', '{', 'null', '[]', '"x"', '{"others":"abcd"}'])
      assert.deepEqual(parseDraft(lanternOutline(), text), {
        name: '',
        description: '',
        answers: {},
        others: { 1: '', 2: '' },
      });
  });
});

test('a draft about something new begins with nothing answered', () => {
  assert.deepEqual(firstDraft(published, { category: 'misc' }), emptyDraft());
});

const tiers = [1, 2, 3].map((level) => tierNames({ level }));

describe('a draft by heart', () => {
  const requirements = [
    { id: 'a', title: 'A', level: 3, appliesTo: ['other'] },
    { id: 'b', title: 'B', level: 2, appliesTo: ['other'] },
    { id: 'c', title: 'C', level: 1, appliesTo: ['other'] },
    { id: 'd', title: 'D', level: 3, appliesTo: ['board'] },
  ];

  test('begins empty', () => {
    assert.deepEqual(emptyDraft(), { name: '', description: '', answers: {}, others: {} });
    assert.deepEqual(unanswered({ level: 2 }), { reply: '', as: '', from: 2, note: '' });
  });

  test('of a feature answers what its tiers and the next one require of its category, the latter without evidence, and of a removed one nothing', () => {
    const yes = (level: number, note = '') => ({ reply: 'yes', as: '', from: level, note });
    const own = yes(3, 'Required by Tier 3, its current tier.');
    assert.deepEqual(draftOf({ tiers, requirements }, feature('it', { level: 3 })), {
      ...emptyDraft(),
      name: 'it',
      answers: { a: own, b: yes(2) },
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
      answers: { a: own, b: { reply: 'waived', as: '', from: 2, note: 'B.' } },
      others: { 2: 'x\ny' },
    });
  });
});

test('two words for one requirement stay together, and a waiver keeps its reason', () => {
  const outline = {
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
  const { answers, others } = draftOf(outline, it);
  assert.deepEqual(answers['a'], { reply: 'no', as: 'one, two', from: 1, note: '' });
  assert.deepEqual(answers['b'], { reply: 'waived', as: '', from: 2, note: 'Not here.' });
  assert.deepEqual(others, { 1: 'three' });
});
