import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { unpackWoff } from '../../../src/formats/woff.ts';

const woff = readFileSync('node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff');
const font = unpackWoff(woff);
const tables = Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
  const at = 12 + 16 * index;
  return { tag: font.toString('latin1', at, at + 4), check: font.readUInt32BE(at + 4), offset: font.readUInt32BE(at + 8), length: font.readUInt32BE(at + 12) };
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
  assert.deepEqual(tables.map(({ tag }) => tag), tables.map(({ tag }) => tag).toSorted());
  assert.deepEqual([font.readUInt16BE(6), font.readUInt16BE(8)], [16 * 2 ** font.readUInt16BE(8), Math.floor(Math.log2(tables.length))]);
});

test('anything else is refused', () => {
  assert.throws(() => unpackWoff(font), /not WOFF 1\.0/);
});
