import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import scripts from '../../package.json' with { type: 'json' };
import { astro, environment, siteOf } from '../sites.ts';

test('two previews of one project answer side by side', async (t) => {
  const [, ...flags] = scripts.scripts.preview.split(' ');
  const ports = [4700 + (process.pid % 200), 4901 + (process.pid % 200)];
  for (const port of ports) {
    const env = { ...environment, OUT_DIR: siteOf('other') };
    const server = spawn(process.execPath, [astro, ...flags, '--port', String(port)], { env, stdio: 'ignore' });
    t.after(() => server.kill());
  }
  for (const port of ports) {
    let status: number | undefined;
    for (let tries = 0; tries < 100 && status === undefined; tries++) {
      status = await fetch(`http://127.0.0.1:${port}/`).then(
        (answer) => answer.status,
        () => wait(200).then(() => undefined),
      );
    }
    assert.equal(status, 200, String(port));
  }
});
