// `npm run dev` shows an edit of the content at once, in pages and in other generated files.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { astro, contentOf, environment, otherContent } from '../sites.ts';

const port = 4400 + (process.pid % 500);

/** Waits until a condition is met; fails after a minute. */
async function waitUntil(isMet: () => Promise<boolean> | boolean, message: () => string): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    if (await isMet()) return;
    await wait(200);
  }
  assert.fail(message());
}

test('the development server shows an edit, reports a mistake, and shows the page again once it is fixed', async () => {
  const content = contentOf('dev');
  rmSync(content, { recursive: true, force: true });
  cpSync(otherContent, content, { recursive: true });
  const file = `${content}/features/oak-board.mdx`;
  const good = readFileSync(file, 'utf8');
  const env = { ...environment, CONTENT_DIR: content };
  const server = spawn(process.execPath, [astro, 'dev', '--ignore-lock', '--port', String(port)], {
    env,
    stdio: 'pipe',
  });
  let printed = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const get = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  const shows = async (path: string, fits: (text: string) => boolean) => {
    const text = () =>
      get(path).then(
        (answer) => answer.text(),
        () => '',
      );
    await waitUntil(
      async () => fits(await text()),
      () => `${path} never fitted ${fits}\n${printed}`,
    );
  };
  try {
    await shows('/features/oak-board/', (text) => text.includes('Tier 1 — Kept Lit'));
    writeFileSync(file, good.replace('tier: 1', 'tier: 7'));
    const problem = `${file}:9:11: tier "7" does not exist; write one of: 1, 2`;
    await waitUntil(
      () => printed.includes(problem),
      () => printed,
    );
    assert.doesNotMatch(printed.slice(0, printed.indexOf(problem)), /^ +at /m);
    writeFileSync(file, good.replace('tier: 1', 'tier: 2'));
    await shows('/features/oak-board/', (text) => text.includes('Tier 2 — May Go Dark'));
    for (const path of ['/badges/oak-board.svg', '/features/oak-board/index.md', '/features/oak-board/changes.xml'])
      await shows(path, (text) => text.includes('Tier 2'));
    const card = await get('/cards/features/oak-board.png');
    assert.deepEqual([card.status, card.headers.get('content-type')], [200, 'image/png']);
    assert.equal((await get('/badges/pine-tree.svg')).status, 404);
    const row = ' role="row" id="oak-board"';
    await shows('/', (text) => text.indexOf(row) > text.indexOf('id="tier-2"'));
    for (const path of ['/policy/', '/tiers/2/']) await shows(path, (text) => text.includes(row));
    await shows('/tiers/1/', (text) => text.includes('id="red-lamp"') && !text.includes(row));
  } finally {
    server.kill();
  }
});
