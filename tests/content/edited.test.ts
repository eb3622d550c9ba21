// Same content, same bytes: whatever the build before it was made from, of which it takes what has not changed.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { tree } from './tree.ts';

const content = '.cache/edited-content';
const edited = '.cache/edited';
const fresh = '.cache/edited-fresh';

const build = (out: string): void => {
  execFileSync(process.execPath, ['src/cli/build.ts'], {
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: out },
    stdio: 'pipe',
  });
};

/** Writes a file anew; what is replaced must be in it. */
function edit(name: string, from: string | RegExp, to: string): void {
  const path = `${content}/${name}`;
  const before = readFileSync(path, 'utf8');
  const text = before.replace(from, to);
  assert.notEqual(text, before, `${name} has no ${from}`);
  writeFileSync(path, text);
}

const entry = (date: string, rest: string) =>
  `history:\n  - date: ${date}\n${rest}    source: https://git.example/edit\n`;

/** One after another, each on what the ones before it left. */
const edits: [what: string, change: () => void][] = [
  [
    'a description',
    () => edit('features/memory64.mdx', /^description: .*/m, 'description: Memories that are indexed by 64 bits.'),
  ],
  ['a note in Markdown', () => edit('features/simd.mdx', /$/, '\nIt has a note now.\n')],
  [
    'a promotion',
    () =>
      edit(
        'features/threads.mdx',
        'history:\n',
        entry(
          '2026-01-02',
          '    tier: 2\n    missing:\n      - as: Continuous fuzzing\n        requirement: fuzzed-proposal\n',
        ),
      ),
  ],
  [
    'a removal that names what follows',
    () =>
      edit(
        'features/wasi_unstable.mdx',
        'history:\n',
        entry(
          '2026-01-03',
          '    removed: true\n    successor: wasi_snapshot_preview1\n    note: Nobody asks for it.\n',
        ),
      ),
  ],
  ['the name of the one that follows', () => edit('features/wasi_snapshot_preview1.mdx', /^name: .*/m, 'name: wasip1')],
  [
    'a new feature',
    () =>
      writeFileSync(
        `${content}/features/tail-call.mdx`,
        `---\nname: tail-call\ncategory: wasm-proposal\ndescription: Calls in tail position.\n${entry('2026-01-04', '    tier: 3\n    missing:\n      - as: Complete implementation\n        requirement: complete-implementation\n')}---\n`,
      ),
  ],
  [
    'a new id',
    () => {
      renameSync(`${content}/features/wasi-nn.mdx`, `${content}/features/neural-network.mdx`);
      edit('features/neural-network.mdx', /^name: .*/m, '$&\nformerIds:\n  - wasi-nn');
    },
  ],
  ['the name of a category', () => edit('categories.yaml', 'name: Target', 'name: Platform')],
  ['the words of a requirement', () => edit('requirements/ci-testing.mdx', /$/, '\nAlways.\n')],
  ['the words of a tier', () => edit('tiers/tier-3.mdx', 'battle-tested much.', 'battle-tested.')],
  ['a feature gone without a trace', () => rmSync(`${content}/features/tail-call.mdx`)],
];

describe('a build after an edit is a fresh build, byte for byte', () => {
  before(() => {
    for (const folder of [content, edited]) rmSync(folder, { recursive: true, force: true });
    cpSync('content', content, { recursive: true });
    build(edited);
  });
  after(() => [content, edited, fresh].forEach((folder) => rmSync(folder, { recursive: true, force: true })));

  for (const [what, change] of edits)
    test(`after ${what}`, () => {
      change();
      rmSync(fresh, { recursive: true, force: true });
      build(edited);
      build(fresh);
      assert.deepEqual(tree(edited), tree(fresh));
    });

  test('and makes no more than the edit asks for', () => {
    const made = () => new Map(tree(edited).map((line) => [line, statSync(`${edited}/${line.split(' ')[0]}`).mtimeMs]));
    const earlier = made();
    edit('features/memory64.mdx', /^description: .*/m, 'description: Memories with long addresses.');
    build(edited);
    const later = made();
    const kept = [...later]
      .filter(([line, written]) => earlier.get(line) === written)
      .map(([line]) => line.split(' ')[0] ?? '');
    assert.ok(kept.length > later.size / 2, `${kept.length} of ${later.size}`);
    assert.ok(kept.includes('features/threads/index.html'));
    assert.ok(!kept.some((path) => path.includes('memory64')));
  });

  test('and what somebody wrote into the site is not taken for the site', () => {
    writeFileSync(`${edited}/features/threads/index.html`, 'Not this.');
    build(edited);
    rmSync(fresh, { recursive: true, force: true });
    build(fresh);
    assert.deepEqual(tree(edited), tree(fresh));
  });
});
