// The way round: the source document becomes content, the content a site, and the site the source document.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { checkContent } from '../../src/check/check-content.ts';
import type { Catalogue } from '../../src/domain/catalogue/catalogue.ts';
import { currentEntry } from '../../src/domain/history.ts';
import { readSource } from './source-document.ts';

const folder = '.cache/imported-content';
const out = '.cache/dist-imported';
const source = 'https://git.example/policy.md';

function run(script: string, args: string[] = [], env = {}) {
  return spawnSync(process.execPath, [script, ...args], {
    env: { ...process.env, BASE_PATH: '/', ...env },
    encoding: 'utf8',
  });
}
const importInto = (...args: string[]) =>
  run('src/cli/import.ts', [
    'tests/fixtures/stability-tiers.md',
    '--into',
    folder,
    '--source',
    source,
    '--date',
    '2022-07-29',
    ...args,
  ]);

/** Words without their line breaks, and without the escapes that mean nothing. */
const words = (body: string): string => body.replace(/\\_/g, '_').replace(/\s+/g, ' ').trim();

/** Every field of the content that the document determines: no ids, no descriptions, nothing that editors found out. */
function determined({ document, tiers, categories, features }: Catalogue) {
  const prose = ({ title, body }: { title: string; body: string }) => [title, words(body)];
  return {
    document: words(document.body),
    tiers: tiers.map((tier) => [tier.level, ...prose(tier), tier.requirements.map(({ body }) => words(body))]),
    categories: categories.map(({ name, emphasis }) => [name, emphasis]),
    features: tiers.map((tier) =>
      features
        .filter((it) => currentEntry(it).tier === tier)
        .map((it) => {
          const { date, missing } = currentEntry(it);
          return [it.id, it.category.name, it.name, date, missing.map(({ as }) => as), words(it.body)];
        }),
    ),
  };
}

/** A document by its meaning: without positions, and with any white space as one space. */
const meaning = (path: string): unknown =>
  JSON.parse(
    JSON.stringify(readSource(path), (key, value: unknown) =>
      key === 'position' ? undefined : key === 'value' ? String(value).replace(/\s+/g, ' ') : value,
    ),
  );

describe('the source document, imported into an empty folder', () => {
  before(() => {
    rmSync(folder, { recursive: true, force: true });
    const { status, stdout, stderr } = importInto();
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^43 files are in \.cache\/imported-content: 3 tiers, 20 features\.$/m);
    assert.doesNotMatch(stdout, /Not placed|Still to mend/);
  });

  test('is the published content in every field that it determines', () => {
    const [imported, published] = [folder, '.cache/documented'].map((path) => checkContent(path).catalogue);
    assert.ok(imported && published);
    assert.deepEqual(determined(imported), determined(published));
    assert.equal(imported.site.project, published.site.project);
  });

  test('builds, and is exported as itself', () => {
    const { status, stderr } = run('src/cli/build.ts', [], { CONTENT_DIR: folder, OUT_DIR: out });
    assert.equal(status, 0, stderr);
    assert.deepEqual(meaning(`${out}/stability-tiers.md`), meaning('tests/fixtures/stability-tiers.md'));
  });

  test('is not written over, unless by force', () => {
    const file = `${folder}/features/simd.mdx`;
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, 'mine');
    rmSync(`${folder}/features/threads.mdx`);
    const refused = importInto();
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /features\/simd\.mdx\n/);
    assert.match(
      refused.stderr,
      /These files exist, so nothing was written; name another folder with --into, or write over them with --force\./,
    );
    assert.equal(readFileSync(file, 'utf8'), 'mine');
    assert.equal(globSync(`${folder}/features/*`).length, 19);
    assert.equal(importInto('--force').status, 0);
    assert.equal(readFileSync(file, 'utf8'), text);
    assert.equal(globSync(`${folder}/features/*`).length, 20);
  });

  test('needs nothing but the page and a folder, and says what it made up', () => {
    const other = '.cache/imported-alone';
    rmSync(other, { recursive: true, force: true });
    const { status, stdout } = run('src/cli/import.ts', ['tests/fixtures/stability-tiers.md'], { CONTENT_DIR: other });
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^ {2}site\.yaml and every history: name the source instead of https:\/\/example\.com\/ \(or give --source\)$/m,
    );
    assert.ok(checkContent(other).catalogue);
  });

  test('is asked for by its name', () => {
    const { status, stderr } = run('src/cli/import.ts');
    assert.equal(status, 1);
    assert.match(stderr, /^npm run import -- FILE\.md /);
    assert.match(run('src/cli/import.ts', ['no-such.md']).stderr, /^no-such\.md is not there; name a Markdown page /);
  });
});
