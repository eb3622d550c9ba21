// Builds that are stopped at many moments, or meet a full disk at many sizes of it; tests/unit/cli/build.test.ts has one of each.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { assertFromBefore, stopAt, writeSite } from '../cut-short.ts';
import { emptyFolder } from '../unit/lantern.ts';

describe('A build that is stopped leaves the last good site whole', () => {
  for (const signal of ['SIGKILL', 'SIGTERM', 'SIGINT'] as const)
    for (const files of [0, 1, 2, 5, 10, 20, 40, 60, 80])
      test(`by ${signal} when the new one has ${files} files`, async (t) => {
        const folder = emptyFolder(t);
        const out = join(folder, 'site');
        writeSite(out);
        const { ended, errors } = await stopAt(files, signal, out);
        if (ended === 0) return t.skip('the build was faster');
        assert.equal(errors, signal === 'SIGKILL' ? '' : `Stopped by ${signal}; nothing was published\n`);
        assert.deepEqual(readdirSync(folder), signal === 'SIGKILL' ? ['site', 'site.next'] : ['site']);
        assertFromBefore(out);
      });
});

describe('A build that fills the disk leaves the last good site whole', () => {
  for (const size of [40, 120, 300, 500, 700, 900])
    test(`of ${size} KB`, (t) => {
      const folder = join(emptyFolder(t), 'disk');
      mkdirSync(folder);
      if (spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'none', folder]).status !== 0)
        return t.skip('only root can mount a small disk');
      try {
        const out = join(folder, 'site');
        writeSite(out);
        const env = { ...process.env, CONTENT_DIR: 'tests/fixtures/other-content', OUT_DIR: out, GITHUB_ACTIONS: '' };
        const { status, stderr } = spawnSync(process.execPath, ['src/cli/build.ts'], { env, encoding: 'utf8' });
        assert.match(stderr.trimEnd().split('\n').at(-1) ?? '', /no space left on device.*; nothing was published$/i);
        assert.equal(status, 1);
        assert.deepEqual(readdirSync(folder), ['site']);
        assertFromBefore(out);
      } finally {
        spawnSync('umount', [folder]);
      }
    });
});
