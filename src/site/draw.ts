import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { deserialize, serialize, setFlagsFromString } from 'node:v8';
import { deflateSync, inflateSync } from 'node:zlib';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { alphabets, drawingOf, shapeIn } from '../output/cards/alphabet.ts';
import {
  cardFont,
  cardSize,
  cardSvg,
  layOut,
  svgOf,
  type Card,
  type CardLayout,
  type CardLine,
} from '../output/cards/card.ts';
import { compose, type Band, type Glyph, type Parts } from '../output/cards/compose.ts';
import { readAdvances } from '../output/cards/font.ts';
import { markSvg } from '../output/svg/mark.ts';
import { pictureOf, png, stripOf, wholeStrip, type Image, type Picture } from '../output/cards/png.ts';
import { unpackWoff } from '../output/cards/woff.ts';
import { cached, digestOf } from './cache.ts';

const { resolve } = createRequire(import.meta.url);
const program = resolve('@resvg/resvg-wasm/index_bg.wasm');
const fonts = dirname(resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff'));

const fontOf = (bold: boolean): string => `noto-sans-latin-${bold ? 700 : 400}-normal.woff`;
/** Latin comes first; the other scripts' files only for text that needs them, since each costs time. */
const latin = [fontOf(false), fontOf(true)];
const others = readdirSync(fonts)
  .filter((name) => /-(?:400|700)-normal\.woff$/.test(name) && !latin.includes(name))
  .sort();

// The few pictures of a build are drawn before a faster compilation of what draws them would pay.
setFlagsFromString('--wasm-tiering-budget=1000000000');
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
const drawer = digestOf(
  [
    join(program, '../package.json'),
    join(fonts, '../package.json'),
    'src/output/cards/alphabet.ts',
    'src/output/cards/png.ts',
    'src/output/cards/woff.ts',
    'src/site/draw.ts',
  ].map((path) => readFileSync(path, 'utf8')),
);

/** A card as a PNG, the same bytes on every machine; what is drawn for it is kept, since putting it together costs little. */
export async function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const layout = layOut(card);
  // Letters of other scripts may join or turn around, so a card with them is drawn as a whole.
  const isPlain = layout.lines.every(({ words }) => isLatin(words));
  if (!isPlain) {
    const whole = await drawn(cardSvg(layout), [...latin, ...others]);
    return png(whole.width, whole.palette, [wholeStrip(whole)]);
  }
  const { palette, bands } = compose(layout, await partsOf(layout));
  return png(cardSize.width, palette, bands.map(packed));
}

/** Most bands are those of other cards too: the site's name, a tier's line, the paper between. */
const packed = once(
  ({ rows, draw }: Band) => stripOf(rows, draw()),
  ({ name }) => name,
);

/** The picture of an SVG, which is not drawn again as long as it is kept. */
const drawn = (svg: string, fonts: readonly string[]): Promise<Picture> => kept(svg, fonts, pictureOf);

/** What is made of an SVG's pixels, kept for other builds. */
async function kept<Made>(svg: string, fonts: readonly string[], make: (image: Image) => Made): Promise<Made> {
  const made = await cached('.cache/drawings', drawer, svg, async () => {
    await (engine ??= initWasm(readFileSync(program)));
    return deflateSync(serialize(draw(svg, fonts, make)), { level: 1 });
  });
  return deserialize(inflateSync(made)) as Made;
}

/** Draws an SVG with embedded fonts and nothing of the system's. */
function draw<Made>(svg: string, names: readonly string[], make: (image: Image) => Made): Made {
  const picture = new Resvg(svg, {
    font: { loadSystemFonts: false, fontBuffers: names.map(load), defaultFontFamily: cardFont },
  });
  const image = picture.render();
  try {
    return make({ pixels: image.pixels, width: image.width, height: image.height });
  } finally {
    image.free();
    picture.free();
  }
}

async function partsOf({ lines, mark }: CardLayout): Promise<Parts> {
  const picture = mark && (await drawnMark(mark));
  const glyphs = new Map<Style, Map<string, Glyph>[]>();
  for (const line of lines) {
    const needed = alphabets.filter((letters) => letters.some((it) => line.words.includes(it)));
    glyphs.set(
      line,
      await Promise.all(needed.map((letters) => alphabet({ letters, size: line.size, bold: line.bold }))),
    );
  }
  return {
    glyph: (character, line) =>
      glyphs
        .get(line)
        ?.find((it) => it.has(character))
        ?.get(character) ?? blank,
    mark: () => picture ?? { width: 0, height: 0, places: new Uint8Array(), palette: [] },
  };
}

const drawnMark = once(
  ({ mark, size }: NonNullable<CardLayout['mark']>) =>
    drawn(svgOf(size, size, markSvg(mark, 0, 0, size)), [fontOf(true)]),
  ({ mark, size }) => `${mark.level} ${mark.shape} ${size}`,
);

type Style = Pick<CardLine, 'size' | 'bold'>;

const advances = once((bold: boolean) => readAdvances(load(fontOf(bold))));

const blank: Glyph = { advance: 0, left: 0, top: 0, width: 0, height: 0, coverage: new Uint8Array() };

/** Characters as they are drawn, from which cards are put together. */
const alphabet = once(
  async ({ letters, size, bold }: Style & { letters: string[] }): Promise<Map<string, Glyph>> => {
    const advance = (letter: string) => (advances(bold)(letter) ?? 0.5) * size;
    const { svg, cells } = drawingOf(letters, { size, bold }, advance);
    const shapes = await kept(svg, [fontOf(bold)], (image) => cells.map((cell) => shapeIn(image, cell)));
    return new Map(shapes.map((shape, at) => [letters[at] ?? '', { ...shape, advance: advance(letters[at] ?? '') }]));
  },
  ({ letters, size, bold }) => `${letters.join('')} ${size} ${bold}`,
);
