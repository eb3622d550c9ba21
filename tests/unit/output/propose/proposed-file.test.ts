import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { draftOf, emptyDraft } from '../../../../src/domain/propose/draft.ts';
import { support } from '../../../../src/domain/propose/supported-tier.ts';
import { proposedFile, historyEntry, idOfProposal } from '../../../../src/output/propose/proposed-file.ts';
import { featureSchema } from '../../../../src/schema/feature.ts';
import { documentedCatalogue } from '../../domain/plain-catalogues.ts';
import { draftWith, special, catalogue, proposal } from './proposals.ts';

const frontmatter = (file: string | undefined) => parse((file ?? '').split('---\n')[1] ?? '');

describe('The content file of a proposal', () => {
  test('the schema accepts the file with any typed text once the number of the decision is filled in', () => {
    const file = proposedFile(
      catalogue,
      proposal('lamp', draftWith({ 'wiring-plan': 'yes', 'spare-bulb': 'waived', 'night-watch': 'no' }, special)),
    );
    assert.throws(() => featureSchema.parse(frontmatter(file)), /still has the placeholder NUMBER/);
    const data = featureSchema.parse(frontmatter(file?.replaceAll('/NUMBER', '/7')));
    assert.equal(data.name, special.replace(/\s+/g, ' '));
    assert.deepEqual(
      data.history[0]?.missing.map(({ as, requirement }) => [as, requirement]),
      [[special.replace(/\s+/g, ' '), 'night-watch']],
    );
    assert.deepEqual(
      data.history[0]?.waived.map(({ requirement }) => requirement),
      ['spare-bulb'],
    );
    assert.equal(data.history[0]?.tier, 2);
  });

  test('the file has each typed text on one line, and words to replace for empty fields', () => {
    const draft = {
      ...draftWith({ 'spare-bulb': 'waived', 'night-watch': 'no' }, ' a \n watch '),
      name: ' ',
      description: '\n',
    };
    draft.answers['spare-bulb']!.note = ' Nobody makes them. ';
    assert.equal(
      proposedFile(catalogue, { ...proposal('lamp', draft), repository: 'https://git.example/lantern' }),
      `---
name: "New feature"
category: lamp
description: "Write what it is, in a sentence."
history:
  - date: 2024-07-01
    tier: 2
    missing:
      - as: "a watch"
        requirement: night-watch
    waived:
      - requirement: spare-bulb
        reason: "Nobody makes them."
        source: https://git.example/lantern/pull/NUMBER
    source: https://git.example/lantern/pull/NUMBER
---
`,
    );
    assert.match(
      proposedFile(catalogue, proposal('lamp', { ...draft, name: ' Blue lamp ', description: ' It is blue. ' })) ?? '',
      /^---\nname: "Blue lamp"\ncategory: lamp\ndescription: "It is blue\."\n/,
    );
    assert.match(
      proposedFile(catalogue, proposal('lamp', draft)) ?? '',
      /\n {8}reason: "Nobody makes them\."\n {8}source: https:\/\/example\.org\/pull\/NUMBER\n/,
    );
  });

  test('the entry does not mention missing or waived requirements if there are none', () => {
    assert.equal(
      historyEntry(catalogue, proposal('lamp', draftWith({ 'spare-bulb': 'yes', 'night-watch': 'yes' }))),
      '  - date: 2024-07-01\n    tier: 1\n    source: https://example.org/pull/NUMBER',
    );
  });

  test('the entry marks an unanswered requirement with a comment', () => {
    const entry = historyEntry(catalogue, proposal('lamp', draftWith({ 'spare-bulb': 'yes' }))) ?? '';
    assert.match(entry, /\n {4}missing:\n {6}- as: "Night watch" # not answered yet\n {8}requirement: night-watch\n/);
    assert.deepEqual(parse(`history:\n${entry}`).history[0].missing, [
      { as: 'Night watch', requirement: 'night-watch' },
    ]);
  });

  test('the entry of a published feature has the tier and the missing requirements of its row', () => {
    const documented = documentedCatalogue();
    for (const it of documented.features.filter(({ disputed }) => !disputed)) {
      const draft = draftOf(documented, it);
      const entry = historyEntry(documented, {
        ...proposal(it.category, draft),
        support: support(documented, it.category, draft),
      });
      const [parsed] = parse(`history:\n${entry}`).history;
      assert.equal(parsed.tier, it.level);
      assert.deepEqual(
        (parsed.missing ?? []).map((m: { as: string }) => m.as),
        it.missing.map(({ as }) => as),
      );
    }
  });

  test('there is no file and no entry if the answers support no tier', () => {
    assert.equal(proposedFile(catalogue, proposal('lamp', emptyDraft())), undefined);
    assert.equal(historyEntry(catalogue, proposal('lamp', emptyDraft())), undefined);
  });

  test('the file name is a valid id', () => {
    assert.deepEqual(
      ['Fog Signal on `UART-2`', 'x86_64', '  -._ ', '../../etc'].map((name) => idOfProposal({ name })),
      ['fog-signal-on-uart-2', 'x86_64', 'new-feature', 'etc'],
    );
  });
});
