// What the first page weighs with many features: a build of 300, so not in npm test.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { weigh } from '../../bench/bytes.ts';
import { buildSite, makeWorkspace } from '../../bench/workspace.ts';

test('with 300 features the first page comes in at most 30720 bytes with brotli', async (t) => {
  const folder = makeWorkspace(300);
  await buildSite(folder);
  const { brotli } = weigh(readFileSync(join(folder, 'dist/index.html')));
  t.diagnostic(`${brotli} bytes`);
  assert.ok(brotli <= 30 * 1024);
});
