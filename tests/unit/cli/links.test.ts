import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { emptyFolder } from '../lantern.ts';
import { root, run } from './commands.ts';

test('npm run links names what is gone, and neither what moved, nor what knows no HEAD, nor what fails at first', async (t) => {
  const asked: Record<string, number> = {};
  const server = createServer(({ method, url = '' }, answer) => {
    const times = (asked[url] = (asked[url] ?? 0) + 1);
    if (url === '/moved') answer.writeHead(301, { location: '/here' });
    else if (url === '/gone') answer.writeHead(404);
    else if (url === '/private') answer.writeHead(403);
    else if (url === '/only-get') answer.writeHead(method === 'HEAD' ? 405 : 200);
    else if (url === '/tired') answer.writeHead(times < 3 ? 503 : 200);
    answer.end();
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  t.after(() => void server.close());
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const folder = emptyFolder(t);
  mkdirSync(join(folder, 'a'));
  writeFileSync(
    join(folder, 'a/index.html'),
    ['here', 'moved', 'gone', 'private', 'only-get', 'tired']
      .map((path) => `<a href="${host}/${path}#x">x</a>`)
      .join('\n'),
  );
  const env = { ...process.env, LINKS_PATIENCE: '1' };
  const { stdout } = await promisify(execFile)(process.execPath, ['src/cli/links.ts', folder], { cwd: root, env });
  assert.equal(
    stdout,
    `These addresses lead nowhere any more:\n\n- \`${host}/gone\`, on \`a/index.html\`\n\nThese would not say:\n\n- \`${host}/private\`, on \`a/index.html\`\n`,
  );
  assert.equal(asked['/gone'], 2);
  assert.equal(asked['/private'], 4);
});

test('It wants a built site', (t) => {
  const { status, errors } = run('links', [emptyFolder(t)]);
  assert.equal(status, 1);
  assert.match(errors.join('\n'), /is not a built site; "npm run build" makes one/);
});
