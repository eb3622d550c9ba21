import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inflateSync } from 'node:zlib';
import { pictureOf, png } from '../../../src/formats/png.ts';

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
  const [width, palette, rows] = [parts.get('IHDR')?.readUInt32BE(0) ?? 0, parts.get('PLTE') ?? Buffer.alloc(0), inflateSync(parts.get('IDAT') ?? Buffer.alloc(0))];
  const places = [...rows].filter((_, at) => at % (width + 1) !== 0);
  return places.map((place) => [...palette.subarray(3 * place, 3 * place + 3)]);
}

test('a PNG holds the pixels that it was made of', async () => {
  const pixels = [[255, 0, 0], [0, 255, 0], [0, 0, 255], [1, 2, 3], [255, 0, 0], [1, 2, 3]];
  const file = await png(pictureOf(Uint8Array.from(pixels.flatMap((it) => [...it, 255])), 3, 2));
  assert.deepEqual(pixelsOf(file), pixels);
  assert.deepEqual([...chunks(file).keys()], ['IHDR', 'PLTE', 'IDAT', 'IEND']);
  assert.deepEqual([...(chunks(file).get('IHDR') ?? [])], [0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
});

test('past 256 colours, a pixel gets the nearest of those', async () => {
  const greys = Array.from({ length: 256 }, (_, it) => [it, it, it]);
  const pixels = [...greys, [7, 7, 9], [250, 251, 250], [7, 7, 9], [0, 0, 0]];
  const found = pixelsOf(await png(pictureOf(Uint8Array.from(pixels.flatMap((it) => [...it, 255])), 26, 10)));
  assert.deepEqual(found.slice(0, 256), greys);
  assert.deepEqual(found.slice(256), [[8, 8, 8], [250, 250, 250], [8, 8, 8], [0, 0, 0]]);
});
