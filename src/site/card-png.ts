import { createHash, randomUUID } from 'node:crypto';
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { renderAsync } from '@resvg/resvg-js';
import sharp from 'sharp';
import { cardFont, cardSvg, type Card } from '../output/cards/card-svg.ts';
import { cardFontFiles, cardTextWidth } from './card-font.ts';

const require = createRequire(import.meta.url);
const font = { loadSystemFonts: false, fontFiles: cardFontFiles, defaultFontFamily: cardFont };
/** Part of the cache key, because other versions may draw the same card differently. */
const versions = [
  ...['@resvg/resvg-js', 'dejavu-fonts-ttf'].map(
    (name) => (require(`${name}/package.json`) as { version: string }).version,
  ),
  sharp.versions,
];

/**
 * Draws a card as a PNG, with the same bytes on every machine. Cards are cached in a folder that may be deleted at any
 * time.
 */
export async function drawCard(card: Card, cache = '.cache/cards'): Promise<Uint8Array<ArrayBuffer>> {
  const svg = cardSvg(card, cardTextWidth);
  const key = sha256(JSON.stringify([svg, versions])).toString('hex');
  const known = await readEntry(cache, key);
  if (known) return known;
  const { pixels, width, height } = await renderAsync(svg, { font });
  // sharp encodes in a worker thread; resvg would encode on the main thread.
  const image = sharp(pixels, { raw: { width, height, channels: 4 } }).removeAlpha();
  const png = new Uint8Array(await image.png().toBuffer());
  await writeEntry(cache, key, png);
  return png;
}

const sha256 = (...parts: (string | Uint8Array)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/**
 * Reads a PNG from the cache. An entry begins with a hash of its key and its PNG; if it does not match, the entry is
 * ignored.
 */
async function readEntry(folder: string, key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const path = join(folder, key);
    // Reading a pipe or a device might never end.
    if (!(await lstat(path)).isFile()) return undefined;
    const entry = new Uint8Array(await readFile(path));
    const png = entry.slice(32);
    return sha256(key, png).equals(entry.subarray(0, 32)) ? png : undefined;
  } catch {
    return undefined;
  }
}

/** Writes a cache entry atomically. An error is ignored: the card is then drawn again next time. */
async function writeEntry(folder: string, key: string, png: Uint8Array): Promise<void> {
  const part = join(folder, `${key}.${randomUUID()}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(part, Buffer.concat([sha256(key, png), png]));
    await rename(part, join(folder, key));
  } catch {
    await rm(part, { force: true }).catch(() => {});
  }
}
