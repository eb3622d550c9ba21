// Runs hostile inputs in a worker thread, so that a test can tell which of them hangs.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { contents, frontmatters, pages, units } from './slow-inputs.ts';
import type { Task } from './worker.ts';

const worker = new Worker(new URL('./worker.ts', import.meta.url));
after(() => worker.terminate());

/** A generous timeout for a whole test on a busy machine. */
export const longTimeout = { timeout: 300_000 };

/** The lines that a task returns; fails if it hangs or throws. */
export async function runInWorker(task: Task, what: string, name = what): Promise<string[]> {
  worker.postMessage([task, what]);
  const [lines] = await once(worker, 'message', { signal: AbortSignal.timeout(30_000) }).catch(() =>
    assert.fail(`${task} ${name} hangs`),
  );
  assert.doesNotMatch(lines[0] ?? '', /^threw /, name);
  return lines;
}

/** Repeats a unit up to a length and a number of special characters. */
const repeated = (unit: string, length: number, signs = Infinity) =>
  unit.repeat(
    Math.min(Math.floor(length / unit.length), signs / Math.max(1, unit.match(/[^a-z0-9 ]/g)?.length ?? 0)),
  );
const inFile = (frontmatter: string, body: string) => `---\n${frontmatter}\n---\n${body}\n`;
const featureData =
  'name: oak-board\ncategory: board\ndescription: b\nhistory: [{ date: 2024-01-01, tier: 1, source: "https://a.b" }]';

/** Tests every `step`-th of the slow inputs for parsers. */
export function testSlowInputs(step: number): void {
  const sample = <T>(all: readonly T[]) => all.filter((_, at) => at % step === 0);
  test('the check does not hang on a body of repeated text', longTimeout, async () => {
    for (const unit of sample(units)) {
      await runInWorker('file', inFile(featureData, repeated(unit, 32_000)), JSON.stringify(unit));
      await runInWorker('file', inFile(featureData, repeated(unit, 32_000, 900)), JSON.stringify(unit));
    }
    for (const [at, page] of sample(pages).entries()) await runInWorker('file', inFile(featureData, page), `page ${at}`);
  });

  test('the check does not hang on a document of repeated text', longTimeout, async () => {
    for (const unit of sample(units))
      await runInWorker('document', inFile('rows: []', `# A\n\n${repeated(unit, 64_000, 1900)}`), JSON.stringify(unit));
  });

  test('the check does not hang on slow frontmatter', longTimeout, async () => {
    for (const text of sample(frontmatters)) await runInWorker('file', inFile(text, ''), text.slice(0, 80));
  });

  test('the import does not hang on a page or a cell of repeated text', longTimeout, async () => {
    const page = (name: string, rest: string) =>
      `# A\n\n## Status\n\n### Tier 1\n\n| Category | Name | Missing |\n|-|-|-|\n| a | ${name} | b |\n\n${rest}`;
    for (const unit of sample(units)) {
      const cell = repeated(unit.replace(/[\r\n|]/g, '') || ' ', 60_000, 1900);
      await runInWorker('page', page(cell, repeated(unit, 60_000, 1900)), JSON.stringify(unit));
    }
    for (const [at, text] of sample(pages).entries()) await runInWorker('page', page('b', text), `page ${at}`);
  });

  test('the check does not hang on a large content folder', longTimeout, async () => {
    for (const what of sample(Object.keys(contents))) await runInWorker('content', what);
  });
}
