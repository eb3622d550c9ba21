// What those who hear or skim a page go by: its language, title, landmarks and headings, on every page.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { all, has, one, tag, textOf, today } from './html.ts';

const pages = globSync(`${today}/**/*.html`).map((path) => ({
  path: path.slice(today.length + 1),
  tree: fromHtml(readFileSync(path, 'utf8')),
}));
const isRedirect = (tree: Root): boolean =>
  all(tree, (it) => /url=/.test(String(it.properties['content'])) && has('httpEquiv')(it)).length > 0;
const whole = pages.filter(({ tree }) => !isRedirect(tree));
assert.ok(whole.length > 40);
const ids = (tree: Root): Map<string, Element> =>
  new Map(all(tree, has('id')).map((it) => [String(it.properties['id']), it]));

/** The name of an element by its attributes, as assistive technology tells it. */
function nameOf(element: Element, tree: Root): string {
  const { ariaLabel, ariaLabelledBy } = element.properties;
  const labels = [ariaLabelledBy ?? []].flat().map((id) => ids(tree).get(String(id)));
  return typeof ariaLabel === 'string' ? ariaLabel : labels.map((label) => (label ? textOf(label) : '')).join(' ');
}
/** Those of a kind that are not inside an article, a section or main, where they would be no landmarks. */
const landmarks = (tree: Root, name: string): Element[] => {
  const inner = new Set(
    all(tree, ({ tagName }) => ['main', 'article', 'section', 'aside', 'nav'].includes(tagName)).flatMap((it) =>
      all(it, (child) => child !== it),
    ),
  );
  return all(tree, tag(name)).filter((it) => !inner.has(it));
};

describe(`each of ${whole.length} pages`, () => {
  test('says its language', () => {
    for (const { path, tree } of pages) assert.equal(one(tree, tag('html'), 'root').properties['lang'], 'en', path);
  });

  test('has a title that no other has', () => {
    const titles = whole.map(({ tree }) => textOf(one(tree, tag('title'), 'title')));
    assert.equal(new Set(titles).size, whole.length);
    assert.deepEqual(
      titles.filter((title) => title.trim() === ''),
      [],
    );
  });

  test('has one heading of level 1, inside main, and skips no level', () => {
    for (const { path, tree } of whole) {
      const headings = all(tree, ({ tagName }) => /^h[1-6]$/.test(tagName));
      const levels = headings.map(({ tagName }) => Number(tagName.slice(1)));
      assert.equal(levels.filter((level) => level === 1).length, 1, path);
      assert.equal(levels[0], 1, `${path} begins with its title`);
      assert.equal(all(one(tree, tag('main'), 'main'), tag('h1')).length, 1, path);
      levels.forEach((level, index) =>
        assert.ok(
          level <= (levels[index - 1] ?? 0) + 1,
          `${path}: “${textOf(headings[index] as Element)}” skips a level`,
        ),
      );
      for (const heading of headings) assert.notEqual(textOf(heading), '', `${path} has an empty heading`);
    }
  });

  test('has one banner, one main and one footer, and nothing that is read lies outside them but the way past', () => {
    for (const { path, tree } of whole) {
      for (const name of ['header', 'main', 'footer'])
        assert.equal(landmarks(tree, name).length, 1, `${path}: ${name}`);
      const body = one(tree, tag('body'), 'body').children.filter((it) => it.type === 'element');
      const read = body
        .filter(({ tagName }) => tagName !== 'script')
        .map(({ tagName, properties }) => (properties['href'] === '#main' ? 'way past' : tagName));
      assert.deepEqual(read, ['way past', 'header', 'main', 'footer'], path);
    }
  });

  test('names each navigation, search and region, and no two of a kind alike', () => {
    for (const { path, tree } of whole) {
      for (const kind of ['nav', 'search', 'aside']) {
        const names = all(tree, tag(kind)).map((it) => nameOf(it, tree));
        assert.ok(kind !== 'nav' || names.length > 0, path);
        if (kind === 'nav' || names.length > 1)
          assert.ok(
            names.every((name) => name !== ''),
            `${path}: a ${kind} without a name`,
          );
        assert.equal(new Set(names).size, names.length, `${path}: ${names.join(', ')}`);
      }
    }
  });

  test('leads to something by every id that a label, a description or a heading of a cell names', () => {
    for (const { path, tree } of whole) {
      const known = ids(tree);
      for (const { tagName, properties } of all(tree, () => true))
        for (const name of [
          'ariaLabelledBy',
          'ariaDescribedBy',
          'ariaControls',
          'ariaDetails',
          'headers',
          'htmlFor',
        ] as const)
          for (const id of [properties[name] ?? []].flat())
            assert.ok(known.has(String(id)), `${path}: <${tagName}> names ${String(id)}`);
    }
  });

  test('says in the navigation where it is, but where no link of it leads', () => {
    const outside = whole
      .filter(
        ({ tree }) =>
          all(tree, tag('nav'))
            .slice(0, 1)
            .flatMap((it) => all(it, has('ariaCurrent'))).length !== 1,
      )
      .map(({ path }) => path)
      .sort();
    assert.deepEqual(outside, ['404.html', 'accessibility/index.html']);
  });

  test('marks the page that is shown in the navigation, where it is one of its links', () => {
    for (const { path, tree } of whole) {
      const [navigation] = all(tree, tag('nav'));
      const links = navigation ? all(navigation, tag('a')) : [];
      const here = `/${path.replace(/index\.html$/, '')}`;
      assert.deepEqual(
        links.filter((it) => it.properties['ariaCurrent'] === 'page').map((it) => it.properties['href']),
        links.map((it) => it.properties['href']).filter((href) => href === here),
        path,
      );
    }
  });
});
