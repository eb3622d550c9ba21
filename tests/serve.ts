// Serves a folder on this machine only, as a static host would.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A running server: its address, with a slash at the end, and the way to stop it. */
export interface Served {
  url: string;
  close: () => void;
}

/** Reads and compresses each file only once. */
export async function serve(folder: string, { compressed = false } = {}): Promise<Served> {
  if (!existsSync(folder))
    throw new Error(`${folder} is missing; "node tests/build-sites.ts" builds the sites of tests.`);
  const cache = new Map<string, Buffer>();
  const compressedFile = (path: string): Buffer =>
    cache.get(path) ?? cache.set(path, brotliCompressSync(readFileSync(folder + path))).get(path) ?? Buffer.of();
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
    const path = decodeURIComponent(pathname).replace(/\/$/, '/index.html');
    try {
      const type = types[extname(path)];
      const body = compressed && type ? compressedFile(path) : readFileSync(folder + path);
      if (compressed && type) answer.setHeader('content-encoding', 'br');
      answer.setHeader('content-type', type ?? 'text/plain; charset=utf-8').end(body);
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}
