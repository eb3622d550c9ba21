// Content outside the project, in a folder whose name is a glob pattern.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { filesOf } from '../content/html.ts';
import { build, otherContent, siteOf } from '../sites.ts';

test('content outside the project gives the same files, whatever NODE_ENV and the cache contain', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const CONTENT_DIR = join(folder, 'c[1]');
  cpSync(otherContent, CONTENT_DIR, { recursive: true });
  const [out, other] = [siteOf('outside'), siteOf('other')];
  await build(out, { CONTENT_DIR, NODE_ENV: 'development' });
  // Astro's cache of this build is content that was not checked.
  const storeFile = '.cache/astro/data-store.json';
  const store = readFileSync(storeFile, 'utf8').replaceAll('The first board', 'The forged board');
  assert.match(store, /forged/);
  writeFileSync(storeFile, store);
  await build(out, { CONTENT_DIR, NODE_ENV: 'development' });
  assert.deepEqual(filesOf(out), filesOf(other));
  for (const path of filesOf(out)) {
    const bytes = readFileSync(`${out}/${path}`);
    if (!path.endsWith('.html')) assert.ok(bytes.equals(readFileSync(`${other}/${path}`)), path);
    for (const strange of [folder, 'forged']) assert.ok(!bytes.includes(strange), `${path} has ${strange}`);
  }
});
