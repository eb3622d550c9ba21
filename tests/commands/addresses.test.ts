import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lanternWith } from '../unit/lantern.ts';
import { run } from './commands.ts';

test('npm run addresses adds new addresses to the list, and fails on broken content', (t) => {
  const folder = lanternWith(t, { 'addresses.txt': '# Kept\n/#fog-signal\n' });
  const { lines } = run('addresses', [], { CONTENT_DIR: folder });
  assert.match(lines[0] ?? '', /addresses\.txt: \d+ new lines\.$/);
  const text = readFileSync(join(folder, 'addresses.txt'), 'utf8');
  assert.match(text, /^# Kept\n\/\n\/#fog-signal\n\/#oak-board\n/);
  const broken = run('addresses', [], { CONTENT_DIR: lanternWith(t, { 'site.yaml': '' }) });
  assert.equal(broken.status, 1);
  assert.match(broken.errors[0] ?? '', /site\.yaml:1:1: "title", .* are missing/);
});
