// Hostile content is rejected with one line or accepted as harmless text, and never takes long to read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inputs } from './inputs.ts';
import { runInWorker, longTimeout, testSlowInputs } from './run-in-worker.ts';

test('hostile content is rejected with the expected message or accepted', longTimeout, async () => {
  /** `WHAT → LINE`, in the order of the inputs; "understood" for an accepted input. */
  const expected = readFileSync(new URL('../hostile/lines.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const found = [];
  for (const what of inputs.keys()) found.push(`${what} → ${(await runInWorker('input', what)).join(' AND ')}`);
  assert.deepEqual(found, expected);
});

// tests/deep/costs.test.ts runs all of them.
describe('Text that is slow to parse', () => testSlowInputs(8));
