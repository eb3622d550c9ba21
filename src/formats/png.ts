import { crc32, deflateSync } from 'node:zlib';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const mostColours = 256;

/** Opaque RGBA pixels as a PNG with a palette, a third of the size of one without; past 256 colours, the nearest is taken. */
export function palettePng(pixels: Uint8Array, width: number, height: number): Buffer<ArrayBuffer> {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const { palette, rows } = index(colours, width, height);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('PLTE', palette), chunk('IDAT', deflateSync(rows, { level: 4 })), chunk('IEND', Buffer.alloc(0))]);
}

/** Each pixel as its place in the palette, each row led by the number of its filter: none. */
function index(colours: Uint32Array, width: number, height: number): { palette: Buffer; rows: Buffer } {
  const rows = Buffer.alloc((width + 1) * height);
  const places = new Map<number, number>();
  const seen: number[] = [];
  const placeOf = (colour: number): number => {
    const place = places.get(colour) ?? (seen.length < mostColours ? seen.push(colour) - 1 : nearest(colour, seen));
    places.set(colour, place);
    return place;
  };
  for (let y = 0; y < height; y++) {
    const row = colours.subarray(y * width, (y + 1) * width);
    const to = rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1));
    // A run of one colour, often a whole row, is filled in one go.
    for (let from = 0; from < width; ) {
      const colour = row[from] ?? 0;
      let end = from + 1;
      while (end < width && row[end] === colour) end++;
      to.fill(placeOf(colour), from, end);
      from = end;
    }
  }
  return { palette: Buffer.from(seen.flatMap(channels)), rows };
}

/** Red, green and blue of a pixel, as they lie in memory. */
const channels = (colour: number): [number, number, number] => [colour & 255, (colour >> 8) & 255, (colour >> 16) & 255];

function nearest(colour: number, palette: readonly number[]): number {
  const distance = (other: number) => channels(other).reduce((sum, it, at) => sum + (it - (channels(colour)[at] ?? 0)) ** 2, 0);
  return palette.reduce((best, other, at) => (distance(other) < distance(palette[best] ?? 0) ? at : best), 0);
}

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, check]);
}
