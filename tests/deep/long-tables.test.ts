// Tables so long that the browser lays out only what is looked at: nobody loses anything by that.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { buildSite, makeWorkspace } from '../../bench/workspace.ts';
import { launch } from '../browser.ts';

const folder = makeWorkspace(300);
await buildSite(folder);
const names = (
  JSON.parse(readFileSync(join(folder, 'dist/api/v1/features.json'), 'utf8')) as { features: { id: string }[] }
).features.map(({ id }) => id);
const browser = await launch();
const html = readFileSync(join(folder, 'dist/index.html'), 'utf8');
const page = await browser.newPage();
await page.setContent(html);
after(() => browser.close());

describe('Tables of 300 rows', () => {
  test('are shown before they are all laid out', async () => {
    const early = await browser.newPage({ javaScriptEnabled: false });
    await early.setContent(html);
    const skipped = await early
      .locator('tbody')
      .evaluateAll(
        (bodies) =>
          bodies.filter((body) => !body.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })).length,
      );
    assert.ok(skipped > 5, `${skipped} groups are skipped`);
  });

  test('leave the prose of the tiers below them for later', async () => {
    const early = await browser.newPage({ javaScriptEnabled: false });
    await early.setContent(readFileSync(join(folder, 'dist/policy/index.html'), 'utf8'));
    const heads = await early
      .locator('table ~ section h3')
      .evaluateAll((found) => found.map((head) => head.checkVisibility({ contentVisibilityAuto: true })));
    assert.deepEqual(heads, [false, false, false]);
  });

  test('give every word to the search of the browser', async () => {
    for (const name of [names[0], names[150], names.at(-1)]) {
      const found = await page.evaluate(
        (text) => (window as unknown as { find: (text: string) => boolean }).find(text ?? ''),
        name,
      );
      assert.ok(found, `${name}`);
    }
  });

  for (const path of ['', 'tiers/1', 'snapshots', 'policy', 'requirements'])
    test(`tell assistive technology of every row and cell, on a phone and without scripts: /${path}`, async () => {
      const days = readdirSync(join(folder, 'dist/snapshots'), { withFileTypes: true })
        .filter((it) => it.isDirectory())
        .map(({ name }) => name)
        .sort();
      const whole = readFileSync(
        join(folder, 'dist', path, path === 'snapshots' ? (days.at(-1) ?? '') : '', 'index.html'),
        'utf8',
      );
      const phone = await browser.newPage({ javaScriptEnabled: false, viewport: { width: 412, height: 823 } });
      await phone.setContent(whole);
      const waiting = () =>
        phone
          .locator('.late')
          .evaluateAll((parts) => parts.filter((part) => getComputedStyle(part).contentVisibility === 'auto').length);
      assert.ok((await waiting()) > 5);
      while ((await waiting()) > 0) await phone.waitForTimeout(100);
      const session = await phone.context().newCDPSession(phone);
      const { nodes } = await session.send('Accessibility.getFullAXTree');
      const told = (role: string) => nodes.filter((node) => !node.ignored && node.role?.value === role).length;
      const held = (role: string) => phone.locator(`[role=${role}]`).filter({ visible: true }).count();
      for (const role of ['rowheader', 'cell']) assert.equal(told(role), await held(role), role);
      assert.equal(told('heading'), await phone.locator('h1, h2, h3').count());
      assert.ok(told('rowheader') > 100);
      if (path === '') assert.deepEqual(['table', 'row', 'rowheader'].map(told), [3, 303, 300]);
      await phone.close();
    });

  test('are laid out for it one after the other, so that no frame has to wait for all', async () => {
    const watched = await browser.newPage();
    await watched.addInitScript(() => {
      const left: number[] = ((globalThis as unknown as { left: number[] }).left = []);
      const waits = (part: Element) => getComputedStyle(part).contentVisibility === 'auto';
      const look = () =>
        requestAnimationFrame(() => (left.push([...document.querySelectorAll('.late')].filter(waits).length), look()));
      look();
    });
    await watched.goto('about:blank');
    await watched.setContent(html);
    await watched.waitForFunction(() => {
      const { left } = globalThis as unknown as { left: number[] };
      return left.at(-1) === 0 && Math.max(...left) > 0;
    });
    const left = await watched.evaluate(() => (globalThis as unknown as { left: number[] }).left);
    const most = Math.max(...left);
    const atOnce = Math.max(...left.slice(left.indexOf(most)).map((count, at, all) => (all[at - 1] ?? count) - count));
    assert.ok(most > 20 && atOnce < 5, `${atOnce} of ${most} groups at once`);
  });

  test('lead to the last row by its address', async () => {
    const last = page.locator('tbody tr').last();
    await page.evaluate((id) => document.getElementById(id ?? '')?.scrollIntoView(), await last.getAttribute('id'));
    assert.ok(
      await last.evaluate(
        (row) => row.getBoundingClientRect().top < innerHeight && row.getBoundingClientRect().bottom > 0,
      ),
    );
  });

  test('are printed whole', async () => {
    await page.emulateMedia({ media: 'print' });
    const hidden = await page
      .locator('tbody tr')
      .evaluateAll((rows) => rows.filter((row) => !row.checkVisibility({ contentVisibilityAuto: true })).length);
    assert.equal(hidden, 0);
  });
});

test('a long choice is laid out for assistive technology ten by ten, and no ten lays out the others again', async () => {
  const phone = await browser.newPage({ viewport: { width: 412, height: 823 } });
  await browser.startTracing(phone, { categories: ['devtools.timeline'] });
  await phone.setContent(readFileSync(join(folder, 'dist/stack/index.html'), 'utf8'));
  await phone.waitForFunction(
    () =>
      customElements.get('tier-stack') &&
      [...document.querySelectorAll('.late')].every((part) => getComputedStyle(part).contentVisibility === 'visible'),
  );
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: { name: string; args: { beginData?: { dirtyObjects: number } } }[];
  };
  const layouts = traceEvents
    .filter(({ name }) => name === 'Layout')
    .map(({ args }) => args.beginData?.dirtyObjects ?? 0);
  assert.ok(layouts.length > 20);
  // The first view, and the table of pairs.
  assert.ok(layouts.filter((objects) => objects > 500).length <= 3, layouts.join(' '));
  const session = await phone.context().newCDPSession(phone);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const offered = nodes.filter((node) => !node.ignored && node.role?.value === 'checkbox');
  assert.equal(offered.length, await phone.locator('label:not([hidden]) > [type=checkbox]').count());
  assert.ok(offered.length > 250);
  await phone.close();
});

test('a page of very many lines has no rules that every link would be held against', () => {
  const hasRules = (path: string) =>
    readFileSync(join(folder, 'dist', path, 'index.html'), 'utf8').includes('speculationrules');
  assert.deepEqual(['', 'changes'].map(hasRules), [true, false]);
});
