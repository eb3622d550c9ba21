// The round trip: the source document is imported as content, and the content is exported as the source document.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkContent } from '../../src/check/check-content.ts';
import type { Catalogue } from '../../src/domain/catalogue/catalogue.ts';
import { currentEntry } from '../../src/domain/history.ts';
import { documentMarkdown } from '../../src/output/markdown/document.ts';
import { contentOf, documented } from '../sites.ts';
import { filesOf } from './html.ts';
import { documentOfTheDay, normalizedTree, readSource } from './source-document.ts';

const folder = contentOf('imported');
const importInto = (...args: string[]) =>
  spawnSync(process.execPath, ['src/cli/import.ts', 'tests/fixtures/documented.md', '--into', folder, ...args], {
    encoding: 'utf8',
  });

/** Text without line breaks and redundant escapes. */
const normalized = (body: string): string => body.replace(/\\_/g, '_').replace(/\s+/g, ' ').trim();

/** The fields of the content that the document determines, without descriptions and other additions of editors. */
function factsFromDocument({ site, document, tiers, categories, features }: Catalogue) {
  const prose = ({ title, body }: { title: string; body: string }) => [title, normalized(body)];
  return {
    project: site.project,
    document: normalized(document.body),
    tiers: tiers.map((tier) => [tier.level, ...prose(tier), tier.requirements.map(({ body }) => normalized(body))]),
    categories: categories.map(({ name, emphasis }) => [name, emphasis]),
    features: tiers.map((tier) =>
      features
        .filter((it) => currentEntry(it).tier === tier)
        .map((it) => {
          const { date, missing } = currentEntry(it);
          return [it.id, it.category.name, it.name, date, missing.map(({ as }) => as), normalized(it.body)];
        }),
    ),
  };
}

test('an import of the source document gives the documented content, and an export gives the document back', () => {
  rmSync(folder, { recursive: true, force: true });
  const { status, stdout, stderr } = importInto('--source', 'https://git.example/policy.md', '--date', '2022-07-29');
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^41 files are in \.cache\/content\/imported: 3 tiers, 20 features\.$/m);
  assert.doesNotMatch(stdout, /Not placed|Still to fix/);
  const [imported, published] = [folder, documented].map((path) => checkContent(path).catalogue);
  assert.ok(imported && published);
  assert.deepEqual(factsFromDocument(imported), factsFromDocument(published));
  const exported = documentMarkdown(imported, (path) => `https://tiers.example/${path}`);
  assert.deepEqual(normalizedTree(readSource('', exported)), normalizedTree(documentOfTheDay));
});

test('a second import restores deleted files and keeps edited ones; without its record it needs --force', () => {
  const file = `${folder}/features/simd.mdx`;
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, 'mine');
  rmSync(`${folder}/features/threads.mdx`);
  const { stdout } = importInto();
  assert.match(
    stdout,
    /^Kept, because an editor changed them; to have a file written again, delete it:\n {2}features\/simd\.mdx$/m,
  );
  assert.equal(readFileSync(file, 'utf8'), 'mine');
  assert.equal(filesOf(folder, 'features/*').length, 20);
  rmSync(`${folder}/import.yaml`);
  const { status, stderr } = importInto('--date', '2022-07-29', '--source', 'https://git.example/policy.md');
  assert.equal(status, 1);
  assert.match(
    stderr,
    /features\/simd\.mdx\n[^]*These files exist, so nothing was written; name another folder with --into/,
  );
  assert.equal(importInto('--force', '--date', '2022-07-29', '--source', 'https://git.example/policy.md').status, 0);
  assert.equal(readFileSync(file, 'utf8'), text);
});

test('an import needs only a page and a folder, lists the values that it made up, and reports a wrong call', () => {
  rmSync(folder, { recursive: true, force: true });
  const unknownSource =
    /^ {2}site\.yaml and every history: name the source instead of https:\/\/example\.com\/ \(or give --source\)$/m;
  assert.match(importInto().stdout, unknownSource);
  assert.ok(checkContent(folder).catalogue);
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['src/cli/import.ts', ...args], { encoding: 'utf8' }).stderr;
  assert.match(run('--into', '.cache/none'), /^npm run import -- FILE… /);
  assert.match(run('no-such.md', '--into', '.cache/none'), /^no-such\.md does not exist/);
});
