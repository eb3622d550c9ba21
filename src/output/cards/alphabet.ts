import { svgOf } from './card.ts';
import { depth, type Glyph } from './compose.ts';
import { colour } from '../svg/mark.ts';
import type { Image } from './png.ts';
import { escapeXml } from '../svg/escape-xml.ts';

const characters = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));

/** Characters of Latin that often come together: those of one list are drawn in one picture, which is cheaper. */
export const alphabets: readonly string[][] = [
  [...characters(0x61, 0x7a), ...characters(0x30, 0x39), ...' -_'],
  characters(0x41, 0x5a),
  [...characters(0x21, 0x2f), ...characters(0x3a, 0x7e), '—', '·', '…'],
  [...characters(0xa0, 0xff), ...characters(0x2010, 0x2026)],
].map((letters, at, all) => letters.filter((it) => !all.slice(0, at).flat().includes(it)));

/** A picture of characters side by side, and where each of them stands in it, in pixels. */
export interface Drawing {
  svg: string;
  cells: Cell[];
}

/** The columns of a character, and its place on the baseline. */
interface Cell {
  from: number;
  to: number;
  x: number;
  y: number;
}

/** Draws characters of a size, each in a cell that has room for whatever stands out of its place. */
export function drawingOf(
  letters: readonly string[],
  { size, bold }: { size: number; bold: boolean },
  advance: (letter: string) => number,
): Drawing {
  const [room, y, height] = [0.25, 1.125, 1.5].map((it) => Math.ceil(it * size)) as [number, number, number];
  let width = 0;
  const cells = letters.map((letter): Cell => {
    const from = width;
    width += Math.ceil(advance(letter)) + 2 * room;
    return { from, to: width, x: from + room, y };
  });
  const texts = cells.map(({ x }, at) => `<text x="${x}" y="${y}">${escapeXml(letters[at] ?? '')}</text>`).join('');
  return {
    svg: svgOf(width, height, `<g font-size="${size}"${bold ? ' font-weight="700"' : ''} fill="#000">${texts}</g>`),
    cells,
  };
}

const paper = Number.parseInt(colour.paper.slice(1, 3), 16);
/** How much of a pixel is covered, by how much red is left of it. */
const steps = Uint8Array.from({ length: 256 }, (_, red) =>
  Math.round(((paper - Math.min(red, paper)) / paper) * depth),
);

/** The part of a cell that its character covers. */
export function shapeIn({ pixels, width, height }: Image, { from, to, x, y }: Cell): Omit<Glyph, 'advance'> {
  let [left, right, top, bottom] = [to, from, height, 0];
  for (let row = 0; row < height; row++) {
    for (let column = from; column < to; column++) {
      if (pixels[4 * (row * width + column)] === paper) continue;
      if (column < left) left = column;
      if (column >= right) right = column + 1;
      if (row < top) top = row;
      bottom = row + 1;
    }
  }
  const [across, down] = [Math.max(right - left, 0), Math.max(bottom - top, 0)];
  const coverage = new Uint8Array(across * down);
  for (let row = 0; row < down; row++)
    for (let column = 0; column < across; column++)
      coverage[row * across + column] = steps[pixels[4 * ((top + row) * width + left + column)] ?? 0] ?? 0;
  return { left: left - x, top: top - y, width: across, height: down, coverage };
}
