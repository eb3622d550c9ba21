// Every listed address exists in the build, and every address in the build is listed.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkContent } from '../../src/check/check-content.ts';
import { idsOf } from '../../src/domain/catalogue/former-ids.ts';
import { everyAddress, isReservedId } from '../../src/domain/addresses/every-address.ts';
import { tierAnchor } from '../../src/domain/tier.ts';
import { documentHeadings } from '../../src/domain/document.ts';
import { all, filesOf, has, one, readPage, tag, todaysSite } from './html.ts';

const { catalogue } = checkContent('content');
assert.ok(catalogue);
const addresses = everyAddress(catalogue);
const fileOf = (path: string) => (path === '' || path.endsWith('/') ? `${path}index.html` : path);
const anchorsOf = (file: string) =>
  all(one(readPage(file, todaysSite), tag('body'), 'body'), has('id')).map((it) => String(it.properties['id']));
const headingsOf = (csv: string) => readFileSync(`${todaysSite}/${csv}`, 'utf8').split('\r\n')[0]?.split(',') ?? [];

test('every listed address leads to a file, and its fragment to an element or a column', () => {
  const lost = addresses.filter((address) => {
    const [path = '', fragment] = address.replace(/\?.*/, '').split('#');
    if (!existsSync(`${todaysSite}/${fileOf(path)}`)) return true;
    if (path.endsWith('.csv') && fragment !== undefined) return !headingsOf(path).includes(fragment);
    return fragment !== undefined && !anchorsOf(fileOf(path)).includes(fragment);
  });
  assert.deepEqual(lost, []);
});

test('every published file has a listed address, except assets, cards and files with fixed names', () => {
  const others =
    /^(?:_astro\/.*|cards\/.*|404\.html|_headers|favicon\.svg|robots\.txt|sitemap\.xml|built-by-[\w-]+\.txt)$/;
  const known = new Set(addresses.map(fileOf));
  assert.deepEqual(
    filesOf(todaysSite).filter((file) => !known.has(file) && !others.test(file)),
    [],
  );
});

test('every anchor of a page with rows or requirements comes from the content or is reserved for the page', () => {
  const ids = new Set(
    [...catalogue.features, ...catalogue.requirements, ...catalogue.retiredRequirements].flatMap(idsOf),
  );
  const headings = documentHeadings(catalogue).flatMap(({ anchor, formerAnchors }) => [anchor, ...formerAnchors]);
  const tables = [...catalogue.tiers, ...catalogue.retiredTiers].map(tierAnchor);
  for (const file of filesOf(todaysSite, '**/index.html')) {
    const anchors = anchorsOf(file);
    // The page of a feature or requirement has only the anchors of its own sections.
    if (!anchors.some((anchor) => ids.has(anchor))) continue;
    const strange = anchors.filter((it) => !ids.has(it) && ![...headings, ...tables].includes(it) && !isReservedId(it));
    assert.deepEqual(strange, [], file);
  }
});

test('every row, heading and requirement with an anchor on the first page and in the policy is in the list', () => {
  for (const path of ['', 'policy/']) {
    const main = one(readPage(fileOf(path), todaysSite), tag('main'), 'main');
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
