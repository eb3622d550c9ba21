import assert from 'node:assert/strict';
import { test } from 'node:test';
import { everyCard } from '../../../../src/output/cards/card-words.ts';
import { featureOf, lantern } from '../../lantern.ts';

const cards = new Map(everyCard(lantern()).map(({ page, card }) => [page, card]));

test('the home page, the policy, combinations and every feature, tier and requirement have a card, also under a former id', () => {
  assert.deepEqual([...cards.keys()].toSorted(), [
    '',
    'features/fog-signal/',
    'features/oak-board/',
    'features/pine-board/',
    'features/port-lamp/',
    'features/red-lamp/',
    'policy/',
    'requirements/night-watch/',
    'requirements/spare-bulb/',
    'requirements/wiring-plan/',
    'stack/',
    'tiers/1/',
    'tiers/2/',
  ]);
});

test('the card of the home page gives the number of features in each tier and the date', () => {
  assert.deepEqual(cards.get(''), {
    site: 'Support Levels of Lantern',
    title: 'What can you rely on in Lantern?',
    status: '3 features',
    mark: undefined,
    detail: '2 in Tier 1, 1 in Tier 2',
    foot: 'As of 1 June 2024',
  });
});

test('the card of a feature gives its status, its missing requirements, its category and the date', () => {
  assert.deepEqual(cards.get('features/fog-signal/'), {
    site: 'Support Levels of Lantern',
    title: 'Fog signal on UART-2',
    status: 'Tier 2 — May Go Dark',
    mark: { sign: '2', shape: 'outline' },
    detail: 'Unmet for Tier 1: night watch of the signal, “agreement of the harbour office”',
    foot: 'Lamp · since 5 November 2023',
  });
});

test('a card describes a feature that lacks nothing, and gives the reason for a removal', () => {
  assert.equal(cards.get('features/oak-board/')?.detail, 'The first board, in an oak case.');
  const { status, mark, detail } = cards.get('features/pine-board/') ?? {};
  assert.deepEqual([status, mark, detail], ['No longer tracked', undefined, 'The case rotted.']);
});

test('a card describes a feature of a lower tier that lacks nothing, and leaves out a missing reason for a removal', () => {
  const catalogue = lantern();
  Object.assign(featureOf(catalogue, 'fog-signal').history[0] ?? {}, { missing: [] });
  Object.assign(featureOf(catalogue, 'pine-board').history[0] ?? {}, { note: undefined });
  const details = new Map(everyCard(catalogue).map(({ page, card }) => [page, card.detail]));
  assert.deepEqual(
    [details.get('features/fog-signal/'), details.get('features/pine-board/')],
    ['A lamp that blinks in fog.', ''],
  );
});

test('the card of a requirement names its categories if it does not apply to all', () => {
  const catalogue = lantern();
  const [lamp] = catalogue.categories;
  assert.ok(lamp);
  catalogue.categories.push({ ...lamp, id: 'bell' });
  assert.equal(
    everyCard(catalogue).find(({ page }) => page === 'requirements/night-watch/')?.card.foot,
    'Applies to Lamps, Boards',
  );
});

test('the card of a tier counts requirements and features, and that of a requirement who lacks it', () => {
  const textsOn = (page: string) => [cards.get(page)?.status, cards.get(page)?.detail, cards.get(page)?.foot];
  assert.deepEqual(textsOn('tiers/1/'), ['Tier 1', '1 requirement, and 2 of the tiers below', '2 features']);
  assert.deepEqual(textsOn('tiers/2/'), ['Tier 2', '2 requirements', '1 feature']);
  assert.deepEqual(textsOn('requirements/night-watch/'), [
    'Required by Tier 1',
    'Unmet in 1 feature',
    'Applies to every category',
  ]);
  assert.deepEqual(textsOn('requirements/wiring-plan/'), [
    'Required by Tier 2',
    'Unmet in no feature',
    'Applies to Boards',
  ]);
});
