import { constants, crc32, deflateRawSync } from 'node:zlib';

/** Pixels row by row, four bytes each: red, green, blue, opacity. */
export interface Image {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** A picture as the place of each pixel's colour in a palette. */
export interface Picture {
  width: number;
  height: number;
  /** Row by row. */
  places: Uint8Array;
  /** Colours as they lie in the memory of RGBA pixels: red in the lowest byte. */
  palette: number[];
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/** Rows of a picture, compressed by themselves so that they can be kept, and stand between any others. */
export interface Strip {
  rows: number;
  bytes: Buffer;
  /** How many bytes they were, and the two sums over them that zlib asks for. */
  length: number;
  sums: [number, number];
}

/** Compresses rows of places in a palette, each led by the number of its filter, which is none. */
export const stripOf = (rows: number, places: Uint8Array): Strip => ({
  rows,
  bytes: deflateRawSync(places, { level: 3, finishFlush: constants.Z_FULL_FLUSH }),
  length: places.length,
  sums: sumsOf(places),
});

/** A picture's rows as one strip. */
export function wholeStrip({ width, height, places }: Picture): Strip {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) rows.set(places.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  return stripOf(height, rows);
}

/** Strips from top to bottom as a PNG with a palette, a third of the size of one without. */
export function png(width: number, palette: readonly number[], strips: readonly Strip[]): Buffer<ArrayBuffer> {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(
    strips.reduce((sum, { rows }) => sum + rows, 0),
    4,
  );
  header.set([8, 3, 0, 0, 0], 8);
  const check = Buffer.alloc(4);
  let [low, high] = [1, 0];
  for (const { sums, length } of strips)
    [low, high] = [(low + sums[0] - 1 + adler) % adler, (high + sums[1] + length * (low + adler - 1)) % adler];
  check.writeUInt32BE(high * 0x10000 + low);
  const data = Buffer.concat([zlibHead, ...strips.map(({ bytes }) => bytes), lastBlock, check]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const zlibHead = Buffer.from([0x78, 0x01]);
const lastBlock = Buffer.from([3, 0]);
/** The largest prime below 65,536, by which the sums of zlib (RFC 1950) are taken. */
const adler = 65_521;

function sumsOf(bytes: Uint8Array): [number, number] {
  let [low, high] = [1, 0];
  // So many bytes can be summed before a sum has to be made small again.
  for (let from = 0; from < bytes.length; from += 5_552) {
    const to = Math.min(from + 5_552, bytes.length);
    for (let at = from; at < to; at++) high += low += bytes[at] ?? 0;
    [low, high] = [low % adler, high % adler];
  }
  return [low, high];
}

/** Opaque RGBA pixels as a picture; past 256 colours, the nearest is taken. */
export function pictureOf({ pixels, width, height }: Image): Picture {
  const places = new Uint8Array(width * height);
  const known = new Map<number, number>();
  const palette: number[] = [];
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const placeOf = (pixel: number): number => {
    const place =
      known.get(pixel) ?? (palette.length < mostColours ? palette.push(pixel) - 1 : nearest(pixel, palette));
    known.set(pixel, place);
    return place;
  };
  for (let at = 0; at < colours.length; at++)
    // Most pixels are like the one before.
    places[at] = at > 0 && colours[at] === colours[at - 1] ? (places[at - 1] ?? 0) : placeOf(colours[at] ?? 0);
  return { width, height, places, palette };
}

/** Red, green and blue of a pixel, as they lie in memory. */
export const channels = (pixel: number): [number, number, number] => [
  pixel & 255,
  (pixel >> 8) & 255,
  (pixel >> 16) & 255,
];

/** The place of the colour that is most like another. */
export function nearest(pixel: number, palette: readonly number[]): number {
  const distance = (other: number) =>
    channels(other).reduce((sum, it, at) => sum + (it - (channels(pixel)[at] ?? 0)) ** 2, 0);
  return palette.reduce((best, other, at) => (distance(other) < distance(palette[best] ?? 0) ? at : best), 0);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
