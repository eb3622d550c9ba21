import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { deflateSync, inflateSync } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { cardFont, cardSize, cardSvg, layOut, svgOf, type Card, type CardLayout, type CardLine } from '../formats/card.ts';
import { compose, depth, type Band, type Glyph, type Parts } from '../formats/compose.ts';
import { readAdvances } from '../formats/font.ts';
import { colour, markSvg } from '../formats/mark.ts';
import { pictureOf, png, stripOf, wholeStrip, type Picture } from '../formats/png.ts';
import { unpackWoff } from '../formats/woff.ts';
import { escapeXml } from '../formats/xml.ts';
import { cached } from './cache.ts';

/** Packages are found from where the command runs: the built chunk that this becomes may lie anywhere. */
const { resolve } = createRequire(join(process.cwd(), 'package.json'));
const program = resolve('@resvg/resvg-wasm/index_bg.wasm');
const fonts = dirname(resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff'));

/** Latin comes first; the other scripts' files only for text that needs them, since each costs time. */
const latin = [400, 700].map((weight) => `noto-sans-latin-${weight}-normal.woff`);
const others = readdirSync(fonts).filter((name) => /-(?:400|700)-normal\.woff$/.test(name) && !latin.includes(name)).sort();

let engine: Promise<void> | undefined;

/** What is asked for a second time is what was made the first time, until there is too much of it to keep. */
function once<K, V>(make: (key: K) => V, nameOf: (key: K) => unknown = (key) => key): (key: K) => V {
  const made = new Map<unknown, V>();
  return (key) => {
    const name = nameOf(key);
    const value = made.get(name) ?? make(key);
    if (made.size > 1_000) made.clear();
    made.set(name, value);
    return value;
  };
}

const load = once((name: string): Buffer => unpackWoff(readFileSync(join(fonts, name))));
const isLatin = (text: string): boolean => /^[\u0020-\u007e\u00a0-\u00ff\u2010-\u2026]*$/u.test(text);

/** Other versions of what draws make other pictures of the same words. */
const versions = [join(program, '../package.json'), join(fonts, '../package.json'), 'src/formats/png.ts', 'src/formats/woff.ts', 'src/site/draw.ts'].map((path) => readFileSync(path, 'utf8'));

/** A card as a PNG, the same bytes on every machine; what is drawn for it is kept, since putting it together costs little. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const layout = layOut(card);
  // Letters of other scripts may join or turn around, so a card with them is drawn as a whole.
  const isPlain = layout.lines.every(({ words }) => isLatin(words));
  if (!isPlain) {
    const whole = await drawn(cardSvg(layout));
    return png(whole.width, whole.palette, [wholeStrip(whole)]);
  }
  const { palette, bands } = compose(layout, await partsOf(layout));
  return png(cardSize.width, palette, bands.map(packed));
}

/** Most bands are those of other cards too: the site's name, a tier's line, the paper between. */
const packed = once(({ rows, draw }: Band) => stripOf(rows, draw()), ({ name }) => name);

/** The picture of an SVG, which is not drawn again as long as it is kept. */
async function drawn(svg: string): Promise<Picture> {
  const kept = await cached('.cache/drawings', [svg, ...versions], async () => {
    await (engine ??= initWasm(readFileSync(program)));
    return deflateSync(serialize(draw(svg)));
  });
  return deserialize(inflateSync(kept)) as Picture;
}

/** Draws an SVG with an embedded font and nothing of the system's. */
function draw(svg: string): Picture {
  const fontBuffers = (isLatin(svg) ? latin : [...latin, ...others]).map(load);
  const picture = new Resvg(svg, { font: { loadSystemFonts: false, fontBuffers, defaultFontFamily: cardFont } });
  const image = picture.render();
  try {
    return pictureOf(image.pixels, image.width, image.height);
  } finally {
    image.free();
    picture.free();
  }
}

async function partsOf({ lines, mark }: CardLayout): Promise<Parts> {
  const picture = mark && (await drawnMark(mark));
  const glyphs = new Map<Style, Map<string, Glyph>[]>();
  for (const line of lines) {
    const needed = [commonLetters, otherLetters].filter((letters) => letters.some((it) => line.words.includes(it)));
    glyphs.set(line, await Promise.all(needed.map((letters) => alphabet({ letters, size: line.size, bold: line.bold }))));
  }
  return {
    glyph: (character, line) => glyphs.get(line)?.find((it) => it.has(character))?.get(character) ?? blank,
    mark: () => picture ?? { width: 0, height: 0, places: new Uint8Array(), palette: [] },
  };
}

const drawnMark = once(
  ({ mark, size }: NonNullable<CardLayout['mark']>) => drawn(svgOf(size, size, markSvg(mark, 0, 0, size))),
  ({ mark, size }) => `${mark.level} ${mark.shape} ${size}`,
);

type Style = Pick<CardLine, 'size' | 'bold'>;

const advances = once((bold: boolean) => readAdvances(load(latin[Number(bold)] ?? '')));

const characters = (from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));

/** The letters of Latin that nearly every card has, and those that few have: each are drawn at once, which is cheaper. */
const commonLetters = [...characters(0x20, 0x7e), '—', '·'];
const otherLetters = [...characters(0xa0, 0xff), ...characters(0x2010, 0x2026)].filter((it) => !commonLetters.includes(it));
const blank: Glyph = { advance: 0, left: 0, top: 0, width: 0, height: 0, coverage: new Uint8Array() };

/** Characters side by side, each in a cell that has room for whatever stands out of its place. */
const alphabet = once(async ({ letters, size, bold }: Style & { letters: string[] }): Promise<Map<string, Glyph>> => {
  const [side, x, y] = [1.75, 0.375, 1.25].map((it) => Math.ceil(it * size)) as [number, number, number];
  const weight = bold ? ' font-weight="700"' : '';
  const texts = letters.map((it, at) => `<text x="${at * side + x}" y="${y}"${weight}>${escapeXml(it)}</text>`);
  const { places, palette, width } = await drawn(svgOf(letters.length * side, side, `<g font-size="${size}" fill="#000">${texts.join('')}</g>`));
  const paper = Number.parseInt(colour.paper.slice(1, 3), 16);
  const steps = palette.map((pixel) => Math.round(((paper - (pixel & 255)) / paper) * depth));
  return new Map(letters.map((letter, at) => {
    const stepAt = (column: number, row: number) => steps[places[row * width + at * side + column] ?? 0] ?? 0;
    return [letter, trimmed(stepAt, side, { advance: (advances(bold)(letter) ?? 0.5) * size, x, y })];
  }));
}, ({ letters, size, bold }) => `${letters.join('')} ${size} ${bold}`);

/** The part of a cell that its character covers. */
function trimmed(stepAt: (column: number, row: number) => number, side: number, { advance, x, y }: { advance: number; x: number; y: number }): Glyph {
  let [left, right, top, bottom] = [side, 0, side, 0];
  for (let row = 0; row < side; row++) {
    for (let column = 0; column < side; column++) {
      if (stepAt(column, row) === 0) continue;
      [left, right] = [Math.min(left, column), Math.max(right, column + 1)];
      [top, bottom] = [Math.min(top, row), Math.max(bottom, row + 1)];
    }
  }
  if (right === 0) return { ...blank, advance };
  const [width, height] = [right - left, bottom - top];
  const coverage = Uint8Array.from({ length: width * height }, (_, at) => stepAt(left + (at % width), top + Math.floor(at / width)));
  return { advance, left: left - x, top: top - y, width, height, coverage };
}
