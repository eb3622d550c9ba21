import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { unpackWoff } from '../../../../src/output/cards/woff.ts';

const woff = readFileSync('node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff');
const font = unpackWoff(woff);
const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
  const at = 12 + 16 * index;
  return {
    tag: font.toString('latin1', at, at + 4),
    check: font.readUInt32BE(at + 4),
    offset: font.readUInt32BE(at + 8),
    length: font.readUInt32BE(at + 12),
  };
});

test('every table of the unpacked font is whole: its words add up to the check that the font gives for it', () => {
  assert.ok(tables.length > 8);
  for (const { tag, check, offset, length } of tables) {
    assert.equal(offset % 4, 0);
    let sum = 0;
    for (let at = offset; at < offset + length; at += 4) {
      // The head table's own adjustment, its third word, does not count.
      if (tag !== 'head' || at !== offset + 8) sum = (sum + font.readUInt32BE(at)) >>> 0;
    }
    assert.equal(sum, check, tag);
  }
});

test('it is as long as the WOFF file says, and its tables are in order', () => {
  assert.equal(font.length, woff.readUInt32BE(16));
  assert.deepEqual(
    tables.map(({ tag }) => tag),
    tables.map(({ tag }) => tag).toSorted(),
  );
  assert.deepEqual(
    [font.readUInt16BE(6), font.readUInt16BE(8)],
    [16 * 2 ** font.readUInt16BE(8), Math.floor(Math.log2(tables.length))],
  );
  assert.equal(font.readUInt16BE(6) + font.readUInt16BE(10), 16 * tables.length);
});

test('anything else is refused', () => {
  assert.throws(() => unpackWoff(font), /not WOFF 1\.0/);
});

test('the unpacked file is, byte by byte, what the specification makes of the packed one', () => {
  const long = (...values: number[]) =>
    Buffer.concat(values.map((it) => Buffer.from([it >>> 24, it >> 16, it >> 8, it])));
  const data = [Buffer.from('raw'), Buffer.alloc(101, 'long'), Buffer.from('plain')];
  const packed = data.map((it) => (it.length > 100 ? deflateSync(it) : it));
  const tags = ['aaaa', 'bbbb', 'cccc'].map((it) => Buffer.from(it));
  const starts = packed.map((_, index) => 44 + 60 + packed.slice(0, index).reduce((sum, it) => sum + it.length, 0));
  const list = tags.flatMap((tag, at) => [
    tag,
    long(starts[at] ?? 0, packed[at]?.length ?? 0, data[at]?.length ?? 0, 0x11111111 * (at + 1)),
  ]);
  const file = Buffer.concat([
    Buffer.from('wOFFOTTO'),
    long(0),
    Buffer.from([0, 3]),
    Buffer.alloc(30),
    ...list,
    ...packed,
  ]);
  // Of three tables: the greatest power of two is 2, which takes one halving and leaves one table over; each counts 16.
  const head = Buffer.concat([Buffer.from('OTTO'), Buffer.from([0, 3, 0, 32, 0, 1, 0, 16])]);
  const entries = [
    [60, 3],
    [64, 101],
    [168, 5],
  ].map(([offset = 0, length = 0], at) =>
    Buffer.concat([tags[at] ?? head, long(0x11111111 * (at + 1), offset, length)]),
  );
  assert.deepEqual(
    unpackWoff(file),
    Buffer.concat([
      head,
      ...entries,
      Buffer.from('raw\0'),
      Buffer.alloc(101, 'long'),
      Buffer.from('\0\0\0plain\0\0\0'),
    ]),
  );
});
