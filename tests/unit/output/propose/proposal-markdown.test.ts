import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Draft } from '../../../../src/domain/propose/draft.ts';
import { proposalMarkdown } from '../../../../src/output/propose/proposal-markdown.ts';
import { draftWith, special, catalogue, proposal } from './proposals.ts';

describe('A proposal as Markdown', () => {
  const requirementTexts = {
    'night-watch': ' Somebody is awake\nwho can mend it *by hand*.\n',
    'wiring-plan': 'There is a plan, with:\n\n* colours, and\n* fuses.',
  };
  const board = catalogue.features.find(({ id }) => id === 'oak-board');
  const ofBoard = (draft: Draft) =>
    proposalMarkdown(
      catalogue,
      { category: 'board', ...(board && { feature: board }) },
      proposal('board', draft),
      (path) => `https://x.example/${path}`,
      requirementTexts,
    );

  test('the proposal names the supported tier and quotes each requirement, the lowest tier first', () => {
    assert.equal(
      ofBoard(draftWith({ 'wiring-plan': 'yes', 'night-watch': 'no' }, ' a_watch ')),
      `\`oak-board\` (Board, now in Tier 1 — Kept Lit). Your answers support Tier 2 — May Go Dark. Tier 1: 1 unmet.

- [a_watch](https://x.example/requirements/night-watch/)

## Tier 2 — May Go Dark

### [Wiring plan](https://x.example/requirements/wiring-plan/)

> There is a plan, with:
>
> * colours, and
> * fuses.

**Yes.** ${special}

## Tier 1 — Kept Lit

### [Night watch](https://x.example/requirements/night-watch/)

> Somebody is awake
> who can mend it *by hand*.

**No.** Unmet for Tier 2: a_watch. ${special}
`,
    );
  });

  test('a "no" without text names the requirement, and an answer without evidence says so', () => {
    assert.ok(
      ofBoard(draftWith({ 'night-watch': 'no' }, ' ')).endsWith(
        `\n\n**No.** Unmet for Tier 2: Night watch. ${special}\n`,
      ),
    );
    const unsaid = draftWith({ 'wiring-plan': 'yes' });
    unsaid.answers['wiring-plan']!.note = ' ';
    assert.ok(ofBoard(unsaid).includes('\n\n**Yes.** No evidence was given.\n\n## Tier 1'));
    assert.match(
      ofBoard(draftWith({ 'wiring-plan': 'yes', 'night-watch': 'yes' })),
      /\)\. Your answers support Tier 1 — Kept Lit\.\n\n## Tier 2 — May Go Dark\n/,
    );
  });

  test('a proposal without the texts of the requirements quotes none of them', () => {
    const draft = { ...draftWith({ 'spare-bulb': 'waived' }), name: ' ', description: '\nIt is *blue*.\n' };
    draft.answers['spare-bulb']!.note = ' Nobody makes them. ';
    assert.equal(
      proposalMarkdown(catalogue, { category: 'lamp' }, proposal('lamp', draft), (path) => path),
      `New feature (Lamp, new). Your answers support Tier 2 — May Go Dark. Tier 1: 1 question left.

- [Night watch](requirements/night-watch/): not answered yet

It is \\*blue\\*.

## Tier 2 — May Go Dark

### [Spare bulb](requirements/spare-bulb/)

**Waived.** Nobody makes them.

## Tier 1 — Kept Lit

### [Night watch](requirements/night-watch/)

**Not answered yet.**
`,
    );
  });
});
