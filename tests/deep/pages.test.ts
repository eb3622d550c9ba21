// Every revision of the document, and a sample of random mutations, through the real build: minutes, so not in npm test.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { featuresIn } from '../../src/domain/tier.ts';
import type { Catalogue } from '../../src/domain/catalogue/catalogue.ts';
import { plain } from '../../src/domain/words.ts';
import { build, builtRows } from '../built.ts';
import { editedRevisions } from '../editing.ts';
import { judge, mutated } from '../mutations.ts';
import { lanternFiles } from '../unit/memory.ts';

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();
const form = (tier: number, name: string, missing: readonly string[]) =>
  JSON.stringify([tier, squeeze(plain(name)), squeeze(plain(missing.join(', ')))]);
const onPages = (site: string) =>
  builtRows(site)
    .map(({ tier, name, missing }) => form(tier, name, missing))
    .sort();
const inCatalogue = ({ tiers, features }: Catalogue) =>
  tiers
    .flatMap((tier) =>
      featuresIn(features, tier).map(({ name, history: [entry] }) =>
        form(tier.level, name, entry?.missing.map(({ as }) => as) ?? []),
      ),
    )
    .sort();

describe('the pages built from each revision have its rows', () => {
  for (const { revision, files } of editedRevisions())
    test(`${revision.date}: ${revision.subject}`, () => {
      assert.deepEqual(
        onPages(build('revision', files)),
        revision.rows.map(({ tier, name, missing }) => form(tier, name, missing)).sort(),
      );
    });
});

test('the pages built from 20 random mutations that are understood agree with them', () => {
  const understood = fc
    .sample(mutated(lanternFiles()), { numRuns: 400, seed: 20240229 })
    .filter((files) => judge(files).catalogue)
    .slice(0, 20);
  assert.equal(understood.length, 20);
  for (const files of understood) {
    const { catalogue } = judge(files);
    assert.ok(catalogue);
    assert.deepEqual(onPages(build('mutation', files)), inCatalogue(catalogue));
  }
});
