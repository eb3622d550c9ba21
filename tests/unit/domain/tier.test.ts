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
  retired: [],
  changes: [],
});
const five = [1, 2, 3, 4, 5].map(tier) as [Tier, Tier, Tier, Tier, Tier];
const [highest, second, , fourth, lowest] = five;

describe('A higher tier has a smaller number', () => {
  test('the tier above', () => {
    assert.equal(tierAbove(five, second), highest);
    assert.equal(tierAbove(five, lowest), fourth);
    assert.equal(tierAbove(five, highest), undefined);
  });

  test('the tier below', () => {
    assert.equal(tierBelow(five, fourth), lowest);
    assert.equal(tierBelow(five, highest), second);
    assert.equal(tierBelow(five, lowest), undefined);
  });
});

test('A tier is called by its level, named in full with its title, and headed by both as the document has it', () => {
  const { slug, label, mark, heading } = second;
  assert.deepEqual([slug, label, mark, heading], ['2', 'Tier 2', '2', 'Tier 2 - Kept Lit']);
  assert.deepEqual([tierWords(second), tierInSentence(second)], ['Tier 2 — Kept Lit', 'Tier 2 (Kept Lit)']);
});

test('A tier may have names of its own, and none that says what it means', () => {
  const gold = tierNames({ level: 2, slug: 'gold', label: 'Gold' });
  assert.deepEqual(gold, { level: 2, slug: 'gold', label: 'Gold', mark: '2', title: '', heading: 'Gold' });
  assert.deepEqual([tierWords(gold), tierInSentence(gold)], ['Gold', 'Gold']);
  assert.equal(tierNames({ level: 2, slug: '1b' }).mark, '1b');
});

test("A tier's mark is solid for the highest, outlined for the lowest and half for those between", () => {
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

describe("A feature's status is its newest history entry", () => {
  const content = lantern();

  test('it is in the tier of that entry alone', () => {
    const idsIn = (level: number) => featuresIn(content.features, tierOf(content, level)).map(({ id }) => id);
    assert.deepEqual(idsIn(1), ['red-lamp', 'oak-board']);
    assert.deepEqual(idsIn(2), ['fog-signal']);
  });
});
