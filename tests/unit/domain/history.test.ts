import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import type { Catalogue } from '../../../src/domain/catalogue/catalogue.ts';
import {
  allChanges,
  changeDates,
  changesOf,
  currentEntry,
  groupChanges,
  inTierSince,
  newestChanges,
} from '../../../src/domain/history.ts';
import { check, featureWith, lanternFiles, told } from '../memory.ts';
import { lens } from './lens.ts';
import { events, writeReplay } from '../../replay.ts';

const folder = '.cache/replay-history';
writeReplay(folder);
const { catalogue: read, problems } = checkContent(folder);
assert.deepEqual(problems, []);
const catalogue = read as Catalogue;

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

describe('two years of the real document, replayed', () => {
  const renames = new Map(
    events.filter(({ type }) => type === 'renamed').map(({ from_, to }) => [from_?.name, to?.name]),
  );
  const kinds: Record<string, string> = {
    item_added: 'added',
    promoted: 'promoted',
    demoted: 'demoted',
    requirements_changed: 'requirements-changed',
    item_removed: 'removed',
  };

  test('every change that its text tells is told, with its day, tiers and kind, and no other', () => {
    const told = events
      .filter(({ type }) => type in kinds)
      .map((event) => [
        event.date,
        renames.get(event.name) ?? event.name,
        kinds[event.type],
        event.from_tier ?? null,
        event.to_tier ?? null,
      ]);
    const found = allChanges(catalogue.features).map(({ entry, before, feature, kind }) => {
      const [from, to] =
        kind === 'requirements-changed' ? [null, null] : [before?.tier?.level ?? null, entry.tier?.level ?? null];
      return [entry.date, feature.name, kind, from, to];
    });
    assert.equal(found.length, 67);
    assert.deepEqual(found.map(String).toSorted(byText), told.map(String).toSorted(byText));
  });

  test('changes are newest first, in groups of one day and one source', () => {
    const groups = groupChanges(allChanges(catalogue.features));
    assert.deepEqual(
      groups.map(({ date }) => date),
      changeDates(catalogue.features),
    );
    assert.deepEqual(
      groups.map(({ date }) => date),
      groups
        .map(({ date }) => date)
        .toSorted(byText)
        .reverse(),
    );
    assert.deepEqual(
      groups.map(({ changes }) => changes.length),
      [1, 2, 1, 1, 1, 2, 19, 17, 1, 2, 20],
    );
  });

  test('the ids of changes differ from each other, and a rename changes none of them', () => {
    const ids = allChanges(catalogue.features).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.includes('wasm32-wasi-2024-05-06') && ids.includes('wasi-runtime-config-2024-07-22'));
  });
});

test('changes of one day are in the order of their sources, and then of the features', () => {
  const of = (id: string, source: string) => {
    const it = lens([2]);
    return { ...it, id, history: it.history.map((entry) => ({ ...entry, source })) };
  };
  const groups = groupChanges(
    allChanges([
      of('d', 'https://git.example/2'),
      of('b', 'https://git.example/1'),
      of('c', 'https://git.example/2'),
      of('a', 'https://git.example/1'),
    ]),
  );
  assert.deepEqual(
    groups.map(({ source, changes }) => [source.at(-1), ...changes.map(({ feature }) => feature.id)].join(' ')),
    ['1 b a', '2 d c'],
  );
});

test('a feature that returns has returned, and one that is removed again is confirmed to be', () => {
  assert.deepEqual(
    changesOf(lens([2], [undefined], [undefined], [2], [undefined])).map(({ kind }) => kind),
    ['removed', 'returned', 'confirmed', 'removed', 'added'],
  );
});

test('the newest changes are at least as many as asked for, with each day whole', () => {
  const counts = [1, 2, 3, 4, 9, 67, 500].map((least) => newestChanges(catalogue.features, least).length);
  assert.deepEqual(counts, [1, 3, 3, 4, 27, 67, 67]);
});

test('a feature has its tier since the first of the unbroken entries with it', () => {
  assert.equal(inTierSince(lens([3], [2, 'oil'], [2])), '2021-01-01');
  assert.equal(inTierSince(lens([2], [3], [2], [2, 'oil'])), '2022-01-01');
  assert.equal(inTierSince(lens([2])), '2020-01-01');
  assert.equal(inTierSince(lens([3], [2], [undefined])), '2022-01-01');
});

test('a history without an entry is an error that names the file', () => {
  const feature = { ...lens([3]), history: [] };
  assert.throws(() => currentEntry(feature), /\.mdx: no history$/);
  assert.equal(currentEntry(lens([3], [2])).date, '2021-01-01');
});

test('what a status asks for is what makes a new entry a change of requirements, in whatever order it is written', () => {
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
    assert.ok(catalogue, told(problems).join('\n'));
    assert.equal(allChanges(catalogue.features).find(({ feature }) => feature.id === 'oak-board')?.kind, kind, newer);
  }
});
