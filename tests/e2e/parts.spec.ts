// A page that comes in parts, as pages do on a slow network: what was painted of it stays where it is.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { kinds } from './kinds.ts';

/** Places at which a page is cut in two; more of them near its beginning, where all of it is in sight. */
const cuts = 6;

test.describe('nothing moves when the rest of a page comes', { tag: '@chromium' }, () => {
  test.use({ viewport: { width: 412, height: 823 } });

  for (const [name, address] of Object.entries(kinds))
    test(name, async ({ page }) => {
      const { pathname } = new URL(address, 'http://x');
      const html = readFileSync(
        `.cache/dist-documented${pathname === '/no-such-page/' ? '/404.html' : `${pathname}index.html`}`,
        'latin1',
      );
      const tags = [...html.matchAll(/<(?!\/?(?:html|head|meta|link|title|style))/g)]
        .map(({ index }) => index)
        .filter((index) => index > html.indexOf('<body'));
      let cut = 0;
      let [seen, rest] = [0, (): void => {}];
      const server = createServer((_, answer) => {
        answer.setHeader('content-type', 'text/html; charset=utf-8').write(Buffer.from(html.slice(0, cut), 'latin1'));
        rest = () => void answer.end(Buffer.from(html.slice(cut), 'latin1'));
      });
      await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
      await page.addInitScript(() => {
        const moved: number[] = ((globalThis as unknown as { moved: number[] }).moved = []);
        new PerformanceObserver((list) =>
          list.getEntries().forEach((it) => moved.push((it as PerformanceEntry & { value: number }).value)),
        ).observe({ type: 'layout-shift', buffered: true });
      });
      try {
        for (let part = 1; part <= cuts; part++) {
          cut = tags[Math.floor((part / (cuts + 1)) ** 1.6 * tags.length)] ?? 0;
          await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'commit' });
          // Of what comes before the name of the site nothing is painted.
          const isSeen = page.waitForFunction(
            () => performance.getEntriesByName('first-contentful-paint').length > 0,
            undefined,
            { timeout: 2_000 },
          );
          seen += await isSeen.then(
            () => 1,
            () => 0,
          );
          rest();
          await page.waitForLoadState();
          await page.evaluate(() => new Promise((resume) => requestAnimationFrame(() => setTimeout(resume, 50))));
          const moved = await page.evaluate(() =>
            (globalThis as unknown as { moved: number[] }).moved.reduce((sum, it) => sum + it, 0),
          );
          expect(moved, `cut before ${html.slice(cut, cut + 60)}`).toBeLessThan(0.001);
        }
        expect(seen).toBeGreaterThanOrEqual(cuts - 1);
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
});
