// Same commit, same bytes: wherever, whenever and in whatever language the site is built.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { today } from './html.ts';
import { tree } from './tree.ts';

/** The bytes of a page or of index.json without the commit that it names. */
const withoutCommit = (bytes: Buffer): string =>
  bytes
    .toString('latin1')
    .replace(/<p>Built from commit .*?<\/p>/, '')
    .replace(/^( {2}"commit": ).*/m, '$1null,');

const commit = '0123456789abcdef0123456789abcdef01234567';

test('a build elsewhere, in another time zone and language, with cold and with warm caches, gives the same tree, but for a commit', () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'same bytes '));
  try {
    const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' }).split('\n');
    for (const file of files.filter((path) => path !== '' && !path.startsWith('tests/')))
      cpSync(file, join(elsewhere, file));
    symlinkSync(join(process.cwd(), 'node_modules'), join(elsewhere, 'node_modules'));
    const env = {
      ...process.env,
      TZ: 'Pacific/Kiritimati',
      LC_ALL: 'tr_TR.UTF-8',
      LANG: 'tr_TR.UTF-8',
      OUT_DIR: 'dist',
    };
    assert.ok(tree(today).length > 40);
    const built = join(elsewhere, 'dist');
    const drawings: string[][] = [];
    for (const [cache, more] of [
      ['cold', {}],
      ['warm', { COMMIT_SHA: commit }],
    ] as const) {
      execFileSync(process.execPath, ['src/cli/build.ts'], { cwd: elsewhere, env: { ...env, ...more }, stdio: 'pipe' });
      const form = cache === 'warm' ? withoutCommit : undefined;
      assert.deepEqual(tree(built, form), tree(today, form), `with a ${cache} cache`);
      drawings.push(
        globSync(`${elsewhere}/.cache/drawings/*/*`)
          .map((path) => `${path} ${statSync(path).ino} ${statSync(path).mtimeMs}`)
          .toSorted(),
      );
    }
    for (const page of globSync(`${built}/**/*.html`)) {
      const text = readFileSync(page, 'utf8');
      assert.equal(text.split('Built from commit').length, /http-equiv="refresh"/.test(text) ? 1 : 2, page);
      assert.equal(text.includes(commit.slice(0, 10)), !/http-equiv="refresh"/.test(text), page);
    }
    assert.equal(
      (JSON.parse(readFileSync(join(built, 'api/v1/index.json'), 'utf8')) as { commit: string }).commit,
      commit,
    );
    assert.ok(drawings[0] && drawings[0].length > 0);
    assert.deepEqual(drawings[1], drawings[0], 'nothing on the cards is drawn again when nothing changed');
  } finally {
    rmSync(elsewhere, { recursive: true, force: true });
  }
});
