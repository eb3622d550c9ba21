import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markdownOf } from '../../../../src/output/stack/answer-blocks.ts';
import { readChoice } from '../../../../src/domain/stack/stack.ts';
import { stackAnswer, verdict } from '../../../../src/output/stack/stack-answer.ts';
import { pairRule } from '../../../../src/output/words/page-words.ts';
import { feature, lanternCatalogue } from '../../domain/plain-catalogues.ts';
import { ships } from './ships.ts';
import { textOf } from './spans.ts';

const catalogue = lanternCatalogue();
const choiceIn = (search: string) => readChoice(catalogue.features, search);
const lanternAnswer = (search: string) =>
  markdownOf(stackAnswer(catalogue, choiceIn(search).members), (it) => `/${it}`);

describe('The verdict', () => {
  const verdictText = (search: string) => textOf(verdict(catalogue, choiceIn(search)));
  test('the verdict names the tier of the combination and the features that limit it', () => {
    assert.equal(verdictText('?f=oak-board'), 'Tier 1 — Kept Lit');
    assert.equal(verdictText('?f=oak-board&f=red-lamp'), 'Tier 1 — Kept Lit');
    assert.equal(verdictText('?f=oak-board&f=fog-signal'), 'Tier 2 — May Go Dark, because of Fog signal on UART-2');
  });

  test('the verdict names removed and unknown features, and asks for a selection if there is none', () => {
    assert.equal(verdictText('?f=pine-board&f=oak-board'), 'In no tier, because pine-board is no longer tracked');
    assert.equal(verdictText('?f=a&f=b'), 'Select what you use to see the result. Unknown feature: a and b');
    assert.equal(verdictText(''), 'Select what you use to see the result');
  });
});

describe('The answer of a project with two tiers and no guarantee for pairs', () => {
  test('the answer begins with what is not covered and does not mention pairs', () => {
    assert.equal(
      lanternAnswer('?f=oak-board&f=fog-signal'),
      `## Not covered

- Required by Tier 1, but covered only for [\`oak-board\`](/features/oak-board/): [Night watch](/requirements/night-watch/)

## Still needed for Tier 1

- [Fog signal on \`UART-2\`](/features/fog-signal/), for Tier 1: [night watch of the signal](/requirements/night-watch/) and agreement of the \`harbour\` office (listed as missing, though the policy has no such requirement)

## Covered for everything you selected

- Required by Tier 2: [Wiring plan](/requirements/wiring-plan/) and [Spare bulb](/requirements/spare-bulb/)

## How to enable it

On by default: [\`oak-board\`](/features/oak-board/)
`,
    );
  });
});

const shipsNamed = (...ids: string[]) => ships.features.filter(({ id }) => ids.includes(id));
const shipsAnswer = (...ids: string[]) => markdownOf(stackAnswer(ships, shipsNamed(...ids)), (path) => path);
describe('The answer of a project with three tiers and a guarantee for pairs', () => {
  test('the answer has every section for a combination, in order', () => {
    assert.equal(
      shipsAnswer('sloop', 'raft', 'anchor', 'flag'),
      `## Not covered

- [\`flag\`](features/flag/) on [\`sloop\`](features/sloop/): not guaranteed to work together
- [Anchor of \`iron\`](features/anchor/) on [\`raft\`](features/raft/): not guaranteed to work together
- [\`flag\`](features/flag/) on [\`raft\`](features/raft/): not guaranteed to work together
- Required by Tier 2, but covered only for [Anchor of \`iron\`](features/anchor/): [It fits](requirements/fits/)
- Required by Tier 2, but covered only for [\`sloop\`](features/sloop/) and [Anchor of \`iron\`](features/anchor/): [Berth](requirements/berth/)
- Required by Tier 2, but covered only for [\`sloop\`](features/sloop/): [Keel](requirements/keel/)
- Required by Tier 1, but covered only for [\`sloop\`](features/sloop/): [Sea trial](requirements/trial/) and [Log book](requirements/log/)

## Still needed for Tier 1

- [\`raft\`](features/raft/), for Tier 2: [a \`dry\` berth](requirements/berth/). Not assessed yet for Tier 1: [Sea trial](requirements/trial/) and [Log book](requirements/log/)
- [Anchor of \`iron\`](features/anchor/), for Tier 1: weight (listed as missing, though the policy has no such requirement)
- [\`flag\`](features/flag/), for Tier 2: nothing is listed. Not assessed yet for Tier 1: [Sea trial](requirements/trial/)

## Covered for everything you selected

- [Anchor of \`iron\`](features/anchor/) on [\`sloop\`](features/sloop/), guaranteed by “[It fits](requirements/fits/)”
- Required by Tier 3: [Paint](requirements/paint/) and [Rope](requirements/rope/)

## How to enable it

On by default: [\`sloop\`](features/sloop/)

Rust code:

\`\`\`rust
yard.heavy_anchor(true);
\`\`\`

Not in this code: [\`raft\`](features/raft/) and [\`flag\`](features/flag/).

Command line:

\`\`\`sh
launch --raft --gear anchor,flag
\`\`\`

Compiled in by Cargo features: \`iron\` and \`cloth\`.
`,
    );
  });

  test('the answer leaves out empty sections', () => {
    assert.equal(
      shipsAnswer('sloop', 'oar'),
      `## Covered for everything you selected

- [\`oar\`](features/oar/) on [\`sloop\`](features/sloop/), guaranteed by “[It fits](requirements/fits/)”
- Required by Tier 3: [Paint](requirements/paint/) and [Rope](requirements/rope/)
- Required by Tier 2: [It fits](requirements/fits/), [Berth](requirements/berth/) and [Keel](requirements/keel/)
- Required by Tier 1: [Sea trial](requirements/trial/) and [Log book](requirements/log/)

## How to enable it

On by default: [\`sloop\`](features/sloop/) and [\`oar\`](features/oar/)
`,
    );
  });

  test('the answer gives what is known of removed features and covers nothing', () => {
    assert.equal(
      shipsAnswer('punt', 'pole'),
      `## Not covered

- [\`punt\`](features/punt/) is no longer tracked since 1 June 2024: It sank. [\`raft\`](features/raft/) took its place.
- [\`pole\`](features/pole/) is no longer tracked
- [\`pole\`](features/pole/) on [\`punt\`](features/punt/): not guaranteed to work together
- Required by Tier 3, but not covered for any of them: [Paint](requirements/paint/) and [Rope](requirements/rope/)
- Required by Tier 2, but not covered for any of them: [It fits](requirements/fits/), [Berth](requirements/berth/) and [Keel](requirements/keel/)
- Required by Tier 1, but not covered for any of them: [Sea trial](requirements/trial/) and [Log book](requirements/log/)
`,
    );
  });

  test('the answer begins with warnings and does not cover what evidence contradicts', () => {
    const [sloop] = shipsNamed('sloop');
    const feature = { ...sloop!, warning: 'It leaks.', disputed: ['keel'] };
    const written = markdownOf(stackAnswer(ships, [feature]), (path) => path);
    assert.match(written, /^## Warnings\n\n- \[`sloop`\]\(features\/sloop\/\): It leaks\.\n\n## Not covered\n/);
    assert.match(written, /: evidence contradicts \[Keel\]/);
    assert.doesNotMatch(written.split('## Covered')[1] ?? '', /Keel/);
  });

  test('the answer names the tiers that are not assessed yet, the nearest first', () => {
    const low = { ...ships, features: [feature('dinghy', { category: 'hull', level: 4 })] };
    const line =
      '- [`dinghy`](features/dinghy/), for Tier 3: nothing is listed. Not assessed yet for Tier 2: [Berth](requirements/berth/) and [Keel](requirements/keel/). ' +
      'Not assessed yet for Tier 1: [Sea trial](requirements/trial/) and [Log book](requirements/log/)';
    assert.ok(
      markdownOf(stackAnswer(low, low.features), (path) => path)
        .split('\n')
        .includes(line),
    );
  });

  test('the answer has only the switches that exist, and copies calls that are not Rust', () => {
    const switches = (...uses: (typeof ships.features)[number]['use'][]) =>
      markdownOf(
        stackAnswer(
          ships,
          uses.map((use) => feature('mast', { use })),
        ),
        (path) => path,
      ).split('## How to enable it\n\n')[1];
    assert.equal(
      switches({ api: 'Yard::mast' }, { api: 'Yard::sail' }),
      'Rust code:\n\n```rust\nyard.mast(true);\nyard.sail(true);\n```\n',
    );
    assert.equal(
      switches({ api: 'Yard::mast' }, { cApi: 'yard_sail' }),
      'Rust code:\n\n```rust\nyard.mast(true);\n```\n\nNot in this code: [`mast`](features/mast/).\n',
    );
    assert.equal(switches({ api: 'yard_mast' }), 'Calls:\n\n```\nyard_mast\n```\n');
    assert.equal(switches({ cli: '--mast' }), 'Command line:\n\n```sh\nlaunch --mast\n```\n');
    assert.equal(switches({ cargo: 'mast' }), 'Compiled in by Cargo features: `mast`.\n');
    assert.equal(switches({}), undefined);
    const parts = stackAnswer(ships, [feature('mast', { use: { api: 'Yard::mast', cli: '--mast', cargo: 'mast' } })]);
    assert.deepEqual(
      parts.slice(-4).map(({ kind }) => kind),
      ['heading', 'code', 'code', 'says'],
    );
  });

  test('the answer does not mention pairs without a platform or without a guarantee', () => {
    const hulls = { ...ships, categories: ships.categories.map((it) => ({ ...it, platform: false })) };
    const loose = { ...ships, requirements: ships.requirements.filter(({ id }) => id !== 'fits') };
    for (const without of [hulls, loose])
      assert.ok(!markdownOf(stackAnswer(without, shipsNamed('sloop', 'oar')), (path) => path).includes('on [`sloop`]'));
  });

  test('the verdict names several weakest features and any unknown feature', () => {
    const verdictOf = (unknown: string[], ...ids: string[]) => verdict(ships, { members: shipsNamed(...ids), unknown });
    const ending = '. Unknown feature: x';
    assert.equal(
      textOf(verdictOf(['x'], 'sloop', 'raft', 'flag')),
      `Tier 3 — Ashore, because of raft and flag${ending}`,
    );
    assert.equal(textOf(verdictOf(['x'], 'sloop', 'oar')), `Tier 1 — Afloat${ending}`);
    assert.equal(
      textOf(verdictOf(['x'], 'punt', 'pole', 'oar')),
      `In no tier, because punt and pole are no longer tracked${ending}`,
    );
    assert.deepEqual(verdictOf([], 'oar'), [{ text: 'Tier 1 — Afloat', code: false }]);
    assert.deepEqual(verdictOf(['x'])[2], { text: 'x', code: true });
  });
});

test('the rule for pairs depends on the tier that requires the guarantee', () => {
  const rule = (tier: string) =>
    `A pair is therefore covered if one of the two is in Tier 1, and the other is in ${tier} and does not list this requirement as missing. Any other pair may work, but the policy does not guarantee it.`;
  assert.deepEqual(
    ships.tiers.slice(0, 2).map((tier) => pairRule(ships.tiers, tier)),
    [rule('Tier 1'), rule('Tier 2 or higher')],
  );
});
