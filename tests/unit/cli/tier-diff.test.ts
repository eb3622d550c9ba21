import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { Published } from '../../../src/domain/diff/snapshot.ts';
import { emptyFolder } from '../lantern.ts';
import { lanternFile, snapshotOf } from '../memory.ts';
import { run } from './commands.ts';

/** A built site with these published files alone. */
function site(t: TestContext, snapshot: Partial<Published>): string {
  const folder = emptyFolder(t);
  mkdirSync(join(folder, 'api/v1'), { recursive: true });
  for (const [key, list] of Object.entries(snapshot))
    writeFileSync(join(folder, 'api/v1', `${key}.json`), JSON.stringify({ [key]: list }));
  return folder;
}

const base = snapshotOf();
const head = snapshotOf({
  'features/oak-board.mdx': lanternFile('features/oak-board.mdx').replace(
    'history:\n',
    'history:\n  - date: 2024-07-01\n    tier: 2\n    source: https://git.example/9\n',
  ),
});

test('npm run tier-diff reads two built sites, or their api/v1', (t) => {
  const [then, now] = [site(t, base), site(t, head)];
  const expected = [
    '### Demoted',
    '',
    '- **oak-board**: Tier 1 → Tier 2',
    '',
    'Subject for the squash commit: `Demote oak-board to Tier 2`',
  ];
  assert.deepEqual(run('tier-diff', [then, now]).lines, expected);
  assert.deepEqual(run('tier-diff', [join(then, 'api/v1'), join(now, 'api/v1')]).lines, expected);
  assert.deepEqual(run('tier-diff', [then], { OUT_DIR: now }).lines, expected);
});

test('It needs no schema for what an older version published', (t) => {
  const { policy: _, requirements, ...older } = base;
  const then = site(t, {
    ...older,
    requirements: requirements.map(({ formerIds: __, ...it }) => it) as Published['requirements'],
  });
  assert.equal(run('tier-diff', [then, site(t, base)]).lines[0], 'No change of meaning.');
});

test('It says what it needs', () => {
  assert.deepEqual(run('tier-diff', []), {
    status: 1,
    lines: [''],
    errors: ['write "npm run tier-diff -- BASE [HEAD]", each the folder of a built site'],
  });
  assert.deepEqual(run('tier-diff', ['src']).errors, ['src is not a built site; "npm run build" makes one in dist']);
});
