import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cardSvg, layOut, type Card } from '../../../src/formats/card.ts';
import { textWidth } from '../../../src/formats/text-width.ts';

const card = (words: Partial<Card>): Card => ({ site: 'Lantern', title: 'red-lamp', status: 'Tier 1', mark: { level: 1, shape: 'solid' }, detail: 'It is lit.', foot: 'Lamp', ...words });
const texts = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>(.*?)<\/text>/g)].map(([, x, y, size, text = '']) => ({ x: Number(x), y: Number(y), size: Number(size), text }));
const titleOf = (title: string) => texts(cardSvg(layOut(card({ title })))).filter(({ size }) => size >= 64);

describe('A title is as large as its length lets it be', () => {
  test('a short one is set large, a longer one smaller, the longest on two lines', () => {
    assert.deepEqual(titleOf('simd').map(({ size }) => size), [96]);
    assert.deepEqual(titleOf('aarch64-unknown-linux-gnu').map(({ size }) => size), [64]);
    assert.deepEqual(titleOf('Continuous keeping of lighthouse lamps').map(({ text }) => text), ['Continuous keeping of', 'lighthouse lamps']);
  });

  test('an identifier breaks after a hyphen, a word only when it has no other place to', () => {
    assert.deepEqual(titleOf('riscv64gc-unknown-long-system-linux-gnueabihf').map(({ text }) => text), ['riscv64gc-unknown-long-', 'system-linux-gnueabihf']);
    assert.equal(titleOf('x'.repeat(40)).map(({ text }) => text).join(''), 'x'.repeat(40));
  });

  test('what fits on no two lines ends in an ellipsis', () => {
    const lines = titleOf('word '.repeat(40));
    assert.equal(lines.length, 2);
    assert.match(lines[1]?.text ?? '', /word …$|…$/);
  });
});

test('nothing on a card stands out of it, or below its foot, however long its words are', () => {
  for (const words of ['a', 'Word '.repeat(60), 'WM'.repeat(200), '灯'.repeat(90)]) {
    const lines = texts(cardSvg(layOut(card({ title: words, status: words, detail: words, foot: words }))));
    for (const { x, y, size, text } of lines) {
      assert.ok(x + textWidth(text, size) <= 1200 - 36, text);
      assert.ok(y <= 600);
    }
    const detail = lines.filter(({ size }) => size === 34);
    assert.ok(detail.every(({ y }) => y < 540), JSON.stringify(detail));
  }
});

test('words of XML are words', () => {
  assert.match(cardSvg(layOut(card({ title: 'a < b & c' }))), />a &lt; b &amp; c</);
});
