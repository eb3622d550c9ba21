// The site as the document's real history would have made it: renames and removals included, every old address alive.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { everyAddress } from '../../src/domain/addresses/every-address.ts';
import { plain } from '../../src/domain/words.ts';
import { build, builtRows, lostAddresses } from '../built.ts';
import { editedRevisions } from '../editing.ts';
import { check } from '../unit/memory.ts';

const edited = editedRevisions();
const last = edited.at(-1);
assert.ok(last);
/** The same with a requirement, a category and a heading that were called otherwise before. */
const renamed = new Map(last.files);
const edit = (path: string, from: string | RegExp, to: string) =>
  renamed.set(path, (renamed.get(path) ?? '').replace(from, to));
edit('content/requirements/ci-testing.mdx', /^title: .*$/m, '$&\nformerIds: [ci-tests]');
edit('content/categories.yaml', '- id: misc', '- id: misc\n  formerIds: [others]');
edit('content/tiers/tier-2.mdx', /^title: .*$/m, '$&\nformerAnchors: [tier-2---nearly-ready]');
edit('content/policy/document.mdx', '---\n', '---\nformerAnchors: { details-of-tiers: tier-details }\n');
let site = '';

describe('the site after the last revision', () => {
  before(() => {
    site = build('last-revision', renamed);
  });

  test('has the revision’s rows in its tables', () => {
    const sorted = (rows: { tier: number; name: string; missing: string[] }[]) =>
      rows.map(({ tier, name, missing }) => JSON.stringify([tier, plain(name), plain(missing.join(', '))])).sort();
    assert.deepEqual(sorted(builtRows(site)), sorted(last.revision.rows));
  });

  test('still answers at every address that any revision had', () => {
    const ever = [...new Set(edited.flatMap(({ catalogue }) => everyAddress(catalogue)))];
    assert.ok(ever.length > 500, `${ever.length}`);
    assert.deepEqual(lostAddresses(site, ever), []);
  });

  test('and at those under former ids and anchors', () => {
    const { catalogue } = check(renamed);
    assert.ok(catalogue);
    const addresses = everyAddress(catalogue);
    for (const address of [
      'requirements/ci-tests/',
      'policy/#ci-tests',
      'tiers/2/#ci-tests',
      'categories/others/',
      'policy/#tier-2---nearly-ready',
      'policy/#details-of-tiers',
    ])
      assert.ok(addresses.includes(address), address);
    assert.deepEqual(lostAddresses(site, addresses), []);
  });
});
