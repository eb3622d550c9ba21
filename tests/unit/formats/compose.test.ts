import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cardSize, type CardLayout } from '../../../src/formats/card.ts';
import { compose as bandsOf, depth, type Glyph, type Parts } from '../../../src/formats/compose.ts';
import { colour } from '../../../src/formats/mark.ts';

/** Each character is two pixels, the second half covered; a mark is four pixels of red. */
const glyph: Glyph = { advance: 3, left: 1, top: -2, width: 2, height: 1, coverage: Uint8Array.of(depth, 8) };
const parts: Parts = {
  glyph: () => glyph,
  mark: () => ({ width: 2, height: 2, places: new Uint8Array(4), palette: [0xff0000ff] }),
};
const layout = (changes: Partial<CardLayout>): CardLayout => ({ lines: [], mark: undefined, rule: { x: 0, y: 0, width: 0, height: 0 }, ...changes });
const line = (words: string, changes: object = {}) => ({ words, x: 10, y: 20, size: 9, tone: 'ink' as const, bold: false, ...changes });
/** The whole card, row by row, without the number of each row's filter. */
function compose(card: CardLayout, from: Parts) {
  const { width, height } = cardSize;
  const { palette, bands } = bandsOf(card, from);
  const rows = Buffer.concat(bands.map((band) => band.draw()));
  assert.equal(rows.length, (width + 1) * height);
  assert.deepEqual(bands.map((band) => band.draw().length), bands.map((band) => band.rows * (width + 1)));
  assert.ok(rows.every((place, at) => at % (width + 1) !== 0 || place === 0));
  return { palette, width, places: rows.filter((_, at) => at % (width + 1) !== 0) };
}
const hexAt = ({ places, palette, width }: ReturnType<typeof compose>, x: number, y: number) => {
  const pixel = palette[places[y * width + x] ?? 0] ?? 0;
  return `#${[pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255].map((it) => it.toString(16).padStart(2, '0')).join('')}`;
};

describe('A card is put together from parts that were drawn before', () => {
  test('each character stands on the baseline, after the one before it, in the tone of its line', () => {
    const picture = compose(layout({ lines: [line('ab'), line('c', { y: 40, tone: 'soft' })] }), parts);
    assert.deepEqual([hexAt(picture, 11, 18), hexAt(picture, 14, 18), hexAt(picture, 11, 38)], [colour.ink, colour.ink, colour.soft]);
    assert.equal([...picture.places].filter((place) => place > 0).length, 6);
    assert.equal(hexAt(picture, 10, 18), colour.paper);
  });

  test('a pixel that is half covered is between paper and ink', () => {
    const half = hexAt(compose(layout({ lines: [line('a')] }), parts), 12, 18);
    assert.ok(half > colour.ink && half < colour.paper, half);
  });

  test('where two characters overlap, the darker pixel holds', () => {
    const close: Parts = { ...parts, glyph: () => ({ ...glyph, advance: 1 }) };
    assert.equal(hexAt(compose(layout({ lines: [line('ab')] }), close), 12, 18), colour.ink);
  });

  test('the mark keeps its own colours, and the rule has its own', () => {
    const mark = { mark: { level: 1, shape: 'solid' as const }, x: 5, y: 6, size: 2 };
    const picture = compose(layout({ mark, rule: { x: 50, y: 60, width: 3, height: 2 } }), parts);
    assert.deepEqual([hexAt(picture, 5, 6), hexAt(picture, 6, 7), hexAt(picture, 7, 7)], ['#ff0000', '#ff0000', colour.paper]);
    assert.deepEqual([hexAt(picture, 50, 60), hexAt(picture, 52, 61), hexAt(picture, 53, 61)], [colour.line, colour.line, colour.paper]);
  });

  test('what shares rows is one band, which is the same wherever it stands, and another for other words', () => {
    const names = (...lines: CardLayout['lines']) => bandsOf(layout({ lines }), parts).bands.map(({ name }) => name);
    const [above, one, below] = names(line('ab'));
    assert.notEqual(above, below);
    assert.deepEqual(names(line('ab', { y: 40 }))[1], one);
    assert.deepEqual(names(line('ab'), line('ab', { y: 40 })).filter((name) => name === one).length, 2);
    for (const other of [line('ac'), line('ab', { x: 11 }), line('ab', { size: 10 }), line('ab', { tone: 'soft' }), line('ab', { bold: true })]) assert.notEqual(names(other)[1], one);
    const mark = { mark: { level: 1, shape: 'solid' as const }, x: 5, y: 17, size: 2 };
    const beside = bandsOf(layout({ lines: [line('ab')], mark }), parts).bands;
    assert.deepEqual(beside.map(({ rows }) => rows), [17, 2, 611]);
    assert.equal(hexAt(compose(layout({ lines: [line('ab')], mark }), parts), 11, 18), colour.ink);
  });

  test('a line of nothing but spaces has no rows', () => {
    const blank: Parts = { ...parts, glyph: () => ({ ...glyph, width: 0, height: 0, coverage: new Uint8Array() }) };
    assert.deepEqual(bandsOf(layout({ lines: [line('  ')] }), blank).bands.map(({ rows }) => rows), [630]);
  });
});
