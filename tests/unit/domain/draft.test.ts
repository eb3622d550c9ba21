import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { firstDraft, parseDraft, readSubject, writeSubject } from '../../../src/domain/draft.ts';
import { emptyDraft, support, unanswered } from '../../../src/domain/proposal.ts';
import { anyCase, lanternOutline, publishedOutline } from './outlines.ts';

const published = publishedOutline();

describe('a draft that was kept', () => {
  test('comes back as it was', () => {
    fc.assert(fc.property(anyCase(), ([outline, draft]) => {
      const back = parseDraft(outline, JSON.stringify(draft));
      assert.deepEqual(back.answers, JSON.parse(JSON.stringify(draft.answers)));
      assert.equal(back.name, draft.name);
      for (const { level } of outline.tiers) assert.equal(back.others[level], draft.others[level] ?? '');
    }));
  });

  test('may be any text at all, and is still a draft', () => {
    const anything = fc.oneof(fc.string(), fc.json(), fc.record({ answers: fc.dictionary(fc.constantFrom('ci-testing', '__proto__'), fc.anything()), others: fc.anything(), name: fc.anything() }).map((it) => {
      try {
        return JSON.stringify(it);
      } catch {
        return '';
      }
    }));
    fc.assert(fc.property(anything, (text) => {
      const draft = parseDraft(published, text ?? '');
      assert.deepEqual(Object.keys(draft), ['name', 'description', 'answers', 'others']);
      support(published, 'target', draft);
    }));
  });
});

describe('the query', () => {
  test('asks about a feature, also by an id that it had, or about something new of a category', () => {
    const outline = lanternOutline();
    assert.equal(readSubject(outline, '?feature=port-lamp').feature?.id, 'red-lamp');
    assert.deepEqual(readSubject(outline, '?category=board'), { category: 'board' });
    assert.deepEqual(readSubject(outline, ''), { category: 'lamp' });
    assert.deepEqual(readSubject(outline, '?feature=%3Cb%3E&category=board'), { category: 'board', unknown: '<b>' });
    assert.deepEqual(readSubject(outline, '?category=nope'), { category: 'lamp', unknown: 'nope' });
    assert.deepEqual(readSubject({ categories: [], features: [] }, ''), { category: '' });
  });

  test('for what is removed asks about something new of its category, and says so', () => {
    const outline = lanternOutline();
    assert.deepEqual(readSubject(outline, '?feature=pine-board'), { category: 'board', unknown: 'pine-board' });
  });

  test('of any subject reads back as that subject', () => {
    for (const it of published.features) assert.deepEqual(readSubject(published, writeSubject({ category: it.category, feature: it })), { category: it.category, feature: it });
    for (const { id } of published.categories) assert.deepEqual(readSubject(published, writeSubject({ category: id })), { category: id });
  });

  test('without a feature begins with nothing answered', () => {
    assert.deepEqual(firstDraft(published, { category: 'misc' }), emptyDraft());
  });
});

describe('an answer that was kept', () => {
  const requirement = published.requirements.find(({ level }) => level > 1);
  assert.ok(requirement);
  const read = (answer: unknown) => parseDraft(published, JSON.stringify({ answers: { [requirement.id]: answer } })).answers[requirement.id];
  const empty = unanswered(requirement);

  test('asks from a tier that there is, or else from the requirement’s own', () => {
    for (const from of [0, -1, 0.5, empty.from + 1, '1', null]) assert.equal(read({ from })?.from, empty.from, String(from));
    for (let from = 1; from <= empty.from; from++) assert.equal(read({ from })?.from, from);
  });

  test('that is none is as one that was never given', () => {
    for (const answer of [null, 'yes', 3, [], { reply: 'nope', as: 3, note: null }]) assert.deepEqual(read(answer), empty);
  });

  test('in a text that is no draft is left out', () => {
    for (const text of ['', '{', 'null', '[]', '"x"', '{"others":"abcd"}']) assert.deepEqual(parseDraft(lanternOutline(), text), { name: '', description: '', answers: {}, others: { 1: '', 2: '' } });
  });
});
