// The same commit gives the same bytes, wherever, whenever and in whatever language the site is built.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { commit, siteOf } from '../sites.ts';
import { editedSite, filesOf, pagesOf, textOf, all, todaysSite } from './html.ts';

test('a build without caches, from another folder, time zone and language, writes the same files', () => {
  const elsewhere = siteOf('elsewhere');
  const files = filesOf(todaysSite);
  assert.ok(files.length > 10);
  assert.deepEqual(filesOf(elsewhere), files);
  for (const path of files) {
    const bytes = readFileSync(`${todaysSite}/${path}`);
    assert.ok(bytes.equals(readFileSync(`${elsewhere}/${path}`)), path);
    assert.ok(!bytes.includes(process.cwd()), `${path} names a folder of the machine`);
  }
});

test('the commit of a build is on each page and in the index, and in no other file', () => {
  for (const { path, tree, isRedirect } of pagesOf(editedSite)) {
    const reported = all(tree, ({ tagName }) => tagName === 'p').filter((it) =>
      textOf(it).startsWith('Built from commit'),
    );
    assert.equal(reported.length, isRedirect ? 0 : 1, path);
  }
  const named = filesOf(editedSite).filter((it) => readFileSync(`${editedSite}/${it}`).includes(commit.slice(0, 10)));
  assert.deepEqual(
    named.filter((path) => !path.endsWith('.html')),
    ['api/v1/index.json'],
  );
  const { commit: built } = JSON.parse(readFileSync(`${editedSite}/api/v1/index.json`, 'utf8')) as {
    commit: string;
  };
  assert.equal(built, commit);
});
