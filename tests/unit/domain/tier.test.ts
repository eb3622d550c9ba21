import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Tier } from '../../../src/domain/catalogue/catalogue.ts';
import {
  featuresIn,
  tierAbove,
  tierBelow,
  tierInSentence,
  tierNames,
  tierShape,
  tierWords,
} from '../../../src/domain/tier.ts';
import { lantern, tierOf } from '../lantern.ts';

const tier = (level: number): Tier => ({
  id: `t${level}`,
  ...tierNames({ level, title: 'Kept Lit' }),
  file: '',
  body: '',
  formerAnchors: [],
  requirements: [],
  groups: [],
  retiredRequirements: [],
  changes: [],
});
const five = [1, 2, 3, 4, 5].map(tier) as [Tier, Tier, Tier, Tier, Tier];
const [highest, second, , fourth, lowest] = five;

describe('Neighbouring tiers', () => {
  test('the tier above has the next smaller number, and the highest tier has none above it', () => {
    assert.equal(tierAbove(five, second), highest);
    assert.equal(tierAbove(five, lowest), fourth);
    assert.equal(tierAbove(five, highest), undefined);
  });

  test('the tier below has the next larger number, and the lowest tier has none below it', () => {
    assert.equal(tierBelow(five, fourth), lowest);
    assert.equal(tierBelow(five, highest), second);
    assert.equal(tierBelow(five, lowest), undefined);
  });
});

test('a tier is labelled by its level, and its full name and heading add the title', () => {
  const { slug, label, mark, heading } = second;
  assert.deepEqual([slug, label, mark, heading], ['2', 'Tier 2', '2', 'Tier 2 - Kept Lit']);
  assert.deepEqual([tierWords(second), tierInSentence(second)], ['Tier 2 — Kept Lit', 'Tier 2 (Kept Lit)']);
});

test('a tier can have its own slug and label, and its names work without a title', () => {
  const gold = tierNames({ level: 2, slug: 'gold', label: 'Gold' });
  assert.deepEqual(gold, { level: 2, slug: 'gold', label: 'Gold', mark: '2', title: '', heading: 'Gold' });
  assert.deepEqual([tierWords(gold), tierInSentence(gold)], ['Gold', 'Gold']);
  assert.equal(tierNames({ level: 2, slug: '1b' }).mark, '1b');
});

test("a tier's mark is solid for the highest, outlined for the lowest and half for those between", () => {
  assert.deepEqual(
    five.map((it) => tierShape(five, it)),
    ['solid', 'half', 'half', 'half', 'outline'],
  );
  const between = five.slice(1, 4);
  assert.deepEqual(
    between.map((it) => tierShape(between, it)),
    ['solid', 'half', 'outline'],
  );
  assert.equal(tierShape([highest], highest), 'solid');
});

describe('Features in a tier', () => {
  const content = lantern();

  test('a feature is listed only in the tier of its newest history entry', () => {
    const idsIn = (level: number) => featuresIn(content.features, tierOf(content, level)).map(({ id }) => id);
    assert.deepEqual(idsIn(1), ['red-lamp', 'oak-board']);
    assert.deepEqual(idsIn(2), ['fog-signal']);
  });
});
