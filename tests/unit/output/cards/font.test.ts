import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { readAdvances } from '../../../../src/output/cards/font.ts';
import { unpackWoff } from '../../../../src/output/cards/woff.ts';

const files = 'node_modules/@fontsource/noto-sans/files';
const advances = (name: string) => readAdvances(unpackWoff(readFileSync(`${files}/noto-sans-${name}.woff`)));

test('a character is as wide as the font says, and a bold one wider', () => {
  const [regular, bold] = [advances('latin-400-normal'), advances('latin-700-normal')];
  // From the font's own table of widths, in thousandths.
  assert.deepEqual(
    [...' iMé'].map((it) => Math.round((regular(it) ?? 0) * 1000)),
    [260, 258, 907, 564],
  );
  assert.ok((bold('n') ?? 0) > (regular('n') ?? 0));
});

test('a character that the font lacks has no width', () => {
  assert.equal(advances('latin-400-normal')('φ'), undefined);
  assert.equal(advances('latin-400-normal')('😀'), undefined);
  assert.ok((advances('greek-400-normal')('φ') ?? 0) > 0);
});

const words = (...values: number[]): Buffer =>
  Buffer.concat(values.map((it) => Buffer.from([(it >> 8) & 255, it & 255])));
const long = (value: number): number[] => [value >> 16, value & 0xffff];

/** Tables one after another behind the list of them, as OpenType has it. */
function fontOf(tables: Record<string, Buffer>): Buffer {
  const all = Object.entries(tables);
  let offset = 12 + 16 * all.length;
  const list = all.map(([tag, data]) => {
    const entry = Buffer.concat([Buffer.from(tag), words(0, 0, ...long(offset), ...long(data.length))]);
    offset += data.length;
    return entry;
  });
  return Buffer.concat([words(1, 0, all.length, 0, 0, 0), ...list, ...all.map(([, data]) => data)]);
}

/** A font of 2000 units whose glyphs 0, 1 and 2 are 1000, 200 and 400 wide, and all later ones as wide as the last of them. */
const small = (...maps: Buffer[]): Buffer => {
  const at = maps.map(
    (_, index) => 4 + 8 * maps.length + maps.slice(0, index).reduce((sum, map) => sum + map.length, 0),
  );
  return fontOf({
    cmap: Buffer.concat([words(0, maps.length, ...at.flatMap((it) => [0, 3, ...long(it)])), ...maps]),
    head: words(...Array<number>(9).fill(0), 2000),
    hhea: words(...Array<number>(17).fill(0), 3),
    hmtx: words(1000, 0, 200, 0, 400, 0, 7, 8, 9, 10),
  });
};

/** Format 4 with the segments a–c, by a difference, and x–z, by a list from which the difference leads on; the last is the end. */
const segments = words(4, 0, 0, 6, 0, 0, 0, 99, 122, 0xffff, 0, 97, 120, 0xffff, -96, -1, 1, 0, 4, 0, 3, 0, 2);

describe('a map of characters in format 4', () => {
  test('gives each character of a segment its glyph, by a difference or by a list', () => {
    const advance = readAdvances(small(words(0, 0), segments));
    assert.deepEqual([...'abcxyz'].map(advance), [0.1, 0.2, 0.2, 0.2, undefined, 0.1]);
    assert.deepEqual([...'`dw{', '\uffff', '😀', ''].map(advance), Array(7).fill(undefined));
  });

  test('is needed', () => {
    assert.throws(() => readAdvances(small(words(0, 0))), {
      message: 'this font has no map of characters in format 4',
    });
  });
});
