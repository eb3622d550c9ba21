// Checks many random mistakes, and builds some of those that the check accepts.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { readFileSync } from 'node:fs';
import { featuresIn } from '../../src/domain/tier.ts';
import { withoutBackticks } from '../../src/domain/text.ts';
import { all, has, one, tag, textOf } from '../content/html.ts';
import { assertReadOrRejected, mutated, tryMutations } from '../mutations.ts';
import { build, contentOf, siteOf, writeContent } from '../sites.ts';
import { lanternFolder } from '../unit/lantern.ts';
import { lanternFiles } from '../unit/content-in-memory.ts';

test('each of 5,000 random mutations is read as YAML and MDX read it, or reported with its file, place and fix', () => {
  const { understood, refused } = tryMutations(5000, lanternFolder);
  assert.ok(understood > 500 && refused > 1500, `${understood} understood, ${refused} refused`);
});

test('the first page built from each of 10 accepted mutations lists its features by tier', async () => {
  const understood = fc
    .sample(mutated(lanternFiles()), { numRuns: 400, seed: 20240229 })
    .filter((files) => assertReadOrRejected(files).catalogue)
    .slice(0, 10);
  assert.equal(understood.length, 10);
  for (const files of understood) {
    const { tiers, features } = assertReadOrRejected(files).catalogue ?? assert.fail();
    writeContent(files, contentOf('mutation'));
    await build(siteOf('mutation'), { CONTENT_DIR: contentOf('mutation') });
    const page = fromHtml(readFileSync(`${siteOf('mutation')}/index.html`, 'utf8'));
    const shown = all(page, has('dataTier')).map((section) =>
      all(section, (it) => it.tagName === 'tr' && has('id')(it)).map((row) =>
        textOf(one(one(row, tag('th'), 'row head'), tag('a'), 'link')),
      ),
    );
    const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
    const expected = tiers.map((tier) => featuresIn(features, tier).map(({ name }) => squeeze(withoutBackticks(name))));
    assert.deepEqual(shown, expected);
  }
});
