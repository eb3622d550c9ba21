import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { generateContent } from '../../bench/generate-content.ts';
import { pageKinds } from '../../bench/page-kinds.ts';
import { exponent, median, percentile, ratio } from '../../bench/statistics.ts';
import { checkContent } from '../../src/check/check-content.ts';
import { currentEntry } from '../../src/domain/history.ts';
import { documented } from '../sites.ts';
import { filesIn } from './memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('generated content is the same for the same seed and different for another seed', () => {
  const made = (name: string, seed: number) => {
    generateContent(join(folder, name), 20, { from: documented, seed });
    return filesIn(join(folder, name));
  };
  assert.deepEqual(made('one', 1), made('two', 1));
  assert.notDeepEqual(made('three', 2), made('one', 1));
});

test('generated content passes the check and has realistic tiers, categories, histories and notes', () => {
  generateContent(join(folder, 'many'), 400, { from: documented });
  const { catalogue, problems } = checkContent(join(folder, 'many'));
  assert.deepEqual(problems, []);
  const { features = [] } = catalogue ?? {};
  const tracked = (checkContent(documented).catalogue?.features ?? []).filter((it) => currentEntry(it).tier);
  const kind = (it: (typeof features)[number]) => `${it.category.id} ${currentEntry(it).tier?.level}`;
  const share = (of: string, list: typeof features) => list.filter((it) => kind(it) === of).length / list.length;
  for (const of of new Set(tracked.map(kind))) assert.ok(Math.abs(share(of, features) - share(of, tracked)) < 0.07, of);
  assert.equal(features.length, 400);
  assert.deepEqual([...new Set(features.map(({ history }) => history.length))].sort(), [1, 2, 3, 4, 5, 6]);
  const noted = features.filter(({ body }) => body.trim() !== '').length;
  assert.ok(noted > 20 && noted < 60);
});

test('the median, percentile, ratio and exponent have the expected values', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(percentile([5, 1, 4, 2, 3], 0.95), 5);
  assert.equal(ratio([2, 30, 4], [1, 10, 4]), 2, 'that of runs side by side');
  assert.equal(exponent(2, 200, [10, 100]), 2);
});

test('the largest page of each kind is measured', () => {
  const site = join(folder, 'site');
  const words = { 'tiers/1/': 'the words of a larger page', '404.html': 'words of another page' };
  for (const path of ['', 'tiers/', 'tiers/1/', 'tiers/2/', '404.html'] as const) {
    const file = join(site, path.replace(/(^|\/)$/, '$1index.html'));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, path in words ? words[path as keyof typeof words] : 'words');
  }
  assert.deepEqual(
    pageKinds(site).map(({ kind, largest }) => [kind, largest]),
    [
      ['/', '/'],
      ['/404.html', '/404.html'],
      ['/tiers/', '/tiers/'],
      ['/tiers/*/', '/tiers/1/'],
    ],
  );
});
