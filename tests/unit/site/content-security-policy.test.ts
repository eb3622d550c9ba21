import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { requirePolicy } from '../../../src/site/content-security-policy.ts';
import { emptyFolder } from '../lantern.ts';

test('a page without a content security policy fails the build, and the error names the page', (t) => {
  const folder = emptyFolder(t);
  const done = () => requirePolicy().hooks['astro:build:done']?.({ dir: pathToFileURL(`${folder}/`) } as never);
  writeFileSync(join(folder, 'index.html'), '<meta http-equiv="content-security-policy" content="">');
  done();
  writeFileSync(join(folder, 'bare.html'), '<title>Bare</title>');
  assert.throws(done, /no content security policy: [^,]*bare\.html$/);
});
