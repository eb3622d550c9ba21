import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  addressesOf,
  everyAddress,
  isReservedId,
  spareAnchors,
} from '../../../../src/domain/addresses/every-address.ts';
import { documentHeadings, headingAnchor } from '../../../../src/domain/document.ts';
import { lantern } from '../../lantern.ts';
import { check, lanternFiles } from '../../content-in-memory.ts';

describe('Addresses of the catalogue', () => {
  const addresses = everyAddress(lantern());

  test('the addresses are sorted and unique', () => {
    assert.deepEqual(addresses, [...new Set(addresses)].sort());
  });

  test('the list has pages, data files, rows, headings, requirements and changes', () => {
    for (const path of [
      '',
      'policy/',
      'features/red-lamp/',
      'api/v1/features.json',
      'api/v1/features/red-lamp.json',
      'changes.xml',
      '#red-lamp',
      'policy/#red-lamp',
      'policy/#tier-2---may-go-dark',
      'policy/#what-the-levels-mean',
      '#tier-1',
      'tiers/2/#wiring-plan',
      'policy/#wiring-plan',
      'changes/#pine-board-2024-06-01',
      'snapshots/2024-06-01/',
    ])
      assert.ok(addresses.includes(path), path);
  });

  test('the list of an invented project has exactly the expected addresses', () => {
    const known = `
    #fog-signal #oak-board #pine-board #port-lamp #red-lamp #tier-1 #tier-2 accessibility/ accessibility/index.md api/v1/ api/v1/categories.json api/v1/changes.json api/v1/features.csv
    api/v1/features.json api/v1/features/fog-signal.json api/v1/features/oak-board.json api/v1/features/pine-board.json
    api/v1/features/port-lamp.json api/v1/features/red-lamp.json api/v1/index.json api/v1/index.md api/v1/policy.json api/v1/requirements.json api/v1/schema.json
    api/v1/tiers.json badges/fog-signal.svg badges/oak-board.svg badges/pine-board.svg badges/port-lamp.svg badges/red-lamp.svg categories/board/
    categories/board/index.md categories/lamp/ categories/lamp/index.md changes.json changes.xml changes/ changes/#fog-signal-2023-11-05
    changes/#oak-board-2023-11-05 changes/#pine-board-2023-11-05 changes/#pine-board-2024-06-01 changes/#port-lamp-2023-11-05
    changes/#port-lamp-2024-02-29 changes/index.md data/ data/index.md features/fog-signal/ features/fog-signal/changes.json
    features/fog-signal/changes.xml features/fog-signal/index.md features/oak-board/ features/oak-board/changes.json features/oak-board/changes.xml
    features/oak-board/index.md features/pine-board/ features/pine-board/changes.json features/pine-board/changes.xml features/pine-board/index.md
    features/port-lamp/ features/port-lamp/changes.json features/port-lamp/changes.xml features/port-lamp/index.md features/red-lamp/
    features/red-lamp/changes.json features/red-lamp/changes.xml features/red-lamp/index.md index.md llms.txt policy/ policy/#fog-signal
    policy/#how-lantern-is-supported policy/#night-watch policy/#oak-board policy/#pine-board policy/#port-lamp policy/#red-lamp policy/#spare-bulb policy/#tier-1 policy/#tier-1---kept-lit policy/#tier-2 policy/#tier-2---may-go-dark policy/#what-stands-where policy/#what-the-levels-mean policy/#wiring-plan policy/index.md
    propose/ propose/index.md requirements/ requirements/index.md requirements/night-watch/ requirements/night-watch/index.md
    requirements/spare-bulb/ requirements/spare-bulb/index.md requirements/wiring-plan/ requirements/wiring-plan/index.md snapshots/
    snapshots/2023-11-05/ snapshots/2023-11-05/index.md snapshots/2024-02-29/ snapshots/2024-02-29/index.md snapshots/2024-06-01/
    snapshots/2024-06-01/index.md snapshots/index.md stability-tiers.md stack/ stack/index.md tiers/1/ tiers/1/#night-watch tiers/1/index.md tiers/2/
    tiers/2/#spare-bulb tiers/2/#wiring-plan tiers/2/index.md`
      .trim()
      .split(/\s+/);
    assert.deepEqual(addresses, ['', ...known]);
  });

  test('the addresses of a removed feature stay in the list', () => {
    for (const path of addressesOf.feature('pine-board')) assert.ok(addresses.includes(path), path);
  });

  test('the addresses of a former id stay in the list', () => {
    for (const path of addressesOf.feature('port-lamp')) assert.ok(addresses.includes(path), path);
  });
});

test('the anchors of the pages themselves are reserved, and similar ids are not', () => {
  for (const anchor of [
    'top',
    'main',
    'features',
    'no-longer-tracked',
    'by-missing',
    'footnote-2',
    'footnote-ref-12',
    ...lantern().tiers.map((tier) => headingAnchor(tier.heading)),
  ])
    assert.ok(isReservedId(anchor), anchor);
  for (const id of ['mains', 'tier', 'tier-two', 'tier-1-lamps', 'footnote', 'red-lamp'])
    assert.ok(!isReservedId(id), id);
});

describe('Former anchors', () => {
  const files = lanternFiles();
  const dark = files
    .get('content/tiers/dark.mdx')
    ?.replace('title: May Go Dark', 'title: May Fail\nformerAnchors: [tier-2---may-go-dark, wiring-plan, night-watch]')
    .replace('  - wiring-plan\n', '');
  const lit = files.get('content/tiers/lit.mdx')?.replace('  - night-watch', '  - night-watch\n  - wiring-plan');
  const { catalogue } = check(lanternFiles({ 'tiers/dark.mdx': dark ?? '', 'tiers/lit.mdx': lit ?? '' }));
  assert.ok(catalogue);

  test('a former anchor stays on the policy page if it is unused there, and on the page of its tier', () => {
    const heading = documentHeadings(catalogue).find(({ tier }) => tier?.level === 2);
    assert.ok(heading);
    assert.deepEqual(spareAnchors(catalogue, heading), ['tier-2---may-go-dark']);
    const addresses = everyAddress(catalogue);
    for (const path of [
      'policy/#tier-2---may-go-dark',
      'policy/#tier-2---may-fail',
      'tiers/2/#wiring-plan',
      'tiers/1/#wiring-plan',
    ])
      assert.ok(addresses.includes(path), path);
  });
});
