import { brotliCompressSync } from 'node:zlib';

/** The bytes of a text as it is, and with brotli at its best. */
export const weigh = (text: string | Buffer): { raw: number; brotli: number } => ({
  raw: Buffer.byteLength(text),
  brotli: brotliCompressSync(text).length,
});
