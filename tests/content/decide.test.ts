// /stack/ and /propose/ as they are published: whole without scripts, and small with them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { fromHtml } from 'hast-util-from-html';
import { all, dist, one, readPage, tag, textOf } from './html.ts';
import { bullets, isPairPromised, isTarget, nameOf, rows } from './policy-reading.ts';

test('the table of pairs says of each of the 91 pairs what the document says', () => {
  const table = one(readPage('stack/index.html'), tag('table'), 'table');
  const [head, ...body] = all(table, tag('tr'));
  assert.ok(head);
  const columns = all(head, tag('th'))
    .slice(1)
    .map((cell) => all(cell, tag('a')).map(textOf));
  const shown = body.flatMap((row) => {
    const names = all(row, tag('a')).map(textOf);
    return all(row, tag('td')).flatMap((cell, index) =>
      (columns[index] ?? []).flatMap((target) => names.map((name) => `${name} on ${target}: ${textOf(cell)}`)),
    );
  });
  const expected = rows
    .filter((row) => !isTarget(row))
    .flatMap((row) =>
      rows
        .filter(isTarget)
        .map(
          (target) =>
            `${nameOf(row)} on ${nameOf(target)}: ${isPairPromised(target, row) ? 'Promised' : 'Nothing promised'}`,
        ),
    );
  assert.equal(expected.length, 91);
  assert.deepEqual(shown.toSorted(), expected.toSorted());
});

test('the checklist has every requirement of the document, tier by tier, the lowest first', () => {
  const main = one(readPage('propose/index.html'), tag('main'), 'main');
  const sections = all(main, tag('section')).map((section) => all(section, tag('h3')).map(textOf));
  assert.deepEqual(
    sections,
    [3, 2, 1].map((tier) => bullets.filter((it) => it.tier === tier).map(({ title }) => title)),
  );
});

describe('the scripts of each page', () => {
  for (const path of ['stack', 'propose']) {
    test(`/${path}/ are at most 6 KB compressed, and none is fetched`, () => {
      const html = readFileSync(`${dist}/${path}/index.html`, 'utf8');
      const scripts = [...html.matchAll(/<script(?![^>]*json)([^>]*)>([\s\S]*?)<\/script>/g)];
      assert.ok(scripts.every(([, attributes]) => !attributes?.includes('src')));
      const bytes = gzipSync(scripts.map(([, , code]) => code).join('\n'), { level: 9 }).length;
      assert.ok(bytes <= 6 * 1024, `${bytes} bytes`);
      assert.ok(!html.includes('import '), 'a script imports another');
    });
  }
});

test('the script that filters is at most 3 KB compressed, and the first page with it at most 14 KB', () => {
  for (const path of ['index.html', 'categories/target/index.html']) {
    const html = readFileSync(`${dist}/${path}`, 'utf8');
    const scripts = [...html.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
    const filter = scripts.find((code) => code.includes('tier-filter')) ?? '';
    assert.ok(filter.length > 1000);
    assert.ok(brotliCompressSync(filter).length <= 3 * 1024, `${brotliCompressSync(filter).length} bytes`);
    assert.ok(gzipSync(html, { level: 9 }).length <= 14 * 1024, `${gzipSync(html, { level: 9 }).length} bytes`);
  }
});

test('a policy that guarantees no pairs has no table of pairs, and its own words in the checklist', () => {
  const env = {
    ...process.env,
    CONTENT_DIR: 'tests/fixtures/other-content',
    OUT_DIR: '.cache/dist-other-decide',
    BASE_PATH: '/',
  };
  execFileSync(process.execPath, ['src/cli/build.ts'], { env, stdio: 'pipe' });
  const page = (path: string) => fromHtml(readFileSync(`.cache/dist-other-decide/${path}/index.html`, 'utf8'));
  assert.equal(all(page('stack'), tag('table')).length, 0);
  assert.equal(all(page('stack'), tag('blockquote')).length, 0);
  assert.deepEqual(all(page('propose'), tag('h3')).map(textOf), ['Wiring plan', 'Spare bulb', 'Night watch']);
});
