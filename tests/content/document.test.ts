// The published policy is the source document: every word and row of it, in its order.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { all, blocksOf as blocksOfPage, has, one, readPage, tag, textOf } from './html.ts';
import { blocksOf, readSource, rowsOf } from './source-document.ts';

const source = readSource();
const policy = readPage('policy/index.html');
const article = one(policy, has('dataDocument'), 'document on the policy page');

/** The first block in which two documents differ, named; nothing when they are equal. */
function firstDifference(expected: string[], actual: string[]): string | undefined {
  const index = expected.findIndex((block, at) => block !== actual[at]);
  if (index >= 0) return `block ${index + 1} is "${actual[index]}" and should be "${expected[index]}"`;
  return actual.length > expected.length
    ? `block ${expected.length + 1} is too many: "${actual[expected.length]}"`
    : undefined;
}

/** What a comparison says, or why it cannot be made. */
function seen(compare: () => string | undefined): string {
  try {
    return compare() ?? '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('the policy page is the source document', () => {
  const expected = blocksOf(source);

  test('every heading, paragraph, list item, row and footnote stands there, word for word and in order', () => {
    assert.equal(firstDifference(expected, blocksOfPage(article)), undefined);
  });

  test('the comparison sees 3 tables, 20 rows, 2 footnotes, 15 requirements with 3 examples, 9 headings', () => {
    const count = (prefix: string) => expected.filter((block) => block.startsWith(prefix)).length;
    assert.deepEqual([count('row: ') - 3, count('footnote '), count('heading: '), count('li li p: ')], [20, 2, 9, 3]);
    assert.equal(all(article, (element) => element.tagName === 'li' && has('id')(element)).length, 15 + 2);
  });

  test('a word changed in any block is found and the block is named', () => {
    for (const [index, block] of expected.entries()) {
      const changed = expected.with(index, block.replace(/\w+$|\w+(?=\W*$)/, 'otherwise'));
      assert.match(firstDifference(expected, changed) ?? '', new RegExp(`^block ${index + 1} is `));
    }
  });

  test('a mark or a link that the document has not is found', () => {
    for (const extra of ['<strong>not</strong>', '<del>not</del>', '<a href="/">not</a>', '<em>not</em>']) {
      const changed = structuredClone(article);
      all(changed, tag('p'))[0]?.children.push(...(fromHtml(extra, { fragment: true }).children as ElementContent[]));
      assert.match(
        seen(() => firstDifference(expected, blocksOfPage(changed))),
        /^block 2 is |which the document has not: not$/,
        extra,
      );
    }
  });

  test('each footnote hangs on its row', () => {
    const marks = all(article, tag('tr')).flatMap((row) =>
      all(row, tag('sup')).map((mark) => [
        textOf(one(row, tag('th'), 'row head')).replace(/ ?\d$/, ''),
        Number(textOf(mark)),
      ]),
    );
    const notes = rowsOf(source).filter((row) => row.footnote !== undefined);
    assert.deepEqual(
      marks,
      notes.map((row) => [row.name, row.footnote]),
    );
  });

  test('the anchors that links to the original use are on its headings', () => {
    const anchors = Object.fromEntries(
      all(article, (element) => /^h\d$/.test(element.tagName)).map((heading) => [
        heading.properties['id'],
        textOf(heading),
      ]),
    );
    const promised = {
      'current-tier-status': 'Current Tier Status',
      'tier-1': 'Tier 1',
      'tier-2': 'Tier 2',
      'tier-3': 'Tier 3',
      'tier-details': 'Tier Details',
      'tier-3---not-production-ready': 'Tier 3 - Not Production Ready',
      'tier-2---almost-production-ready': 'Tier 2 - Almost Production Ready',
      'tier-1---production-ready': 'Tier 1 - Production Ready',
    };
    for (const [id, heading] of Object.entries(promised)) assert.equal(anchors[id], heading);
  });
});

describe('the status tables are the source document’s rows', () => {
  const rowsOn = (path: string) =>
    all(readPage(path), tag('section')).flatMap((section) => {
      const tier = Number(/^tier-(\d+)$/.exec(String(section.properties['ariaLabelledBy'] ?? ''))?.[1]);
      return all(section, tag('tr'))
        .slice(1)
        .map((row) => {
          const cell = (label: RegExp) =>
            all(row, (it) => label.test(String(it.properties['dataLabel']))).map(textOf)[0] ?? '';
          const name = textOf(one(one(row, tag('th'), 'row head'), tag('a'), 'link'));
          const missing = cell(/^Missing Tier \d+ Requirements$/);
          return { tier, category: cell(/^Category$/), name, missing: missing === '' ? [] : missing.split(', ') };
        });
    });
  const plain = (words: string) => words.replace(/[*`]/g, '');
  const expected = rowsOf(source).map(({ tier, category, name, missing }) => ({
    tier,
    category: plain(category),
    name: plain(name),
    missing,
  }));

  test('all 20 on the first page, each with its tier, category, name and missing requirements, in order', () => {
    assert.deepEqual(rowsOn('index.html'), expected);
  });

  test('each category’s page has its rows and no others', () => {
    const ids: Record<string, string> = {
      Target: 'target',
      'WASI Proposal': 'wasi-proposal',
      'WebAssembly Proposal': 'wasm-proposal',
      misc: 'misc',
    };
    for (const [category, id] of Object.entries(ids))
      assert.deepEqual(
        rowsOn(`categories/${id}/index.html`),
        expected.filter((row) => row.category === category),
      );
  });

  test('each feature’s page leads with its tier', () => {
    for (const { tier, name } of expected) {
      const id = name.includes(' ') ? name.toLowerCase().replaceAll(' ', '-') : name;
      const main = one(readPage(`features/${id}/index.html`), tag('main'), 'main');
      assert.equal(textOf(one(main, tag('h1'), 'heading')), name);
      assert.match(textOf(all(main, tag('strong'))[0] ?? main), new RegExp(`^Tier ${tier} — `));
    }
  });
});
