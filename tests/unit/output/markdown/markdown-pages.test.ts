import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { everyPage } from '../../../../src/domain/addresses/every-page.ts';
import { everyMarkdownPage } from '../../../../src/output/markdown/markdown-pages.ts';
import { lantern } from '../../lantern.ts';

const catalogue = lantern();
const markdownPagesOf = (content: typeof catalogue) =>
  new Map(everyMarkdownPage(content, (path) => `https://x.example/${path}`).map(({ path, text }) => [path, text]));
const markdownPages = markdownPagesOf(catalogue);
const tierOne = (features: string) => `# Tier 1 — Kept Lit

The keepers get up for it.

* Somebody is awake who can mend it *by hand*.

Nothing else is promised.

## Features

${features}

This page: <https://x.example/tiers/1/>
`;

describe('Pages in Markdown', () => {
  test('every page and every former id of a feature has a Markdown version', () => {
    assert.deepEqual(
      [...markdownPages.keys()].sort(),
      [...everyPage(catalogue).map(({ path }) => path), 'features/port-lamp/'].sort(),
    );
  });

  test('a Markdown page begins with a heading and ends with the address of its page', () => {
    for (const [path, text] of markdownPages) {
      assert.match(text, /^# \S/);
      assert.match(text, /\S\n\nThis page: <\S*>\n$/);
      assert.ok(text.endsWith(`<https://x.example/${path}>\n`));
    }
  });

  test('the page of a requirement quotes its text and lists the features that lack it', () => {
    assert.equal(
      markdownPages.get('requirements/wiring-plan/'),
      `# Wiring plan

Required by Tier 2 — May Go Dark.

> There is a plan of its wires, with:
>
> * colours, and
> * fuses.

Applies to: Boards.

## Features missing this requirement

No feature is listed as missing this requirement.

This page: <https://x.example/requirements/wiring-plan/>
`,
    );
    assert.match(
      markdownPages.get('requirements/night-watch/') ?? '',
      /\n\nApplies to: Lamps, Boards\.\n\n## Features missing this requirement\n\n- \[Fog signal on `UART-2`\]\([^)]*\): “night watch of the signal”\n/,
    );
    assert.match(markdownPages.get('requirements/spare-bulb/') ?? '', /\nIt is waived for \[`red-lamp`\]/);
  });

  test('the page of a requirement names the features whose evidence contradicts it', () => {
    const later = lantern();
    const board = later.features.find(({ id }) => id === 'oak-board');
    assert.ok(board);
    board.evidence = [
      { says: 'It has no plan.', also: [], about: undefined, contradicts: 'wiring-plan', url: 'https://git.example/9' },
    ];
    const text = markdownPagesOf(later).get('requirements/wiring-plan/') ?? '';
    assert.match(text, /\nTheir tier requires it, but evidence says otherwise: \[`oak-board`\]\(.*\)\.\n/);
  });

  test('a retired requirement is not said to be in force', () => {
    const later = lantern();
    const watch = later.requirements.find(({ id }) => id === 'night-watch');
    assert.ok(watch);
    watch.retired = {
      date: '2024-07-01',
      source: 'https://git.example/9',
      reason: 'All are awake.',
      successor: undefined,
    };
    const pages = markdownPagesOf(later);
    assert.match(pages.get('requirements/night-watch/') ?? '', /\nFormerly required by Tier 1 — Kept Lit\./);
    assert.match(pages.get('features/fog-signal/') ?? '', /night-watch\/\) — a former Tier 1 requirement\n/);
  });

  test('the page of a category lists only its own features', () => {
    assert.equal(
      markdownPages.get('categories/board/'),
      `# Boards

Circuit boards that the controller runs on.

## Tier 1 — Kept Lit (1 feature)

| Feature                                              | Category | Last change |
|------------------------------------------------------|----------|-------------|
| [\`oak-board\`](https://x.example/features/oak-board/) | Board    | 2023-11-05  |

## Tier 2 — May Go Dark (0 features)

This page: <https://x.example/categories/board/>
`,
    );
  });

  test('the page of a tier has its prose and its features, or says that there are none', () => {
    assert.equal(
      markdownPages.get('tiers/1/'),
      tierOne(`\
| Feature                                              | Category | Last change |
|------------------------------------------------------|----------|-------------|
| [\`red-lamp\`](https://x.example/features/red-lamp/)   | Lamp     | 2024-02-29  |
| [\`oak-board\`](https://x.example/features/oak-board/) | Board    | 2023-11-05  |`),
    );
    assert.equal(markdownPagesOf({ ...catalogue, features: [] }).get('tiers/1/'), tierOne('None.'));
  });

  test('the page of all requirements lists them below their tiers, and every feature with its exceptions', () => {
    assert.equal(
      markdownPages.get('requirements/'),
      `# Requirements

Each tier has its own requirements and those of every tier below it.

## Tier 1 — Kept Lit

- [Night watch](https://x.example/requirements/night-watch/) — unmet in 1 feature

## Tier 2 — May Go Dark

- [Wiring plan](https://x.example/requirements/wiring-plan/)
- [Spare bulb](https://x.example/requirements/spare-bulb/) — waived for 1 feature

## Feature by feature

This list names only exceptions. Every other requirement of a feature’s tier, and of the tiers below it, applies unless it is for other categories.

### Tier 1 — Kept Lit

- [\`red-lamp\`](https://x.example/features/red-lamp/): Spare bulb — waived: Its bulb is no longer made.
- [\`oak-board\`](https://x.example/features/oak-board/): nothing unmet

### Tier 2 — May Go Dark

- [Fog signal on \`UART-2\`](https://x.example/features/fog-signal/): Night watch — unmet: “night watch of the signal”; not in the policy — unmet: “agreement of the harbour office”

This page: <https://x.example/requirements/>
`,
    );
  });
});
