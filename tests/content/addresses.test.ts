// Every address that the site promises is there, and every address that is there is promised.
import assert from 'node:assert/strict';
import { existsSync, globSync } from 'node:fs';
import { test } from 'node:test';
import { checkContent } from '../../src/check/check-content.ts';
import { everyAddress, isPageAnchor } from '../../src/domain/addresses/every-address.ts';
import { documentHeadings } from '../../src/domain/document.ts';
import { idsOf } from '../../src/domain/catalogue/ids.ts';
import { all, has, one, readPage, tag, today } from './html.ts';

const { catalogue } = checkContent('content');
assert.ok(catalogue);
const addresses = everyAddress(catalogue);
const fileOf = (path: string) => (path === '' || path.endsWith('/') ? `${path}index.html` : path);
const anchorsOf = (file: string) =>
  all(one(readPage(file, today), tag('body'), 'body'), has('id')).map(({ properties }) => String(properties['id']));

test('every address leads to a file, and every fragment to an element', () => {
  const anchors = new Map<string, string[]>();
  const lost = addresses.filter((address) => {
    const [path = '', fragment] = address.split('#');
    const file = fileOf(path);
    if (!existsSync(`${today}/${file}`)) return true;
    if (fragment === undefined) return false;
    if (!anchors.has(file)) anchors.set(file, anchorsOf(file));
    return !anchors.get(file)?.includes(fragment);
  });
  assert.deepEqual(lost, []);
});

test('every published file has its address in the list; the rest is found by its name, or by the page that it is a picture of', () => {
  const wellKnown = ['404.html', '_headers', 'favicon.svg', 'robots.txt', 'sitemap.xml'];
  const files = globSync(`${today}/**/*`, { withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => `${it.parentPath}/${it.name}`.slice(today.length + 1));
  const known = new Set([...addresses.map(fileOf), ...wellKnown]);
  assert.deepEqual(
    files.filter((file) => !known.has(file) && !/^(?:_astro|cards)\//.test(file)),
    [],
  );
});

test('an anchor of the pages that show rows or requirements is content’s, or can be the id of nothing in content', () => {
  const ids = new Set([...catalogue.features, ...catalogue.requirements].flatMap(idsOf));
  const headings = new Set(documentHeadings(catalogue).map(({ anchor }) => anchor));
  for (const file of globSync('**/index.html', { cwd: today })) {
    const anchors = anchorsOf(file);
    // A feature's or requirement's own page has the anchors of its sections alone.
    if (!anchors.some((anchor) => ids.has(anchor))) continue;
    assert.deepEqual(
      anchors.filter((anchor) => !ids.has(anchor) && !headings.has(anchor) && !isPageAnchor(anchor)),
      [],
      file,
    );
  }
});

test('every row and heading that a link may name on the first page and in the document is in the list', () => {
  for (const path of ['', 'policy/']) {
    const main = one(readPage(fileOf(path), today), tag('main'), 'main');
    const rows = all(main, (element) => ['tr', 'h2', 'h3', 'li'].includes(element.tagName) && has('id')(element));
    const ids = rows
      .map(({ properties }) => String(properties['id']))
      .filter((id) => !id.startsWith('footnote-') && id !== 'no-longer-tracked');
    assert.ok(ids.length > 20);
    assert.deepEqual(
      ids.filter((id) => !addresses.includes(`${path}#${id}`)),
      [],
    );
  }
});
