import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { changeSentence } from '../../../src/domain/change-words.ts';
import type { Catalogue, Entry, Feature } from '../../../src/domain/catalogue.ts';
import { allChanges, catalogueOn, changeDates, changesOf, groupChanges, inTierSince, statusOn } from '../../../src/domain/history.ts';
import { currentEntry, featuresIn } from '../../../src/domain/tier.ts';
import { events, revisions, writeReplay } from '../../replay.ts';

const folder = '.cache/replay-history';
writeReplay(folder);
const { catalogue: read, problems } = checkContent(folder);
assert.deepEqual(problems, []);
const catalogue = read as Catalogue;

const byText = (a: string, b: string) => (a < b ? -1 : Number(a > b));

describe('two years of the real document, replayed', () => {
  const renames = new Map(events.filter(({ type }) => type === 'renamed').map(({ from_, to }) => [from_?.name, to?.name]));
  const kinds: Record<string, string> = { item_added: 'added', promoted: 'promoted', demoted: 'demoted', requirements_changed: 'requirements-changed', item_removed: 'removed' };

  test('every change that its text tells is told, with its day, tiers and kind, and no other', () => {
    const told = events
      .filter(({ type }) => type in kinds)
      .map((event) => [event.date, renames.get(event.name) ?? event.name, kinds[event.type], event.from_tier ?? null, event.to_tier ?? null]);
    const found = allChanges(catalogue.features).map(({ entry, before, feature, kind }) => {
      const [from, to] = kind === 'requirements-changed' ? [null, null] : [before?.tier?.level ?? null, entry.tier?.level ?? null];
      return [entry.date, feature.name, kind, from, to];
    });
    assert.equal(found.length, 67);
    assert.deepEqual(found.map(String).toSorted(byText), told.map(String).toSorted(byText));
  });

  for (const { date, rows } of revisions) {
    test(`the tables of ${date} are those of the document on that day`, () => {
      const { features, tiers } = catalogueOn(catalogue, date);
      const found = tiers.flatMap((tier) =>
        featuresIn(features, tier).map((feature) => [tier.level, feature.category.name, feature.name, ...currentEntry(feature).missing.map(({ as }) => as)].join(' | ')),
      );
      const expected = rows.map(({ tier, category, name, missing }) => [tier, category, renames.get(name) ?? name, ...missing].join(' | '));
      assert.deepEqual(found.toSorted(byText), expected.toSorted(byText));
    });
  }

  test('changes are newest first, in groups of one day and one source', () => {
    const groups = groupChanges(allChanges(catalogue.features));
    assert.deepEqual(groups.map(({ date }) => date), changeDates(catalogue.features));
    assert.deepEqual(groups.map(({ date }) => date), groups.map(({ date }) => date).toSorted(byText).reverse());
    assert.deepEqual(groups.map(({ changes }) => changes.length), [1, 2, 1, 1, 1, 2, 19, 17, 1, 2, 20]);
  });

  test('the ids of changes differ from each other, and a rename changes none of them', () => {
    const ids = allChanges(catalogue.features).map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.ok(ids.includes('wasm32-wasi-2024-05-06') && ids.includes('wasi-runtime-config-2024-07-22'));
  });
});

/** A feature with these statuses, the oldest first: a tier, nothing for a removal, and what is missing. */
function feature(...statuses: [tier: number | undefined, ...missing: string[]][]): Feature {
  const history = statuses.map(([level, ...missing], index): Entry => ({
    date: `202${index}-01-01`,
    tier: catalogue.tiers.find((tier) => tier.level === level),
    missing: missing.map((as) => ({ as, requirement: undefined })),
    waived: [],
    successor: undefined,
    source: 'https://git.example/1',
    note: undefined,
  }));
  const [some] = catalogue.features;
  assert.ok(some);
  return { ...some, id: 'lens', name: 'Lens `A`', formerIds: [], history: history.reverse() };
}
const sentences = (it: Feature) => changesOf(it).map((change) => `${change.kind}: ${changeSentence(change)}`).reverse();

describe('a change in a sentence', () => {
  test('added, promoted, demoted, removed, returned', () => {
    assert.deepEqual(sentences(feature([3], [1], [2], [undefined], [2])), [
      'added: Lens A was added to Tier 3',
      'promoted: Lens A was promoted from Tier 3 to Tier 1',
      'demoted: Lens A was demoted from Tier 1 to Tier 2',
      'removed: Lens A was removed from Tier 2',
      'returned: Lens A returned to Tier 2',
    ]);
  });

  test('what is missing came, went, and came while another went', () => {
    assert.deepEqual(sentences(feature([3], [3, 'oil'], [3, 'glass'], [3])).slice(1), [
      'requirements-changed: Lens A stays in Tier 3; it now lacks “oil”',
      'requirements-changed: Lens A stays in Tier 3; it now lacks “glass”, and it no longer lacks “oil”',
      'requirements-changed: Lens A stays in Tier 3; it no longer lacks “glass”',
    ]);
  });

  test('an entry that changes nothing, in another order or after a removal, is a confirmation', () => {
    assert.deepEqual(sentences(feature([3, 'oil', 'glass'], [3, 'glass', 'oil'])).slice(1), ['confirmed: Lens A stays in Tier 3']);
    assert.deepEqual(sentences(feature([3], [undefined], [undefined])).slice(2), ['confirmed: Lens A is still not tracked']);
  });
});

describe('status on a day', () => {
  const lens = feature([3], [2], [undefined]);

  test('an entry holds from its own day to the one before the next', () => {
    const levels = ['2019-12-31', '2020-01-01', '2020-12-31', '2021-01-01', '2022-01-01', '2030-01-01'].map((day) => {
      const status = statusOn(lens, day);
      return status ? (status.tier?.level ?? 'removed') : undefined;
    });
    assert.deepEqual(levels, [undefined, 3, 3, 2, 'removed', 'removed']);
  });

  test('a feature has its tier since the first of the unbroken entries with it', () => {
    assert.equal(inTierSince(feature([3], [2, 'oil'], [2])), '2021-01-01');
    assert.equal(inTierSince(feature([2], [3], [2], [2, 'oil'])), '2022-01-01');
    assert.equal(inTierSince(feature([2])), '2020-01-01');
    assert.equal(inTierSince(lens), '2022-01-01');
  });
});
