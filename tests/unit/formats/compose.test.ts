import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { CardLayout } from '../../../src/formats/card.ts';
import { compose, depth, type Glyph, type Parts } from '../../../src/formats/compose.ts';
import { colour } from '../../../src/formats/mark.ts';
import type { Picture } from '../../../src/formats/png.ts';

/** Each character is two pixels, the second half covered; a mark is four pixels of red. */
const glyph: Glyph = { advance: 3, left: 1, top: -2, width: 2, height: 1, coverage: Uint8Array.of(depth, 8) };
const parts: Parts = {
  glyph: () => glyph,
  mark: () => ({ width: 2, height: 2, places: new Uint8Array(4), palette: [0xff0000ff] }),
};
const layout = (changes: Partial<CardLayout>): CardLayout => ({ lines: [], mark: undefined, rule: { x: 0, y: 0, width: 0, height: 0 }, ...changes });
const line = (words: string, changes: object = {}) => ({ words, x: 10, y: 20, size: 9, tone: 'ink' as const, bold: false, ...changes });
const hexAt = ({ places, palette, width }: Picture, x: number, y: number) => {
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
});
