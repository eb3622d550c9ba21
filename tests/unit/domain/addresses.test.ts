import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressesOf, everyAddress, isPageAnchor, spareAnchors, tierAnchors } from '../../../src/domain/addresses.ts';
import { lantern, tierOf } from '../lantern.ts';
import { check, lanternFiles } from '../memory.ts';

describe('Every address that a reader may keep is known from the catalogue alone', () => {
  const addresses = everyAddress(lantern());

  test('sorted, and each once', () => {
    assert.deepEqual(addresses, [...new Set(addresses)].sort());
  });

  test('pages, files for programs, rows, headings, items, changes', () => {
    for (const path of ['', 'policy/', 'features/red-lamp/', 'api/v1/features.json', 'api/v1/features/red-lamp.json', 'changes.xml', '#red-lamp', 'policy/#red-lamp', 'policy/#tier-2---may-go-dark', 'policy/#what-the-levels-mean', '#tier-1', 'tiers/2/#wiring-plan', 'policy/#wiring-plan', 'changes/#pine-board-2024-06-01', 'snapshots/2024-06-01/'])
      assert.ok(addresses.includes(path), path);
  });

  test('those of a removed feature stay', () => {
    for (const path of addressesOf.feature('pine-board')) assert.ok(addresses.includes(path), path);
  });

  test('those under a former id stay', () => {
    for (const path of addressesOf.feature('port-lamp')) assert.ok(addresses.includes(path), path);
  });
});

test('the anchors of the pages themselves can belong to nothing in content', () => {
  for (const anchor of ['main', 'features', 'no-longer-tracked', 'by-missing', 'footnote-2', 'footnote-ref-12', ...lantern().tiers.flatMap(tierAnchors)]) assert.ok(isPageAnchor(anchor), anchor);
  for (const id of ['mains', 'tier', 'tier-two', 'tier-1-lamps', 'footnote', 'red-lamp']) assert.ok(!isPageAnchor(id), id);
});

describe('An anchor that something had before stays', () => {
  const files = lanternFiles();
  const dark = files.get('content/tiers/dark.mdx')?.replace('title: May Go Dark', 'title: May Fail\nformerAnchors: [tier-2---may-go-dark, wiring-plan, night-watch]').replace('  - wiring-plan\n', '');
  const lit = files.get('content/tiers/lit.mdx')?.replace('  - night-watch', '  - night-watch\n  - wiring-plan');
  const { catalogue } = check(lanternFiles({ 'tiers/dark.mdx': dark ?? '', 'tiers/lit.mdx': lit ?? '' }));
  assert.ok(catalogue);

  test('on the page of the document where nothing else has it now, and on the tier’s own', () => {
    assert.deepEqual(spareAnchors(catalogue, tierOf(catalogue, 2)), ['tier-2---may-go-dark']);
    const addresses = everyAddress(catalogue);
    for (const path of ['policy/#tier-2---may-go-dark', 'policy/#tier-2---may-fail', 'tiers/2/#wiring-plan', 'tiers/1/#wiring-plan']) assert.ok(addresses.includes(path), path);
  });

  test('a tier’s headings have two', () => {
    assert.deepEqual(tierAnchors(tierOf(catalogue, 2)), ['tier-2', 'tier-2---may-fail']);
  });
});
