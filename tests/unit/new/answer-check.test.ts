import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answerCheckFor } from '../../../src/new/answer-check.ts';
import { askEntry, type Ask, type Question } from '../../../src/new/prompts.ts';
import { check, lanternFiles } from '../content-in-memory.ts';

const { content, catalogue } = check(lanternFiles());
const answers = answerCheckFor(content, catalogue);
const hints = { category: 'lamp', tiers: '' };
const source = 'https://git.example/1';

test('an invalid answer is reported with what to write instead', () => {
  const cases: [Question, string, string | undefined][] = [
    ['tier', '2', undefined],
    ['tier', 'removed', undefined],
    ['tier', '7', 'tier "7" does not exist; write one of: 1, 2, none, removed'],
    ['tier', 'two', 'tier "two" does not exist; write one of: 1, 2, none, removed'],
    ['category', 'Boards', 'category "Boards" does not exist; did you mean "board"?'],
    ['id', 'red-lamp', 'feature "red-lamp" already exists; write another id, or "npm run new -- change red-lamp"'],
    ['order', '0', '"0" is not a position; write a number from 1 on'],
    ['successor', 'red-lam', 'feature "red-lam" does not exist; did you mean "red-lamp"?'],
    ['missing', 'oil', undefined],
    ['missing', 'Watch=night-wach', 'requirement "night-wach" does not exist; did you mean "night-watch"?'],
    ['waived', `night-watch=There is a bell = a loud one=${source}`, undefined],
    ['waived', 'night-watch', '"night-watch" is not a waiver; write "requirement=reason=address"'],
    ['waived', `night-wach=A bell.=${source}`, 'requirement "night-wach" does not exist; did you mean "night-watch"?'],
    ['source', 'pull/1', '"pull/1" is not an address; write one that begins with https://'],
    [
      'source',
      'https://git.example/pull/NUMBER',
      'the address still has the placeholder NUMBER; write what it stands for',
    ],
  ];
  for (const [question, answer, expected] of cases) assert.equal(answers.mistake(question, answer), expected, answer);
});

test('a question is asked again with the reason until the answer is valid', async () => {
  const typed: Partial<Record<Question, string[]>> = {
    tier: ['', 'two', '2'],
    missing: ['Watch=night-wach', 'Watch=night-watch', ''],
    waived: [`wiring-plan=No wires.=${source}`, ''],
    source: ['pull/1', source],
    note: ['Rain.'],
  };
  const reasons: string[] = [];
  const ask: Ask = async (question, _, reason) => {
    if (reason !== undefined) reasons.push(reason.split(';')[0] ?? '');
    return typed[question]?.shift();
  };
  assert.deepEqual(await askEntry(ask, '2024-07-01', answers, hints), {
    date: '2024-07-01',
    tier: 2,
    missing: [{ as: 'Watch', requirement: 'night-watch' }],
    waived: [{ requirement: 'wiring-plan', reason: 'No wires.', source }],
    source,
    note: 'Rain.',
  });
  assert.deepEqual(reasons, [
    '--tier is missing',
    'tier "two" does not exist',
    'requirement "night-wach" does not exist',
    '"pull/1" is not an address',
  ]);
});

test('without a terminal, the message begins with the name of the flag', async () => {
  const flags: Partial<Record<Question, string>> = { tier: '7' };
  const ask: Ask = async (question, _, reason) => (reason === undefined ? flags[question] : undefined);
  await assert.rejects(askEntry(ask, '2024-07-01', answers, hints), {
    name: 'CommandError',
    message: '--tier: tier "7" does not exist; write one of: 1, 2, none, removed',
  });
});

test('the question for missing requirements offers those of the next tier that apply, and no others', async () => {
  const shown: (string | undefined)[] = [];
  const typed: Partial<Record<Question, string[]>> = { tier: ['2'], missing: ['Oil=x-ray', ''], source: [source] };
  const ask: Ask = async (question, hint, reason) => {
    if (question === 'missing') shown.push(hint, reason);
    return typed[question]?.shift() ?? '';
  };
  await askEntry(ask, '2024-07-01', answers, { category: 'board', tiers: '1, 2; now 2' });
  assert.deepEqual(shown, [
    'like "Night watch=night-watch"; the ids: night-watch',
    undefined,
    'like "Night watch=night-watch"; the ids: night-watch',
    'requirement "x-ray" does not exist; write one of: night-watch',
  ]);
  const lampsOnly = '---\ntitle: Night watch\nappliesTo: [lamp]\n---\n\nSomebody is awake.\n';
  const other = check(lanternFiles({ 'requirements/night-watch.mdx': lampsOnly }));
  assert.deepEqual(answerCheckFor(other.content, other.catalogue).nextRequirements('2', 'board'), []);
  assert.deepEqual(answers.nextRequirements('1', 'lamp'), undefined);
  assert.equal(answerCheckFor(content, undefined).nextRequirements('2', 'board'), undefined);
});

test('the question for waivers offers what the tier and those below it require', async () => {
  const shown: Record<string, string | undefined> = {};
  for (const tier of ['1', '2'])
    await askEntry(
      async (question, hint) => {
        if (question === 'waived') shown[tier] = hint;
        return { tier, source }[question as 'tier' | 'source'] ?? '';
      },
      '2024-07-01',
      answers,
      { category: 'board', tiers: '1, 2' },
    );
  assert.deepEqual(shown, { 1: 'night-watch, wiring-plan', 2: 'wiring-plan' });
});

test('the answer to the question for the tier is followed by what that tier requires beyond the one now', async () => {
  const linesFor = async (tier: string, now: string | undefined, check = answers) => {
    const lines: string[] = [];
    const ask: Ask = async (question) => {
      if (question === 'tier') lines.push('tier?');
      if (question === 'waived') lines.push('waived?');
      return { tier, source, note: 'Rain.' }[question as 'tier' | 'source' | 'note'] ?? '';
    };
    const print = (text: string) => lines.push(text);
    await askEntry(ask, '2024-07-01', check, { category: 'board', tiers: '', now, print });
    return lines;
  };
  assert.deepEqual(await linesFor('1', '2'), ['tier?', 'Tier 1 also requires: Night watch (night-watch)', 'waived?']);
  assert.deepEqual(await linesFor('2', 'removed'), ['tier?', 'Tier 2 requires: Wiring plan (wiring-plan)', 'waived?']);
  for (const now of ['1', '2']) assert.deepEqual(await linesFor('2', now), ['tier?', 'waived?']);
  assert.deepEqual(await linesFor('none', '2'), ['tier?']);
  assert.deepEqual(await linesFor('1', '2', answerCheckFor(content, undefined)), ['tier?', 'waived?']);
});
