import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { launch } from '../tests/browser.ts';
import { serve } from '../tests/serve.ts';
import type { BenchOptions, Row, Size } from './part.ts';
import { summary } from './statistics.ts';
import { buildSite, makeWorkspace } from './workspace.ts';

const usual = [20, 300, 1_000, 10_000];
/** A site with more features takes minutes to build; more rows than this are these rows again. */
const mostBuilt = 1_000;
const slowdown = 4;
const words = ['linux gnu', 'arm64', 'wasi', 'fuzzing', 'x86_64'];

/** What a trace of Chromium says of one moment; times in microseconds. */
interface TraceEvent {
  name: string;
  ph: string;
  ts: number;
  dur?: number;
  pid: number;
  tid: number;
  args: { name?: string; data?: { type?: string } };
}

/** From each keystroke in the filter to the next paint, in milliseconds: the time, and the work of the main thread in it. */
export async function filter(options: BenchOptions): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of options.sizes ?? usual) {
    options.note(`${size} rows, building`);
    const server = await serve(await siteWith(size));
    const browser = await launch();
    try {
      options.note(`${size} rows, typing`);
      rows.push({ rows: size, ...(await measure(browser, server.url, options.repeat ?? 2)) });
    } finally {
      await browser.close();
      server.close();
    }
  }
  return rows;
}

/** A folder with nothing but the first page of a site, with so many rows. */
async function siteWith(size: Size): Promise<string> {
  const folder = makeWorkspace(size === 'own' ? size : Math.min(size, mostBuilt));
  await buildSite(folder);
  const html = readFileSync(join(folder, 'dist/index.html'), 'utf8');
  const times = size === 'own' ? 1 : Math.ceil(size / mostBuilt);
  const again = (bodies: string) =>
    Array.from({ length: times }, (_, at) => (at === 0 ? bodies : bodies.replace(/ id="[^"]*"/g, ''))).join('');
  const page = html
    .replace(/(?<=<\/thead>)[^]*?(?=<\/table>)/g, again)
    .replace(/(?<=data-total=")\d+/g, (total) => `${Number(total) * times}`);
  const alone = join(folder, 'dist-alone');
  mkdirSync(alone, { recursive: true });
  writeFileSync(join(alone, 'index.html'), page);
  return alone;
}

async function measure(browser: Browser, url: string, repeat: number): Promise<Row> {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(url);
  await page.waitForTimeout(2_000);
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', '__metadata'] });
  for (let round = 0; round < repeat; round++) for (const word of words) await type(page, word);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await page.close();
  const { waits, works, longest } = read(traceEvents);
  const [wait, work] = [summary(waits), summary(works)];
  return {
    keystrokes: wait.runs,
    'paint median': wait.median,
    'paint p95': wait.p95,
    'work median': work.median,
    'work p95': work.p95,
    'longest task': Math.round(longest),
  };
}

/** Types a word as a person does, and takes it back at once. */
async function type(page: Page, word: string): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(word, { delay: 180 });
  await page.waitForTimeout(500);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(700);
}

/** What the trace says of the main thread of the page: for each change of the field the time and work until the next frame is painted. */
function read(events: readonly TraceEvent[]): { waits: number[]; works: number[]; longest: number } {
  const inputs = events.filter(({ name, args }) => name === 'EventDispatch' && args.data?.type === 'keydown');
  const main = inputs[0];
  if (!main) throw new Error('no keystroke reached the page');
  const own = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid);
  const tasks = own
    .filter(({ name, ph }) => ph === 'X' && name === 'ThreadControllerImpl::RunTask')
    .map(({ ts, dur = 0 }) => ({ from: ts, to: ts + dur }));
  const frames = own
    .filter(({ name }) => name === 'Layerize')
    .map(({ ts, dur = 0 }) => ts + dur)
    .toSorted((a, b) => a - b);
  const spans = inputs.flatMap(({ ts }) => {
    const to = frames.find((at) => at > ts);
    return to === undefined ? [] : [{ from: ts, to }];
  });
  const within = (span: { from: number; to: number }) =>
    tasks.reduce((sum, task) => sum + Math.max(0, Math.min(task.to, span.to) - Math.max(task.from, span.from)), 0);
  return {
    waits: spans.map(({ from, to }) => (to - from) / 1_000),
    works: spans.map((span) => within(span) / 1_000),
    longest: Math.max(...tasks.map(({ from, to }) => to - from)) / 1_000,
  };
}
