import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { emptyDraft, unanswered } from '../../../../src/domain/propose/draft.ts';
import { proposalForm, type FilledForm } from '../../../../src/output/propose/proposal-form.ts';
import { draftWith, specialMarkdown, catalogue, proposal } from './proposals.ts';

const feature = catalogue.features.find(({ id }) => id === 'red-lamp');

describe('Forms filled in by a proposal', () => {
  const change = proposalForm(
    catalogue,
    { category: 'lamp', ...(feature && { feature }) },
    proposal('lamp', draftWith({ 'spare-bulb': 'waived', 'night-watch': 'no' }, 'a watch')),
  );
  const fresh = proposalForm(
    catalogue,
    { category: 'lamp' },
    proposal('lamp', { ...emptyDraft(), name: 'Blue `lamp`', description: 'It is blue.' }),
  );

  test('a change fills in both tiers and the missing and waived requirements', () => {
    const { title, from, tier, missing, waived } = change.fields;
    assert.deepEqual(
      [change.form, title, from, tier, missing],
      ['tier-change', 'Tier of red-lamp', '1', '2', 'a watch (night-watch)'],
    );
    assert.equal(waived, `spare-bulb: ${specialMarkdown}`);
  });

  test('each missing or waived item has its own line', () => {
    const draft = { ...draftWith({ 'wiring-plan': 'waived', 'night-watch': 'waived' }), others: { 1: 'a\nb' } };
    draft.answers['spare-bulb'] = { ...unanswered({ level: 2 }), reply: 'yes' };
    const { missing, waived } = proposalForm(
      catalogue,
      { category: 'board', ...(feature && { feature }) },
      proposal('board', draft),
    ).fields;
    assert.deepEqual([missing, waived], ['a\nb', `wiring-plan: ${specialMarkdown}\nnight-watch: ${specialMarkdown}`]);
  });

  test('a new feature fills in its name, and no tier if the answers support none', () => {
    assert.deepEqual(
      [fresh.form, fresh.fields],
      [
        'feature',
        {
          title: 'Track Blue lamp',
          name: 'Blue `lamp`',
          category: 'lamp',
          description: 'It is blue.',
          missing: 'Spare bulb (spare-bulb)',
        },
      ],
    );
  });

  test('every filled-in field exists in the form', () => {
    const known = ({ form }: FilledForm): unknown[] =>
      parse(readFileSync(`.github/ISSUE_TEMPLATE/${form}.yml`, 'utf8')).body.map((part: { id?: string }) => part.id);
    for (const filled of [change, fresh])
      assert.deepEqual(
        [...Object.keys(filled.fields), filled.answers].filter((id) => id !== 'title' && !known(filled).includes(id)),
        [],
      );
  });
});
