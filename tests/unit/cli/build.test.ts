import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { emptyFolder, fixtures } from '../lantern.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** Runs the build as npm does, from the project's root. */
function build(variables: Record<string, string>) {
  const env = { ...process.env, ...variables };
  return spawnSync(process.execPath, [join('src', 'cli', 'build.ts')], { cwd: root, env, encoding: 'utf8' });
}

function writeSite(folder: string, files: string[]): void {
  mkdirSync(folder);
  for (const name of files) writeFileSync(join(folder, name), `${name} from before`);
}

function assertUnchanged(folder: string, files: string[]): void {
  assert.deepEqual(readdirSync(folder).sort(), files.sort());
  for (const name of files) assert.equal(readFileSync(join(folder, name), 'utf8'), `${name} from before`);
}

describe('Broken content is never published: npm run build names every mistake and changes nothing', () => {
  for (const name of ['shape', 'references', 'levels']) {
    test(`broken/${name}`, (t) => {
      const content = join(fixtures, 'broken', name);
      const folder = emptyFolder(t);
      const out = join(folder, 'site');
      const before = ['index.html', 'sitemap.xml'];
      writeSite(out, before);

      const { status, stdout, stderr } = build({ CONTENT_DIR: content, OUT_DIR: out });

      const expected = readFileSync(`${content}.txt`, 'utf8').trimEnd().split('\n');
      const files = new Set(expected.map((line) => line.split(':')[0])).size;
      const [last, ...lines] = stderr.trimEnd().split('\n').reverse();
      assert.deepEqual(lines.reverse().map((line) => line.replaceAll(`${content}/`, '')), expected);
      assert.ok(lines.every((line) => line.startsWith(`${content}/`)), 'each line begins with a path that can be opened');
      assert.equal(last, `${expected.length} problems in ${files} files; nothing was published.`);
      assert.doesNotMatch(stdout + stderr, /^\s+at /m, 'there is no stack trace');
      assert.equal(status, 1);
      assert.deepEqual(readdirSync(folder), ['site'], 'nothing half made is left beside it');
      assertUnchanged(out, before);
    });
  }
});

describe('A build replaces nothing but a built site', () => {
  test('a folder that holds something else is named and left as it is', (t) => {
    const out = join(emptyFolder(t), 'photographs');
    writeSite(out, ['lighthouse.jpg']);
    const { status, stdout, stderr } = build({ CONTENT_DIR: join(fixtures, 'other-content'), OUT_DIR: out });
    assert.equal(stderr, `OUT_DIR is "${out}", which holds something else than a built site; name another folder\n`);
    assert.equal(stdout, '');
    assert.equal(status, 1);
    assertUnchanged(out, ['lighthouse.jpg']);
  });

  test('a variable that cannot be meant stops it before it writes anything', (t) => {
    const folder = emptyFolder(t);
    const { status, stderr } = build({ BASE_PATH: '/a b/', OUT_DIR: join(folder, 'site') });
    assert.equal(stderr, 'BASE_PATH is "/a b/"; write a path of letters, digits, "-", "_" and ".", like /tiers/\n');
    assert.equal(status, 1);
    assert.deepEqual(readdirSync(folder), []);
  });
});
