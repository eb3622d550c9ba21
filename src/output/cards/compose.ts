import { cardSize, type CardLayout, type CardLine } from './card.ts';
import { colour } from '../svg/mark.ts';
import { channels, nearest, type Picture } from './png.ts';

/** One character as it is drawn: how much of each pixel it covers, in `depth` steps, right of and below its corner. */
export interface Glyph {
  /** How far the next character stands from this one, in pixels. */
  advance: number;
  /** From the place of the character on its baseline, to the right and down. */
  left: number;
  top: number;
  width: number;
  height: number;
  coverage: Uint8Array;
}

/** What draws the parts of a card once, for every card that has them. */
export interface Parts {
  glyph: (character: string, line: Pick<CardLine, 'size' | 'bold'>) => Glyph;
  mark: (of: NonNullable<CardLayout['mark']>) => Picture;
}

/** Steps between paper and ink; more could not be seen, and cost bytes. */
export const depth = 15;

const pixelOf = (hex: string): number => Buffer.from(`${hex.slice(1)}ff`, 'hex').readUInt32LE();
const tones = ['ink', 'soft'] as const;
const basePalette: readonly number[] = [
  pixelOf(colour.paper),
  pixelOf(colour.line),
  ...tones.flatMap((tone) => rampTo(pixelOf(colour[tone]))),
];
const rampOf = (tone: CardLine['tone']): number => 1 + tones.indexOf(tone) * depth;

/** The colours between paper and another, the other at the end. */
function rampTo(pixel: number): number[] {
  const [from, to] = [channels(pixelOf(colour.paper)), channels(pixel)];
  return Array.from({ length: depth }, (_, step) => {
    const [red, green, blue] = from.map((it, at) => Math.round(it + ((to[at] ?? 0) - it) * ((step + 1) / depth))) as [
      number,
      number,
      number,
    ];
    return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  });
}

/** Rows of a card: of paper alone, or what stands in them. */
export interface Band {
  rows: number;
  /** The places of the pixels, row by row, each row led by a zero. */
  draw: () => Uint8Array;
  /** The same for bands that look the same. */
  name: string;
}

/** Something on a card; it is put into places whose first row is that of its top. */
interface Part {
  top: number;
  bottom: number;
  name: string;
  put: (places: Uint8Array) => void;
}

const stride = cardSize.width + 1;

/** A card from top to bottom, put together from parts that were drawn before, at a tenth of the cost of drawing it. */
export function compose({ lines, mark, rule }: CardLayout, drawn: Parts): { palette: number[]; bands: Band[] } {
  const palette = [...basePalette];
  const parts = [...lines.map((line) => words(line, drawn)), ruled(rule)];
  if (mark) parts.push(marked(mark, drawn.mark(mark), palette));
  const bands: Band[] = [];
  let y = 0;
  const paperTo = (top: number) => {
    if (top > y) bands.push(band(y, top, []));
    y = top;
  };
  for (const group of overlapping(parts)) {
    const [top, bottom] = [Math.min(...group.map((part) => part.top)), Math.max(...group.map((part) => part.bottom))];
    paperTo(top);
    bands.push(band(top, bottom, group));
    y = bottom;
  }
  paperTo(cardSize.height);
  return { palette, bands };
}

function band(top: number, bottom: number, parts: readonly Part[]): Band {
  const rows = bottom - top;
  const draw = () => {
    const places = new Uint8Array(rows * stride);
    for (const part of parts) part.put(places.subarray((part.top - top) * stride));
    return places;
  };
  return { rows, draw, name: JSON.stringify([rows, ...parts.map((part) => [part.top - top, part.name])]) };
}

/** Parts that share rows, from top to bottom. */
function overlapping(parts: readonly Part[]): Part[][] {
  const groups: Part[][] = [];
  let bottom = 0;
  for (const part of parts.filter((it) => it.bottom > it.top).sort((a, b) => a.top - b.top)) {
    if (part.top < bottom) groups.at(-1)?.push(part);
    else groups.push([part]);
    bottom = Math.max(bottom, part.bottom);
  }
  return groups;
}

function ruled({ x, y, width, height }: CardLayout['rule']): Part {
  const put = (places: Uint8Array) => {
    for (let row = 0; row < height; row++) places.fill(1, row * stride + 1 + x, row * stride + 1 + x + width);
  };
  return { top: y, bottom: y + height, name: `rule ${x} ${width}`, put };
}

function marked({ mark, x, y }: NonNullable<CardLayout['mark']>, drawn: Picture, palette: number[]): Part {
  const own = drawn.palette.map((pixel) => (palette.length < 256 ? palette.push(pixel) - 1 : nearest(pixel, palette)));
  const put = (places: Uint8Array) => {
    for (let row = 0; row < drawn.height; row++)
      for (let column = 0; column < drawn.width; column++)
        places[row * stride + 1 + x + column] = own[drawn.places[row * drawn.width + column] ?? 0] ?? 0;
  };
  return {
    top: Math.round(y),
    bottom: Math.round(y) + drawn.height,
    name: `mark ${mark.level} ${mark.shape} ${x}`,
    put,
  };
}

function words(line: CardLine, { glyph }: Parts): Part {
  const ramp = rampOf(line.tone);
  let x = line.x;
  const letters = [...line.words]
    .map((character) => {
      const letter = { ...glyph(character, line), x: Math.round(x) };
      x += letter.advance;
      return letter;
    })
    .filter(({ height }) => height > 0);
  const base = Math.round(line.y);
  const top = Math.min(...letters.map((it) => it.top));
  const put = (places: Uint8Array) => {
    for (const letter of letters) {
      const corner = (letter.top - top) * stride + 1 + letter.x + letter.left;
      for (let row = 0; row < letter.height; row++) {
        for (let column = 0; column < letter.width; column++) {
          const step = letter.coverage[row * letter.width + column] ?? 0;
          const at = corner + row * stride + column;
          // Where two characters overlap, the darker step holds.
          if (step > 0) places[at] = Math.max(places[at] ?? 0, ramp + step);
        }
      }
    }
  };
  const { words: text, size, tone, bold } = line;
  return {
    top: base + top,
    bottom: base + Math.max(...letters.map((it) => it.top + it.height)),
    name: JSON.stringify([text, line.x, size, tone, bold]),
    put,
  };
}
