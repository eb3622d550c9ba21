import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { AnswerCheck } from '../../../src/new/answer-check.ts';
import { askEntry as askFor, askFeature, type Ask, type Question } from '../../../src/new/prompts.ts';
import { besideFlags } from '../../../src/new/flags.ts';
import { unsafeIds, namesWithoutId } from '../../hostile/ids.ts';

const source = 'https://git.example/1';
const anything: AnswerCheck = {
  categories: ['lamp', 'board'],
  tiers: ['1', '2', '3'],
  nextRequirements: () => [],
  requirements: () => [],
  alsoRequires: () => undefined,
  mistake: () => undefined,
};
const hints = { category: 'lamp', tiers: '1, 2, 3; now 3' };
const askEntry = (ask: Ask, date: string) => askFor(ask, date, anything, hints);
/** Answers each question from its list, and with nothing when the list is empty. */
const answering =
  (answers: Partial<Record<Question, string[]>>): Ask =>
  async (question) =>
    answers[question]?.shift();

describe('Asking for a new entry', () => {
  test('a missing item keeps its requirement if one is named', async () => {
    const ask = answering({
      tier: ['2'],
      missing: ['Night watch=night-watch', 'a = b of the harbour', 'oil', ''],
      source: [source],
      note: ['Rain.'],
    });
    assert.deepEqual(await askEntry(ask, '2024-02-29'), {
      date: '2024-02-29',
      tier: 2,
      missing: [{ as: 'Night watch', requirement: 'night-watch' }, { as: 'a = b of the harbour' }, { as: 'oil' }],
      source,
      note: 'Rain.',
    });
  });

  test('an empty answer is left out of the entry', async () => {
    assert.deepEqual(await askEntry(answering({ tier: ['3'], source: [source], note: [''] }), '2024-02-29'), {
      date: '2024-02-29',
      tier: 3,
      source,
    });
  });

  test('an unsupported feature gets a note and no missing items', async () => {
    const ask = answering({ tier: ['none'], missing: ['oil'], source: [source], note: ['Nobody built one.'] });
    assert.deepEqual(await askEntry(ask, '2024-02-29'), {
      date: '2024-02-29',
      tier: 'none',
      source,
      note: 'Nobody built one.',
    });
  });

  test('an entry for the highest tier has no missing items', async () => {
    assert.deepEqual(await askEntry(answering({ tier: ['1'], missing: ['oil'], source: [source] }), '2024-02-29'), {
      date: '2024-02-29',
      tier: 1,
      source,
    });
  });

  test('an entry for a tier, for none and for a removal may have a release', async () => {
    for (const tier of ['2', 'none', 'removed']) {
      const ask = answering({ tier: [tier], source: [source], release: ['1.4.0'], note: ['Rain.'] });
      assert.equal((await askEntry(ask, '2024-02-29')).release, '1.4.0', tier);
    }
  });

  test('the tier is asked for again if a given flag has no effect with it', async () => {
    for (const [tier, flag] of [
      ['1', 'missing'],
      ['none', 'waived'],
      ['removed', 'missing'],
      ['2', 'successor'],
    ] as const) {
      const reasons: (string | undefined)[] = [];
      const check = besideFlags(anything, 'change', { [flag]: ['oil'] });
      const ask: Ask = async (question, _, reason) => {
        if (question !== 'tier') return undefined;
        reasons.push(reason);
        return reasons.length === 1 ? tier : undefined;
      };
      await assert.rejects(askFor(ask, '2024-02-29', check, hints), /--tier: .*leave/);
      assert.match(reasons[1] ?? '', new RegExp(`--${flag}`));
    }
  });

  test('a removal has a successor and a note', async () => {
    const ask = answering({ tier: ['removed'], successor: ['oak-board'], source: [source], note: ['It rotted.'] });
    assert.deepEqual(await askEntry(ask, '2024-02-29'), {
      date: '2024-02-29',
      removed: true,
      successor: 'oak-board',
      source,
      note: 'It rotted.',
    });
  });
});

describe('Asking for a new feature', () => {
  const answers = (more: Partial<Record<Question, string[]>> = {}) =>
    askFeature(
      answering({
        name: ['Fog `signal` 2'],
        category: ['lamp'],
        description: ['A lamp.'],
        tier: ['1'],
        source: [source],
        ...more,
      }),
      '2024-02-29',
      anything,
    );

  test('the id is made from the name', async () => {
    const { id, feature } = await answers();
    assert.equal(id, 'fog-signal-2');
    assert.deepEqual(feature, {
      name: 'Fog `signal` 2',
      category: 'lamp',
      description: 'A lamp.',
      history: [{ date: '2024-02-29', tier: 1, source }],
    });
  });

  test('a given id is used', async () => {
    assert.equal((await answers({ id: ['fog'] })).id, 'fog');
  });

  test('an invalid id is rejected before the next question', async () => {
    const questions: string[] = [];
    const refusal = (replies: Partial<Record<Question, string>>) =>
      askFeature(
        async (question) => {
          questions.push(question);
          return replies[question];
        },
        '2024-02-29',
        anything,
      ).then(
        () => 'accepted',
        ({ name, message }: Error) => `${name} ${message}`,
      );
    for (const id of unsafeIds) {
      assert.match(await refusal({ name: 'Bell', id }), /^CommandError ".+" cannot be an id: .+[;,] .+$/s, id);
      assert.ok(!/[\r\n]/.test(await refusal({ name: 'Bell', id })), id);
    }
    for (const name of namesWithoutId)
      assert.equal(await refusal({ name }), `CommandError no id can be made from "${name}"; give one with --id`);
    assert.deepEqual([...new Set(questions)], ['name', 'id']);
  });

  for (const [question, says] of Object.entries({
    name: "--name is missing; write its name, in the document's words",
    category: '--category is missing; write the id of its category: lamp, board',
    tier: '--tier is missing; write its tier, or "none" if it is not supported: 1, 2, 3, none',
    source: '--source is missing; write the address of the pull request or commit that makes the change',
  }))
    test(`a missing ${question} is reported with what to write`, () =>
      assert.rejects(answers({ [question]: [''] }), { name: 'CommandError', message: says }));
});
