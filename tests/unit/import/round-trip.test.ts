// The round trip of a document: import → content → export, and import again.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Definition, Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { contentFiles } from '../../../src/import/content-files.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { readPage } from '../../../src/import/read-page.ts';
import { documentMarkdown } from '../../../src/output/markdown/document.ts';
import { fixtures } from '../lantern.ts';
import { check, linesOf } from '../content-in-memory.ts';

const origin = { date: '2025-06-01', source: 'https://lantern.example/policy.md', licence: 'CC0-1.0' };
const parse = (markdown: string): Root => unified().use(remarkParse).use(remarkGfm).parse(markdown);

/** The meaning of a document: its blocks in order, links with their addresses, footnotes with their text. */
function meaning(markdown: string): unknown {
  const root = parse(markdown);
  const definitions = new Map<string, Definition>();
  const notes = new Map<string, Nodes>();
  visit(root, 'definition', (node) => void definitions.set(node.identifier, node));
  visit(root, 'footnoteDefinition', (node) => void notes.set(node.identifier, node));
  const plain = (node: Nodes, inNote = false): unknown => {
    if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
    if (node.type === 'linkReference')
      return ['link', definitions.get(node.identifier)?.url, node.children.map((it) => plain(it, inNote))];
    if (node.type === 'link') return ['link', node.url, node.children.map((it) => plain(it, inNote))];
    if (node.type === 'footnoteReference') {
      const note = notes.get(node.identifier);
      return ['footnote', note && 'children' in note && !inNote ? note.children.map((it) => plain(it, true)) : ''];
    }
    if (node.type === 'heading') return [`h${node.depth}`, node.children.map((it) => plain(it))];
    if ('children' in node) return [node.type, node.children.map((it) => plain(it, inNote))];
    return 'value' in node ? [node.type, node.value] : [node.type];
  };
  const blocks = root.children.filter(({ type }) => type !== 'definition' && type !== 'footnoteDefinition');
  return blocks.map((node) => JSON.stringify(plain(node)));
}

function imported(markdown: string) {
  const read = readDocument(readPage([{ name: 'page.md', text: markdown }], origin.source));
  const { files } = contentFiles(read, origin);
  const { catalogue, problems } = check(new Map([...files].map(([name, text]) => [`content/${name}`, text])));
  assert.ok(catalogue, linesOf(problems).join('\n'));
  return { read, files, catalogue, exported: documentMarkdown(catalogue, (path) => `https://x.example/${path}`) };
}

for (const name of ['lantern-document.md', 'documented.md'])
  describe(`Round trip of ${name}`, () => {
    const source = readFileSync(join(fixtures, name), 'utf8');
    const { read, files, exported } = imported(source);

    test('the import has no leftovers', () => assert.deepEqual(read.leftovers, []));

    test('the export has the same blocks and links as the document', () =>
      assert.deepEqual(meaning(exported), meaning(source)));

    test('an import of the export gives the same files', () =>
      assert.deepEqual(Object.fromEntries(imported(exported).files), Object.fromEntries(files)));
  });

describe('Groups and prose of an imported document', () => {
  const source = readFileSync(join(fixtures, 'lantern-document.md'), 'utf8');
  const { catalogue, files } = imported(source);

  test('groups of requirements apply to the categories that they name', () => {
    assert.deepEqual(
      catalogue.requirements.map(({ title, group, tier, appliesTo }) => [
        tier.level,
        group,
        title,
        appliesTo.map(({ id }) => id),
      ]),
      [
        [1, 'Target', 'Its tests run at night', ['target']],
        [1, 'Everything', 'Repairs are done at once', ['target', 'signal', 'misc']],
        [2, 'Target', 'Its tests run at noon', ['target']],
        [2, 'Target', 'A spare board lies in', ['target']],
        [2, 'Signal', 'It is heard from the', ['signal']],
        [2, 'All', 'Somebody answers within a week', ['target', 'signal', 'misc']],
        [3, undefined, 'There is a plan of', ['target', 'signal', 'misc']],
        [3, undefined, 'Its parts are listed', ['target', 'signal', 'misc']],
      ],
    );
  });

  test('text without a file of its own is kept in the document', () => {
    const document = files.get('policy/document.mdx') ?? '';
    for (const expected of [
      '#### Not cared for',
      '* Target: `pine-board`',
      '##### Bells',
      '| Clapper | yes  |',
      '[^oil]: Oil',
    ])
      assert.ok(document.includes(expected), expected);
  });
});

/** Why the export of a document differs from it, and which files differ after a second import. */
const differences: Record<string, { why: string; again?: readonly string[] }> = {
  'braces-and-angles.md': { why: 'what looked like HTML is text' },
  'by-place.md': { why: 'two lists of a tier are one table', again: ['categories.yaml', 'features/', 'policy/'] },
  'cells-over-rows.md': { why: 'HTML is Markdown' },
  'category-case.md': { why: 'one spelling of a category' },
  'contacts.md': { why: 'line breaks in a cell, and a column without cells', again: ['site.yaml'] },
  'footnote-on-category.md': { why: 'the footnote hangs on the name' },
  'host-tools.md': { why: 'whole addresses', again: ['policy/document.mdx'] },
  'html-table.md': { why: 'HTML is Markdown', again: ['site.yaml', 'policy/document.mdx'] },
  'names-in-cells.md': { why: 'a row for each thing in a cell', again: ['site.yaml'] },
  'one-table.md': { why: 'HTML in a cell' },
  'placeholder-row.md': { why: 'no row that names nothing', again: ['categories.yaml'] },
  'releases.md': { why: 'no row that names no tier' },
  'sentences-and-lists.md': { why: 'a table for a list' },
  'signs.md': { why: 'signs are words' },
  'systems-in-columns.md': { why: 'a row for each cell', again: ['site.yaml', 'features/'] },
  'words.md': { why: 'a table for a list' },
  'heading-ids.md': { why: 'headings without ids', again: ['policy/document.mdx'] },
};

/** A document without its front matter. */
const bodyOf = (markdown: string): string => markdown.replace(/^---\n[^]*?\n---\n/, '');

describe('Round trip of documents of other projects', () => {
  for (const name of readdirSync(join(fixtures, 'import')))
    test(`${name} survives import, export and a second import, apart from the listed differences`, () => {
      const source = readFileSync(join(fixtures, 'import', name), 'utf8');
      const { files, exported } = imported(source);
      const { why, again = [] } = differences[name] ?? {};
      if (why === undefined) assert.deepEqual(meaning(exported), meaning(bodyOf(source)));
      else assert.notDeepEqual(meaning(exported), meaning(bodyOf(source)), `${name} is itself, without: ${why}`);
      const others = imported(exported).files;
      const changed = [...files.keys(), ...others.keys()].filter((it) => files.get(it) !== others.get(it));
      assert.deepEqual(
        changed.filter((path) => !again.some((it) => path.startsWith(it))),
        [],
      );
    });
});
