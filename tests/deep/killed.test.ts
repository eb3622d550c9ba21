// A build that is killed while it replaces the last site with the new one.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { siteMarker } from '../../src/site/publish-whole.ts';
import { emptyFolder } from '../unit/lantern.ts';

/** Publishes a page in a process that is killed after some renames; returns the signal that ended it. */
function publish(folder: string, page: string, renames: number, umask = 0o022): string | null {
  const program = `
    import fs, { mkdirSync, writeFileSync } from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    import { publishWhole } from ${JSON.stringify(import.meta.resolve('../../src/site/publish-whole.ts'))};
    const { renameSync } = fs;
    process.umask(${umask});
    let left = ${renames};
    const die = () => process.kill(process.pid, 'SIGKILL');
    fs.renameSync = (...paths) => { if (left === 0) die(); renameSync(...paths); left -= 1; };
    syncBuiltinESMExports();
    const [out, cache] = ${JSON.stringify([join(folder, 'site'), join(folder, 'cache')])};
    let built;
    const { hooks } = publishWhole(out, cache);
    hooks['astro:config:setup']({
      command: 'build',
      config: { cacheDir: new URL('file://' + cache + '/astro/') },
      updateConfig: ({ outDir }) => { built = outDir; },
    });
    for (const name of ['index.html', 'a/index.html', ${JSON.stringify(siteMarker)}]) {
      mkdirSync(new URL('a/', built), { recursive: true });
      writeFileSync(new URL(name, built), ${JSON.stringify(page)});
    }
    hooks['astro:build:done']({ logger: console });
  `;
  return spawnSync(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' }).signal;
}

test('a build killed at its last step leaves the last site, the new one or none, and the next build works', (t) => {
  const outcomes = [];
  for (const renames of [0, 1, 2, 3]) {
    const folder = emptyFolder(t);
    const site = join(folder, 'site');
    const pages = () =>
      existsSync(site)
        ? readdirSync(site, { recursive: true, encoding: 'utf8' }).filter((it) => /\.\w+$/.test(it))
        : [];
    const text = () => [...new Set(pages().map((page) => readFileSync(join(site, page), 'utf8')))].join();
    const foreignFiles = ['site.next', 'site.last', '.site-1'].map((name) => join(folder, name));
    for (const name of foreignFiles) writeFileSync(name, 'of somebody');
    assert.equal(publish(folder, 'last', Infinity), null);
    const signal = publish(folder, 'new', renames);
    outcomes.push([signal, text() || 'none']);
    assert.ok([0, 3].includes(pages().length), `${pages().length}`);
    assert.equal(publish(folder, 'next', Infinity), null);
    assert.deepEqual([text(), pages().length], ['next', 3]);
    assert.deepEqual(readdirSync(join(folder, 'cache')), []);
    for (const name of foreignFiles) assert.equal(readFileSync(name, 'utf8'), 'of somebody');
  }
  // It moves the new site beside the last one, the last one away, and the new one into its place.
  assert.deepEqual(outcomes, [
    ['SIGKILL', 'last'],
    ['SIGKILL', 'last'],
    ['SIGKILL', 'none'],
    [null, 'new'],
  ]);
});

test('a new site keeps neither changed files nor file permissions of the last one', (t) => {
  const folder = emptyFolder(t);
  const page = join(folder, 'site/index.html');
  assert.equal(publish(folder, 'page', Infinity, 0o077), null);
  const { atime, mtime } = statSync(page);
  writeFileSync(page, 'evil');
  utimesSync(page, atime, mtime);
  assert.equal(publish(folder, 'page', Infinity), null);
  assert.equal(readFileSync(page, 'utf8'), 'page');
  assert.equal(statSync(page).mode & 0o777, 0o644);
});
