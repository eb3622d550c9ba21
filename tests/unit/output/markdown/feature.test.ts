import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Feature } from '../../../../src/domain/catalogue/catalogue.ts';
import { featureMarkdown } from '../../../../src/output/markdown/feature.ts';
import { featureOf, lantern } from '../../lantern.ts';

const catalogue = lantern();
const text = (id: string, facts: Partial<Feature> = {}): string =>
  featureMarkdown(catalogue, { ...featureOf(catalogue, id), ...facts }, (path) => `https://x.example/${path}`);

describe('A feature in Markdown', () => {
  test('the page begins with the status, followed by all other facts', () => {
    assert.equal(
      text('red-lamp'),
      `# \`red-lamp\`

**Tier 1 — Kept Lit** in Lantern, since 2024-02-29. Category: Lamp.

As of 2024-02-29. No later change is recorded.

- On by default: No

The red lamp at the harbour's mouth.

## Required by Tier 1

- [Night watch](https://x.example/requirements/night-watch/)

## Not required by Tier 1

- No higher tier requires more.

## Waived

- [Spare bulb](https://x.example/requirements/spare-bulb/), a Tier 2 requirement, need not be met: Its bulb is no longer made. ([the decision](https://git.example/lantern/support/pull/6))

## How to enable it

- API: \`Lantern::red\`
- Command line: \`--lamp red\`
- C API: \`lantern_red_set\`
- Cargo feature: \`red\`

## Details

- Light: 12 candelas
- Height: 9 m ([survey#L3](https://git.example/lantern/survey#L3), [survey#L4](https://git.example/lantern/survey#L4))

## Sources

- It burns on stormy nights. ([log#L9](https://git.example/lantern/log#L9))

## Maintainers

- @ida, Grace, of the pier

## History

- 2024-02-29: Tier 1 — It has a watch now. ([pull request #7](https://git.example/lantern/support/pull/7))
- 2023-11-05: Tier 2, unmet: [Night watch](https://x.example/requirements/night-watch/) ([pull request #2](https://git.example/lantern/support/pull/2))
- 2022-03-01: first released in 1.0.0

## Links

- [Plan](https://git.example/lantern/red)`,
    );
  });

  test('a missing item links to its requirement, and links in the note become absolute', () => {
    assert.equal(
      text('fog-signal'),
      `# Fog signal on \`UART-2\`

**Tier 2 — May Go Dark** in Lantern, since 2023-11-05. Category: Lamp.

As of 2023-11-05. No later change is recorded.

A lamp that blinks in fog.

## Required by Tier 2

- [Spare bulb](https://x.example/requirements/spare-bulb/)

## Not required by Tier 2

- Higher tiers require only what is unmet or waived.

## Unmet Tier 1 requirements

- [night watch of the signal](https://x.example/requirements/night-watch/) — a Tier 1 requirement
- “agreement of the \`harbour\` office” — the policy has no such requirement

## Note in the policy

Nobody has heard it since the *great* storm; see [the policy](https://x.example/policy/#tier-2).

## Maintainers

- The policy names no maintainer.

## History

- 2023-11-05: Tier 2 ([pull request #2](https://git.example/lantern/support/pull/2))`,
    );
  });

  test('the page of a removed feature gives the reason and the successor, and promises nothing', () => {
    assert.equal(
      text('pine-board'),
      `# \`pine-board\`

**No longer tracked** in Lantern, since 2024-06-01. Category: Board.

The case rotted.

A board in a pine case.

## Maintainers

- The policy names no maintainer.

## History

- 2024-06-01: removed — The case rotted. ([pull request #9](https://git.example/lantern/support/pull/9)); followed by [\`oak-board\`](https://x.example/features/oak-board/)
- 2023-11-05: Tier 2, unmet: [Night watch](https://x.example/requirements/night-watch/) ([pull request #2](https://git.example/lantern/support/pull/2))`,
    );
  });

  test('the page says if nothing is missing, if it is on by default, and if only its release is known', () => {
    const plain: Partial<Feature> = { body: ' \n', use: { default: 'on' }, introduced: { release: '0.9' } };
    const [entry] = featureOf(catalogue, 'fog-signal').history;
    assert.ok(entry);
    const markdown = text('fog-signal', { ...plain, history: [{ ...entry, missing: [] }] });
    assert.match(
      markdown,
      /\n\n## Unmet Tier 1 requirements\n\n- None is listed\.\n\n## Where this status and the policy differ\n\n- Nothing keeps it from Tier 1: .*\n\n## Maintainers\n/,
    );
    assert.match(markdown, /\n\n- On by default: Yes\n/);
    assert.match(markdown, /\/pull\/2\)\)\n- First released in 0\.9$/);
  });

  test('the page of a removed feature without a note continues with its description', () => {
    const [entry] = featureOf(catalogue, 'pine-board').history;
    assert.ok(entry);
    assert.ok(
      text('pine-board', { history: [{ ...entry, note: undefined }] }).includes(
        'Category: Board.\n\nA board in a pine case.\n',
      ),
    );
  });
});
