// The examples on the page about data are complete programs. Each runs unchanged with the published files.
import assert from 'node:assert/strict';
import { execFile, spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import type { Element } from 'hast';
import { serve, type Served } from '../serve.ts';
import { all, documentedSite, readPage, tag } from './html.ts';

const run = promisify(execFile);
const has = (command: string, arg = '--version') => spawnSync(command, [arg]).status === 0;
const rawText = ({ children }: Element): string =>
  children
    .map((child) => {
      if (child.type === 'text') return child.value;
      return child.type === 'element' ? rawText(child) : '';
    })
    .join('');
const codes = all(readPage('data/index.html'), tag('pre')).map(rawText);

/** The only example that has some text, with the address of this test's server. */
const example = (sign: string, url = ''): string => {
  const [code, ...others] = codes.filter((it) => it.includes(sign));
  assert.ok(code && others.length === 0, `one example with ${sign}`);
  return code.replaceAll('http://127.0.0.1:4321/', url);
};

interface Feature {
  id: string;
  since: string;
  tier: number | null;
  missing: { as: string }[];
}
/** A part of a file of the API. */
const published = <Item>(file: string, key = file): Item[] =>
  (JSON.parse(readFileSync(`${documentedSite}/api/v1/${file}.json`, 'utf8')) as Record<string, Item[]>)[key] ?? [];
const features = published<Feature>('features');
const hasShell = has('curl') && has('jq');

describe('The examples on the page about data', () => {
  const folder = mkdtempSync(join(tmpdir(), 'examples-'));
  let server: Served | undefined;
  before(async () => {
    server = await serve(documentedSite);
  });
  after(() => {
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('the page about data has four examples', () => assert.equal(codes.length, 4));

  test('the shell example answers each of its questions', { skip: !hasShell && 'curl or jq is missing' }, async () => {
    const { stdout } = await run('sh', ['-c', example('curl', server?.url)]);
    const [first] = features;
    const csv = readFileSync(`${documentedSite}/api/v1/features.csv`, 'utf8').trimEnd().split('\n');
    const expected = [
      published<{ name: string }>('index', 'files').map(({ name }) => name),
      features.filter(({ tier }) => tier === 1).map(({ id }) => id),
      first?.since,
      published<{ label: string }>('tiers').map(({ label }) => label),
      published<{ title: string; appliesTo: string[] }>('requirements').map(
        ({ title, appliesTo }) => `${title}: ${appliesTo.join(', ')}`,
      ),
      published<{ plural: string }>('categories').map(({ plural }) => plural),
      published<{ title: string }>('policy').map(({ title }) => title),
      published<{ sentence: string }>('changes')[0]?.sentence,
      csv.map((line) => line.split(',').slice(0, 3).join()),
      Object.keys(published<object>('schema', '$defs')).sort(),
    ];
    assert.deepEqual(stdout.trim().split('\n'), expected.flat());
  });

  test('the JavaScript example prints the missing requirements of each feature', async () => {
    writeFileSync(join(folder, 'example.mjs'), example('await fetch', server?.url));
    const { stdout } = await run(process.execPath, [join(folder, 'example.mjs')]);
    const expected = features
      .filter(({ missing }) => missing.length > 0)
      .map(({ id, missing }) => `${id}: ${missing.map(({ as }) => as).join(', ')}`);
    assert.deepEqual(stdout.trim().split('\n'), expected);
  });

  test('the Python example prints changes', { skip: !has('python3') && 'python3 is not on this machine' }, async () => {
    const { stdout } = await run('python3', ['-c', example('urlopen', server?.url)]);
    const changes = published<{ date: string; sentence: string }>('changes');
    assert.deepEqual(
      stdout.trim().split('\n'),
      changes.slice(0, 5).map(({ date, sentence }) => `${date} ${sentence}`),
    );
  });

  test('the Rust example prints each tier', { skip: !has('rustc') && 'rustc is not on this machine' }, async () => {
    copyFileSync(`${documentedSite}/api/v1/features.csv`, join(folder, 'features.csv'));
    writeFileSync(join(folder, 'example.rs'), example('fn main'));
    await run('rustc', [
      '--edition',
      '2021',
      '-D',
      'warnings',
      '-o',
      join(folder, 'example'),
      join(folder, 'example.rs'),
    ]);
    for (const { id, tier } of features) {
      const { stdout } = await run(join(folder, 'example'), [id]);
      assert.equal(stdout, tier === null ? `${id} has no tier\n` : `${id} is at level ${tier}\n`);
    }
    assert.equal((await run(join(folder, 'example'), ['no-such-thing'])).stdout, 'no-such-thing has no tier\n');
  });
});
