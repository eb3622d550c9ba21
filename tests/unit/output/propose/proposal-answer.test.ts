import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { draftOf, emptyDraft } from '../../../../src/domain/propose/draft.ts';
import { spans } from '../../../../src/output/stack/answer-blocks.ts';
import { obstacleSpans, proposalAnswer, proposalVerdict } from '../../../../src/output/propose/proposal-answer.ts';
import { proposedFile, historyEntry } from '../../../../src/output/propose/proposed-file.ts';
import { draftWith, catalogue, proposal } from './proposals.ts';
import { textOf } from '../stack/spans.ts';

const verdict = (draft: Parameters<typeof proposal>[1], unknown?: string) =>
  proposalVerdict(catalogue, { ...(unknown !== undefined && { unknown }) }, proposal('lamp', draft).support);

describe('The verdict', () => {
  test('the verdict names the supported tier and counts the obstacles to the next one', () => {
    assert.equal(verdict(emptyDraft()), 'Your answers support no tier yet. Tier 2: 1 question left.');
    assert.equal(
      verdict(draftWith({ 'spare-bulb': 'yes' })),
      'Your answers support Tier 2 — May Go Dark. Tier 1: 1 question left.',
    );
    assert.equal(
      verdict({ ...draftWith({ 'spare-bulb': 'yes', 'night-watch': 'yes' }), others: { 1: 'a\nb' } }),
      'Your answers support Tier 2 — May Go Dark. Tier 1: 2 unmet.',
    );
    assert.equal(
      verdict({ ...draftWith({ 'spare-bulb': 'yes' }), others: { 1: 'a' } }),
      'Your answers support Tier 2 — May Go Dark. Tier 1: 1 unmet, 1 question left.',
    );
    assert.equal(
      verdict(draftWith({ 'spare-bulb': 'yes', 'night-watch': 'waived' })),
      'Your answers support Tier 1 — Kept Lit.',
    );
  });

  test('the verdict names an unknown id', () => assert.match(verdict(emptyDraft(), 'x'), /^Unknown feature: x\. /));
});

describe('The answer to a proposal', () => {
  const feature = catalogue.features.find(({ id }) => id === 'red-lamp');
  const sentences = (draft: Parameters<typeof proposal>[1], about = feature) =>
    proposalAnswer(catalogue, { category: 'lamp', ...(about && { feature: about }) }, proposal('lamp', draft)).flatMap(
      (block) => (block.kind === 'says' ? [textOf(block.spans)] : []),
    );

  test('the answer describes a promotion, a demotion or the current status', () => {
    const high = draftWith({ 'spare-bulb': 'yes', 'night-watch': 'yes' });
    assert.match(sentences(high)[0] ?? '', /It is in Tier 1 today\.$/);
    assert.match(
      sentences(draftWith({ 'spare-bulb': 'yes' }))[0] ?? '',
      /It is in Tier 1 today, so this would be a demotion\.$/,
    );
    assert.match(
      sentences(high, feature && { ...feature, level: 2 })[0] ?? '',
      /It is in Tier 2 today, so this would be a promotion\.$/,
    );
  });

  test('the answer describes no change if the answers support no tier or the feature has none', () => {
    assert.equal(sentences(emptyDraft())[0], 'Your answers support no tier yet. Tier 2: 1 question left.');
    assert.equal(
      sentences(draftWith({ 'spare-bulb': 'yes' }), feature && { ...feature, level: null })[0],
      'Your answers support Tier 2 — May Go Dark. Tier 1: 1 question left.',
    );
  });

  test('the answer writes no entry before a reader answers anything', () => {
    const fog = catalogue.features.find(({ id }) => id === 'fog-signal');
    assert.ok(fog);
    assert.deepEqual(sentences(draftOf(catalogue, fog), fog).slice(1), [
      'This is its status today, so the source file needs no change.',
    ]);
    const disputed = { ...fog, disputed: ['spare-bulb'] };
    assert.deepEqual(sentences(draftOf(catalogue, disputed), disputed).slice(1), []);
  });

  test('the answer names the file to change or to add', () => {
    assert.equal(
      sentences(draftWith({ 'spare-bulb': 'yes' }))[1],
      'Write this at the top of the history in content/features/red-lamp.mdx, and replace NUMBER with the number of the pull request.',
    );
    const proposed = proposal('lamp', { ...draftWith({ 'spare-bulb': 'yes' }), name: 'Blue lamp' });
    assert.deepEqual(proposalAnswer(catalogue, { category: 'lamp' }, proposed).slice(4), [
      { kind: 'heading', text: 'Change to the source file' },
      {
        kind: 'says',
        spans: spans(
          'Write this as ',
          { text: 'content/features/blue-lamp.mdx', code: true },
          ', and replace NUMBER with the number of the pull request.',
        ),
      },
      { kind: 'code', label: 'feature file', language: 'yaml', text: proposedFile(catalogue, proposed) },
    ]);
  });

  test('the answer lists the obstacles to the next tier and gives a history entry', () => {
    const proposed = proposal('lamp', draftWith({ 'spare-bulb': 'yes' }));
    const [first, , between, list, ...rest] = proposalAnswer(
      catalogue,
      { category: 'lamp', ...(feature && { feature }) },
      proposed,
    );
    assert.deepEqual(
      [first, between, list, rest.at(-1)],
      [
        { kind: 'heading', text: 'Result' },
        { kind: 'heading', text: 'Still needed for Tier 1' },
        {
          kind: 'list',
          items: [spans({ text: 'Night watch', code: false, path: 'requirements/night-watch/' }, ': not answered yet')],
        },
        { kind: 'code', label: 'history entry', language: 'yaml', text: historyEntry(catalogue, proposed) },
      ],
    );
    const highest = proposalAnswer(
      catalogue,
      { category: 'lamp' },
      proposal('lamp', draftWith({ 'spare-bulb': 'yes', 'night-watch': 'yes' })),
    );
    assert.deepEqual(
      highest.map(({ kind }) => kind),
      ['heading', 'says', 'heading', 'says', 'code'],
    );
  });

  test('the answer has no file if the answers support no tier', () => {
    assert.ok(
      proposalAnswer(catalogue, { category: 'lamp' }, proposal('lamp', emptyDraft())).every(
        ({ kind }) => kind !== 'code',
      ),
    );
  });
});

test('an obstacle links to its requirement or says that the policy has none', () => {
  const requirement = catalogue.requirements[0];
  assert.ok(requirement);
  const path = 'requirements/night-watch/';
  assert.deepEqual(obstacleSpans({ level: 1, as: 'a `b`', requirement, because: 'unmet' }), [
    { text: 'a ', code: false, path },
    { text: 'b', code: true, path },
    ...spans(''),
  ]);
  assert.equal(textOf(obstacleSpans({ level: 1, as: 'a', because: 'unmet' })), 'a (not a requirement of the policy)');
  assert.equal(textOf(obstacleSpans({ level: 1, as: 'a', requirement, because: 'unanswered' })), 'a: not answered yet');
  assert.equal(textOf(obstacleSpans({ level: 1, as: 'a', requirement, because: 'unproven' })), 'a: no evidence yet');
});
