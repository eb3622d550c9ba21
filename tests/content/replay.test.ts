// The site as the document's real history would have made it: renames and removals included, every old address alive.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { everyAddress } from '../../src/domain/addresses.ts';
import { plain } from '../../src/domain/words.ts';
import { build, builtRows, lostAddresses } from '../built.ts';
import { editedRevisions } from '../editing.ts';

const edited = editedRevisions();
const last = edited.at(-1);
assert.ok(last);
let site = '';

describe('the site after the last revision', () => {
  before(() => {
    site = build('last-revision', last.files);
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
});
