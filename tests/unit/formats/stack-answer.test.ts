import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markdownOf, textOf } from '../../../src/formats/blocks.ts';
import { pairRule, stackAnswer, verdict } from '../../../src/formats/stack-answer.ts';
import { readChoice } from '../../../src/domain/stack.ts';
import { lanternOutline } from '../domain/outlines.ts';

const outline = lanternOutline();
const choose = (search: string) => readChoice(outline.features, search);
const answer = (search: string) => markdownOf(stackAnswer(outline, choose(search).members), (path) => `/${path}`);

describe('the verdict', () => {
  const say = (search: string) => textOf(verdict(outline, choose(search)));
  test('names the tier of the whole and who holds it there', () => {
    assert.equal(say('?f=oak-board'), 'Tier 1 — Kept Lit.');
    assert.equal(say('?f=oak-board&f=red-lamp'), 'Tier 1 — Kept Lit, like every member.');
    assert.equal(say('?f=oak-board&f=fog-signal'), 'Tier 2 — May Go Dark, like the weakest member: Fog signal on UART-2.');
  });

  test('says what is removed, what is unknown, and when nothing is chosen', () => {
    assert.equal(say('?f=pine-board&f=oak-board'), 'In no tier: pine-board is no longer tracked.');
    assert.equal(say('?f=a&f=b'), 'Nothing is chosen yet. Left out, since no feature has such an id: a and b.');
    assert.equal(say(''), 'Nothing is chosen yet.');
  });
});

describe('the answer of a project with two tiers and no guarantee for pairs', () => {
  test('gives the weakest member only, and says nothing of pairs', () => {
    assert.equal(answer('?f=oak-board&f=fog-signal'), `## Why

- [Fog signal on ](/features/fog-signal/)[\`UART-2\`](/features/fog-signal/) is in Tier 2. For Tier 1 it lacks: [night watch of the signal](/requirements/night-watch/) and agreement of the \`harbour\` office (no written requirement).

## Promised for the whole

- Tier 2: [Wiring plan](/requirements/wiring-plan/) and [Spare bulb](/requirements/spare-bulb/)

## Not promised for the whole

- Tier 1, only of [\`oak-board\`](/features/oak-board/): [Night watch](/requirements/night-watch/)

## Missing for Tier 1

- [Fog signal on ](/features/fog-signal/)[\`UART-2\`](/features/fog-signal/), for Tier 1: [night watch of the signal](/requirements/night-watch/) and agreement of the \`harbour\` office (no written requirement)

## Switches

On by default: [\`oak-board\`](/features/oak-board/).
`);
  });

  test('says of what is removed since when, why, and what took its place', () => {
    assert.match(answer('?f=pine-board'), /- \[`pine-board`\]\(\/features\/pine-board\/\) is no longer tracked, since 1 June 2024: The case rotted\. \[`oak-board`\]\(\/features\/oak-board\/\) took its place\.\n\n## Promised for the whole\n\nNothing\./);
  });
});

test('what a guarantee means for pairs is said by the tier that asks for it', () => {
  assert.match(pairRule({ level: 3 }), /one of the two is in Tier 1 and the other has to meet this: it is in Tier 3 or a higher one, and/);
  assert.match(pairRule({ level: 1 }), /has to meet this: it is in Tier 1, and/);
});
