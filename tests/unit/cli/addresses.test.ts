import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { lanternWith } from '../lantern.ts';
import { run } from './commands.ts';

test('npm run addresses writes the list, then only adds to it', (t) => {
  const folder = lanternWith(t, {});
  const file = join(folder, 'addresses.txt');
  assert.match(run('addresses', [], { CONTENT_DIR: folder }).lines[0] ?? '', /addresses\.txt: \d+ new lines\.$/);
  const text = readFileSync(file, 'utf8');
  assert.match(text, /^# Every address[^\n]*\n\/\n\/#fog-signal\n/);
  assert.match(run('addresses', [], { CONTENT_DIR: folder }).lines[0] ?? '', /addresses\.txt: 0 new lines\.$/);
  assert.equal(readFileSync(file, 'utf8'), text);
});

test('It lists nothing of broken content', (t) => {
  const { status, errors } = run('addresses', [], { CONTENT_DIR: lanternWith(t, { 'site.yaml': '' }) });
  assert.equal(status, 1);
  assert.match(errors[0] ?? '', /site\.yaml:1:1: "title" is missing/);
});
