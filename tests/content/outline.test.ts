// The language, title, landmarks and headings of every page, for screen readers and for skimming.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element, Root } from 'hast';
import { all, has, one, pagesOf, tag, textOf, todaysSite } from './html.ts';

const pages = pagesOf(todaysSite);
const pagesWithContent = pages.filter(({ isRedirect }) => !isRedirect);
assert.ok(pagesWithContent.length > 10);
const ids = (tree: Root): Map<string, Element> =>
  new Map(all(tree, has('id')).map((it) => [String(it.properties['id']), it]));

/** The accessible name of an element by its attributes. */
function nameOf(element: Element, known: Map<string, Element>): string {
  const { ariaLabel, ariaLabelledBy } = element.properties;
  if (typeof ariaLabel === 'string') return ariaLabel;
  return [ariaLabelledBy ?? []]
    .flat()
    .map((id) => textOf(known.get(String(id)) ?? { type: 'text', value: '' }))
    .join(' ');
}

test('every page declares its language and has a title', () => {
  for (const { path, tree } of pages) {
    assert.equal(one(tree, tag('html'), 'root').properties['lang'], 'en', path);
    assert.notEqual(textOf(one(tree, tag('title'), 'title')), '', path);
  }
});

test('every page has one heading of level 1, inside main, and skips no level', () => {
  for (const { path, tree } of pagesWithContent) {
    const headings = all(tree, ({ tagName }) => /^h[1-6]$/.test(tagName));
    const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
    assert.deepEqual([levels[0], levels.lastIndexOf(1)], [1, 0], `${path} begins with its title`);
    assert.equal(all(one(tree, tag('main'), 'main'), tag('h1')).length, 1, path);
    for (const [index, heading] of headings.entries()) {
      assert.ok((levels[index] ?? 0) <= (levels[index - 1] ?? 0) + 1, `${path}: “${textOf(heading)}” skips a level`);
      assert.notEqual(textOf(heading), '', `${path} has an empty heading`);
    }
  }
});

test('every page has a skip link, a banner, one main and a footer, and no text outside them', () => {
  for (const { path, tree } of pagesWithContent) {
    const read = one(tree, tag('body'), 'body')
      .children.filter((it) => it.type === 'element')
      .filter(({ tagName }) => tagName !== 'script')
      .map(({ tagName, properties }) => (properties['href'] === '#main' ? 'way past' : tagName));
    assert.deepEqual(read, ['way past', 'header', 'main', 'footer'], path);
  }
});

test('every navigation has a name, searches and asides have unique names, and every referenced id exists', () => {
  const naming = ['ariaLabelledBy', 'ariaDescribedBy', 'ariaControls', 'ariaDetails', 'headers', 'htmlFor'];
  for (const { path, tree } of pagesWithContent) {
    const known = ids(tree);
    for (const kind of ['nav', 'search', 'aside']) {
      const names = all(tree, tag(kind)).map((it) => nameOf(it, known));
      assert.ok(kind !== 'nav' || names.length > 0, path);
      if (kind === 'nav' || names.length > 1) assert.ok(!names.includes(''), `${path}: a ${kind} without a name`);
      assert.equal(new Set(names).size, names.length, `${path}: ${names.join(', ')}`);
    }
    for (const { tagName, properties } of all(tree, () => true))
      for (const id of naming.flatMap((name) => properties[name] ?? []))
        assert.ok(known.has(String(id)), `${path}: <${tagName}> names ${String(id)}`);
  }
});

test('the navigation marks the current page, except on pages that it does not link to', () => {
  const outside: string[] = [];
  for (const { path, tree } of pagesWithContent) {
    const links = all(all(tree, tag('nav'))[0] ?? assert.fail(path), tag('a'));
    const current = links.filter(has('ariaCurrent'));
    if (current.length !== 1) outside.push(path);
    const here = `/${path.replace(/index\.html$/, '')}`;
    assert.deepEqual(
      current.filter((it) => it.properties['ariaCurrent'] === 'page').map((it) => it.properties['href']),
      links.map((it) => it.properties['href']).filter((href) => href === here),
      path,
    );
  }
  assert.deepEqual(outside, ['404.html', 'accessibility/index.html']);
});
