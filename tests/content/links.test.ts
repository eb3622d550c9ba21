// Every address within the site leads somewhere, under any base path.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { all, one, tag, textOf, today } from './html.ts';

const builds = [
  { dist: today, base: '/', site: 'http://127.0.0.1:4321' },
  { dist: '.cache/dist-base', base: '/wasmtime/tiers/', site: 'https://docs.example' },
];

const idsOf = new Map<string, Set<string>>();
const links = (tree: Root): string[] => {
  const found: string[] = [];
  visit(tree, 'element', ({ properties }) => {
    for (const value of [properties['href'], properties['src']]) if (typeof value === 'string') found.push(value);
    const refresh = /url=(.*)$/.exec(String(properties['content'] ?? ''));
    if (properties['httpEquiv'] && refresh?.[1]) found.push(refresh[1]);
  });
  return found;
};

function select(tree: Root, tagName: string, property: string, value: string): Element | undefined {
  return all(tree, (it) => it.tagName === tagName && String(it.properties[property]) === value)[0];
}
const isRedirect = (tree: Root): boolean =>
  all(tree, (it) => it.properties['httpEquiv'] !== undefined && /url=/.test(String(it.properties['content']))).length >
  0;
const titleOf = (tree: Root): string => textOf(one(tree, tag('title'), 'title'));
const descriptionOf = (tree: Root): unknown => select(tree, 'meta', 'name', 'description')?.properties['content'];

function anchorsIn(file: string): Set<string> {
  const known = idsOf.get(file);
  if (known) return known;
  const ids = new Set<string>(['']);
  if (file.endsWith('schema.json'))
    for (const name of Object.keys((JSON.parse(readFileSync(file, 'utf8')) as { $defs: object }).$defs))
      ids.add(`/$defs/${name}`);
  if (file.endsWith('.html'))
    visit(fromHtml(readFileSync(file, 'utf8')), 'element', ({ properties }) => void ids.add(String(properties['id'])));
  idsOf.set(file, ids);
  return ids;
}

for (const { dist, base, site } of builds) {
  describe(`the site built for ${site}${base}`, () => {
    const pages = globSync(`${dist}/**/*.html`);
    const addressOf = (page: string) => `${site}${base}${page.slice(dist.length + 1).replace(/index\.html$/, '')}`;

    /** Why an address leads nowhere; nothing when it leads to a file, and its fragment to an element. */
    const wrong = (page: string, link: string): string | undefined => {
      const { origin, pathname, hash } = new URL(link, addressOf(page));
      if (origin !== new URL(site).origin) return undefined;
      if (!pathname.startsWith(base)) return 'is outside the base';
      const path = join(dist, decodeURIComponent(pathname.slice(base.length)));
      const file = existsSync(path) && statSync(path).isDirectory() ? join(path, 'index.html') : path;
      if (!existsSync(file)) return 'leads to no file';
      return anchorsIn(file).has(decodeURIComponent(hash.slice(1))) ? undefined : 'leads to no such anchor';
    };

    test('has no internal link or fragment that leads nowhere', () => {
      assert.ok(pages.length > 40, `only ${pages.length} pages`);
      const broken = pages.flatMap((page) =>
        links(fromHtml(readFileSync(page, 'utf8'))).flatMap((link) => {
          const why = wrong(page, link);
          return why ? [`${page}: ${link} ${why}`] : [];
        }),
      );
      assert.deepEqual(broken, []);
    });

    test('names no address of its own that leads nowhere, in any file: feeds, Markdown, data, sitemap, robots, texts to copy', () => {
      const files = globSync(`${dist}/**/*.{html,xml,json,md,txt,csv,svg}`);
      const own = new RegExp(`${RegExp.escape(new URL(site).origin)}${/[^\s"'<>()[\]\\\x60|&,;]*/.source}`, 'g');
      const named = files.flatMap((file) =>
        [...new Set(readFileSync(file, 'utf8').match(own))].map((url) => ({ file, url: url.replace(/\.$/, '') })),
      );
      const kinds = new Set(named.map(({ file }) => file.slice(file.lastIndexOf('.'))));
      assert.deepEqual([...kinds].sort(), ['.csv', '.html', '.json', '.md', '.txt', '.xml']);
      assert.deepEqual(
        named.flatMap(({ file, url }) => (wrong(file, url) ? [`${file}: ${url} ${wrong(file, url)}`] : [])),
        [],
      );
    });

    test('leads nowhere from the Markdown and the feeds but by whole addresses', () => {
      for (const file of globSync(`${dist}/**/*.{xml,json,md,txt}`))
        assert.doesNotMatch(
          readFileSync(file, 'utf8'),
          /(?:href|src)=(?:\\?"|&quot;|&#34;)(?!https?:)|\]\((?!https?:)/,
          file,
        );
    });

    test('gives each page its own canonical address, title and description, and the error page no address', () => {
      const heads = pages
        .map((page) => ({ page, tree: fromHtml(readFileSync(page, 'utf8')) }))
        .filter(({ tree }) => !isRedirect(tree));
      const canonical = ({ tree }: { tree: Root }) => select(tree, 'link', 'rel', 'canonical')?.properties['href'];
      for (const head of heads)
        assert.equal(canonical(head), head.page.endsWith('404.html') ? undefined : addressOf(head.page), head.page);
      for (const what of [titleOf, descriptionOf])
        assert.equal(new Set(heads.map(({ tree }) => what(tree))).size, heads.length, what.name);
      const error = heads.find(({ page }) => page.endsWith('404.html'));
      assert.equal(error && select(error.tree, 'meta', 'name', 'robots')?.properties['content'], 'noindex');
    });

    test('lists its pages, and no others, in its sitemap', () => {
      const listed = [...readFileSync(`${dist}/sitemap.xml`, 'utf8').matchAll(/<loc>(.*?)<\/loc>/g)].map(
        ([, url]) => url,
      );
      const published = pages.filter((page) => !page.endsWith('404.html')).map(addressOf);
      assert.deepEqual(listed.toSorted(), published.toSorted());
    });
  });
}
