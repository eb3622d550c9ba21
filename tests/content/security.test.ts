// Pages run only the scripts and styles that were built, and load nothing from other origins.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { all, codeOf, editedSite, pagesOf, tag, todaysSite } from './html.ts';

const pages = [todaysSite, editedSite].flatMap(pagesOf);
const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('every page and redirect has one content security policy, which allows only own files and hashes', () => {
  assert.ok(pages.some(({ isRedirect }) => isRedirect));
  for (const { path, tree } of pages) {
    const policies = all(tree, (it) => String(it.properties['httpEquiv']) === 'content-security-policy');
    assert.equal(policies.length, 1, path);
    const policy = new Map(
      String(policies[0]?.properties['content'])
        .split(/;\s*/)
        .filter((it) => it !== '')
        .map((it): [string, string[]] => [it.split(' ')[0] ?? '', it.split(' ').slice(1)]),
    );
    assert.deepEqual(policy.get('default-src'), ["'none'"], path);
    assert.deepEqual([policy.get('base-uri'), policy.get('form-action')], [["'none'"], ["'self'"]], path);
    const hashed = /^'(?:report-sample|sha256-[\w+/]{43}=)'$/;
    for (const source of policy.get('style-src') ?? [])
      assert.match(source, hashed, `${path}: a style could be fetched`);
    const allowed = /^'(?:none|self|report-sample|sha256-[\w+/]{43}=)'$/;
    for (const [directive, sources] of policy)
      assert.deepEqual(
        sources.filter((it) => !allowed.test(it)),
        [],
        `${path}: ${directive}`,
      );
    for (const [kind, directive] of [
      ['script', 'script-src'],
      ['style', 'style-src'],
    ] as const)
      for (const element of all(tree, tag(kind)))
        if (!('src' in element.properties) && !/json|rules/.test(String(element.properties['type'])))
          assert.ok(policy.get(directive)?.includes(hash(codeOf(element))), `${path}: an inline ${kind} would not run`);
  }
});

test('no page has inline handlers, style attributes or external files, and external links have noopener', () => {
  for (const { path, tree } of pages)
    for (const { tagName, properties } of all(tree, () => true)) {
      const { href, rel, style } = properties;
      assert.deepEqual([Object.keys(properties).filter((name) => /^on/.test(name)), style], [[], undefined], path);
      const loads = tagName === 'link' && !/canonical|alternate/.test(String(rel)) ? [href] : [];
      for (const address of [...loads, properties['src'], properties['srcSet'], properties['data']])
        assert.doesNotMatch(String(address), /^(?:https?:)?\/\//, `${path}: <${tagName}>`);
      if (tagName === 'a' && /^https?:/.test(String(href))) assert.match(String(rel), /noopener/, `${path}: ${href}`);
    }
});

test('every style, title and link element of a page is in its head', () => {
  for (const { path, tree } of pages) {
    const [head] = all(tree, tag('head'));
    for (const name of ['style', 'title', 'link'])
      assert.equal(all(head ?? assert.fail(), tag(name)).length, all(tree, tag(name)).length, path);
  }
});
