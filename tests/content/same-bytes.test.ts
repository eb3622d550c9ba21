// Same commit, same bytes: wherever, whenever and in whatever language the site is built.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { today } from './html.ts';

/** Every file below a folder, with the digest of its bytes. */
const tree = (folder: string) =>
  globSync(`${folder}/**/*`)
    .filter((path) => statSync(path).isFile())
    .map((path) => `${relative(folder, path)} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`)
    .toSorted();

test('a build elsewhere, in another time zone and language, with cold and with warm caches, gives the same tree', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'same bytes '));
  try {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n');
    for (const file of files.filter((path) => path !== '' && !path.startsWith('tests/'))) cpSync(file, join(elsewhere, file));
    symlinkSync(join(process.cwd(), 'node_modules'), join(elsewhere, 'node_modules'));
    const env = { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8', OUT_DIR: 'dist' };
    const expected = tree(today);
    assert.ok(expected.length > 40);
    const cards: string[][] = [];
    for (const cache of ['cold', 'warm']) {
      execFileSync(process.execPath, ['src/cli/build.ts'], { cwd: elsewhere, env, stdio: 'pipe' });
      assert.deepEqual(tree(join(elsewhere, 'dist')), expected, `with a ${cache} cache`);
      cards.push(globSync(`${elsewhere}/.cache/cards/*`).map((path) => `${path} ${statSync(path).ino} ${statSync(path).mtimeMs}`).toSorted());
    }
    assert.equal(cards[0]?.length, globSync(`${today}/cards/**/*.png`).length);
    assert.deepEqual(cards[1], cards[0], 'no card is drawn again when nothing changed');
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
