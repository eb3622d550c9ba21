// A real nginx with the configuration of docs/publishing.md; skipped where none is installed.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { test } from 'node:test';
import { nginxExample } from '../nginx.ts';
import { siteOf } from '../sites.ts';

const port = 4480;
const skip = spawnSync('nginx', ['-v']).status !== 0 && 'nginx is not installed';

test('nginx serves every kind of text as UTF-8, and sends the headers with errors too', { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-'));
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const server = nginxExample.replace(
    'root /srv/dist;',
    `listen 127.0.0.1:${port}; root ${resolve(siteOf('documented'))};`,
  );
  const main = `daemon off; pid ${folder}/pid; error_log stderr;\nevents {}\n`;
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${main}http { include /etc/nginx/mime.types; access_log off; ${paths.join(' ')}\n${server}}\n`,
  );
  const nginx = spawn('nginx', ['-c', join(folder, 'nginx.conf')], { stdio: 'ignore' });
  const get = (path: string) => fetch(`http://127.0.0.1:${port}/${path}`);
  try {
    for (let tries = 0; tries < 50 && !(await get('').catch(() => undefined)); tries++) await wait(100);
    for (const [path, type] of [
      ['', 'text/html; charset=utf-8'],
      ['index.md', 'text/markdown; charset=utf-8'],
      ['api/v1/features.csv', 'text/csv; charset=utf-8'],
      ['api/v1/index.json', 'application/json; charset=utf-8'],
      ['llms.txt', 'text/plain; charset=utf-8'],
      ['changes.xml', 'application/atom+xml; charset=utf-8'],
      ['changes.json', 'application/feed+json; charset=utf-8'],
      ['api/v1/changes.json', 'application/json; charset=utf-8'],
      ['sitemap.xml', 'text/xml; charset=utf-8'],
    ] as const)
      assert.equal((await get(path)).headers.get('content-type'), type, path);
    const lost = await get('no-such-page/');
    assert.deepEqual([lost.status, lost.headers.get('x-content-type-options')], [404, 'nosniff']);
  } finally {
    nginx.kill();
    // A running nginx would write into the folder again.
    await once(nginx, 'exit');
    rmSync(folder, { recursive: true, force: true });
  }
});
