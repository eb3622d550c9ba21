// Every procedure of CONTRIBUTING in a clone, with its commands: no edit of the content breaks a test.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { after, test } from 'node:test';
import { edits, filesAfterEveryEdit, documentedFiles } from '../edits.ts';
import { environment, writeContent } from '../sites.ts';

/** A clone of the last commit; the tests write the documented content into it. */
const clone = mkdtempSync(join(tmpdir(), 'clone-'));
after(() => rmSync(clone, { recursive: true, force: true }));
function run(command: string, ...args: string[]): string {
  // Without the parent's context, the test runner of the clone prints text.
  const { NODE_TEST_CONTEXT: _, ...env } = environment;
  const options = { cwd: clone, env, encoding: 'utf8', maxBuffer: 2 ** 26 } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  assert.equal(status, 0, /failing tests:[^]*/.exec(stdout)?.[0] ?? stdout + stderr);
  return stdout;
}
const npm = (script: string, ...args: string[]) =>
  run('npm', 'run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : []));
const commit = () => {
  run('git', 'add', '--all');
  run(
    'git',
    '-c',
    'user.name=Editor',
    '-c',
    'user.email=editor@git.example',
    'commit',
    '--quiet',
    '--allow-empty',
    '--message',
    'Edit',
  );
};
run('git', 'clone', '--quiet', resolve('.'), '.');
symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
const write = (files: ReadonlyMap<string, string>) => writeContent(files, join(clone, 'content'));

test('the check passes after each edit and "npm run addresses"', () => {
  for (const [what, edit] of Object.entries(edits)) {
    const files = documentedFiles();
    edit(files);
    write(files);
    npm('addresses');
    assert.match(npm('check'), /no error/, what);
  }
});

test('"npm run new" writes a change and a feature that build, and "npm run tier-diff" reports both', () => {
  write(documentedFiles());
  npm('addresses');
  commit();
  const source = ['--source', 'https://git.example/1', '--note', 'Its tests pass.'];
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: clone,
    env: { ...environment, OUT_DIR: '.cache/base' },
    stdio: 'pipe',
  });
  npm('new', 'change', 'threads', '--tier', '2', '--missing', 'fuzzing=fuzzed-proposal', ...source);
  const about = ['--name', 'tail-call', '--category', 'wasm-proposal', '--description', 'Calls that keep no frame.'];
  npm('new', 'feature', ...about, '--tier', '3', ...source);
  npm('build');
  const summary = npm('tier-diff', '.cache/base');
  assert.match(summary, /\*\*threads\*\* moves up from Tier 3 to Tier 2[^]*\*\*tail-call\*\*[^]* added to Tier 3/);
});

test('"npm run new -- retire" retires requirements, and the check passes', () => {
  write(documentedFiles());
  const why = ['--source', 'https://git.example/1', '--note', 'It is a matter of course.'];
  npm('new', 'retire', 'broadly-maintainable', ...why);
  npm('new', 'retire', 'code-quality', '--successor', 'ci-testing', ...why);
  assert.match(npm('check'), /no error/);
});

test('the unit and content tests pass after all edits and an update of the copy of the policy', () => {
  write(filesAfterEveryEdit());
  npm('build');
  // The other copy of the policy's text, which an editor updates by hand.
  copyFileSync(join(clone, 'dist/stability-tiers.md'), join(clone, 'tests/own/stability-tiers.md'));
  npm('addresses');
  commit();
  npm('test:unit');
  npm('test:content');
});
