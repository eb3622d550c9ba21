import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { checkContent } from '../../../../src/check/check-content.ts';
import { documentMarkdown, tierMarkdown } from '../../../../src/output/markdown/document.ts';
import { fixtures, lantern } from '../../lantern.ts';

const absolute = (path: string) => `https://x.example/${path}`;

describe('The policy as one document', () => {
  test('a tier below a heading of the document has its text and no second heading', () => {
    const { catalogue } = checkContent(join(fixtures, 'five-tiers'));
    assert.ok(catalogue);
    const text = documentMarkdown(catalogue, absolute);
    const [, below = ''] = text.split('### Tier 1 with Tools - Works and Builds Itself\n');
    assert.match(below, /^\n\|[^#]*\nEverything is tested on the machine itself\.\n/);
  });

  test('the document has its headings, tables, notes and lists in order', () => {
    assert.equal(
      documentMarkdown(lantern(), absolute),
      `# How Lantern Is Supported

Lantern runs on a coast, far from a workshop. This page says what its makers
repair at night, and what waits until the morning.

## What Stands Where

The tables follow the keeper's log.

#### Tier 1

| Category | Description |
|----------|-------------|
| Lamp     | \`red-lamp\`  |
| Board    | \`oak-board\` |

#### Tier 2

| Category | Description                 | Missing Tier 1 Requirements                          |
|----------|-----------------------------|------------------------------------------------------|
| Lamp     | Fog signal on \`UART-2\` [^1] | night watch of the signal, agreement of the \`harbour\` office |

[^1]: Nobody has heard it since the *great* storm; see [the policy](https://x.example/policy/#tier-2).

## What the Levels Mean

A level is a promise by the keepers.

#### Tier 2 - May Go Dark

It is mended when there is time.

* There is a plan of its wires, with:

  * colours, and
  * fuses.

* A spare bulb lies in the store.

#### Tier 1 - Kept Lit

The keepers get up for it.

* Somebody is awake who can mend it *by hand*.

Nothing else is promised.
`,
    );
  });

  test('a category is in italics if the document writes it in italics', () => {
    const catalogue = lantern();
    for (const category of catalogue.categories) if (category.id === 'lamp') category.written = '*Lamp*';
    assert.match(documentMarkdown(catalogue, absolute), /^\| \*Lamp\*\s+\| `red-lamp`\s+\|$/m);
  });

  test('a tier without requirements has only its prose', () => {
    const [tier] = lantern().tiers;
    assert.ok(tier);
    assert.equal(
      tierMarkdown({ ...tier, requirements: [], groups: [] }, absolute),
      'The keepers get up for it.\n\nNothing else is promised.',
    );
  });
});
