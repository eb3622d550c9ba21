// What a page costs its reader: bytes, and responses to wait for. Sizes are those of the documented day, so that no
// edit is too heavy.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import type { Element, Root } from 'hast';
import { all, codeOf, dist, edited, filesOf, pagesOf, readPage, tag, today } from './html.ts';

const weigh = (text: string | Buffer): number => brotliCompressSync(text).length;

/** What arrives in the first round trip of a new connection. */
const roundTrip = 14 * 1024;
const limits: Record<string, number> = {
  'index.html': roundTrip,
  'features/*/index.html': roundTrip,
  'tiers/*/index.html': roundTrip,
  'requirements/*/index.html': roundTrip,
  'propose/index.html': roundTrip,
  'policy/index.html': 24 * 1024,
};

test('the first view of a page comes in one round trip, and the policy in two', () => {
  for (const [pattern, limit] of Object.entries(limits)) {
    const found = filesOf(dist, pattern);
    assert.ok(found.length > 0);
    for (const path of found) {
      const bytes = weigh(readFileSync(join(dist, path)));
      assert.ok(bytes <= limit, `${path}: ${bytes} bytes of at most ${limit}`);
    }
  }
});

const isScript = ({ tagName, properties }: Element) =>
  tagName === 'script' && !/json|rules/.test(String(properties['type']));

/** The scripts of a page, each by its path or its code, with all that they import. */
function scriptsOf(tree: Root): string[] {
  const found = new Map<string, string>();
  const read = (path: string): void => {
    if (found.has(path)) return;
    const code = readFileSync(join(dist, path), 'utf8');
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

test('the scripts of a page, with all that they load, come to at most 4 KB where one looks, and to at most 8 where one decides', () => {
  for (const [path, limit] of [
    ['index.html', 4 * 1024],
    ['categories/target/index.html', 4 * 1024],
    ['features/memory64/index.html', 1024],
    ['stack/index.html', 6 * 1024],
    ['propose/index.html', 8 * 1024],
  ] as const) {
    const scripts = scriptsOf(readPage(path));
    assert.ok(scripts.length > 1, path);
    const bytes = scripts.reduce((sum, code) => sum + weigh(code), 0);
    assert.ok(bytes <= limit, `${path}: ${bytes} bytes of at most ${limit}`);
  }
});

test('a page needs no other file before it is painted: styles are inline, scripts and pictures wait', () => {
  for (const { path, tree } of [today, edited].flatMap(pagesOf)) {
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
    // What sets the colors runs at once.
    const early = all(tree, isScript).filter(({ properties: { type, defer } }) => type !== 'module' && !defer);
    assert.ok(early.length <= 1 && early.every((script) => codeOf(script).length < 200), path);
  }
});

test('on every page styles lie upon each other in one order, whichever comes first in the page', () => {
  const order = ['properties', 'theme', 'base', 'components', 'utilities'];
  for (const { path, tree } of pagesOf(dist)) {
    const css = all(tree, tag('style')).map(codeOf).join('');
    const layers = [...new Set([...css.matchAll(/@layer ([a-z]+)/g)].map(([, it = '']) => it))];
    assert.deepEqual(
      layers,
      order.filter((it) => layers.includes(it)),
      path,
    );
  }
});
