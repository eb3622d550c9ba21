import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { featureMarkdown } from '../../../../src/formats/markdown/feature.ts';
import { lantern } from '../../lantern.ts';

const catalogue = lantern();
const text = (id: string): string => {
  const feature = catalogue.features.find((it) => it.id === id);
  assert.ok(feature);
  return featureMarkdown(catalogue, feature, (path) => `https://x.example/${path}`);
};

describe('a feature in Markdown', () => {
  test('says its status first, then all that is known of it', () => {
    assert.equal(text('red-lamp'), `# \`red-lamp\`

**Tier 1 — Kept Lit** in Lantern, since 2024-02-29. Category: Lamp.

The red lamp at the harbour's mouth.

## What Tier 1 promises

- [Night watch](https://x.example/requirements/night-watch/)

## What Tier 1 does not promise

- [Spare bulb](https://x.example/requirements/spare-bulb/): asked for by Tier 2, but it cannot be relied on here

## How to use it

- Off by default.
- API: \`Lantern::red\`
- Command line: \`--lamp red\`
- C API: \`lantern_red_set\`
- Cargo feature: \`red\`

## Details

- Light: 12 candelas
- Height: 9 m ([survey#L3](https://git.example/lantern/survey#L3), [survey#L4](https://git.example/lantern/survey#L4))

## Evidence

- It burns on stormy nights. ([log#L9](https://git.example/lantern/log#L9))

## Who maintains it

- @ida, Grace, of the pier

## History

- 2024-02-29: Tier 1 — It has a watch now. ([pull/7](https://git.example/lantern/support/pull/7))
- 2023-11-05: Tier 2 ([pull/2](https://git.example/lantern/support/pull/2))
- 2022-03-01: first released in 1.0.0

## Links

- [Plan](https://git.example/lantern/red)`);
  });

  test('links what is missing to the requirement that it names, and makes the note’s links whole', () => {
    assert.ok(text('fog-signal').includes('## Missing Tier 1 requirements\n\n- [night watch of the signal](https://x.example/requirements/night-watch/)\n- agreement of the `harbour` office\n'));
    assert.ok(text('fog-signal').includes('see [the policy](https://x.example/policy/#tier-2).'));
  });

  test('says of a removed one that it is, why, and what followed', () => {
    assert.ok(text('pine-board').includes('**No longer tracked** in Lantern, since 2024-06-01. Category: Board.\n\nThe case rotted.'));
    assert.ok(text('pine-board').includes('; followed by [`oak-board`](https://x.example/features/oak-board/)'));
  });
});
