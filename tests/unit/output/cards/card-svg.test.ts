import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cardSvg, type Card } from '../../../../src/output/cards/card-svg.ts';

/** The lines of a card on which every character is half as wide as it is high. */
function linesOf(card: Partial<Card>) {
  const plain = { site: 'Lantern', title: 'red-lamp', status: 'Tier 1', detail: 'It is lit.', foot: 'Lamp' };
  const svg = cardSvg({ ...plain, mark: { sign: '1', shape: 'solid' }, ...card }, (text) => text.length / 2);
  const texts = svg.matchAll(
    /<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"( font-weight="700")? fill[^>]*>(.*?)<\/text>/g,
  );
  return [...texts].map(([, x, y, size, bold, text = '']) => ({
    x: Number(x),
    y: Number(y),
    size: Number(size),
    bold: bold !== undefined,
    text,
  }));
}
const titleOf = (title: string) => linesOf({ title }).filter(({ size }) => size >= 64);

describe('Title of a card', () => {
  test('a title has the largest size that fits on one line, or two lines in the smallest size', () => {
    const sizes = (count: number) => titleOf('m'.repeat(count)).map(({ size }) => size);
    assert.deepEqual([22, 23, 25, 29, 33, 34].map(sizes), [[96], [88], [80], [72], [64], [64, 64]]);
  });

  test('a title breaks after a space or hyphen, within a word only if it must, and is cut with an ellipsis', () => {
    const broken = {
      'Continuous keeping of the lighthouse lamps': ['Continuous keeping of the', 'lighthouse lamps'],
      'riscv64gc-unknown-long-system-linux-gnueabihf': ['riscv64gc-unknown-long-system-', 'linux-gnueabihf'],
      [`${'m'.repeat(33)} lamp`]: ['m'.repeat(33), 'lamp'],
      [`${'word '.repeat(6)}word word`]: ['word word word word word word', 'word word'],
      ['word '.repeat(40)]: ['word word word word word word', 'word word word word word word…'],
      ['x'.repeat(40)]: ['x'.repeat(33), 'x'.repeat(7)],
      ['x'.repeat(80)]: ['x'.repeat(33), `${'x'.repeat(32)}…`],
    };
    for (const [title, lines] of Object.entries(broken))
      assert.deepEqual(
        titleOf(title).map(({ text }) => text),
        lines,
      );
  });
});

test('texts never overlap each other or the footer, however long they are', () => {
  const long = 'word '.repeat(90);
  for (const card of [
    {},
    { title: long },
    { detail: long },
    { site: long, title: long, status: long, detail: long, foot: long },
  ]) {
    const positions = linesOf(card).map(({ y }) => y);
    assert.deepEqual(
      positions,
      positions.toSorted((a, b) => a - b),
    );
    assert.ok((positions.at(-2) ?? 0) < 530 && positions.at(-1) === 588);
  }
});

test('a line runs from right to left if its text begins so, even if a Latin word begins the line', () => {
  const detail = `${'مصباح '.repeat(10)} wasm32 مصباح`;
  const texts = (card: Partial<Card>) => linesOf(card).map(({ text }) => text);
  assert.deepEqual(texts({ detail }).slice(3, 5), [
    `\u2067${'مصباح '.repeat(10).trim()}\u2069`,
    '\u2067wasm32 مصباح\u2069',
  ]);
  assert.ok(texts({ title: '2.0 אבג' }).includes('\u20672.0 אבג\u2069'));
  assert.ok(texts({ title: 'wasm32 مصباح' }).includes('wasm32 مصباح'));
});

test('XML syntax in a title is escaped, and characters that XML does not allow are removed', () => {
  assert.equal(titleOf('<script>&amp;"\u0000\ud800')[0]?.text, '&lt;script&gt;&amp;amp;&quot;');
});
