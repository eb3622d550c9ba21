import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { serve } from '../tests/serve.ts';
import { weigh } from './bytes.ts';
import { pageKinds, type PageKind } from './page-kinds.ts';
import type { BenchOptions, Row, Size } from './part.ts';
import { ofEachSite } from './sites.ts';

/** What each kind of page weighs and asks for: the largest page of the kind, of the project's own content and of generated content. */
export const pages = (options: BenchOptions): Promise<Row[]> => ofEachSite(options, measureSite);

async function measureSite(size: Size, folder: string, browser: Browser): Promise<Row[]> {
  const server = await serve(folder, { compressed: true });
  try {
    const rows: Row[] = [];
    for (const kind of pageKinds(folder))
      rows.push({ features: size, ...rowOf(kind, await openPage(browser, new URL(kind.largest, server.url).href)) });
    return rows;
  } finally {
    server.close();
  }
}

function rowOf({ kind, pages, largest, file }: PageKind, { requests, blocking, scripts }: Opened): Row {
  const code = weigh(scripts.join('\n'));
  return {
    kind,
    pages,
    largest,
    ...weigh(readFileSync(file)),
    requests,
    blocking,
    scripts: code.raw,
    'scripts brotli': code.brotli,
  };
}

/** What a browser did for a page. */
interface Opened {
  requests: number;
  /** How many of them had to end before anything was painted; the page itself is not counted. */
  blocking: number;
  /** The text of each script, those within the page too. */
  scripts: string[];
}

/** Opens a page as a first visitor does, and leaves it when a second long nothing more was asked for. */
export async function openPage(browser: Browser, url: string): Promise<Opened> {
  const page = await browser.newPage();
  const asked: string[] = [];
  const loaded: Promise<string>[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  page.on(
    'response',
    (response) => void (response.request().resourceType() === 'script' && loaded.push(response.text())),
  );
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  const seen = await page.evaluate(() => ({
    blocking: performance
      .getEntriesByType('resource')
      .filter((it) => 'renderBlockingStatus' in it && it.renderBlockingStatus === 'blocking').length,
    inline: [...document.scripts]
      .filter(({ type, src }) => src === '' && ['', 'module', 'text/javascript'].includes(type))
      .map(({ text }) => text),
  }));
  const scripts = [...seen.inline, ...(await Promise.all(loaded))];
  await page.close();
  return { requests: asked.length, blocking: seen.blocking, scripts };
}
