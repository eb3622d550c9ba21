import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { refuseForeign, siteMarker } from '../../../src/site/publish-whole.ts';
import { emptyFolder } from '../lantern.ts';

test('an output folder is rejected unless it is missing, empty or written by a build', (t) => {
  const folder = emptyFolder(t);
  const path = (name: string, ...files: string[]) => {
    mkdirSync(join(folder, name));
    for (const file of files) writeFileSync(join(folder, name, file), '');
    return join(folder, name);
  };
  for (const out of [join(folder, 'none'), path('empty'), path('ours', 'index.html', siteMarker)]) refuseForeign(out);
  symlinkSync(path('target'), join(folder, 'link'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'lost link'));
  writeFileSync(join(folder, 'file'), '');
  const foreign = path('foreign', 'index.html', 'sitemap.xml', '404.html');
  for (const [out, why] of [
    [join(folder, 'link'), 'is a link'],
    [join(folder, 'lost link'), 'is a link'],
    [join(folder, 'file'), 'is a file'],
    [foreign, 'holds something other than a built site'],
  ] as const)
    assert.throws(() => refuseForeign(out), {
      message: `OUT_DIR is "${out}", which ${why}; name another folder, or delete it`,
    });
});
