// After each edit in CONTRIBUTING, the content passes the check, the site builds, and no address is lost.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { addressList, withAddresses } from '../../src/check/address-list.ts';
import { everyAddress } from '../../src/domain/addresses/every-address.ts';
import { edits, filesAfterEveryEdit, documentedFiles, procedures } from '../edits.ts';
import { contentOf, environment, writeContent } from '../sites.ts';
import { check, filesIn, linesOf } from '../unit/content-in-memory.ts';
import { all, documentedSite, editedSite, has, one, readPage, tag, textOf } from './html.ts';

const main = (path: string) => one(readPage(`${path}index.html`, editedSite), tag('main'), 'main');

test('every procedure in CONTRIBUTING that changes content has a test edit', () => {
  const named = [...readFileSync('CONTRIBUTING.md', 'utf8').matchAll(/^(?:## (.+)|- \*\*(.+)\*\*:.*)$/gm)];
  // These change no content; the deep tests do them in a clone.
  const others = ['Keep addresses alive', 'Compare with a base', 'Change the site', 'Add a dependency'];
  assert.deepEqual(
    named.flatMap(([, heading, item]) => heading ?? item ?? []).filter((it) => !others.includes(it)),
    Object.keys(procedures),
  );
});

test('each edit passes the check alone, and all pass together once their addresses are listed', () => {
  for (const [what, edit] of Object.entries(edits)) {
    const files = documentedFiles();
    edit(files);
    assert.deepEqual(linesOf(check(files).problems), [], what);
  }
  const files = filesAfterEveryEdit();
  const list = addressList('content');
  files.set(list, withAddresses(files.get(list) ?? '', everyAddress(check(files).catalogue ?? assert.fail())));
  const { problems, unlisted } = check(files);
  assert.deepEqual([linesOf(problems), unlisted], [[], []]);
});

test('the pages show all edits together', () => {
  for (const [path, texts] of [
    ['features/threads/', ['Tier 2 — Ready', 'Tested in CI.', 'It has a note now.', 'Machines', 'All of them']],
    ['features/s390x-unknown-linux-gnu/', ['Tier 3', 'Nobody runs its tests.']],
    ['features/wasi_unstable/', ['No longer tracked', 'Nobody asks for it.', 'wasi_snapshot_preview1']],
    ['features/memory64/', ['Tier 1', 'Memories with long addresses.', 'No fuzzer has memories of that size.']],
    ['', ['tail-call', 'winch', 'Backend']],
    ['categories/backend/', ['winch']],
    ['policy/', ['What tiers ask for', 'Tier 2 - Ready', 'It is written down how to use it.']],
    ['requirements/documented/', ['Required by Tier 1']],
    ['requirements/security-releases/', ['Required by Tier 2']],
    ['categories/other/', ['DWARF debugging']],
    ['requirements/tests-in-ci/', ['s390x-unknown-linux-gnu: “CI testing”']],
  ] as const)
    for (const it of texts) assert.ok(textOf(main(path)).includes(it), `/${path} does not say: ${it}`);
});

test('the filter knows the former ids of a category and a requirement', () => {
  const former = all(main(''), has('dataFormer')).map(({ properties }) => [
    properties['name'],
    properties['value'],
    properties['dataFormer'],
  ]);
  assert.deepEqual(former, [
    ['category', 'other', 'misc'],
    ['missing', 'tests-in-ci', 'ci-testing'],
  ]);
});

test('every address of the site before the edits still exists', () => {
  const addresses = everyAddress(check(documentedFiles()).catalogue ?? assert.fail());
  assert.ok(addresses.length > 200);
  const lost = addresses.filter((address) => {
    const [path = '', fragment] = address.split('#');
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!existsSync(`${editedSite}/${file}`)) return true;
    if (fragment === undefined) return false;
    return !all(readPage(file, editedSite), has('id')).some(({ properties }) => properties['id'] === fragment);
  });
  assert.deepEqual(lost, []);
});

test('every item of the feed before the edits keeps its id', () => {
  const idsIn = (site: string) =>
    new Set(readFileSync(`${site}/changes.xml`, 'utf8').match(/urn:uuid:[\w-]+/g) ?? assert.fail());
  assert.deepEqual([...idsIn(documentedSite).difference(idsIn(editedSite))], []);
});

test('tier-diff names the edited features and the new category', () => {
  const diff = execFileSync(process.execPath, ['src/cli/tier-diff.ts', documentedSite, editedSite], {
    encoding: 'utf8',
  });
  for (const word of [
    /threads/,
    /s390x-unknown-linux-gnu/,
    /wasi\\?_unstable/,
    /tail-call/,
    /winch/,
    /memory64/,
    /Backend/,
  ])
    assert.match(diff, word);
});

test('the command in CONTRIBUTING changes the tier of a feature and no other file', () => {
  const folder = contentOf('commands');
  writeContent(documentedFiles(), folder);
  const before = filesIn(folder);
  const run = (command: string) =>
    execFileSync('sh', ['-c', command], {
      env: { ...environment, CONTENT_DIR: folder },
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const [section = ''] =
    /^## Change the tier of a feature$.*?^## /ms.exec(readFileSync('CONTRIBUTING.md', 'utf8')) ?? [];
  const commands = [...section.matchAll(/`(npm run [^`]+)`/g)].map(([, command = '']) => command);
  const example = commands.find((command) => command.includes('--tier')) ?? '';
  assert.match(example, /^npm run new -- change ID /);
  const filled = example.replace('OWNER/REPOSITORY', 'bytecodealliance/wasmtime').replace('Why.', 'Its tests pass.');
  run(filled.replace(' ID ', ' aarch64-apple-darwin '));
  assert.match(run('npm run check'), /no error/);
  const changed = [...filesIn(folder)].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  assert.deepEqual(changed, ['content/features/aarch64-apple-darwin.mdx']);
});
