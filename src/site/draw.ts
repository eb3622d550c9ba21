import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { cardFont, cardSvg, type Card } from '../formats/card.ts';
import { palettePng } from '../formats/png.ts';
import { unpackWoff } from '../formats/woff.ts';
import { cached } from './cache.ts';

/** Packages are found from where the command runs: the built chunk that this becomes may lie anywhere. */
const { resolve } = createRequire(join(process.cwd(), 'package.json'));
const program = resolve('@resvg/resvg-wasm/index_bg.wasm');
const fonts = dirname(resolve('@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff'));

/** Latin comes first; the other scripts' files only for text that needs them, since each costs time. */
const latin = [400, 700].map((weight) => `noto-sans-latin-${weight}-normal.woff`);
const others = readdirSync(fonts).filter((name) => /-(?:400|700)-normal\.woff$/.test(name) && !latin.includes(name)).sort();

let engine: Promise<void> | undefined;
const loaded = new Map<string, Buffer>();

function load(name: string): Buffer {
  const font = loaded.get(name) ?? unpackWoff(readFileSync(join(fonts, name)));
  loaded.set(name, font);
  return font;
}

function fontsFor(svg: string): Buffer[] {
  const isLatin = /^[\u0000-\u00ff\u2000-\u206f]*$/u.test(svg);
  return (isLatin ? latin : [...latin, ...others]).map(load);
}

/** Other versions of what draws make other pictures of the same words. */
const versions = [join(program, '../package.json'), join(fonts, '../package.json'), 'src/formats/png.ts'].map((path) => readFileSync(path, 'utf8'));

/** A card as a PNG; one whose words did not change is not drawn again. */
export function drawCard(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const svg = cardSvg(card);
  return cached('.cache/cards', [svg, ...versions], () => draw(svg));
}

/** Draws an SVG as a PNG, the same bytes on every machine: WebAssembly and an embedded font, nothing of the system's. */
export async function draw(svg: string): Promise<Buffer<ArrayBuffer>> {
  await (engine ??= initWasm(readFileSync(program)));
  const picture = new Resvg(svg, { font: { loadSystemFonts: false, fontBuffers: fontsFor(svg), defaultFontFamily: cardFont } });
  const image = picture.render();
  try {
    return palettePng(image.pixels, image.width, image.height);
  } finally {
    image.free();
    picture.free();
  }
}
