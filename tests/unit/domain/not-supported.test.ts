// Features that a project tracks but does not support: they have no tier and are not removed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableTag } from '../../../src/domain/document.ts';
import { difference } from '../../../src/domain/diff/diff.ts';
import { optionsFor } from '../../../src/domain/filter/options.ts';
import { badge } from '../../../src/output/badges/badge.ts';
import { siteFeed } from '../../../src/output/feeds/feed.ts';
import { diffMarkdown } from '../../../src/output/diff/diff-markdown.ts';
import { documentMarkdown } from '../../../src/output/markdown/document.ts';
import { everyMarkdownPage } from '../../../src/output/markdown/markdown-pages.ts';
import { check, lanternFile, lanternFiles, publishedWith, linesOf } from '../content-in-memory.ts';

const source = 'https://git.example/lantern/support/issues/4';
const horn = (note = '\n    note: Nobody has built one.') => `---
name: "[horn](https://git.example/horn)"
category: lamp
description: A horn for fog.
history:
  - date: 2024-07-01
    tier: none
    source: ${source}${note}
---
`;
const files = {
  'features/horn.mdx': horn(),
  'policy/document.mdx': `${lanternFile('policy/document.mdx')}\n## Not Cared For\n\n${tableTag('none')}\n`,
};
const absolute = (path: string) => `https://levels.example/${path}`;
const catalogueOf = (changed: Record<string, string>) => {
  const { catalogue, problems } = check(lanternFiles(changed));
  return { catalogue, lines: linesOf(problems) };
};

test('an unsupported feature is published with neither a tier nor a removal', () => {
  const { features, changes } = publishedWith(files);
  const published = features.find(({ id }) => id === 'horn');
  assert.deepEqual(
    [published?.tier, published?.removed, published?.supported, published?.since, published?.name],
    [null, false, false, '2024-07-01', 'horn'],
  );
  assert.ok(features.every(({ id, supported }) => supported === (id !== 'horn')));
  const [change] = changes;
  assert.deepEqual([change?.kind, change?.sentence], ['not-supported', 'horn is listed as not supported']);
});

test('Markdown pages, the badge, the filter and the feed call an unsupported feature not supported', () => {
  const { catalogue, lines } = catalogueOf(files);
  assert.ok(catalogue, lines.join('\n'));
  assert.match(
    documentMarkdown(catalogue, absolute),
    /^## Not Cared For\n\n\* \[Lamp: horn\]\(https:\/\/git\.example\/horn\)$/m,
  );
  const markdownPage = (path: string) =>
    everyMarkdownPage(catalogue, absolute).find((it) => it.path === path)?.text ?? '';
  assert.match(markdownPage('features/horn/'), /^\*\*Not supported\*\* in Lantern, since 2024-07-01\./m);
  assert.match(markdownPage(''), /^## Not supported \(1 feature\)\n\n- \[`horn`\].*Nobody has built one\./m);
  const feature = catalogue.features.find(({ id }) => id === 'horn');
  assert.ok(feature);
  assert.match(badge(catalogue, feature).svg, /<title>horn is not supported in Lantern \(since 1 July 2024\)<\/title>/);
  const [tier] = optionsFor(catalogue, catalogue.features);
  assert.deepEqual(tier?.options.at(-1), { value: 'none', label: 'Not supported', count: 1 });
  const [item] = siteFeed(catalogue, absolute).items;
  assert.equal(item?.text, 'horn is listed as not supported. Nobody has built one.');
  for (const text of [markdownPage('features/horn/'), markdownPage(''), markdownPage('changes/')])
    for (const line of text.split('\n').filter((it) => it.includes('horn')))
      assert.doesNotMatch(line, /removed|no longer tracked/i);
});

test('tier-diff and the page of changes agree on what becomes of an unsupported feature', () => {
  const head = publishedWith(files);
  assert.match(
    diffMarkdown(difference(publishedWith(), head)),
    /^### Not supported\n\n- \*\*horn\*\* \(Lamp\) is listed as not supported\./m,
  );
  const withEntry = (state: typeof files, date: string, status: string) => ({
    ...state,
    'features/horn.mdx': state['features/horn.mdx'].replace(
      'history:\n',
      `history:\n  - date: ${date}\n    ${status}\n    source: ${source}\n`,
    ),
  });
  const added = withEntry(files, '2024-08-01', 'tier: 2');
  assert.equal(publishedWith(added).changes[0]?.sentence, 'horn was added to Tier 2');
  assert.match(
    diffMarkdown(difference(head, publishedWith(added))),
    /^### Added\n\n- \*\*horn\*\* \(Lamp\) is added to Tier 2\./m,
  );
  const removed = withEntry(files, '2024-08-01', 'removed: true\n    note: It rusted.');
  assert.equal(publishedWith(removed).changes[0]?.sentence, 'horn was removed from what is not supported');
  assert.match(
    diffMarkdown(difference(head, publishedWith(removed))),
    /^### Removed\n\n- \*\*horn\*\* is removed from what is not supported\./m,
  );
  const unsupportedAgain = withEntry(added, '2024-09-01', 'tier: none\n    note: It rusted.');
  const returned = withEntry(unsupportedAgain, '2024-10-01', 'tier: 2');
  assert.equal(publishedWith(returned).changes[0]?.sentence, 'horn returned to Tier 2');
  assert.match(
    diffMarkdown(difference(publishedWith(unsupportedAgain), publishedWith(returned))),
    /^### Added\n\n- \*\*horn\*\* returns to Tier 2\./m,
  );
});

test('the check requires a reason for an unsupported feature and a table for it in the document', () => {
  assert.deepEqual(catalogueOf({ ...files, 'features/horn.mdx': horn('') }).lines, [
    'features/horn.mdx:6:5: the entry does not say why it is not supported; write "note:" and a sentence',
  ]);
  assert.deepEqual(catalogueOf({ 'features/horn.mdx': horn() }).lines, [
    `policy/document.mdx:4:1: the document has no place for the table of what is not supported; write "${tableTag('none')}" on a line of its own`,
  ]);
});
