import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Catalogue } from '../../../../src/domain/catalogue/catalogue.ts';
import { snapshotDays } from '../../../../src/domain/snapshots.ts';
import { changesMarkdown, snapshotMarkdown, snapshotsMarkdown } from '../../../../src/output/markdown/history.ts';
import { check, lanternFiles, withTierBetween } from '../../content-in-memory.ts';
import { featureOf, lantern } from '../../lantern.ts';

const absolute = (path: string) => `https://x.example/${path}`;
const everySnapshot = (catalogue: Catalogue) =>
  snapshotDays(catalogue.features).map((day, at, days) =>
    snapshotMarkdown(catalogue, day, days[at - 1]?.date, absolute),
  );

describe('Changes and snapshots in Markdown', () => {
  test('each change is listed below its date and source, with what was missing and why', () => {
    assert.equal(
      changesMarkdown(lantern(), absolute),
      `# Changes

Every change of status, newest first.

## 1 June 2024, [Pull request #9](https://git.example/lantern/support/pull/9)

- [\`pine-board\`](https://x.example/features/pine-board/) was removed from Tier 2. Followed by [\`oak-board\`](https://x.example/features/oak-board/). The case rotted.

## 29 February 2024, [Pull request #7](https://git.example/lantern/support/pull/7)

- [\`red-lamp\`](https://x.example/features/red-lamp/) was promoted from Tier 2 to Tier 1. It has a watch now.

## 5 November 2023, [Pull request #2](https://git.example/lantern/support/pull/2)

- [Fog signal on \`UART-2\`](https://x.example/features/fog-signal/) was added to Tier 2. Unmet for Tier 1: [night watch of the signal](https://x.example/requirements/night-watch/), “agreement of the \`harbour\` office”.
- [\`red-lamp\`](https://x.example/features/red-lamp/) was added to Tier 2. Unmet for Tier 1: [Night watch](https://x.example/requirements/night-watch/).
- [\`oak-board\`](https://x.example/features/oak-board/) was added to Tier 1.
- [\`pine-board\`](https://x.example/features/pine-board/) was added to Tier 2. Unmet for Tier 1: [Night watch](https://x.example/requirements/night-watch/).`,
    );
  });

  test('a change with nothing missing does not mention missing requirements', () => {
    const catalogue = lantern();
    featureOf(catalogue, 'fog-signal').history[0]!.missing = [];
    assert.ok(
      changesMarkdown(catalogue, absolute).includes('(https://x.example/features/fog-signal/) was added to Tier 2.\n'),
    );
  });

  test('the list of snapshots has each day of a change once, newest first', () => {
    assert.equal(
      snapshotsMarkdown(lantern(), absolute),
      `# Snapshots

The tables as they were on each day with a change.

- [1 June 2024](https://x.example/snapshots/2024-06-01/): 3 features, 1 change on that day
- [29 February 2024](https://x.example/snapshots/2024-02-29/): 4 features, 1 change on that day
- [5 November 2023](https://x.example/snapshots/2023-11-05/): 4 features, 4 changes on that day`,
    );
  });

  test('an old snapshot says that it was replaced, and the newest one that it is current', () => {
    const [present, , past] = everySnapshot(lantern());
    assert.ok(present && past);
    assert.ok(
      past.startsWith(
        '# Status on 5 November 2023\n\n**This is not the current status.** It was replaced on 29 February 2024; see [the current status](https://x.example/).\n\n## Tier 1 — Kept Lit (1 feature)\n\n| Feature ',
      ),
    );
    assert.match(past, /## Tier 2 — May Go Dark \(3 features\)\n\n(?:\|.*\n)+\| \[`red-lamp`\]/);
    assert.ok(
      present.startsWith(
        '# Status on 1 June 2024\n\nNo status has changed since that day; see [the current status](https://x.example/).\n\n## Tier 1 — Kept Lit (2 features)\n\n| Feature ',
      ),
    );
    assert.ok(!present.includes('pine-board'));
  });

  test('a snapshot too old for full tables lists only its changes', () => {
    const catalogue = lantern();
    const board = featureOf(catalogue, 'oak-board');
    catalogue.features.push(...Array.from({ length: 10_000 }, () => board));
    const [, text] = everySnapshot(catalogue);
    assert.equal(
      text,
      `# Status on 29 February 2024

**This is not the current status.** It was replaced on 1 June 2024; see [the current status](https://x.example/).

This page lists only the changes.

- [\`red-lamp\`](https://x.example/features/red-lamp/) was promoted from Tier 2 to Tier 1. It has a watch now.`,
    );
  });

  test('a snapshot has the features of a tier that was retired later', () => {
    const now = lantern();
    const [lit, dark] = now.tiers;
    assert.ok(lit && dark);
    const retired = { date: '2024-07-01', source: 'https://git.example/9', reason: 'It is over.' };
    const later = { ...now, tiers: [lit], retiredTiers: [Object.assign(dark, { retired })] };
    assert.match(everySnapshot(later).at(-1) ?? '', /## Tier 2 — May Go Dark \(\d features\)\n\n\| Feature/);
  });

  test('a tier between two others leaves earlier entries valid, and changes and snapshots of earlier days as they were', () => {
    const { catalogue } = check(lanternFiles(withTierBetween('2024-03-01')));
    assert.ok(catalogue);
    assert.equal(changesMarkdown(catalogue, absolute), changesMarkdown(lantern(), absolute));
    const [newest, ...earlier] = everySnapshot(catalogue);
    assert.deepEqual(earlier, everySnapshot(lantern()).slice(1));
    assert.match(newest ?? '', /## Dim \(0 features\)\n\n## Tier 2 — May Go Dark .*\n\n.*\| Unmet Dim requirements/);
  });
});
