// What a text weighs on its way to a reader.
import { brotliCompressSync, gzipSync } from 'node:zlib';

/** The bytes of a text as it is, and compressed as far as each method goes. */
export interface Weight {
  raw: number;
  gzip: number;
  brotli: number;
}

export const weigh = (text: string | Buffer): Weight => ({
  raw: Buffer.byteLength(text),
  gzip: gzipSync(text, { level: 9 }).length,
  brotli: brotliCompressSync(text).length,
});

/** What several texts weigh that are compressed each for itself. */
export const weighAll = (texts: readonly string[]): Weight =>
  texts.map(weigh).reduce((sum, it) => ({ raw: sum.raw + it.raw, gzip: sum.gzip + it.gzip, brotli: sum.brotli + it.brotli }), { raw: 0, gzip: 0, brotli: 0 });
