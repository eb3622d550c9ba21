// Every link within the site leads to a file, under any base path.
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { all, editedSite, filesOf, has, one, pagesOf, readPage, tag, textOf, todaysSite } from './html.ts';

const linksIn = (tree: Root): string[] =>
  all(tree, () => true).flatMap(({ properties: { href, src, httpEquiv, content } }) => {
    const refresh = httpEquiv && /url=(.*)$/.exec(String(content))?.[1];
    return [href, src, refresh].filter((it) => typeof it === 'string');
  });

const anchors = new Map<string, Set<string>>();
function anchorsIn(file: string): Set<string> {
  const found = anchors.get(file) ?? new Set(['']);
  if (anchors.has(file)) return found;
  if (file.endsWith('schema.json'))
    for (const name of Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { $defs: object }).$defs))
      found.add(`/$defs/${name}`);
  if (file.endsWith('.html'))
    for (const { properties } of all(fromHtml(readFileSync(file, 'utf8')), has('id')))
      found.add(String(properties['id']));
  anchors.set(file, found);
  return found;
}

for (const [folder, root] of [
  [todaysSite, 'http://127.0.0.1:4321/'],
  [editedSite, 'https://docs.example/wasmtime/tiers/'],
] as const) {
  describe(`The site at ${root}`, () => {
    const { origin, pathname: base } = new URL(root);
    const pages = pagesOf(folder);
    const addressOf = (page: string) => root + page.replace(/index\.html$/, '');

    /** Why a link is broken; undefined if it leads to a file, and its fragment to an element. */
    const wrong = (page: string, link: string): string | undefined => {
      const url = new URL(link, addressOf(page));
      if (url.origin !== origin) return undefined;
      if (!url.pathname.startsWith(base)) return 'is outside the base';
      const path = join(folder, decodeURIComponent(url.pathname.slice(base.length)));
      const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
      if (!existsSync(file)) return 'leads to no file';
      return anchorsIn(file).has(decodeURIComponent(url.hash.slice(1))) ? undefined : 'leads to no such anchor';
    };
    const brokenIn = (found: { path: string; links: string[] }[]) =>
      found.flatMap(({ path, links }) =>
        links.flatMap((link) => (wrong(path, link) ? [`${path}: ${link} ${wrong(path, link)}`] : [])),
      );

    test('no page has a broken link or fragment', () => {
      assert.ok(pages.length > 10, `only ${pages.length} pages`);
      assert.deepEqual(brokenIn(pages.map(({ path, tree }) => ({ path, links: linksIn(tree) }))), []);
    });

    test('no file has a broken address of the site, and Markdown and feeds have only absolute links', () => {
      const ownAddress = new RegExp(`${RegExp.escape(origin)}${/[^\s"'<>()[\]\\\x60|&,;]*/.source}`, 'g');
      const named = filesOf(folder, '**/*.{html,xml,json,md,txt,csv,svg}').map((path) => {
        const text = readFileSync(`${folder}/${path}`, 'utf8');
        // In JSON, a link in a Markdown field that begins with / is relative to the address of the site.
        const isWhole = path.endsWith('.json') ? 'https?:|/' : 'https?:';
        const other = new RegExp(`(?:href|src)=(?:\\\\?"|&quot;|&#34;)(?!https?:)|\\]\\((?!${isWhole})`);
        if (!/\.(?:html|svg|csv)$/.test(path)) assert.doesNotMatch(text, other, path);
        return { path, links: [...new Set(text.match(ownAddress))].map((url) => url.replace(/\.$/, '')) };
      });
      const kinds = new Set(named.flatMap(({ path, links }) => (links.length > 0 ? [path.replace(/.*\./, '')] : [])));
      assert.deepEqual([...kinds].sort(), ['csv', 'html', 'json', 'md', 'txt', 'xml']);
      assert.deepEqual(brokenIn(named), []);
    });

    test('every page has a unique canonical address, title and description; the error page has no address', () => {
      const heads = pages
        .filter(({ isRedirect }) => !isRedirect)
        .map(({ path, tree }) => {
          const meta = (name: string) => all(tree, (it) => it.properties['name'] === name)[0]?.properties['content'];
          const [canonical] = all(tree, (it) => String(it.properties['rel']) === 'canonical');
          const address = canonical?.properties['href'];
          assert.equal(address, path === '404.html' ? undefined : addressOf(path));
          assert.equal(meta('robots'), address ? undefined : 'noindex');
          return { title: textOf(one(tree, tag('title'), 'title')), description: meta('description') };
        });
      for (const what of ['title', 'description'] as const)
        assert.equal(new Set(heads.map((head) => head[what])).size, heads.length, what);
    });

    test('the sitemap lists every page except redirects and the error page', () => {
      const sitemap = readFileSync(`${folder}/sitemap.xml`, 'utf8');
      const published = pages.filter(({ path, isRedirect }) => path !== '404.html' && !isRedirect);
      assert.deepEqual(
        [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, url]) => url).sort(),
        published.map(({ path }) => addressOf(path)).sort(),
      );
    });
  });
}

test('the page of a former id redirects to the feature and is marked noindex', () => {
  const tree = readPage('features/simd/index.html', editedSite);
  const metas = all(tree, tag('meta')).map(({ properties: { content } }) => content);
  assert.ok(metas.includes('0;url=/wasmtime/tiers/features/fixed-width-simd/') && metas.includes('noindex'));
});
