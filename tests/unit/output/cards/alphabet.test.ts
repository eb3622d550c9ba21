import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { alphabets, drawingOf, shapeIn } from '../../../../src/output/cards/alphabet.ts';
import { depth } from '../../../../src/output/cards/compose.ts';
import { colour } from '../../../../src/output/svg/mark.ts';

const paper =
  colour.paper
    .slice(1)
    .match(/../g)
    ?.map((it) => Number.parseInt(it, 16)) ?? [];

/** A picture of paper with some pixels in other colours. */
function picture(width: number, height: number, pixels: Record<string, number[]>) {
  const all = Array.from(
    { length: width * height },
    (_, at) => pixels[`${at % width},${Math.floor(at / width)}`] ?? paper,
  );
  return { width, height, pixels: Uint8Array.from(all.flatMap((it) => [...it, 255])) };
}

test('no character is drawn twice, and all of the Latin that is plain are drawn', () => {
  const all = alphabets.flat();
  assert.equal(new Set(all).size, all.length);
  const plain = [0x20, 0x7e, 0xa0, 0xff, 0x2010, 0x2026];
  for (let at = 0; at < plain.length; at += 2)
    for (let code = plain[at] ?? 0; code <= (plain[at + 1] ?? 0); code++)
      assert.ok(all.includes(String.fromCodePoint(code)), code.toString(16));
});

test('characters stand side by side, and none in the room of the next', () => {
  const { svg, cells } = drawingOf(['a', '<'], { size: 10, bold: true }, (letter) => (letter === 'a' ? 5.5 : 7));
  assert.deepEqual(cells, [
    { from: 0, to: 12, x: 3, y: 12 },
    { from: 12, to: 25, x: 15, y: 12 },
  ]);
  assert.match(svg, /width="25" height="15"/);
  assert.ok(
    svg.includes('font-weight="700"') && svg.includes('<text x="3" y="12">a</text><text x="15" y="12">&lt;</text>'),
  );
  assert.ok(!drawingOf(['a'], { size: 10, bold: false }, () => 5).svg.includes('weight'));
});

describe('A character’s shape is the part of its cell that it covers', () => {
  const ink = [0, 0, 0];
  test('from its place on the baseline, in steps from paper to ink', () => {
    const half = paper.map((it) => Math.floor(it / 2));
    const image = picture(9, 4, { '5,1': ink, '6,2': half, '2,3': ink });
    assert.deepEqual(shapeIn(image, { from: 3, to: 9, x: 4, y: 3 }), {
      left: 1,
      top: -2,
      width: 2,
      height: 2,
      coverage: Uint8Array.of(depth, 0, 0, Math.round(depth / 2)),
    });
  });

  test('in the first and last column and row too', () => {
    const { left, top, width, height } = shapeIn(picture(4, 3, { '1,0': ink, '3,2': ink }), {
      from: 1,
      to: 4,
      x: 1,
      y: 0,
    });
    assert.deepEqual([left, top, width, height], [0, 0, 3, 3]);
  });

  test('and nothing where it covers nothing', () => {
    const { width, height, coverage } = shapeIn(picture(4, 3, { '0,0': ink }), { from: 1, to: 4, x: 1, y: 2 });
    assert.deepEqual([width, height, coverage.length], [0, 0, 0]);
  });
});
