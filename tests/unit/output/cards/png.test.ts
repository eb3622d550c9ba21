import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { nearest, pictureOf, png, stripOf, wholeStrip, type Picture } from '../../../../src/output/cards/png.ts';

/** The chunks of a PNG by name, by the specification: length, name, data, check. */
function chunks(png: Buffer): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  assert.deepEqual([...png.subarray(0, 8)], [137, 80, 78, 71, 13, 10, 26, 10]);
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    const length = png.readUInt32BE(at);
    found.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    assert.equal(png.readUInt32BE(at + 8 + length), crc(png.subarray(at + 4, at + 8 + length)));
  }
  return found;
}

/** The check of the PNG specification, bit by bit. */
function crc(data: Buffer): number {
  let rest = 0xffffffff;
  for (const byte of data) {
    rest ^= byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  }
  return (rest ^ 0xffffffff) >>> 0;
}

function pixelsOf(file: Buffer): number[][] {
  const parts = chunks(file);
  const [width, palette, rows] = [
    parts.get('IHDR')?.readUInt32BE(0) ?? 0,
    parts.get('PLTE') ?? Buffer.alloc(0),
    inflateSync(parts.get('IDAT') ?? Buffer.alloc(0)),
  ];
  const places = [...rows].filter((_, at) => at % (width + 1) !== 0);
  return places.map((place) => [...palette.subarray(3 * place, 3 * place + 3)]);
}

const whole = (picture: Picture) => png(picture.width, picture.palette, [wholeStrip(picture)]);

test('strips stand below each other, whatever their length, and whichever was made first', () => {
  const rows = [1, 20, 3].map((count, at) =>
    Uint8Array.from({ length: count * 1201 }, (_, place) => (place % 1201 === 0 ? 0 : (place * (at + 3)) % 7)),
  );
  const strips = rows.map((it) => stripOf(it.length / 1201, it));
  const file = png(1200, [0, 1, 2, 3, 4, 5, 6], [...strips, ...strips]);
  // Inflating fails where the sum over all bytes is not the one at the end.
  assert.deepEqual(inflateSync(chunks(file).get('IDAT') ?? Buffer.alloc(0)), Buffer.concat([...rows, ...rows]));
  assert.equal(chunks(file).get('IHDR')?.readUInt32BE(4), 48);
});

test('the sum over all rows stays one where a strip’s own sum comes to nothing', () => {
  // 256 × 255 + 240 = 65,520, to which zlib adds one: the prime by which it divides.
  const rows = [Uint8Array.of(...Array<number>(256).fill(255), 240), new Uint8Array(100_000)];
  const file = png(
    1,
    [0],
    rows.map((it) => stripOf(1, it)),
  );
  assert.deepEqual(inflateSync(chunks(file).get('IDAT') ?? Buffer.alloc(0)), Buffer.concat(rows));
});

test('a PNG holds the pixels that it was made of', () => {
  const pixels = [
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [1, 2, 3],
    [255, 0, 0],
    [1, 2, 3],
  ];
  const file = whole(pictureOf({ pixels: Uint8Array.from(pixels.flatMap((it) => [...it, 255])), width: 3, height: 2 }));
  assert.deepEqual(pixelsOf(file), pixels);
  assert.deepEqual([...chunks(file).keys()], ['IHDR', 'PLTE', 'IDAT', 'IEND']);
  assert.deepEqual([...(chunks(file).get('IHDR') ?? [])], [0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
});

test('a picture has each of its colours once, in the order in which they come', () => {
  const [red, blue, black] = [0xff0000ff, 0xffff0000, 0xff000000];
  const pixels = new Uint8Array(Uint32Array.of(red, blue, blue, red, black, red).buffer);
  assert.deepEqual(pictureOf({ pixels, width: 2, height: 3 }), {
    width: 2,
    height: 3,
    places: Uint8Array.of(0, 1, 1, 0, 2, 0),
    palette: [red, blue, black],
  });
});

test('of colours that are as near, the first is the nearest', () => {
  assert.equal(nearest(0xff000002, [0xff000005, 0xff000003, 0xff000001]), 1);
});

test('past 256 colours, a pixel gets the nearest of those', () => {
  const greys = Array.from({ length: 256 }, (_, it) => [it, it, it]);
  const pixels = [...greys, [7, 7, 9], [250, 251, 250], [7, 7, 9], [0, 0, 0]];
  const found = pixelsOf(
    whole(pictureOf({ pixels: Uint8Array.from(pixels.flatMap((it) => [...it, 255])), width: 26, height: 10 })),
  );
  assert.deepEqual(found.slice(0, 256), greys);
  assert.deepEqual(found.slice(256), [
    [8, 8, 8],
    [250, 250, 250],
    [8, 8, 8],
    [0, 0, 0],
  ]);
});
