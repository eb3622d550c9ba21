// What arrives from strangers is refused with one line or understood as harmless text, and nothing of it takes long.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { contents, frontmatters, pages, units } from '../hostile/costs.ts';
import { inputs } from '../hostile/inputs.ts';
import type { Trial } from '../hostile/worker.ts';

const worker = new Worker(new URL('../hostile/worker.ts', import.meta.url));
after(() => worker.terminate());

/** A busy machine is given many times what it needs, for each trial and for all of a test. */
const patience = { timeout: 300_000 };

/** The lines that a trial answers with. */
async function linesOf(trial: Trial, what: string, name = what): Promise<string[]> {
  worker.postMessage([trial, what]);
  const [lines] = await once(worker, 'message', { signal: AbortSignal.timeout(30_000) }).catch(() =>
    assert.fail(`${trial} ${name} hangs`),
  );
  assert.doesNotMatch(lines[0] ?? '', /^threw /, name);
  return lines;
}

test('Hostile content is refused with the line that is known for it, or understood', patience, async () => {
  /** `WHAT → LINE`, in the order of the inputs; "understood" where nothing is wrong with one. */
  const expected = readFileSync(new URL('../hostile/lines.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const found = [];
  for (const what of inputs.keys()) found.push(`${what} → ${(await linesOf('input', what)).join(' AND ')}`);
  assert.deepEqual(found, expected);
});

describe('What a parser takes long over is told by its limit, or takes no longer than other text', () => {
  /** A unit again and again, until the text is so long or has so many signs. */
  const full = (unit: string, length: number, signs = Infinity) =>
    unit.repeat(
      Math.min(Math.floor(length / unit.length), signs / Math.max(1, unit.match(/[^a-z0-9 ]/g)?.length ?? 0)),
    );
  const inFile = (frontmatter: string, body: string) => `---\n${frontmatter}\n---\n${body}\n`;
  const head =
    'name: oak-board\ncategory: board\ndescription: b\nhistory: [{ date: 2024-01-01, tier: 1, source: "https://a.b" }]';

  test('in a body, full of it and as much as may be of it', patience, async () => {
    for (const unit of units) {
      await linesOf('file', inFile(head, full(unit, 32_000)), JSON.stringify(unit));
      await linesOf('file', inFile(head, full(unit, 32_000, 900)), JSON.stringify(unit));
    }
    for (const [at, page] of pages.entries()) await linesOf('file', inFile(head, page), `page ${at}`);
  });

  test('in frontmatter', patience, async () => {
    for (const text of frontmatters) await linesOf('file', inFile(text, ''), text.slice(0, 80));
  });

  test('in a page to import, and in a cell of it', patience, async () => {
    const page = (name: string, rest: string) =>
      `# A\n\n## Status\n\n### Tier 1\n\n| Category | Name | Missing |\n|-|-|-|\n| a | ${name} | b |\n\n${rest}`;
    // The parser is that of bodies; what is read from its tree is tried with a part of them.
    for (const unit of units.filter((_, at) => at % 4 === 0)) {
      const cell = full(unit.replace(/[\r\n|]/g, '') || ' ', 60_000, 1900);
      await linesOf('page', page(cell, full(unit, 60_000, 1900)), JSON.stringify(unit));
    }
    for (const [at, text] of pages.entries()) await linesOf('page', page('b', text), `page ${at}`);
  });

  test('in a whole content', patience, async () => {
    for (const what of Object.keys(contents)) await linesOf('content', what);
  });
});
