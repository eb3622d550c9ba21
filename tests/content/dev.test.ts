// `npm run dev` shows an edit of content at once, in pages and in the files beside them.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';

const content = '.cache/dev-content';
const port = 4400 + (process.pid % 500);

/** Asks for a page until its text fits; fails after a minute. */
async function eventually(path: string, fits: (text: string) => boolean): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    const text = await fetch(`http://127.0.0.1:${port}${path}`).then(
      (answer) => answer.text(),
      () => '',
    );
    if (fits(text)) return;
    await wait(250);
  }
  assert.fail(`${path} never fitted ${fits}`);
}

test('a server met by broken content says so as the check does and starts when it is mended; then edits show, and a mistake leaves the last good pages', async () => {
  rmSync(content, { recursive: true, force: true });
  cpSync('tests/fixtures/other-content', content, { recursive: true });
  const file = `${content}/features/oak-board.mdx`;
  const good = readFileSync(file, 'utf8');
  writeFileSync(file, good.replace('category: board', 'category: bord'));
  const env = { ...process.env, CONTENT_DIR: content, BASE_PATH: '/' };
  const server = spawn(process.execPath, ['src/cli/dev.ts', '--port', String(port)], { env, stdio: 'pipe' });
  let printed = '';
  for (const stream of [server.stdout, server.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const says = async (words: string) => {
    for (let tries = 0; tries < 200 && !printed.includes(words); tries++) await wait(100);
    assert.ok(printed.includes(words), printed);
  };
  try {
    await says(
      `${file}:3:11: category "bord" does not exist; did you mean "board"?\n1 problem in 1 file; nothing was published.\n`,
    );
    assert.doesNotMatch(printed, /^ +at /m);
    writeFileSync(file, good);
    await eventually('/features/oak-board/', (text) => text.includes('Tier 1 — Kept Lit'));
    writeFileSync(file, good.replace('tier: 1', 'tier: 7'));
    await says(`${file}:9:11: there is no Tier 7; write one of: 1, 2`);
    await eventually('/features/oak-board/', (text) => text.includes('Tier 1 — Kept Lit'));
    writeFileSync(file, good.replace('tier: 1', 'tier: 2'));
    await eventually('/features/oak-board/', (text) => text.includes('Tier 2 — May Go Dark'));
    for (const path of ['/badges/oak-board.svg', '/features/oak-board/index.md', '/features/oak-board/changes.xml'])
      await eventually(path, (text) => text.includes('Tier 2'));
    const card = await fetch(`http://127.0.0.1:${port}/cards/features/oak-board.png`);
    assert.deepEqual([card.status, card.headers.get('content-type')], [200, 'image/png']);
    assert.equal((await fetch(`http://127.0.0.1:${port}/badges/pine-tree.svg`)).status, 404);
    const row = ' role="row" id="oak-board"';
    await eventually('/', (text) => text.indexOf(row) > text.indexOf('id="tier-2"'));
    await eventually('/policy/', (text) => text.includes(row));
    await eventually('/tiers/2/', (text) => text.includes(row));
    await eventually('/tiers/1/', (text) => text.includes('id="red-lamp"') && !text.includes(row));
  } finally {
    server.kill();
  }
});
