import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { stringify } from 'yaml';
import { mdxFolder, yamlFile } from '../../../src/site/content-loader.ts';
import { placeholders } from '../../hostile/canaries.ts';
import { emptyFolder } from '../lantern.ts';

/** The entries that a loader puts into Astro's store. */
async function load(loader: ReturnType<typeof yamlFile>): Promise<unknown[]> {
  const stored: unknown[] = [];
  const store = { clear() {}, keys: () => [], get() {}, delete() {}, set: (entry: unknown) => stored.push(entry) };
  const logger = { warn() {}, error() {}, debug() {}, info() {} };
  const parse = ({ contents }: { contents: string }) => ({
    data: { name: contents },
    body: contents,
    slug: '',
    rawData: '',
  });
  await loader.load({
    config: { root: pathToFileURL('./'), srcDir: pathToFileURL('./src/') },
    store,
    logger,
    meta: new Map(),
    parseData: async ({ data }: { data: unknown }) => data,
    generateDigest: String,
    entryTypes: new Map([['.mdx', { extensions: ['.mdx'], getEntryInfo: parse }]]),
  } as never);
  return stored;
}

test('the loaders reject placeholders of the build in data and in bodies, even without the check', async (t) => {
  const folder = emptyFolder(t);
  mkdirSync(join(folder, 'features'));
  process.env['CONTENT_DIR'] = relative('.', folder);
  t.after(() => delete process.env['CONTENT_DIR']);
  const yaml = () => load(yamlFile('site.yaml', (text) => ({ site: { title: text } })));
  const mdx = () => load(mdxFolder('features'));
  writeFileSync(join(folder, 'site.yaml'), 'lamp');
  writeFileSync(join(folder, 'features/lamp.mdx'), 'lamp');
  assert.deepEqual([(await yaml()).length, (await mdx()).length], [1, 1]);
  for (const mark of Object.values(placeholders)) {
    writeFileSync(join(folder, 'site.yaml'), stringify(mark));
    writeFileSync(join(folder, 'features/lamp.mdx'), mark);
    for (const loading of [yaml, mdx]) await assert.rejects(loading, /because it is a placeholder/, mark);
  }
});
