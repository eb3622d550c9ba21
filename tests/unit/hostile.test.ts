// What arrives from strangers is refused with one line or understood as harmless text, and nothing takes 10 seconds.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { inputs } from '../hostile/inputs.ts';

const worker = new Worker(new URL('../hostile/worker.ts', import.meta.url));
after(() => worker.terminate());

/** `WHAT → LINE`, in the order of the inputs; "understood" where nothing is wrong with one. */
const expected = new Map(
  readFileSync(new URL('../hostile/lines.txt', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n')
    .map((row) => row.split(' → ') as [string, string]),
);

describe('Hostile content', () => {
  test('has a line for each of more than 130 inputs', () => {
    assert.deepEqual([...inputs.keys()], [...expected.keys()]);
    assert.ok(inputs.size > 130);
  });

  for (const what of inputs.keys())
    test(what, { timeout: 10_000 }, async ({ signal }) => {
      worker.postMessage(what);
      const [lines] = (await once(worker, 'message', { signal })) as [string[]];
      assert.deepEqual(lines, [expected.get(what)]);
    });
});
