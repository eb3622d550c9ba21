// Every address that the site promises is there, and every address that is there is promised.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import { checkContent } from '../../src/check/check-content.ts';
import { idsOf } from '../../src/domain/catalogue/former-ids.ts';
import { everyAddress, isPageAnchor } from '../../src/domain/addresses/every-address.ts';
import { tierAnchor } from '../../src/domain/tier.ts';
import { documentHeadings } from '../../src/domain/document.ts';
import { all, filesOf, has, one, readPage, tag, today } from './html.ts';

const { catalogue } = checkContent('content');
assert.ok(catalogue);
const addresses = everyAddress(catalogue);
const fileOf = (path: string) => (path === '' || path.endsWith('/') ? `${path}index.html` : path);
const anchorsOf = (file: string) =>
  all(one(readPage(file, today), tag('body'), 'body'), has('id')).map(({ properties }) => String(properties['id']));

test('every address leads to a file, and every fragment to an element', () => {
  const lost = addresses.filter((address) => {
    const [path = '', fragment] = address.split('#');
    if (!existsSync(`${today}/${fileOf(path)}`)) return true;
    return fragment !== undefined && !anchorsOf(fileOf(path)).includes(fragment);
  });
  assert.deepEqual(lost, []);
});

test('every published file has its address in the list; the rest is found by its name, or by the page that it belongs to', () => {
  const others =
    /^(?:_astro\/.*|cards\/.*|404\.html|_headers|favicon\.svg|robots\.txt|sitemap\.xml|built-by-[\w-]+\.txt)$/;
  const known = new Set(addresses.map(fileOf));
  assert.deepEqual(
    filesOf(today).filter((file) => !known.has(file) && !others.test(file)),
    [],
  );
});

test('an anchor of the pages that show rows or requirements is content’s, or can be the id of nothing in content', () => {
  const ids = new Set([...catalogue.features, ...catalogue.requirements, ...catalogue.retired].flatMap(idsOf));
  const headings = documentHeadings(catalogue).flatMap(({ anchor, formerAnchors }) => [anchor, ...formerAnchors]);
  const tables = [...catalogue.tiers, ...catalogue.endedTiers].map(tierAnchor);
  for (const file of filesOf(today, '**/index.html')) {
    const anchors = anchorsOf(file);
    // A feature's or requirement's own page has the anchors of its sections alone.
    if (!anchors.some((anchor) => ids.has(anchor))) continue;
    const strange = anchors.filter((it) => !ids.has(it) && ![...headings, ...tables].includes(it) && !isPageAnchor(it));
    assert.deepEqual(strange, [], file);
  }
});

test('every row and heading that a link may name on the first page and in the document is in the list', () => {
  for (const path of ['', 'policy/']) {
    const main = one(readPage(fileOf(path), today), tag('main'), 'main');
    const ids = all(main, (it) => /^(?:tr|h2|h3|li)$/.test(it.tagName) && has('id')(it))
      .map(({ properties }) => String(properties['id']))
      .filter((id) => !id.startsWith('footnote-') && !['no-longer-tracked', 'not-supported'].includes(id));
    assert.ok(ids.length > 3);
    assert.deepEqual(
      ids.filter((id) => !addresses.includes(`${path}#${id}`)),
      [],
    );
  }
});
