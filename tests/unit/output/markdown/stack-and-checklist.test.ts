import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checklistMarkdown, pairsMarkdown } from '../../../../src/output/markdown/stack-and-checklist.ts';
import { featureOf, lantern, requirementOf } from '../../lantern.ts';

const absolute = (path: string) => `https://x.example/${path}`;

const boxes = '- [ ] Yes, it is met\n- [ ] No\n- [ ] Waived';

test('the checklist has every requirement with its text and categories, the lowest tier first', () => {
  const catalogue = lantern();
  requirementOf(catalogue, 'night-watch').body = 'Somebody is awake\n\n\n\nwho can mend it.';
  assert.equal(
    checklistMarkdown(catalogue, absolute),
    `# Which tier fits my feature?

Each tier has its own requirements and those of every tier below it, so start with the lowest tier.

## Tier 2 — May Go Dark

### [Wiring plan](https://x.example/requirements/wiring-plan/)

Only for: Boards

> There is a plan of its wires, with:
>
> * colours, and
> * fuses.

${boxes}

### [Spare bulb](https://x.example/requirements/spare-bulb/)

Only for: Lamps

> A spare bulb lies in the store.

${boxes}

## Tier 1 — Kept Lit

### [Night watch](https://x.example/requirements/night-watch/)

> Somebody is awake
>
>
>
> who can mend it.

${boxes}`,
  );
});

test('the checklist names each category that a requirement applies to', () => {
  const catalogue = lantern();
  const [some] = catalogue.categories;
  assert.ok(some);
  catalogue.categories.push({ ...some, id: 'bell' });
  assert.ok(
    checklistMarkdown(catalogue, absolute).includes('requirements/night-watch/)\n\nOnly for: Lamps, Boards\n\n>'),
  );
});

const intro = `# Is my combination covered?

Your setup is only as well supported as its weakest part. The [status page](https://x.example/) lists the tier of each feature.`;

test('pairs are listed only if a requirement guarantees them, and its text comes before the table', () => {
  const catalogue = lantern();
  assert.equal(pairsMarkdown(catalogue, absolute), intro);
  requirementOf(catalogue, 'night-watch').guarantees = 'pairs';
  catalogue.features.push(
    { ...featureOf(catalogue, 'oak-board'), id: 'elm-board', name: 'elm-board' },
    { ...featureOf(catalogue, 'red-lamp'), id: 'blue-lamp', name: 'blue-lamp' },
  );
  assert.equal(
    pairsMarkdown(catalogue, absolute),
    `${intro}

## Which pairs the policy covers

Under “Night watch”, Tier 1 requires:

> Somebody is awake who can mend it *by hand*.

A pair is therefore covered if one of the two is in Tier 1, and the other is in Tier 1 and does not list this requirement as missing. Any other pair may work, but the policy does not guarantee it.

- On boards in Tier 1: [\`oak-board\`](https://x.example/features/oak-board/), [\`elm-board\`](https://x.example/features/elm-board/)

| Features                                             | On boards in Tier 1 |
|------------------------------------------------------|---------------------|
| [\`red-lamp\`](https://x.example/features/red-lamp/), [\`blue-lamp\`](https://x.example/features/blue-lamp/) | Covered             |
| [Fog signal on \`UART-2\`](https://x.example/features/fog-signal/) | Not covered         |`,
  );
});
