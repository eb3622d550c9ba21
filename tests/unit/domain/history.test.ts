import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Entry } from '../../../src/domain/catalogue/catalogue.ts';
import {
  allChanges,
  changesOf,
  currentEntry,
  groupChanges,
  inTierSince,
  newestChanges,
} from '../../../src/domain/history.ts';
import { check, featureWith, lanternFiles, linesOf } from '../content-in-memory.ts';
import { lensWith } from './feature-with-history.ts';
test('changes of one day are sorted by source and keep the order of the features within a source', () => {
  const featureFrom = (id: string, source: string) => {
    const feature = lensWith([2]);
    return { ...feature, id, history: feature.history.map((entry) => ({ ...entry, source })) };
  };
  const groups = groupChanges(
    allChanges([
      featureFrom('d', 'https://git.example/2'),
      featureFrom('b', 'https://git.example/1'),
      featureFrom('c', 'https://git.example/2'),
      featureFrom('a', 'https://git.example/1'),
    ]),
  );
  assert.deepEqual(
    groups.map(({ source, changes }) => [source.at(-1), ...changes.map(({ feature }) => feature.id)].join(' ')),
    ['1 b a', '2 d c'],
  );
});

test('a feature that comes back is reported as returned, and a repeated removal as confirmed', () => {
  assert.deepEqual(
    changesOf(lensWith([2], [undefined], [undefined], [2], [undefined])).map(({ kind }) => kind),
    ['removed', 'returned', 'confirmed', 'removed', 'added'],
  );
});

test('a feature that had a tier before it was not supported returns, and another is added', () => {
  const [now, then, first] = lensWith([3], [undefined], [2]).history;
  assert.ok(now && then && first);
  const unsupported = { ...then, unsupported: true as const };
  const kinds = (...history: Entry[]) => changesOf({ ...lensWith([3]), history }).map(({ kind }) => kind);
  assert.deepEqual(kinds(now, unsupported, first), ['returned', 'not-supported', 'added']);
  assert.deepEqual(kinds(now, unsupported), ['added', 'not-supported']);
});

test('the newest changes include every change of a day, even beyond the requested number', () => {
  const features = [lensWith([3], [2], [1]), lensWith([3], [2])];
  const counts = [1, 2, 3, 4, 9].map((least) => newestChanges(features, least).length);
  assert.deepEqual(counts, [1, 3, 3, 5, 5]);
});

test('the start date of a tier is that of the first entry in the unbroken series with that tier', () => {
  assert.equal(inTierSince(lensWith([3], [2, 'oil'], [2])), '2021-01-01');
  assert.equal(inTierSince(lensWith([2], [3], [2], [2, 'oil'])), '2022-01-01');
  assert.equal(inTierSince(lensWith([2])), '2020-01-01');
  assert.equal(inTierSince(lensWith([3], [2], [undefined])), '2022-01-01');
});

test('a history without an entry causes an error that names the file', () => {
  const feature = { ...lensWith([3]), history: [] };
  assert.throws(() => currentEntry(feature), /\.mdx: no history$/);
  assert.equal(currentEntry(lensWith([3], [2])).date, '2021-01-01');
});

test('different missing or waived requirements are reported as a change, but a different order is not', () => {
  const entry = (day: string, missing: string, waived = '') =>
    `- date: ${day}\n  tier: 2\n  missing: [${missing}]\n  waived: [${waived}]\n  source: https://x.example/1`;
  const waiver = '{ requirement: wiring-plan, reason: It has none., source: https://x.example/2 }';
  const other = waiver.replace('wiring-plan', 'night-watch');
  const watch = '{ as: watch, requirement: night-watch }';
  const kinds: [newer: string, older: string, kind: string][] = [
    [entry('2024-03-02', '{ as: a }, { as: b }'), entry('2024-03-01', '{ as: b }, { as: a }'), 'confirmed'],
    [entry('2024-03-02', '{ as: a }'), entry('2024-03-01', '{ as: b }'), 'requirements-changed'],
    [entry('2024-03-02', watch), entry('2024-03-01', '{ as: watch }'), 'requirements-changed'],
    [entry('2024-03-02', '', waiver), entry('2024-03-01', ''), 'requirements-changed'],
    [
      entry('2024-03-02', watch),
      entry('2024-03-01', watch.replace('night-watch', 'wiring-plan')),
      'requirements-changed',
    ],
    [entry('2024-03-02', '', `${waiver}, ${other}`), entry('2024-03-01', '', `${other}, ${waiver}`), 'confirmed'],
    [
      entry('2024-03-02', '', waiver),
      entry('2024-03-01', '', waiver.replace('wiring-plan', 'spare-bulb')),
      'requirements-changed',
    ],
  ];
  for (const [newer, older, kind] of kinds) {
    const { catalogue, problems } = check(
      lanternFiles({ 'features/oak-board.mdx': featureWith(`${newer}\n${older}`) }),
    );
    assert.ok(catalogue, linesOf(problems).join('\n'));
    assert.equal(allChanges(catalogue.features).find(({ feature }) => feature.id === 'oak-board')?.kind, kind, newer);
  }
});
