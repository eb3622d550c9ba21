import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkitten';

const { resolve } = createRequire(import.meta.url);

/**
 * A font family with Latin, Greek, Cyrillic, Arabic, Hebrew, Armenian, Georgian, arrows and mathematical symbols, so
 * that a line in several scripts needs no second font. The condensed faces leave room for long names.
 */
export const cardFontFiles = ['DejaVuSansCondensed.ttf', 'DejaVuSansCondensed-Bold.ttf'].map((name) =>
  resolve(`dejavu-fonts-ttf/ttf/${name}`),
);

let opened: Font[] | undefined;
const fonts = (): Font[] => (opened ??= cardFontFiles.map((path) => create(readFileSync(path)) as Font));

/** The width of a text in the font of the cards, in em. */
export function cardTextWidth(text: string, bold: boolean): number {
  const font = fonts()[bold ? 1 : 0];
  if (!font) return 0;
  return [...text].reduce((sum, it) => sum + advanceWidth(font, it), 0) / font.unitsPerEm;
}

/** The widths of the characters measured so far, because a lookup in the font is slow. */
const measured = new WeakMap<Font, Map<string, number>>();

/** The width of a character, in units of the font. */
function advanceWidth(font: Font, character: string): number {
  const widths = measured.get(font) ?? new Map<string, number>();
  measured.set(font, widths);
  const width = widths.get(character) ?? font.glyphForCodePoint(character.codePointAt(0) ?? 0).advanceWidth;
  widths.set(character, width);
  return width;
}

/** Whether the font of the cards has a character. */
export const isDrawn = (character: string): boolean =>
  fonts().some((font) => font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
