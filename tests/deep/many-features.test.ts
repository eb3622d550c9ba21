// With 300 features, the first page stays small and every row can be found, although the browser lays out only the
// rows near the viewport.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';
import { generateContent } from '../../bench/generate-content.ts';
import { launch } from '../browser.ts';
import { serve, type Served } from '../serve.ts';
import { build, contentOf, documented, siteOf } from '../sites.ts';

const [content, out] = [contentOf('many'), siteOf('many')];
let [site, browser]: [Served | undefined, Browser | undefined] = [undefined, undefined];
before(async () => {
  generateContent(content, 300, { from: documented });
  await build(out, { CONTENT_DIR: content });
  [site, browser] = [await serve(out), await launch()];
});
after(async () => {
  site?.close();
  await browser?.close();
});
async function open(path: string): Promise<Page> {
  assert.ok(site && browser);
  const page = await browser.newPage({ viewport: { width: 412, height: 823 } });
  await page.goto(site.url + path);
  return page;
}

test('the first page with 300 features has at most 30720 bytes with brotli', (t) => {
  const bytes = brotliCompressSync(readFileSync(`${out}/index.html`)).length;
  t.diagnostic(`${bytes} bytes`);
  assert.ok(bytes <= 30 * 1024);
});

test('the last of 300 rows is found by the browser’s search and by its address, and every row is printed', async () => {
  const page = await open('');
  const last = page.locator('tbody tr').last();
  const id = (await last.getAttribute('id')) ?? '';
  const skipped = () =>
    page
      .locator('tbody tr')
      .evaluateAll(
        (rows) => rows.filter((it) => !it.firstElementChild?.checkVisibility({ contentVisibilityAuto: true })).length,
      );
  assert.ok((await skipped()) > 100, 'rows far away are not laid out');
  const find = (text: string) => (window as unknown as { find: (text: string) => boolean }).find(text);
  assert.ok(await page.evaluate(find, (await last.locator('a').first().textContent()) ?? ''));
  await page.goto(`${page.url()}#${id}`);
  assert.ok(
    await last.evaluate(
      (row) => row.getBoundingClientRect().top < innerHeight && row.getBoundingClientRect().bottom > 0,
    ),
  );
  await page.emulateMedia({ media: 'print' });
  assert.equal(await skipped(), 0);
});
