import { brotliCompressSync } from 'node:zlib';

/** The size of a text in bytes, uncompressed and with the best brotli compression. */
export const weigh = (text: string | Buffer): { raw: number; brotli: number } => ({
  raw: Buffer.byteLength(text),
  brotli: brotliCompressSync(text).length,
});
