// Pages let nothing in: what runs is what was built, and nothing comes from elsewhere.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { all, tag, today } from './html.ts';

const pages = globSync(`${today}/**/*.html`).map((path) => ({ path, tree: fromHtml(readFileSync(path, 'utf8')) }));
const code = (element: Element) => element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('every page carries a content security policy', () => {
  for (const { path, tree } of pages) {
    test(`${path}: default-src 'none', a hash for each inline script and style, nothing unsafe`, () => {
      const [meta, ...others] = all(
        tree,
        (it) => it.tagName === 'meta' && String(it.properties['httpEquiv']) === 'content-security-policy',
      );
      assert.equal(others.length, 0);
      const directives = new Map(
        String(meta?.properties['content'])
          .split('; ')
          .map((it) => [it.split(' ')[0], it.split(' ').slice(1)]),
      );
      assert.deepEqual(directives.get('default-src'), ["'none'"]);
      for (const [element, directive] of [
        ['script', 'script-src'],
        ['style', 'style-src'],
      ] as const) {
        const run = all(tree, tag(element)).filter((it) => !/json/.test(String(it.properties['type'])));
        assert.deepEqual(
          new Set(directives.get(directive)),
          new Set(run.length > 0 ? run.map((it) => hash(code(it))) : ["'none'"]),
        );
      }
    });
  }
});

test('no page has an inline handler, a style attribute, or anything loaded from elsewhere', () => {
  for (const { path, tree } of pages) {
    for (const { tagName, properties } of all(tree, () => true)) {
      for (const [name, value] of Object.entries(properties)) {
        assert.ok(!/^on/.test(name), `${path}: <${tagName} ${name}>`);
        assert.ok(name !== 'style', `${path}: <${tagName} style="${String(value)}">`);
        const loads =
          name === 'src' ||
          (tagName === 'link' && name === 'href' && !/canonical|alternate/.test(String(properties['rel'])));
        assert.ok(!loads || !/^(https?:)?\/\//.test(String(value)), `${path}: ${tagName} loads ${String(value)}`);
      }
    }
  }
});

test('every link to elsewhere says rel=noopener', () => {
  for (const { path, tree } of pages) {
    for (const { properties } of all(tree, tag('a'))) {
      if (!String(properties['href']).startsWith('http')) continue;
      assert.ok(String(properties['rel']).includes('noopener'), `${path}: ${String(properties['href'])}`);
    }
  }
});

test('no page has stray text in its head, which would end it early', () => {
  for (const { path, tree } of pages) {
    const [head] = all(tree, tag('head'));
    const styles = all(tree, tag('style')).length;
    assert.equal(head ? all(head, tag('style')).length : -1, styles, path);
    assert.ok(head && all(head, tag('link')).length > 0, path);
  }
});
