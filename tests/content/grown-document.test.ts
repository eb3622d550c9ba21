// An imported and published document with everything that the real document may later contain: the page and the
// exported file match the source, as read by a parser that the site does not use.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { markdownToHtml } from 'satteri';
import { siteOf } from '../sites.ts';
import { all, documentedSite, has, one, readPage } from './html.ts';

const site = siteOf('grown');
const grown = 'tests/fixtures/lantern-document.md';

function rendered(markdown: string): Root {
  return fromHtml(markdownToHtml(markdown).html, { fragment: true });
}

const squeeze = (text: string): string => text.replace(/\s+/g, ' ').trim();
const nameOf = (node: ElementContent): string => (node.type === 'element' ? node.tagName : '');
const blocks = /^(?:h[1-6]|p|ul|ol|li|pre|hr|blockquote|table|section|div)$/;
const marks: Record<string, string> = { code: '`', em: '*', strong: '**', del: '~~' };

/** Every block of a document in order, with its nesting, text, formatting, links and footnotes. */
function detailedBlocks(root: Root | Element): string[] {
  const isNotes = (element: Element) => has('dataFootnotes')(element);
  const noteOf = (href: string): string => {
    const note = one(root, (it) => it.properties['id'] === href.slice(1), `note ${href}`);
    return inBlocks(note.children).join(' / ');
  };
  const inline = (nodes: readonly ElementContent[]): string =>
    nodes
      .map((node): string => {
        if (node.type === 'text') return node.value;
        if (node.type !== 'element' || isAddedLink(node)) return '';
        const { tagName, children } = node;
        const mark = marks[tagName] ?? '';
        if (mark || /^(?:span|wbr)$/.test(tagName)) return `${mark}${inline(children)}${mark}`;
        if (tagName === 'br') return ' ';
        const href = String(node.properties['href']);
        if (tagName === 'sup') {
          const [reference] = children;
          assert.ok(reference?.type === 'element');
          return `[^${noteOf(String(reference.properties['href']))}]`;
        }
        assert.equal(tagName, 'a');
        // Only the site adds links within itself; the document has none.
        return href.startsWith('/') ? inline(children) : `[${inline(children)}](${href})`;
      })
      .join('');
  const inBlocks = (nodes: readonly ElementContent[]): string[] =>
    runs(nodes).flatMap((run): string[] => {
      const [first] = run;
      if (first?.type !== 'element' || !blocks.test(first.tagName)) {
        const text = squeeze(inline(run));
        return text === '' ? [] : [`p ${text}`];
      }
      const { tagName, children } = first;
      if (isNotes(first)) return [];
      if (tagName === 'p' || /^h\d/.test(tagName)) return [`${tagName} ${squeeze(inline(children))}`];
      if (tagName === 'table')
        return all(first, ({ tagName: name }) => name === 'tr').map(
          (row) =>
            `row ${row.children
              .filter((it) => it.type === 'element')
              .map((it) => squeeze(inline(it.children)))
              .join(' | ')}`,
        );
      const inner = inBlocks(children);
      if (/^(?:section|div)$/.test(tagName)) return inner;
      // Only the first block of an item begins the item.
      return inner.map((it, at) => `${tagName}${tagName === 'li' && at > 0 ? '+' : ''} ${it}`);
    });
  return inBlocks(root.children as ElementContent[]);
}

/** Each block alone, and all inline nodes between two blocks together: a tight list item has no paragraph. */
function runs(nodes: readonly ElementContent[]): ElementContent[][] {
  const found: ElementContent[][] = [];
  for (const node of nodes) {
    const isBlock = blocks.test(nameOf(node));
    const last = found.at(-1);
    if (last && !isBlock && !blocks.test(nameOf(last[0]!))) last.push(node);
    else found.push([node]);
  }
  return found;
}

/** Links that the site adds: to a page of the site, and back from a footnote. */
const isAddedLink = ({ properties }: Element): boolean =>
  /^(?:Back to |Requirement: |Feature: )/.test(String(properties['ariaLabel']));

/** Blocks with heading levels as on a page, which skips no level. */
function withoutGaps(found: readonly string[]): string[] {
  const open: number[] = [];
  return found.map((block) => {
    const depth = Number(/^h(\d) /.exec(block)?.[1]);
    if (Number.isNaN(depth)) return block;
    while ((open.at(-1) ?? 0) >= depth) open.pop();
    open.push(depth);
    return `h${open.length} ${block.slice('h1 '.length)}`;
  });
}

/** A requirement that its group follows closely. */
const groupOfNoon = /Its tests run at noon[^]{0,300}?(?:Group: |group “|\(|text-soft">\(?)Target\b/;

const published = (folder: string) => {
  const { document } = JSON.parse(readFileSync(`${folder}/api/v1/index.json`, 'utf8')) as { document: string };
  return readFileSync(`${folder}/${document}.md`, 'utf8');
};
const sourceOf = (path: string) => detailedBlocks(rendered(readFileSync(path, 'utf8')));
const expected = sourceOf(grown);

test('the comparison finds all headings, rows, nested lists, footnotes and links of the document', () => {
  const count = (pattern: RegExp) => expected.filter((it) => pattern.test(it)).length;
  const counts = [/^h\d /, /^h5 /, /^row /, /^ul li\+? ul li /, /\[\^/, /\]\(/].map(count);
  assert.deepEqual(counts, [19, 5, 22, 8, 7, 10]);
});

for (const [name, path, folder] of [
  ['the grown document', grown, site],
  ['the source document', 'tests/fixtures/documented.md', documentedSite],
] as const)
  test(`the page and the exported file of ${name} match it block by block and link by link`, () => {
    const article = one(readPage('policy/index.html', folder), has('dataDocument'), 'document');
    assert.deepEqual(detailedBlocks(article), withoutGaps(sourceOf(path)));
    assert.deepEqual(detailedBlocks(rendered(published(folder))), sourceOf(path));
  });

test('every table written in the document is in a scroll container that the keyboard reaches', () => {
  const article = one(readPage('policy/index.html', site), has('dataDocument'), 'document');
  const frames = all(
    article,
    (it) => /\boverflow-x-auto\b/.test(String(it.properties['className'])) && has('tabIndex')(it),
  );
  const tables = all(article, ({ tagName, properties }) => tagName === 'table' && properties['role'] === undefined);
  assert.equal(tables.length, 5);
  assert.deepEqual(
    frames.flatMap((frame) => all(frame, ({ tagName }) => tagName === 'table')),
    tables,
  );
});

test('pages outside the policy name the group of a requirement', () => {
  for (const path of ['requirements/its-tests-run-at-noon/', 'requirements/', 'propose/', 'stack/']) {
    const page = readFileSync(`${site}/${path}index.html`, 'utf8');
    const markdownPage = readFileSync(`${site}/${path}index.md`, 'utf8');
    // The page of combinations has the groups in its data; its Markdown version has none.
    for (const text of path === 'stack/' ? [page] : [page, markdownPage]) assert.match(text, groupOfNoon, path);
  }
});

test('the comparison finds a changed word, link, level, row and footnote', () => {
  for (const [from, to] of [
    ['platforms)', 'platform)'],
    ['[harbour]: https', '[harbour]: http'],
    ['##### Bells', '#### Bells'],
    ['| Clapper', '| Drum'],
    ['From dusk on', 'From dawn on'],
    ['*one*', 'one'],
    ['* Signals: `drum`', '  * Signals: `drum`'],
  ] as const) {
    const text = published(site);
    assert.ok(text.includes(from), from);
    assert.notDeepEqual(detailedBlocks(rendered(text.replace(from, to))), expected, from);
  }
});
