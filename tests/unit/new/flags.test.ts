import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { mistakeInDay, uselessFlags, type Kind } from '../../../src/new/flags.ts';
import { check, lanternFiles } from '../content-in-memory.ts';

describe('Flags without effect', () => {
  for (const [kind, flags, ...says] of [
    [
      'change',
      { tier: '1', missing: ['oil'] },
      'tier "1" is the highest, so nothing can be missing; leave out --missing, or write a lower tier',
    ],
    ['change', { tier: '2', missing: ['oil'] }],
    ['change', { tier: 'removed', missing: ['oil'] }, '--missing is for a tier; leave it out with "--tier removed"'],
    ['change', { tier: 'none', waived: ['oil'] }, '--waived is for a tier; leave it out with "--tier none"'],
    [
      'change',
      { tier: '2', successor: 'red-lamp' },
      'only a removed feature has a successor; leave out --successor, or write "--tier removed"',
    ],
    ['change', { tier: 'removed', successor: 'red-lamp' }],
    ['change', { name: 'Oak' }, "--name is for a new feature; edit the feature's file instead"],
    ['feature', { name: 'Oak' }],
    [
      'retire',
      { tier: '2', missing: ['oil'], release: '1.0.0' },
      '--tier is for a feature; leave it out',
      '--missing is for a feature; leave it out',
      '--release is for a feature; leave it out',
    ],
    ['retire', { successor: 'night-watch', source: 'https://git.example/9', note: 'It burned.' }],
  ] satisfies [Kind, Parameters<typeof uselessFlags>[1], ...string[]][])
    test(`${kind} ${JSON.stringify(flags)} is checked`, () => assert.deepEqual(uselessFlags(kind, flags, '1'), says));

  test('the message names the highest tier', () => {
    const flags = { tier: 'gold', missing: ['oil'] };
    assert.match(uselessFlags('change', flags, 'gold').join(), /^tier "gold" is the highest, /);
  });
});

describe('The date of an entry', () => {
  const oak = check(lanternFiles()).content.features.find(({ id }) => id === 'oak-board');
  for (const [day, says] of [
    ['31.12.2024', '"31.12.2024" is not a day; write it as YYYY-MM-DD, like 2024-05-31'],
    ['2025-01-02', '2025-01-02 is in the future; write the day of the change'],
    ['2023-11-05', 'it already has an entry for 2023-11-05; write another day, or edit that entry in its file'],
    ['2020-01-01', '2020-01-01 is before the date of its newest entry, 2023-11-05; write a later day'],
    ['2025-01-01', undefined],
  ] as const)
    test(`${day} is ${says ? 'invalid' : 'valid'}`, () => assert.equal(mistakeInDay(day, '2025-01-01', oak), says));

  test('any past date is accepted for a feature without entries', () => {
    assert.equal(mistakeInDay('2020-01-01', '2025-01-01', undefined), undefined);
  });
});
