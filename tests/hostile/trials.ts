// Tries hostile inputs in a worker thread, and reports which of them hangs.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { contents, frontmatters, pages, units } from './costs.ts';
import type { Trial } from './worker.ts';

const worker = new Worker(new URL('./worker.ts', import.meta.url));
after(() => worker.terminate());

/** A generous timeout for a whole test on a busy machine. */
export const patience = { timeout: 300_000 };

/** The lines that a trial returns; fails if it hangs or throws. */
export async function linesOf(trial: Trial, what: string, name = what): Promise<string[]> {
  worker.postMessage([trial, what]);
  const [lines] = await once(worker, 'message', { signal: AbortSignal.timeout(30_000) }).catch(() =>
    assert.fail(`${trial} ${name} hangs`),
  );
  assert.doesNotMatch(lines[0] ?? '', /^threw /, name);
  return lines;
}

/** Repeats a unit up to a length and a number of special characters. */
const full = (unit: string, length: number, signs = Infinity) =>
  unit.repeat(
    Math.min(Math.floor(length / unit.length), signs / Math.max(1, unit.match(/[^a-z0-9 ]/g)?.length ?? 0)),
  );
const inFile = (frontmatter: string, body: string) => `---\n${frontmatter}\n---\n${body}\n`;
const head =
  'name: oak-board\ncategory: board\ndescription: b\nhistory: [{ date: 2024-01-01, tier: 1, source: "https://a.b" }]';

/** Tests every `step`-th of the slow inputs for parsers. */
export function testCosts(step: number): void {
  const some = <T>(all: readonly T[]) => all.filter((_, at) => at % step === 0);
  test('the check does not hang on a body of repeated text', patience, async () => {
    for (const unit of some(units)) {
      await linesOf('file', inFile(head, full(unit, 32_000)), JSON.stringify(unit));
      await linesOf('file', inFile(head, full(unit, 32_000, 900)), JSON.stringify(unit));
    }
    for (const [at, page] of some(pages).entries()) await linesOf('file', inFile(head, page), `page ${at}`);
  });

  test('the check does not hang on a document of repeated text', patience, async () => {
    for (const unit of some(units))
      await linesOf('document', inFile('rows: []', `# A\n\n${full(unit, 64_000, 1900)}`), JSON.stringify(unit));
  });

  test('the check does not hang on slow frontmatter', patience, async () => {
    for (const text of some(frontmatters)) await linesOf('file', inFile(text, ''), text.slice(0, 80));
  });

  test('the import does not hang on a page or a cell of repeated text', patience, async () => {
    const page = (name: string, rest: string) =>
      `# A\n\n## Status\n\n### Tier 1\n\n| Category | Name | Missing |\n|-|-|-|\n| a | ${name} | b |\n\n${rest}`;
    for (const unit of some(units)) {
      const cell = full(unit.replace(/[\r\n|]/g, '') || ' ', 60_000, 1900);
      await linesOf('page', page(cell, full(unit, 60_000, 1900)), JSON.stringify(unit));
    }
    for (const [at, text] of some(pages).entries()) await linesOf('page', page('b', text), `page ${at}`);
  });

  test('the check does not hang on a large content folder', patience, async () => {
    for (const what of some(Object.keys(contents))) await linesOf('content', what);
  });
}
