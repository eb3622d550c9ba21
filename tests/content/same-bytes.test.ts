// Same commit, same bytes: wherever, whenever and in whatever language the site is built.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { build, commit, otherContent, siteOf } from '../sites.ts';
import { edited, filesOf, pagesOf, textOf, all, today } from './html.ts';

test('a build from another folder, by an absolute path, in another time zone and language, with nothing kept, gives the same files', () => {
  const elsewhere = siteOf('elsewhere');
  const files = filesOf(today);
  assert.ok(files.length > 10);
  assert.deepEqual(filesOf(elsewhere), files);
  for (const path of files) {
    const bytes = readFileSync(`${today}/${path}`);
    assert.ok(bytes.equals(readFileSync(`${elsewhere}/${path}`)), path);
    assert.ok(!bytes.includes(process.cwd()), `${path} names a folder of the machine`);
  }
});

test('so does one of content outside the project, in a folder with the name of a pattern, whatever was kept and NODE_ENV says', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'outside-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const CONTENT_DIR = join(folder, 'c[1]');
  cpSync(otherContent, CONTENT_DIR, { recursive: true });
  const [out, other] = [siteOf('outside'), siteOf('other')];
  await build(out, { CONTENT_DIR, NODE_ENV: 'development' });
  // What Astro kept of this build is content that nobody has checked.
  const kept = '.cache/astro/data-store.json';
  const store = readFileSync(kept, 'utf8').replaceAll('The first board', 'The forged board');
  assert.match(store, /forged/);
  writeFileSync(kept, store);
  await build(out, { CONTENT_DIR, NODE_ENV: 'development' });
  assert.deepEqual(filesOf(out), filesOf(other));
  for (const path of filesOf(out)) {
    const bytes = readFileSync(`${out}/${path}`);
    if (!path.endsWith('.html')) assert.ok(bytes.equals(readFileSync(`${other}/${path}`)), path);
    for (const strange of [folder, 'forged']) assert.ok(!bytes.includes(strange), `${path} has ${strange}`);
  }
});

test('the commit that a build is told stands on each page and in the index, and nowhere else', () => {
  for (const { path, tree, isRedirect } of pagesOf(edited)) {
    const told = all(tree, ({ tagName }) => tagName === 'p').filter((it) => textOf(it).startsWith('Built from commit'));
    assert.equal(told.length, isRedirect ? 0 : 1, path);
  }
  const named = filesOf(edited).filter((path) => readFileSync(`${edited}/${path}`).includes(commit.slice(0, 10)));
  assert.deepEqual(
    named.filter((path) => !path.endsWith('.html')),
    ['api/v1/index.json'],
  );
  const { commit: told } = JSON.parse(readFileSync(`${edited}/api/v1/index.json`, 'utf8')) as { commit: string };
  assert.equal(told, commit);
});
