// What a page costs its reader in bytes and requests. Sizes are measured on the documented content, so that no edit of
// the content exceeds a limit.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Element, Root } from 'hast';
import { all, codeOf, documentedSite, editedSite, filesOf, pagesOf, readPage, tag, todaysSite } from './html.ts';

const brotliSize = (text: string | Buffer): number => brotliCompressSync(text).length;

/** The bytes that arrive in the first round trip of a new connection. */
const roundTrip = 14 * 1024;
const limits: Record<string, number> = {
  'index.html': roundTrip,
  'features/*/index.html': roundTrip,
  'tiers/*/index.html': roundTrip,
  'requirements/*/index.html': roundTrip,
  'propose/index.html': roundTrip,
  'policy/index.html': 24 * 1024,
};

test('the HTML of the main pages fits into one round trip, and that of the policy into two', () => {
  for (const [pattern, limit] of Object.entries(limits)) {
    const found = filesOf(documentedSite, pattern);
    assert.ok(found.length > 0);
    for (const path of found) {
      const bytes = brotliSize(readFileSync(join(documentedSite, path)));
      assert.ok(bytes <= limit, `${path}: ${bytes} bytes of at most ${limit}`);
    }
  }
});

const isScript = ({ tagName, properties }: Element) =>
  tagName === 'script' && !/json|rules/.test(String(properties['type']));

/** The code of a page's scripts and of all that they import. */
function scriptsOf(tree: Root): string[] {
  const found = new Map<string, string>();
  const read = (path: string): void => {
    if (found.has(path)) return;
    const code = readFileSync(join(documentedSite, path), 'utf8');
    found.set(path, code);
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*\(?["']\.\/(.+?)["']/g)) read(join(path, '..', name));
  };
  const inline = all(tree, isScript).map((script) => {
    const { src } = script.properties;
    if (typeof src === 'string') read(src);
    else for (const [, path = ''] of codeOf(script).matchAll(/(?:from|import)\s*\(?["'](\/.+?)["']/g)) read(path);
    return codeOf(script);
  });
  return [...inline.filter((code) => code !== ''), ...found.values()];
}

test('the scripts of a page, with their imports, stay within the size limit of its kind', () => {
  for (const [path, limit] of [
    ['index.html', 4 * 1024],
    ['categories/target/index.html', 4 * 1024],
    ['features/memory64/index.html', 1024],
    ['stack/index.html', 6 * 1024],
    ['propose/index.html', 8 * 1024],
  ] as const) {
    const scripts = scriptsOf(readPage(path));
    assert.ok(scripts.length > 1, path);
    const bytes = scripts.reduce((sum, code) => sum + brotliSize(code), 0);
    assert.ok(bytes <= limit, `${path}: ${bytes} bytes of at most ${limit}`);
  }
});

test('a page is painted without another file: styles are inline, and scripts and images do not block', () => {
  for (const { path, tree } of [todaysSite, editedSite].flatMap(pagesOf)) {
    const fetched = all(
      tree,
      ({ tagName, properties: { rel, src, srcSet, poster, data, loading, type } }) =>
        (tagName === 'link' && /stylesheet|preconnect|^preload/.test(String(rel))) ||
        ([src, srcSet, poster, data].some((it) => it !== undefined) && loading !== 'lazy' && type !== 'module'),
    );
    assert.deepEqual(
      fetched.map(({ tagName, properties }) => `${tagName} ${JSON.stringify(properties)}`),
      [],
      path,
    );
    for (const style of all(tree, tag('style')))
      assert.doesNotMatch(codeOf(style), /@import|url\((?!["']?(?:data:|#))/, path);
    // The script that sets the theme runs at once.
    const early = all(tree, isScript).filter(({ properties: { type, defer } }) => type !== 'module' && !defer);
    assert.ok(early.length <= 1 && early.every((script) => codeOf(script).length < 200), path);
  }
});

test('the cascade layers have the same order on every page', () => {
  const order = ['properties', 'theme', 'base', 'components', 'utilities'];
  for (const { path, tree } of pagesOf(documentedSite)) {
    const css = all(tree, tag('style')).map(codeOf).join('');
    const layers = [...new Set([...css.matchAll(/@layer ([a-z]+)/g)].map(([, it = '']) => it))];
    assert.deepEqual(
      layers,
      order.filter((it) => layers.includes(it)),
      path,
    );
  }
});
