// What arrives from strangers is refused with one line or understood as harmless text, and nothing of it takes long.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { inputs } from '../hostile/inputs.ts';
import { linesOf, patience, testCosts } from '../hostile/trials.ts';

test('Hostile content is refused with the line that is known for it, or understood', patience, async () => {
  /** `WHAT → LINE`, in the order of the inputs; "understood" where nothing is wrong with one. */
  const expected = readFileSync(new URL('../hostile/lines.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const found = [];
  for (const what of inputs.keys()) found.push(`${what} → ${(await linesOf('input', what)).join(' AND ')}`);
  assert.deepEqual(found, expected);
});

// All of them: tests/deep/costs.test.ts.
describe('Text that is slow to parse is refused with its limit, or is as fast as other text', () => testCosts(8));
