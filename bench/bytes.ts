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
