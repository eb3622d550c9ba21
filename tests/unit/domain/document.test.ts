import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { slug } from 'github-slugger';
import {
  documentHeadings,
  firstTables,
  footnotes,
  headingAnchor,
  splitAtRequirements,
} from '../../../src/domain/document.ts';
import { featuresIn } from '../../../src/domain/tier.ts';
import { featureOf, fixtures, lantern, tierOf } from '../lantern.ts';
import { check, filesIn, linesOf } from '../content-in-memory.ts';

describe('Anchors of headings', () => {
  const anchors: Record<string, string> = {
    'Current Tier Status': 'current-tier-status',
    'Tier 1': 'tier-1',
    'Tier 2': 'tier-2',
    'Tier 3': 'tier-3',
    'Tier Details': 'tier-details',
    'Tier 3 - Not Production Ready': 'tier-3---not-production-ready',
    'Tier 2 - Almost Production Ready': 'tier-2---almost-production-ready',
    'Tier 1 - Production Ready': 'tier-1---production-ready',
  };
  for (const [heading, anchor] of Object.entries(anchors))
    test(`the heading "${heading}" has the anchor #${anchor}`, () => assert.equal(headingAnchor(heading), anchor));

  test('every heading of the document has the same anchor as on GitHub', () => {
    const document = readFileSync(join(fixtures, 'documented.md'), 'utf8');
    const headings = [...document.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
    assert.equal(headings.length, 9);
    for (const heading of headings) assert.equal(headingAnchor(heading), slug(heading));
  });

  test('headings in other scripts and with punctuation have the same anchors as on GitHub', () => {
    const headings = [
      'What\'s "in", and what isn\'t?',
      'Tier 4 – Best effort',
      'snake_case & `code`',
      'a/b: c (d) [e] {f} <g>',
      'Level 1.5',
      'E = mc²',
      'Größe, naïveté, ½ price',
      '二番目の段階',
      'नमस्ते',
      '✅ Done',
    ];
    for (const heading of headings) assert.equal(headingAnchor(heading), slug(heading));
  });
});

describe('Unique anchors on the policy page', () => {
  const five = filesIn(join(fixtures, 'five-tiers'));
  const withFile = (name: string, edit: (text: string) => string) =>
    check(new Map([...five].map(([path, text]) => [path, path.endsWith(name) ? edit(text) : text])));

  test('a second heading with the same words gets a numbered anchor', () => {
    const { catalogue, problems } = withFile('hobby.mdx', (text) => text.replace('Gold Pan', 'All machines'));
    assert.ok(catalogue, linesOf(problems).join());
    const anchors = documentHeadings(catalogue).map(({ anchor }) => anchor);
    assert.deepEqual([...new Set(anchors)], anchors);
    assert.equal(anchors.at(-1), 'all-machines-1');
  });

  test('a heading named like a part of the page gets a numbered anchor', () => {
    const titles = ['Contents', 'Main', 'Top', 'Changed', 'Footnote 1', 'Contents'];
    const { catalogue, problems } = withFile('document.mdx', (text) =>
      [text, ...titles.map((it) => `## ${it}`)].join('\n\n'),
    );
    assert.ok(catalogue, linesOf(problems).join());
    assert.deepEqual(
      documentHeadings(catalogue)
        .slice(-6)
        .map(({ anchor }) => anchor),
      ['contents-1', 'main-1', 'top-1', 'changed-1', 'footnote-1-1', 'contents-2'],
    );
  });

  test('a heading of punctuation alone gets the anchor "section"', () => assert.equal(headingAnchor('???'), 'section'));

  test('a feature in two tables has its anchor in the first one', () => {
    const { catalogue } = check(five);
    assert.ok(catalogue);
    assert.equal(firstTables(catalogue).get(featureOf(catalogue, 'granite')), 'all');
  });

  test('a feature with the same id as the anchor of a tier heading is reported', () => {
    assert.deepEqual(linesOf(withFile('hobby.mdx', (text) => text.replace('Gold Pan', 'Granite')).problems), [
      'features/granite.mdx:2:1: the id "granite" belongs to tiers/hobby.mdx; give this file another name',
    ]);
    // A tier without such a heading on the page causes no conflict.
    assert.deepEqual(linesOf(withFile('tools.mdx', (text) => text.replace('Tier 1 with', 'Granite')).problems), []);
  });
});

describe("The document's tables", () => {
  const content = lantern();
  const ids = (level: number) => featuresIn(content.features, tierOf(content, level)).map(({ id }) => id);

  test('the table of a tier lists its features in document order, without removed ones', () => {
    assert.deepEqual([ids(1), ids(2)], [['red-lamp', 'oak-board'], ['fog-signal']]);
  });

  test('footnotes follow the order of the rows and leave out removed features', () => {
    for (const feature of content.features) if (feature.id !== 'red-lamp') feature.body = `On ${feature.id}.`;
    assert.deepEqual(
      footnotes(content).map(({ number, features: [feature] }) => [number, feature?.id]),
      [
        [1, 'oak-board'],
        [2, 'fog-signal'],
      ],
    );
  });
});

test("a tier's prose is split at its list of requirements with any kind of line break", () => {
  for (const end of ['\n', '\r\n', '\r'])
    assert.deepEqual(splitAtRequirements({ body: ['A', '', '<Requirements />  ', '', 'B'].join(end) }), {
      opening: 'A',
      closing: 'B',
    });
});
