import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertFromBefore, stopAt, writeSite } from '../../cut-short.ts';
import { emptyFolder, fixtures } from '../lantern.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the build as npm does, from the project's root. */
function build(variables: Record<string, string>) {
  const env = { ...process.env, ...variables };
  return spawnSync(process.execPath, [join('src', 'cli', 'build.ts')], {
    cwd: root,
    env,
    encoding: 'utf8',
    timeout: 60_000,
  });
}

describe('Broken content is never published: npm run build names every mistake and changes nothing', () => {
  for (const name of ['shape', 'references', 'levels']) {
    test(`broken/${name}`, (t) => {
      const content = join(fixtures, 'broken', name);
      const folder = emptyFolder(t);
      const out = join(folder, 'site');
      writeSite(out);

      const { status, stdout, stderr, pid } = build({ CONTENT_DIR: content, OUT_DIR: out });

      const expected = readFileSync(`${content}.txt`, 'utf8').trimEnd().split('\n');
      const files = new Set(expected.map((line) => line.split(':')[0])).size;
      const [last, ...lines] = stderr.trimEnd().split('\n').reverse();
      assert.deepEqual(
        lines.reverse().map((line) => line.replaceAll(`${content}/`, '')),
        expected,
      );
      assert.ok(
        lines.every((line) => line.startsWith(`${content}/`)),
        'each line begins with a path that can be opened',
      );
      assert.equal(last, `${expected.length} problems in ${files} files; nothing was published.`);
      assert.doesNotMatch(stdout + stderr, /^\s+at /m, 'there is no stack trace');
      assert.equal(status, 1);
      assert.deepEqual(readdirSync(folder), ['site'], 'nothing half made is left beside it');
      assert.deepEqual(globSync(join(root, `.cache/compiled/*.${pid}`)), [], 'and nothing half compiled');
      assertFromBefore(out);
    });
  }
});

test('what the thread of the pages meets first is told as the check tells it', (t) => {
  const folder = emptyFolder(t);
  const content = join(folder, 'content');
  cpSync(join(fixtures, 'other-content'), content, { recursive: true });
  mkdirSync(join(content, 'tiers/x.mdx'));
  const { status, stderr } = build({ CONTENT_DIR: content, OUT_DIR: join(folder, 'site') });
  assert.equal(
    stderr,
    `${content}/tiers/x.mdx:1:1: this is not a file that can be read; put one here, or delete it\n1 problem in 1 file; nothing was published.\n`,
  );
  assert.equal(status, 1);
  assert.deepEqual(readdirSync(folder), ['content']);
});

describe('A build replaces nothing but a built site', () => {
  test('a folder that holds something else is named and left as it is', (t) => {
    const out = join(emptyFolder(t), 'photographs');
    mkdirSync(out);
    writeFileSync(join(out, 'lighthouse.jpg'), 'a lighthouse');
    const { status, stdout, stderr } = build({ CONTENT_DIR: join(fixtures, 'other-content'), OUT_DIR: out });
    assert.equal(stderr, `OUT_DIR is "${out}", which holds something else than a built site; name another folder\n`);
    assert.equal(stdout, '');
    assert.equal(status, 1);
    assert.deepEqual(readdirSync(out), ['lighthouse.jpg']);
    assert.equal(readFileSync(join(out, 'lighthouse.jpg'), 'utf8'), 'a lighthouse');
  });

  test('whatever its links lead to', (t) => {
    const folder = emptyFolder(t);
    const [photographs, out] = [join(folder, 'photographs'), join(folder, 'site')];
    writeSite(photographs);
    writeSite(out);
    for (const beside of ['.next', '.last']) symlinkSync(photographs, out + beside);
    assert.equal(build({ CONTENT_DIR: join(fixtures, 'broken', 'shape'), OUT_DIR: out }).status, 1);
    assert.deepEqual(readdirSync(folder), ['photographs', 'site']);
    for (const site of [photographs, out]) assertFromBefore(site);
  });

  test('a variable that cannot be meant stops it before it writes anything', (t) => {
    const folder = emptyFolder(t);
    const { status, stderr } = build({ BASE_PATH: '/a b/', OUT_DIR: join(folder, 'site') });
    assert.equal(stderr, 'BASE_PATH is "/a b/"; write a path of letters, digits, "-", "_" and ".", like /tiers/\n');
    assert.equal(status, 1);
    assert.deepEqual(readdirSync(folder), []);
  });
});

describe('A build that is cut short leaves the last good site, whole, and says so in one line', () => {
  const CONTENT_DIR = join(fixtures, 'other-content');
  const siteIn = (folder: string) => {
    const out = join(folder, 'site');
    writeSite(out);
    return out;
  };
  const lastLine = (text: string) => text.trimEnd().split('\n').at(-1);

  test('when it is stopped, having tidied', async (t) => {
    const folder = emptyFolder(t);
    const out = siteIn(folder);
    assert.deepEqual(await stopAt(0, 'SIGTERM', out), {
      ended: 143,
      errors: 'Stopped by SIGTERM; nothing was published\n',
    });
    assert.deepEqual(readdirSync(folder), ['site']);
    assertFromBefore(out);
  });

  test('when it is killed, which the next build says, before it publishes', async (t) => {
    const folder = emptyFolder(t);
    const out = siteIn(folder);
    assert.deepEqual(await stopAt(10, 'SIGKILL', out), { ended: 'SIGKILL', errors: '' });
    assert.deepEqual(readdirSync(folder), ['site', 'site.next']);
    assertFromBefore(out);
    const { status, stdout } = build({ CONTENT_DIR, OUT_DIR: out });
    assert.equal(stdout, `The build before this one was cut short; it published nothing.\nThe site is in ${out}.\n`);
    assert.equal(status, 0);
    assert.deepEqual(readdirSync(folder), ['site']);
    assert.ok(existsSync(join(out, 'features')));
  });

  test('when it was killed between taking the old site away and putting the new one there', (t) => {
    const folder = emptyFolder(t);
    const out = siteIn(folder);
    renameSync(out, `${out}.last`);
    writeSite(`${out}.next`);
    assert.equal(build({ CONTENT_DIR: join(fixtures, 'broken', 'shape'), OUT_DIR: out }).status, 1);
    assert.deepEqual(readdirSync(folder), ['site']);
    assertFromBefore(out);
  });

  test(
    'when there is no room for a file',
    { skip: process.platform === 'win32' && 'no limit of a file’s size to set' },
    (t) => {
      const folder = emptyFolder(t);
      const out = siteIn(folder);
      const env = { ...process.env, CONTENT_DIR, OUT_DIR: out };
      const { status, stderr } = spawnSync('sh', ['-c', `ulimit -f 16; exec "${process.execPath}" src/cli/build.ts`], {
        cwd: root,
        env,
        encoding: 'utf8',
      });
      assert.match(
        lastLine(stderr) ?? '',
        /^(?:Failed to write file in .*: File too large \(os error 27\)|EFBIG: file too large, write); nothing was published$/,
      );
      assert.doesNotMatch(stderr, /^\s+at /m, 'there is no stack trace');
      assert.equal(status, 1);
      assert.deepEqual(readdirSync(folder), ['site']);
      assertFromBefore(out);
    },
  );

  test('when the folder is read-only', (t) => {
    const folder = emptyFolder(t);
    const out = siteIn(folder);
    // Permissions mean nothing to root, for whom a file can be made unchangeable where the file system knows that.
    const isRoot = process.getuid?.() === 0;
    const lock = (locked: boolean) =>
      isRoot
        ? spawnSync('chattr', [locked ? '+i' : '-i', folder]).status === 0
        : (chmodSync(folder, locked ? 0o555 : 0o755), true);
    if (!lock(true)) return t.skip('chattr can lock no folder here');
    try {
      const { status, stderr } = build({ CONTENT_DIR, OUT_DIR: out });
      assert.match(stderr, /^E\w+: .*, mkdir '.*site\.next'; nothing was published\n$/);
      assert.equal(status, 1);
      assertFromBefore(out);
    } finally {
      lock(false);
    }
  });

  test('where a folder cannot be made at all', (t) => {
    const file = join(emptyFolder(t), 'file');
    writeFileSync(file, '');
    const impossible = [join(file, 'site'), ...(process.platform === 'linux' ? ['/proc/site'] : [])];
    for (const out of impossible) {
      const { status, stderr } = build({ CONTENT_DIR, OUT_DIR: out });
      assert.match(stderr, /^E\w+: .*, mkdir '.*'; nothing was published\n$/);
      assert.equal(status, 1);
    }
  });
});
