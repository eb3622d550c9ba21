import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from '@playwright/test';
import { serve } from '../tests/serve.ts';
import { barePage } from './bare-page.ts';
import { pageKinds } from './page-kinds.ts';
import { blockingTime, layoutShift, type Shift, type Span } from './paint-figures.ts';
import type { BenchOptions, Row, Size } from './part.ts';
import { ofEachSite } from './sites.ts';
import { interleaved, ratio, summary } from './statistics.ts';

const slowdown = 4;
/**
 * Lighthouse's slow 4G: 1.6 Mbit/s and 150 ms for a round trip. The browser can only hold back whole requests, so its constants for
 * that have 3.75 round trips for each, which stand for those of the connection, and 0.9 of the rate.
 */
const slow4G = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (0.9 * 1638.4 * 1024) / 8,
  uploadThroughput: (0.9 * 750 * 1024) / 8,
};
const viewport = { width: 412, height: 823 };
/** Milliseconds for what a browser does on its own account when a page is opened: a first visit is not its first moment. */
const settled = 500;
/** Milliseconds after a page has loaded, in which a long one has also told assistive technology of all of its rows; a bare page has none. */
const quiet = { ours: 2_000, bare: 500 };

/** What one visit came to, in milliseconds; the shift has no unit. */
interface Visit {
  first: number;
  largest: number;
  blocking: number;
  shift: number;
}

/** When each kind of page is painted on a slow phone, taking turns with a bare page of one response that begins with the same words. */
export const paint = (options: BenchOptions): Promise<Row[]> =>
  ofEachSite(options, (size, dist, browser) => measureSite(size, dist, browser, options));

async function measureSite(
  size: Size,
  folder: string,
  browser: Browser,
  { kinds: asked, repeat = 5, note }: BenchOptions,
): Promise<Row[]> {
  const server = await serve(folder, { compressed: true });
  try {
    const kinds = pageKinds(folder).filter(({ kind }) => asked?.includes(kind) ?? true);
    const runs: Record<string, () => Promise<Visit>> = {};
    const addresses: string[] = [];
    for (const [at, { kind, largest, file }] of kinds.entries()) {
      writeFileSync(join(folder, `bare-${at}.html`), barePage(readFileSync(file, 'utf8')));
      const [ours, bare] = [new URL(largest, server.url).href, new URL(`bare-${at}.html`, server.url).href] as const;
      addresses.push(ours, bare);
      runs[kind] = () => visit(browser, ours, quiet.ours);
      runs[`${kind} bare`] = () => visit(browser, bare, quiet.bare);
    }
    // The server compresses a page the first time that it is asked for.
    for (const address of addresses) await (await fetch(address)).text();
    const visits = await interleaved(runs, repeat, (text) => note(`${size} features, ${text}`));
    return kinds.map(({ kind }) => ({
      features: size,
      kind,
      ...rowOf(visits[kind] ?? [], visits[`${kind} bare`] ?? []),
    }));
  } finally {
    server.close();
  }
}

function rowOf(visits: readonly Visit[], bare: readonly Visit[]): Row {
  const of = (list: readonly Visit[], figure: keyof Visit) => summary(list.map((it) => it[figure]));
  const [largest, bareLargest] = [of(visits, 'largest'), of(bare, 'largest')];
  return {
    'first paint': of(visits, 'first').median,
    'largest paint': largest.median,
    'largest p95': largest.p95,
    'bare largest': bareLargest.median,
    'bare p95': bareLargest.p95,
    ratio: ratio(largest, bareLargest),
    blocking: of(visits, 'blocking').median,
    'blocking p95': of(visits, 'blocking').p95,
    'most shift': Number(Math.max(...visits.map((it) => it.shift)).toFixed(3)),
  };
}

/** A first visit: an empty cache, a slow processor, a slow network; watched for so many milliseconds after it has loaded. */
async function visit(browser: Browser, url: string, watched: number): Promise<Visit> {
  const page = await browser.newPage({ viewport });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.addInitScript(observe);
  await page.waitForTimeout(settled);
  await page.goto(url);
  await page.waitForTimeout(watched);
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: Seen }).seen);
  await page.close();
  return {
    first: seen.first,
    largest: seen.largest,
    blocking: blockingTime(seen.tasks, seen.first),
    shift: layoutShift(seen.shifts),
  };
}

interface Seen {
  first: number;
  largest: number;
  /** Scripts, parsing and the drawing of frames, where they took long. */
  tasks: Span[];
  shifts: Shift[];
}

/** Runs in the page before anything else: keeps what the browser tells of its own work. */
function observe(): void {
  const seen: Seen = { first: NaN, largest: NaN, tasks: [], shifts: [] };
  (globalThis as unknown as { seen: Seen }).seen = seen;
  const on = (type: string, note: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true });
  on('paint', ({ name, startTime }) => void (name === 'first-contentful-paint' && (seen.first = startTime)));
  on('largest-contentful-paint', ({ startTime }) => void (seen.largest = startTime));
  on('longtask', ({ startTime, duration }) => void seen.tasks.push({ from: startTime, to: startTime + duration }));
  // Of a frame the browser counts only the scripts as a task, and most of what a long page takes is drawing.
  on('long-animation-frame', (entry) => {
    const { renderStart } = entry as PerformanceEntry & { renderStart: number };
    if (renderStart) seen.tasks.push({ from: renderStart, to: entry.startTime + entry.duration });
  });
  on('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) seen.shifts.push({ at: entry.startTime, value });
  });
}
