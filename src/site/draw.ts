import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { cardFont, cardSvg, layOut, svgOf, type Card, type CardLine } from '../formats/card.ts';
import { compose, depth, type Glyph, type Parts } from '../formats/compose.ts';
import { readAdvances } from '../formats/font.ts';
import { colour, markSvg } from '../formats/mark.ts';
import { pictureOf, png, type Picture } from '../formats/png.ts';
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

/** What is asked for a second time is what was made the first time. */
function once<K, V>(make: (key: K) => V, nameOf: (key: K) => unknown = (key) => key): (key: K) => V {
  const made = new Map<unknown, V>();
  return (key) => {
    const name = nameOf(key);
    const value = made.get(name) ?? make(key);
    made.set(name, value);
    return value;
  };
}

const load = once((name: string): Buffer => unpackWoff(readFileSync(join(fonts, name))));
const isLatin = (text: string): boolean => /^[\u0020-\u007e\u00a0-\u00ff\u2010-\u2026]*$/u.test(text);

/** Other versions of what draws make other pictures of the same words. */
const code = ['src/formats/compose.ts', 'src/formats/png.ts', 'src/site/draw.ts'];
const versions = [join(program, '../package.json'), join(fonts, '../package.json'), ...code].map((path) => readFileSync(path, 'utf8'));

/** A card as a PNG, the same bytes on every machine; one whose words did not change is not drawn again. */
export function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const layout = layOut(card);
  return cached('.cache/cards', [JSON.stringify(layout), ...versions], async () => {
    await (engine ??= initWasm(readFileSync(program)));
    // Letters of other scripts may join or turn around, so a line with them is drawn as a whole.
    const isPlain = layout.lines.every(({ words }) => isLatin(words));
    return png(isPlain ? compose(layout, parts) : draw(cardSvg(layout)));
  });
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

type Style = Pick<CardLine, 'size' | 'bold'>;

const parts: Parts = {
  glyph: (character, style) => alphabet(style)(character),
  mark: once(({ mark, size }) => draw(svgOf(size, size, markSvg(mark, 0, 0, size))), ({ mark, size }) => `${mark.level} ${mark.shape} ${size}`),
};

const advances = once((bold: boolean) => readAdvances(load(latin[Number(bold)] ?? '')));
const alphabet = once((style: Style) => once((character: string) => glyphOf(character, style)), ({ size, bold }) => `${size} ${bold}`);

/** One character, alone in a cell that has room for whatever stands out of its place. */
function glyphOf(character: string, { size, bold }: Style): Glyph {
  const [side, x, y] = [Math.ceil(size * 2), Math.ceil(size / 2), Math.ceil(size * 1.4)];
  const advance = (advances(bold)(character) ?? 0.5) * size;
  if (character.trim() === '') return { advance, left: 0, top: 0, width: 0, height: 0, coverage: new Uint8Array() };
  const { places, palette } = draw(svgOf(side, side, `<text x="${x}" y="${y}" font-size="${size}"${bold ? ' font-weight="700"' : ''} fill="#000">${escapeXml(character)}</text>`));
  const paper = Number.parseInt(colour.paper.slice(1, 3), 16);
  const steps = palette.map((pixel) => Math.round(((paper - (pixel & 255)) / paper) * depth));
  return trimmed(Uint8Array.from(places, (place) => steps[place] ?? 0), side, advance, x, y);
}

/** The part of a cell that the character covers. */
function trimmed(cell: Uint8Array, side: number, advance: number, x: number, y: number): Glyph {
  const inked = [...cell.keys()].filter((at) => (cell[at] ?? 0) > 0);
  const columns = inked.map((at) => at % side);
  const [left, right] = [Math.min(...columns), Math.max(...columns) + 1];
  const [top, bottom] = [Math.floor((inked[0] ?? 0) / side), Math.floor((inked.at(-1) ?? 0) / side) + 1];
  const rows = Array.from({ length: bottom - top }, (_, row) => cell.subarray((top + row) * side + left, (top + row) * side + right));
  return { advance, left: left - x, top: top - y, width: right - left, height: bottom - top, coverage: Uint8Array.from(rows.flatMap((row) => [...row])) };
}
