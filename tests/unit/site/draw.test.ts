import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCard } from '../../../src/site/draw.ts';

const draw = async (title: string) =>
  Buffer.from(
    await drawCard({
      site: 'Lantern',
      title,
      status: 'Tier 1 — Kept Lit',
      mark: { level: 1, shape: 'solid' },
      detail: 'It is lit.',
      foot: 'Lamp',
    }),
  );

test('a card is a PNG of 1200 by 630 pixels with a palette, and small', async () => {
  const png = await draw('red-lamp');
  assert.equal(png.toString('latin1', 1, 4), 'PNG');
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20), png[25]], [1200, 630, 3]);
  assert.ok(png.length < 40_000, `${png.length} bytes`);
});

test('the same words make the same bytes, and other words others', async () => {
  const [first, again, other] = await Promise.all(['red-lamp', 'red-lamp', 'blue-lamp'].map((title) => draw(title)));
  assert.ok(first && again && other);
  assert.ok(first.equals(again));
  assert.ok(!first.equals(other));
});

test('letters of other scripts than Latin are drawn too', async () => {
  const [greek, another] = await Promise.all([draw('φάρος'), draw('φώςφς')]);
  assert.ok(!greek.equals(another));
});
