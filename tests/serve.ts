// Serves a folder on this machine alone, as a static host would.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';

const types: Record<string, string> = { '.html': 'text/html; charset=utf-8', '.json': 'application/json', '.svg': 'image/svg+xml', '.js': 'text/javascript', '.css': 'text/css' };

/** A running server: its address, with a slash at the end, and the way to stop it. */
export interface Served {
  url: string;
  close: () => void;
}

export async function serve(folder: string): Promise<Served> {
  const server = createServer((request, answer) => {
    const { pathname } = new URL(request.url ?? '', 'http://127.0.0.1');
    const path = decodeURIComponent(pathname).replace(/\/$/, '/index.html');
    try {
      answer.setHeader('content-type', types[extname(path)] ?? 'text/plain; charset=utf-8').end(readFileSync(folder + path));
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => void server.close() };
}
