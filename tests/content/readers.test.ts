// A maintainer with five minutes, who has CONTRIBUTING and a fresh clone, and nothing else.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { documentedFiles, writeContent } from '../documented.ts';
import { dist } from './html.ts';

/** The commands of one section of CONTRIBUTING, in its order. */
function commandsOf(heading: string): string[] {
  const section =
    readFileSync('CONTRIBUTING.md', 'utf8')
      .split(/^## /m)
      .find((it) => it.startsWith(heading)) ?? '';
  return [...section.matchAll(/`(npm run [^`]+)`/g)].map(([, command = '']) => command);
}

test('a maintainer demotes a target by the steps of CONTRIBUTING, in a fresh clone', (t) => {
  const clone = mkdtempSync(join(tmpdir(), 'tiers-'));
  t.after(() => rmSync(clone, { recursive: true }));
  const run = (command: string) => execFileSync('sh', ['-c', command], { cwd: clone, encoding: 'utf8', stdio: 'pipe' });
  run(
    `git clone -q --depth 1 "file://${resolve('.')}" . && git config user.name A && git config user.email a@example.org`,
  );
  symlinkSync(resolve('node_modules'), join(clone, 'node_modules'));
  // On the day of the source document, so that no later decision about this target changes the walk.
  writeContent(documentedFiles(), join(clone, 'content'));
  run('git add -A && git commit -q --allow-empty -m "content: as it was documented"');

  const [, example = '', check = ''] = commandsOf('Change the tier of a feature');
  const demote = example
    .replace(' ID ', ' s390x-unknown-linux-gnu ')
    .replace('--tier 2', '--tier 3')
    .replace(/--missing "[^"]*"/, '--missing "CI testing=ci-testing"')
    .replace('Why.', 'Nobody runs its tests.');
  assert.match(demote, /^npm run new -- change s390x-unknown-linux-gnu --tier 3 /);
  run(demote);
  assert.match(run(check), /nothing is wrong|no problem/i);
  assert.equal(run('git status --short content src tests').trim(), 'M content/features/s390x-unknown-linux-gnu.mdx');
  run('git commit -qam "s390x-unknown-linux-gnu: move to Tier 3"');

  run(`OUT_DIR=after npm run build`);
  const diff = run(`npm run --silent tier-diff -- "${resolve(dist)}" after`);
  assert.match(diff, /s390x-unknown-linux-gnu/);
  assert.match(diff, /demoted/i);
  const page = readFileSync(join(clone, 'after/features/s390x-unknown-linux-gnu/index.html'), 'utf8');
  for (const words of [
    'Tier 3 — Not Production Ready',
    'Nobody runs its tests.',
    'https://github.com/OWNER/REPOSITORY/pull/1',
  ])
    assert.ok(page.includes(words), words);
  assert.match(readFileSync(join(clone, 'after/badges/s390x-unknown-linux-gnu.svg'), 'utf8'), /Tier 3/);
});
