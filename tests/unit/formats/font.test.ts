import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readAdvances } from '../../../src/formats/font.ts';
import { unpackWoff } from '../../../src/formats/woff.ts';

const files = 'node_modules/@fontsource/noto-sans/files';
const advances = (name: string) => readAdvances(unpackWoff(readFileSync(`${files}/noto-sans-${name}.woff`)));

test('a character is as wide as the font says, and a bold one wider', () => {
  const [regular, bold] = [advances('latin-400-normal'), advances('latin-700-normal')];
  // From the font's own table of widths, in thousandths.
  assert.deepEqual([...' iMé'].map((it) => Math.round((regular(it) ?? 0) * 1000)), [260, 258, 907, 564]);
  assert.ok((bold('n') ?? 0) > (regular('n') ?? 0));
});

test('a character that the font lacks has no width', () => {
  assert.equal(advances('latin-400-normal')('φ'), undefined);
  assert.equal(advances('latin-400-normal')('😀'), undefined);
  assert.ok((advances('greek-400-normal')('φ') ?? 0) > 0);
});
