import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  featureLink,
  featureTable,
  missingMarkdown,
  tierTables,
  tierTitle,
} from '../../../../src/output/markdown/tables.ts';
import { featuresIn } from '../../../../src/domain/tier.ts';
import { lantern } from '../../lantern.ts';

const { site, tiers, features } = lantern();
const absolute = (path: string) => `https://x.example/${path}`;
const [lit, dark] = tiers;
const [fog] = features;
assert.ok(lit && dark && fog);

describe('The status tables in Markdown', () => {
  test('a table has a column for the unmet requirements of the tier above, if there is one', () => {
    assert.equal(
      featureTable({ site, tiers }, dark, featuresIn(features, dark), absolute),
      `\
| Feature                                              | Category | Last change | Unmet Tier 1 requirements                            |
|------------------------------------------------------|----------|-------------|------------------------------------------------------|
| [Fog signal on \`UART-2\`](https://x.example/features/fog-signal/) | Lamp     | 2023-11-05  | [night watch of the signal](https://x.example/requirements/night-watch/), “agreement of the \`harbour\` office” |`,
    );
    assert.equal(
      featureTable({ site, tiers }, lit, featuresIn(features, lit), absolute),
      `\
| Feature                                              | Category | Last change |
|------------------------------------------------------|----------|-------------|
| [\`red-lamp\`](https://x.example/features/red-lamp/)   | Lamp     | 2024-02-29  |
| [\`oak-board\`](https://x.example/features/oak-board/) | Board    | 2023-11-05  |`,
    );
  });

  test('a feature links to its page, and a missing item to its requirement', () => {
    assert.equal(featureLink(fog, absolute), '[Fog signal on `UART-2`](https://x.example/features/fog-signal/)');
    const missing = fog.history[0]?.missing ?? [];
    assert.deepEqual(missingMarkdown(missing, absolute), [
      '[night watch of the signal](https://x.example/requirements/night-watch/)',
      '“agreement of the `harbour` office”',
    ]);
  });

  test('every tier has a heading, even without features', () => {
    assert.equal(tierTitle(dark), 'Tier 2 — May Go Dark');
    assert.equal(
      tierTables({ site, tiers, features: [] }, absolute),
      '## Tier 1 — Kept Lit (0 features)\n\n## Tier 2 — May Go Dark (0 features)',
    );
    assert.match(
      tierTables({ site, tiers, features }, absolute),
      /^## Tier 1 — Kept Lit \(2 features\)\n\n\| Feature [^#]*\n\n## Tier 2 — May Go Dark \(1 feature\)\n\n\| Feature [^#]*$/,
    );
  });
});
