import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { barePage } from '../../bench/bare-page.ts';
import { weigh } from '../../bench/bytes.ts';
import { generateContent } from '../../bench/generate-content.ts';
import { addressOf, kindOf, pageKinds } from '../../bench/page-kinds.ts';
import { blockingTime, layoutShift } from '../../bench/paint-figures.ts';
import { withTitle } from '../../bench/starlight.ts';
import { exponent, interleaved, median, percentile, ratio, summary } from '../../bench/statistics.ts';
import { checkContent } from '../../src/check/check-content.ts';
import { filesIn } from './memory.ts';
import { currentEntry } from '../../src/domain/history.ts';

describe('the content that is generated to measure', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const made = (name: string, seed?: number) => {
    generateContent(join(folder, name), 400, seed === undefined ? {} : { seed });
    return filesIn(join(folder, name));
  };

  test('is the same for the same seed, and another for another', () => {
    assert.deepEqual(made('one'), made('two'));
    assert.notDeepEqual(made('three', 2), made('one'));
  });

  test('has as many features as asked for and passes the check', () => {
    const { catalogue, problems } = checkContent(join(folder, 'one'));
    assert.deepEqual(problems, []);
    assert.equal(catalogue?.features.length, 400);
  });

  test('has the shares of the real features, one to six entries each, and a note on a tenth', () => {
    const { features = [] } = checkContent(join(folder, 'one')).catalogue ?? {};
    const real = checkContent('content').catalogue?.features ?? [];
    const tracked = real.filter((it) => currentEntry(it).tier);
    const kind = (it: (typeof real)[number]) => `${it.category.id} ${currentEntry(it).tier?.level}`;
    const share = (of: string, list: typeof real) => list.filter((it) => kind(it) === of).length / list.length;
    for (const of of new Set(tracked.map(kind)))
      assert.ok(Math.abs(share(of, features) - share(of, tracked)) < 0.07, of);
    assert.deepEqual([...new Set(features.map(({ history }) => history.length))].sort(), [1, 2, 3, 4, 5, 6]);
    const noted = features.filter(({ body }) => body.trim() !== '').length;
    assert.ok(noted > 20 && noted < 60);
  });
});

test('a median, a percentile and an exponent are what they are called', () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(percentile([5, 1, 4, 2, 3], 0.95), 5);
  assert.equal(exponent(2, 8, [10, 100]), 0.602);
});

test('a summary keeps three digits, and a ratio is that of the medians', () => {
  assert.deepEqual(summary([1.23456, 2.34567, 3.45678]), { median: 2.35, p95: 3.46, runs: 3 });
  assert.equal(ratio(summary([3]), summary([2])), 1.5);
});

test('runs take turns', async () => {
  const order: string[] = [];
  const runs = { one: () => order.push('one'), other: () => order.push('other') };
  assert.deepEqual(await interleaved(runs, 2, () => {}), { one: [1, 3], other: [2, 4] });
  assert.deepEqual(order, ['one', 'other', 'one', 'other']);
});

test('bytes are those of UTF-8', () => {
  const text = 'tiers – '.repeat(100);
  const { raw, gzip, brotli } = weigh(text);
  assert.equal(raw, 1000);
  assert.ok(brotli < gzip && gzip < 60);
});

test('a page is of the kind of its folder, and the largest of a kind is the one that weighs most', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const path of ['', 'policy', 'tiers', 'tiers/1', 'tiers/2']) {
    mkdirSync(join(folder, path), { recursive: true });
    writeFileSync(join(folder, path, 'index.html'), path === 'tiers/1' ? 'the words of a larger page' : 'words');
  }
  assert.deepEqual(
    pageKinds(folder).map(({ kind, pages, largest }) => [kind, pages, largest]),
    [
      ['/', 1, '/'],
      ['/policy/', 1, '/policy/'],
      ['/tiers/', 1, '/tiers/'],
      ['/tiers/*/', 2, '/tiers/1/'],
    ],
  );
  assert.deepEqual(['index.html', '404.html', 'features/a.index.html'].map(addressOf), [
    '/',
    '/404.html',
    '/features/a.index.html',
  ]);
  assert.equal(kindOf('/features/memory-index/'), '/features/*/');
});

test('blocking time is what tasks take beyond 50 ms after the first paint', () => {
  const tasks = [
    { from: 0, to: 90 },
    { from: 80, to: 190 },
    { from: 300, to: 340 },
    { from: 400, to: 460 },
  ];
  assert.equal(blockingTime(tasks, 100), 40 + 10);
  assert.equal(
    blockingTime([...tasks, { from: 100, to: 190 }, { from: 400, to: 470 }], 100),
    40 + 10,
    'what is told twice counts once',
  );
});

test('layout shift is that of the worst burst', () => {
  assert.equal(layoutShift([]), 0);
  assert.equal(
    layoutShift([
      { at: 0, value: 1 },
      { at: 999, value: 2 },
      { at: 2_000, value: 2.5 },
    ]),
    3,
  );
  assert.equal(layoutShift([0, 900, 1_800, 2_700, 3_600, 4_500, 5_400].map((at) => ({ at, value: 1 }))), 6);
});

test('a bare page has the visible words of a page from the top, in at most 3 KB', () => {
  const page = barePage(
    '<form><p>never</p></form><h1>One <b>&lt;</b> two</h1><ul><li hidden>not seen</li><li><p>A line.</p></li></ul>',
  );
  assert.ok(page.endsWith('\n<h1>One &lt; two</h1>\n<p>A line.</p>\n'), page);
  const full = barePage(`<p>first</p>${'<p>some more words</p>'.repeat(500)}<p>x</p>`);
  assert.ok(full.length > 2_900 && full.length <= 3_072 && !full.includes('>x<'));
});

test('a page for the peer has the first heading as its title, and the rest as it is', () => {
  assert.equal(withTitle('# `a_b`: c\n\nWords.\n\n# More\n'), '---\ntitle: "a_b: c"\n---\n\nWords.\n\n# More\n');
});
