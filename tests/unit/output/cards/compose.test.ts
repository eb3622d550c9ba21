import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cardSize, type CardLayout } from '../../../../src/output/cards/card.ts';
import { compose as bandsOf, depth, type Glyph, type Parts } from '../../../../src/output/cards/compose.ts';
import { colour } from '../../../../src/output/svg/mark.ts';

/** Each character is two pixels, the second half covered; a mark is four pixels of red. */
const glyph: Glyph = { advance: 3, left: 1, top: -2, width: 2, height: 1, coverage: Uint8Array.of(depth, 8) };
const parts: Parts = {
  glyph: () => glyph,
  mark: () => ({ width: 2, height: 2, places: new Uint8Array(4), palette: [0xff0000ff] }),
};
const layout = (changes: Partial<CardLayout>): CardLayout => ({
  lines: [],
  mark: undefined,
  rule: { x: 0, y: 0, width: 0, height: 0 },
  ...changes,
});
const line = (words: string, changes: object = {}) => ({
  words,
  x: 10,
  y: 20,
  size: 9,
  tone: 'ink' as const,
  bold: false,
  ...changes,
});
/** The whole card, row by row, without the number of each row's filter. */
function compose(card: CardLayout, from: Parts) {
  const { width, height } = cardSize;
  const { palette, bands } = bandsOf(card, from);
  const rows = Buffer.concat(bands.map((band) => band.draw()));
  assert.equal(rows.length, (width + 1) * height);
  assert.deepEqual(
    bands.map((band) => band.draw().length),
    bands.map((band) => band.rows * (width + 1)),
  );
  assert.ok(rows.every((place, at) => at % (width + 1) !== 0 || place === 0));
  return { palette, width, places: rows.filter((_, at) => at % (width + 1) !== 0) };
}
/** The places in a part of a card. */
const placesIn = ({ places, width }: ReturnType<typeof compose>, x: number, y: number, columns: number, rows: number) =>
  Array.from({ length: rows }, (_, row) => [
    ...places.subarray((y + row) * width + x, (y + row) * width + x + columns),
  ]);
const rowsOf = (card: CardLayout, from = parts) => bandsOf(card, from).bands.map(({ rows }) => rows);
const hexAt = ({ places, palette, width }: ReturnType<typeof compose>, x: number, y: number) => {
  const pixel = palette[places[y * width + x] ?? 0] ?? 0;
  return `#${[pixel & 255, (pixel >> 8) & 255, (pixel >> 16) & 255].map((it) => it.toString(16).padStart(2, '0')).join('')}`;
};

describe('A card is put together from parts that were drawn before', () => {
  test('each character stands on the baseline, after the one before it, in the tone of its line', () => {
    const picture = compose(layout({ lines: [line('ab'), line('c', { y: 40, tone: 'soft' })] }), parts);
    assert.deepEqual(
      [hexAt(picture, 11, 18), hexAt(picture, 14, 18), hexAt(picture, 11, 38)],
      [colour.ink, colour.ink, colour.soft],
    );
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
    assert.deepEqual(
      [hexAt(picture, 5, 6), hexAt(picture, 6, 7), hexAt(picture, 7, 7)],
      ['#ff0000', '#ff0000', colour.paper],
    );
    assert.deepEqual(
      [hexAt(picture, 50, 60), hexAt(picture, 52, 61), hexAt(picture, 53, 61)],
      [colour.line, colour.line, colour.paper],
    );
  });

  test('what shares rows is one band, which is the same wherever it stands, and another for other words', () => {
    const names = (...lines: CardLayout['lines']) => bandsOf(layout({ lines }), parts).bands.map(({ name }) => name);
    const [above, one, below] = names(line('ab'));
    assert.notEqual(above, below);
    assert.deepEqual(names(line('ab', { y: 40 }))[1], one);
    assert.deepEqual(names(line('ab'), line('ab', { y: 40 })).filter((name) => name === one).length, 2);
    for (const other of [
      line('ac'),
      line('ab', { x: 11 }),
      line('ab', { size: 10 }),
      line('ab', { tone: 'soft' }),
      line('ab', { bold: true }),
    ])
      assert.notEqual(names(other)[1], one);
    const mark = { mark: { level: 1, shape: 'solid' as const }, x: 5, y: 17, size: 2 };
    assert.deepEqual(rowsOf(layout({ lines: [line('ab')], mark })), [17, 2, 611]);
    assert.equal(hexAt(compose(layout({ lines: [line('ab')], mark }), parts), 11, 18), colour.ink);
  });

  test('a line of nothing but spaces has no rows', () => {
    const blank: Parts = { ...parts, glyph: () => ({ ...glyph, width: 0, height: 0, coverage: new Uint8Array() }) };
    assert.deepEqual(rowsOf(layout({ lines: [line('  ')] }), blank), [630]);
  });

  /** Letters of other heights; a space has none, and stands on the baseline. */
  const letters: Record<string, Glyph> = {
    a: { advance: 3.4, left: 1, top: -3, width: 2, height: 2, coverage: Uint8Array.of(1, 2, 3, 0) },
    b: { advance: 2, left: 0, top: -1, width: 1, height: 3, coverage: Uint8Array.of(4, 5, 6) },
    ' ': { advance: 2, left: 0, top: 0, width: 0, height: 0, coverage: new Uint8Array() },
  };
  const uneven: Parts = { mark: parts.mark, glyph: (character) => letters[character] ?? glyph };

  test('each pixel of a character stands where the character has it', () => {
    const card = layout({ lines: [line('ab a')] });
    assert.deepEqual(rowsOf(card, uneven), [17, 5, 608]);
    assert.deepEqual(placesIn(compose(card, uneven), 10, 16, 11, 7), [
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
      [0, 2, 3, 0, 0, 0, 0, 0, 2, 3, 0],
      [0, 4, 0, 0, 0, 0, 0, 0, 4, 0, 0],
      [0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    ]);
    assert.deepEqual(rowsOf(layout({ lines: [line('a a ')] }), uneven), [17, 2, 611]);
  });

  test('the darker pixel holds, whichever character comes first', () => {
    const rising: Parts = { ...parts, glyph: () => ({ ...glyph, advance: 1, coverage: Uint8Array.of(8, depth, 0) }) };
    assert.deepEqual(placesIn(compose(layout({ lines: [line('ab')] }), rising), 11, 18, 4, 1), [[9, 16, 16, 0]]);
  });

  test('mark, rule and words that share rows keep to their own pixels', () => {
    const red = {
      width: 2,
      height: 2,
      places: Uint8Array.of(0, 1, 2, 0),
      palette: [0xff000001, 0xff000002, 0xff000003],
    };
    const mark = { mark: { level: 1, shape: 'solid' as const }, x: 5, y: 17.6, size: 2 };
    const card = layout({ lines: [line('ab')], mark, rule: { x: 16, y: 18, width: 2, height: 2 } });
    assert.deepEqual(rowsOf(card, { ...uneven, mark: () => red }), [17, 5, 608]);
    assert.deepEqual(placesIn(compose(card, { ...uneven, mark: () => red }), 4, 17, 15, 5), [
      [0, 0, 0, 0, 0, 0, 0, 2, 3, 0, 0, 0, 0, 0, 0],
      [0, 32, 33, 0, 0, 0, 0, 4, 0, 0, 0, 0, 1, 1, 0],
      [0, 34, 32, 0, 0, 0, 0, 0, 0, 5, 0, 0, 1, 1, 0],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 0, 0, 0, 0],
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0],
    ]);
  });

  test('bands that touch stay apart, whichever line was given first', () => {
    for (const lines of [
      [line('a'), line('b', { y: 21 }), line('c', { y: 40 })],
      [line('c', { y: 40 }), line('b', { y: 21 }), line('a')],
    ])
      assert.deepEqual(rowsOf(layout({ lines })), [18, 1, 1, 18, 1, 591]);
    assert.deepEqual(rowsOf(layout({ lines: [line('a', { y: 2 })] })), [1, 629]);
  });

  test('a band of another rule or mark is another band', () => {
    const nameOf = (changes: Partial<CardLayout>) => bandsOf(layout(changes), parts).bands[1]?.name;
    const mark = (level: number, shape: 'solid' | 'half', x: number) => ({
      mark: { mark: { level, shape }, x, y: 9, size: 2 },
    });
    const rule = (x: number, y: number, width: number) => ({ rule: { x, y, width, height: 2 } });
    const all = [
      rule(1, 9, 4),
      rule(2, 9, 4),
      rule(1, 9, 5),
      mark(1, 'solid', 1),
      mark(2, 'solid', 1),
      mark(1, 'half', 1),
      mark(1, 'solid', 2),
    ];
    assert.equal(new Set(all.map(nameOf)).size, all.length);
    assert.equal(nameOf(rule(1, 30, 4)), nameOf(rule(1, 9, 4)));
  });

  test('a mark of more colours than the palette has room for gets the nearest of those', () => {
    const colours = [...Array.from({ length: 224 }, (_, it) => 0xffff0000 + it), 0xffff00ff];
    const many: Parts = {
      ...parts,
      mark: () => ({ width: 225, height: 1, places: Uint8Array.from(colours.keys()), palette: colours }),
    };
    const picture = compose(layout({ mark: { mark: { level: 1, shape: 'solid' }, x: 0, y: 9, size: 225 } }), many);
    assert.deepEqual(
      [picture.palette.length, placesIn(picture, 0, 9, 226, 1)],
      [256, [[...Array.from({ length: 224 }, (_, it) => 32 + it), 255, 0]]],
    );
  });
});
