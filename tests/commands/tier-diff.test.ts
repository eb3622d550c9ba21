import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import type { PublishedContent } from '../../src/domain/published-content.ts';
import { escapes } from '../hostile/escapes.ts';
import { emptyFolder } from '../unit/lantern.ts';
import { lanternFile, publishedWith } from '../unit/content-in-memory.ts';
import { run } from './commands.ts';

/** A built site with only these published files. */
function site(t: TestContext, state: Partial<PublishedContent>): string {
  const folder = emptyFolder(t);
  mkdirSync(join(folder, 'api/v1'), { recursive: true });
  for (const [key, it] of Object.entries(state))
    writeFileSync(join(folder, 'api/v1', `${key}.json`), JSON.stringify(key === 'index' ? it : { [key]: it }));
  return folder;
}

const base = publishedWith();
const head = publishedWith({
  'features/oak-board.mdx': lanternFile('features/oak-board.mdx').replace(
    'history:\n',
    'history:\n  - date: 2024-07-01\n    tier: 2\n    source: https://git.example/9\n',
  ),
});

test('npm run tier-diff compares two built sites or their api/v1 folders', (t) => {
  const [baseSite, headSite] = [site(t, base), site(t, head)];
  const expected = [
    '### Demoted',
    '',
    '- **oak-board** moves down from Tier 1 to Tier 2. Since 1 July 2024 (`https://git.example/9`).',
    '',
    'Subject for the squash commit: `oak-board: move to Tier 2`',
  ];
  assert.deepEqual(run('tier-diff', [baseSite, headSite]).lines, expected);
  assert.deepEqual(run('tier-diff', [join(baseSite, 'api/v1'), join(headSite, 'api/v1')]).lines, expected);
  assert.deepEqual(run('tier-diff', [baseSite], { OUT_DIR: headSite }).lines, expected);
});

test('npm run tier-diff prints names without mentions, workflow commands and escape sequences', (t) => {
  const names = ['@a', '::error::b', '##[error]c', '\n::error::d', '\r::error::e', ...escapes];
  const renamed = structuredClone(base);
  const [first] = renamed.features;
  assert.ok(first);
  renamed.features = names.map((name, at) => ({ ...first, id: `f${at}`, name }));
  const { status, lines } = run('tier-diff', [site(t, base), site(t, renamed)], { GITHUB_ACTIONS: 'true' });
  const printed = lines.join('\n');
  assert.equal(status, 0);
  assert.match(printed, /@\u200ba/);
  assert.match(printed.replaceAll('\u200b', ''), /^[\P{C}\n]*$/u);
  assert.doesNotMatch(printed, /^\s*::|##\[/m);
});

test('npm run tier-diff reports invalid data in one line without a workflow command', (t) => {
  const bad = site(t, base);
  writeFileSync(join(bad, 'api/v1/features.json'), '::error::pwned\n::set-output name=a::b');
  assert.deepEqual(run('tier-diff', [site(t, base), bad]), {
    status: 1,
    lines: [''],
    errors: [`${bad}/api/v1/features.json is not JSON; build that site again with "npm run build"`],
  });
});

test('npm run tier-diff reports missing and invalid arguments', () => {
  assert.deepEqual(run('tier-diff', []), {
    status: 1,
    lines: [''],
    errors: ['write "npm run tier-diff -- BASE [HEAD]", each the folder of a built site'],
  });
  assert.deepEqual(run('tier-diff', ['src']).errors, ['src is not a built site; "npm run build" makes one in dist']);
});
