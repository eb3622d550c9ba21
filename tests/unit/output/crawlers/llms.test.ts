import assert from 'node:assert/strict';
import { test } from 'node:test';
import { llmsText } from '../../../../src/output/crawlers/llms.ts';
import { lantern } from '../../lantern.ts';

test('the guide has a title, a summary, and a link to the Markdown of every page', () => {
  assert.equal(
    llmsText(lantern(), (path) => `https://x.example/${path}`),
    `# Support Levels of Lantern

> What the makers of Lantern, a lighthouse controller, keep working, and what they leave to others.

Each page is also published as Markdown: add index.md to its address. The source of the policy is [the document](https://lantern.example/support.md).

## Site

- [The policy as one document](https://x.example/stability-tiers.md): every word and table of it
- [Status](https://x.example/index.md): every feature and its tier
- [Policy](https://x.example/policy/index.md): the same document as a page
- [Requirements](https://x.example/requirements/index.md): every requirement, and which features do not meet it
- [Changes](https://x.example/changes/index.md): every change of status, newest first
- [Snapshots](https://x.example/snapshots/index.md): the tables as they were on past days
- [API and data](https://x.example/data/index.md): files for programs: JSON with a schema, CSV and feeds
- [Files of the API](https://x.example/api/v1/index.md): each file of the API
- [Check a combination](https://x.example/stack/index.md): how well features are supported together
- [Propose a tier](https://x.example/propose/index.md): every requirement as a question, to find which tier fits a feature
- [Accessibility](https://x.example/accessibility/index.md): what was tested, and the known limits

## Tiers

- [Tier 1](https://x.example/tiers/1/index.md): Kept Lit
- [Tier 2](https://x.example/tiers/2/index.md): May Go Dark

## Features

- [Fog signal on \`UART-2\`](https://x.example/features/fog-signal/index.md): Tier 2. A lamp that blinks in fog.
- [\`red-lamp\`](https://x.example/features/red-lamp/index.md): Tier 1. The red lamp at the harbour's mouth.
- [\`oak-board\`](https://x.example/features/oak-board/index.md): Tier 1. The first board, in an oak case.
- [\`pine-board\`](https://x.example/features/pine-board/index.md): No longer tracked. A board in a pine case.

## Requirements

- [Night watch](https://x.example/requirements/night-watch/index.md): a requirement of Tier 1
- [Wiring plan](https://x.example/requirements/wiring-plan/index.md): a requirement of Tier 2
- [Spare bulb](https://x.example/requirements/spare-bulb/index.md): a requirement of Tier 2

## Optional

- [Lamps](https://x.example/categories/lamp/index.md): Lamps that the controller can switch.
- [Boards](https://x.example/categories/board/index.md): Circuit boards that the controller runs on.
- [Snapshot of 2024-06-01](https://x.example/snapshots/2024-06-01/index.md): the tables of that day
- [Snapshot of 2024-02-29](https://x.example/snapshots/2024-02-29/index.md): the tables of that day
- [Snapshot of 2023-11-05](https://x.example/snapshots/2023-11-05/index.md): the tables of that day
`,
  );
});
