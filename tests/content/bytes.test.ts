// What a page costs its reader: bytes, and responses to wait for. Sizes are those of the documented day, so that no decision is too heavy.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { Element } from 'hast';
import { weigh } from '../../bench/bytes.ts';
import { all, dist, readPage, tag, today } from './html.ts';

/** What arrives in the first round trip of a new connection. */
const roundTrip = 14 * 1024;
const limits: Record<string, number> = {
  'index.html': roundTrip,
  'features/*/index.html': roundTrip,
  'tiers/*/index.html': roundTrip,
  'requirements/*/index.html': roundTrip,
  'policy/index.html': 24 * 1024,
};

for (const [pages, limit] of Object.entries(limits))
  test(`${pages} comes in at most ${limit} bytes with brotli`, () => {
    const found = globSync(pages, { cwd: dist });
    assert.ok(found.length > 0);
    const heavy = found
      .map((path) => `${path}: ${weigh(readFileSync(`${dist}/${path}`)).brotli}`)
      .filter((it) => Number(it.split(': ')[1]) > limit);
    assert.deepEqual(heavy, []);
  });

const code = (element: Element) => element.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
const isScript = (element: Element) =>
  element.tagName === 'script' && !/json|speculationrules/.test(String(element.properties['type']));
const rels = (element: Element) => String(element.properties['rel']).split(',');

test('the scripts of the first page come to at most 3072 bytes', () => {
  // Together, as one response carries them.
  const { brotli } = weigh(all(readPage('index.html'), isScript).map(code).join('\n'));
  assert.ok(brotli <= 3 * 1024, `${brotli} bytes`);
});

describe('one response is all that a page needs to be seen and to work', () => {
  const pages = [dist, today].flatMap((folder) =>
    globSync('**/*.html', { cwd: folder }).map((path) => ({ path, tree: readPage(path, folder) })),
  );

  test('no script, style, font or picture is a response of its own, but what waits until it is scrolled to', () => {
    const more = (element: Element) =>
      element.properties['loading'] !== 'lazy' &&
      (['src', 'srcSet', 'poster', 'data'].some((name) => name in element.properties) ||
        (element.tagName === 'link' &&
          rels(element).some((rel) => /stylesheet|preload|modulepreload|preconnect/.test(rel))));
    for (const { path, tree } of pages) {
      assert.deepEqual(
        all(tree, more).map(({ tagName }) => tagName),
        [],
        path,
      );
      for (const style of all(tree, tag('style')))
        assert.doesNotMatch(code(style), /@import|url\((?!["']?(?:data:|#))/, path);
    }
  });

  test('no script stands before the content but the one that sets the colours', () => {
    for (const { path, tree } of pages) {
      const early = all(tree, isScript).filter(
        ({ properties }) => properties['type'] !== 'module' && properties['defer'] !== true,
      );
      assert.equal(early.length, 1, path);
      assert.ok(
        early.every((script) => weigh(code(script)).raw < 200),
        path,
      );
    }
  });
});

test('on every page styles lie upon each other in one order, whichever comes first in the page', () => {
  const order = ['properties', 'theme', 'base', 'components', 'utilities'];
  for (const path of globSync(`${dist}/**/*.html`)) {
    const css = [...readFileSync(path, 'utf8').matchAll(/<style>([^]*?)<\/style>/g)].map(([, it = '']) => it).join('');
    const layers = [...new Set([...css.matchAll(/@layer ([a-z]+)/g)].map(([, it = '']) => it))];
    assert.deepEqual(
      layers,
      order.filter((it) => layers.includes(it)),
      path,
    );
  }
});
