import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { launch } from '../tests/browser.ts';
import { serve } from '../tests/serve.ts';
import type { BenchOptions, Row } from './part.ts';
import { median, percentile, rounded } from './statistics.ts';
import { buildSite, makeWorkspace } from './workspace.ts';

const slowdown = 4;
const words = ['linux gnu', 'arm64', 'wasi', 'fuzzing', 'x86_64'];

/** Milliseconds from each key in the filter of the first page to the next paint. */
export async function filter({ sizes = [1_000], repeat = 2, note }: BenchOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of sizes) {
    note(`${size} rows, building`);
    const folder = makeWorkspace(size);
    await buildSite(folder);
    const server = await serve(join(folder, 'dist'));
    const browser = await launch();
    note(`${size} rows, typing`);
    const waits = await typed(browser, server.url, repeat).finally(() => browser.close());
    server.close();
    rows.push({
      rows: size,
      keys: waits.length,
      'median ms': rounded(median(waits)),
      'p95 ms': rounded(percentile(waits, 0.95)),
    });
  }
  return rows;
}

/** Types each word at human speed on a throttled processor, then clears it with Escape. */
async function typed(browser: Browser, url: string, repeat: number): Promise<number[]> {
  const page = await browser.newPage();
  await page.addInitScript(watchKeys);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(url);
  await page.waitForTimeout(2_000);
  for (const word of Array.from({ length: repeat }, () => words).flat()) {
    await page.keyboard.press('/');
    await page.keyboard.type(word, { delay: 180 });
    await page.waitForTimeout(500);
    await page.keyboard.press('Escape');
    await page.waitForTimeout(700);
  }
  return page.evaluate(() => (globalThis as unknown as { waits: number[] }).waits);
}

/** Runs in the page. A message posted during a frame arrives after that frame is painted. */
function watchKeys(): void {
  const waits: number[] = ((globalThis as unknown as { waits: number[] }).waits = []);
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => waits.push(performance.now() - Number(data));
  addEventListener('keydown', ({ timeStamp }) => requestAnimationFrame(() => port2.postMessage(timeStamp)), true);
}
