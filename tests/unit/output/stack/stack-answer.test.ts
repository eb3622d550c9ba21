import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { markdownOf } from '../../../../src/output/stack/answer-blocks.ts';
import { readChoice } from '../../../../src/domain/stack/stack.ts';
import { pairRule, stackAnswer, verdict } from '../../../../src/output/stack/stack-answer.ts';
import { feature, lanternOutline } from '../../domain/outlines.ts';
import { fleet } from '../cards/fleet.ts';
import { textOf } from './spans.ts';

const outline = lanternOutline();
const choose = (search: string) => readChoice(outline.features, search);
const answer = (search: string) => markdownOf(stackAnswer(outline, choose(search).members), (path) => `/${path}`);

describe('the verdict', () => {
  const say = (search: string) => textOf(verdict(outline, choose(search)));
  test('names the tier of the whole and who holds it there', () => {
    assert.equal(say('?f=oak-board'), 'Tier 1 — Kept Lit.');
    assert.equal(say('?f=oak-board&f=red-lamp'), 'Tier 1 — Kept Lit, like every member.');
    assert.equal(
      say('?f=oak-board&f=fog-signal'),
      'Tier 2 — May Go Dark, like the weakest member: Fog signal on UART-2.',
    );
  });

  test('says what is removed, what is unknown, and when nothing is chosen', () => {
    assert.equal(say('?f=pine-board&f=oak-board'), 'In no tier: pine-board is no longer tracked.');
    assert.equal(say('?f=a&f=b'), 'Nothing is chosen yet. Left out, since no feature has such an id: a and b.');
    assert.equal(say(''), 'Nothing is chosen yet.');
  });
});

describe('the answer of a project with two tiers and no guarantee for pairs', () => {
  test('gives the weakest member only, and says nothing of pairs', () => {
    assert.equal(
      answer('?f=oak-board&f=fog-signal'),
      `## Why

- [Fog signal on \`UART-2\`](/features/fog-signal/) is in Tier 2. For Tier 1 it lacks: [night watch of the signal](/requirements/night-watch/) and agreement of the \`harbour\` office (no written requirement).

## Promised for the whole

- Tier 2: [Wiring plan](/requirements/wiring-plan/) and [Spare bulb](/requirements/spare-bulb/)

## Not promised for the whole

- Tier 1, only of [\`oak-board\`](/features/oak-board/): [Night watch](/requirements/night-watch/)

## Missing for Tier 1

- [Fog signal on \`UART-2\`](/features/fog-signal/), for Tier 1: [night watch of the signal](/requirements/night-watch/) and agreement of the \`harbour\` office (no written requirement)

## Switches

On by default: [\`oak-board\`](/features/oak-board/).
`,
    );
  });
});

const pick = (...ids: string[]) => fleet.features.filter(({ id }) => ids.includes(id));
const said = (...ids: string[]) => markdownOf(stackAnswer(fleet, pick(...ids)), (path) => path);
const part = (title: string, ...ids: string[]) =>
  said(...ids)
    .split('## ')
    .find((it) => it.startsWith(title)) ?? '';

describe('the answer of a project with three tiers and a guarantee for pairs', () => {
  test('says all that follows for a combination, part by part', () => {
    assert.equal(
      said('sloop', 'raft', 'anchor', 'flag'),
      `## Why

- [\`raft\`](features/raft/) is in Tier 3. For Tier 2 it lacks: [a \`dry\` berth](requirements/berth/).
- [\`flag\`](features/flag/) is in Tier 3. For Tier 2 it lacks: nothing that is listed.

## Promised for the whole

- Tier 3: [Paint](requirements/paint/) and [Rope](requirements/rope/)

## Not promised for the whole

- Tier 2, only of [Anchor of \`iron\`](features/anchor/): [It fits](requirements/fits/)
- Tier 2, only of [\`sloop\`](features/sloop/) and [Anchor of \`iron\`](features/anchor/): [Berth](requirements/berth/)
- Tier 2, only of [\`sloop\`](features/sloop/): [Keel](requirements/keel/)
- Tier 1, only of [\`sloop\`](features/sloop/): [Sea trial](requirements/trial/) and [Log book](requirements/log/)

## Pair by pair

- [Anchor of \`iron\`](features/anchor/) on [\`sloop\`](features/sloop/): promised, by “[It fits](requirements/fits/)”
- [\`flag\`](features/flag/) on [\`sloop\`](features/sloop/): the policy promises nothing
- [Anchor of \`iron\`](features/anchor/) on [\`raft\`](features/raft/): the policy promises nothing
- [\`flag\`](features/flag/) on [\`raft\`](features/raft/): the policy promises nothing

## Missing for Tier 1

- [\`raft\`](features/raft/), for Tier 2: [a \`dry\` berth](requirements/berth/). Not assessed yet, for Tier 1: [Sea trial](requirements/trial/) and [Log book](requirements/log/)
- [Anchor of \`iron\`](features/anchor/), for Tier 1: weight (no written requirement)
- [\`flag\`](features/flag/), for Tier 2: nothing that is listed. Not assessed yet, for Tier 1: [Sea trial](requirements/trial/)

## Switches

On by default: [\`sloop\`](features/sloop/).

Rust code:

\`\`\`rust
yard.heavy_anchor(true);
\`\`\`

Command line:

\`\`\`sh
launch --raft --gear anchor,flag
\`\`\`

Compiled in by Cargo features: \`iron\` and \`cloth\`.
`,
    );
  });

  test('says of the highest tier that nothing is left open, and has no part without lines', () => {
    assert.equal(
      said('sloop', 'oar'),
      `## Why

- [\`sloop\`](features/sloop/) is in Tier 1, the highest.
- [\`oar\`](features/oar/) is in Tier 1, the highest.

## Promised for the whole

- Tier 3: [Paint](requirements/paint/) and [Rope](requirements/rope/)
- Tier 2: [It fits](requirements/fits/), [Berth](requirements/berth/) and [Keel](requirements/keel/)
- Tier 1: [Sea trial](requirements/trial/) and [Log book](requirements/log/)

## Not promised for the whole

Nothing that the policy asks of a member is left open.

## Pair by pair

- [\`oar\`](features/oar/) on [\`sloop\`](features/sloop/): promised, by “[It fits](requirements/fits/)”

## Switches

On by default: [\`sloop\`](features/sloop/) and [\`oar\`](features/oar/).
`,
    );
  });

  test('says of what is removed what is known of it, and promises nothing', () => {
    assert.equal(
      said('punt', 'pole'),
      `## Why

- [\`punt\`](features/punt/) is no longer tracked, since 1 June 2024: It sank. [\`raft\`](features/raft/) took its place.
- [\`pole\`](features/pole/) is no longer tracked.

## Promised for the whole

Nothing.

## Not promised for the whole

- Tier 3, of no member: [Paint](requirements/paint/) and [Rope](requirements/rope/)
- Tier 2, of no member: [It fits](requirements/fits/), [Berth](requirements/berth/) and [Keel](requirements/keel/)
- Tier 1, of no member: [Sea trial](requirements/trial/) and [Log book](requirements/log/)

## Pair by pair

- [\`pole\`](features/pole/) on [\`punt\`](features/punt/): the policy promises nothing
`,
    );
  });

  test('says what to choose where there is no pair', () => {
    for (const only of ['sloop', 'oar'])
      assert.equal(
        part('Pair', only),
        'Pair by pair\n\nThere is no pair: choose one of Hulls, and something that runs on it.\n\n',
      );
  });

  test('names each further tier that nobody has assessed, the nearest first', () => {
    const low = { ...fleet, features: [feature('dinghy', { category: 'hull', level: 4 })] };
    const line =
      '- [`dinghy`](features/dinghy/), for Tier 3: nothing that is listed. Not assessed yet, for Tier 2: [Berth](requirements/berth/) and [Keel](requirements/keel/). ' +
      'Not assessed yet, for Tier 1: [Sea trial](requirements/trial/) and [Log book](requirements/log/)';
    assert.ok(
      markdownOf(stackAnswer(low, low.features), (path) => path)
        .split('\n')
        .includes(line),
    );
  });

  test('says of the switches what there is of them, and calls what is not Rust as the content does', () => {
    const switches = (...uses: (typeof fleet.features)[number]['use'][]) =>
      markdownOf(
        stackAnswer(
          fleet,
          uses.map((use) => feature('mast', { use })),
        ),
        (path) => path,
      ).split('## Switches\n\n')[1];
    assert.equal(
      switches({ api: 'Yard::mast' }, { api: 'Yard::sail' }),
      'Rust code:\n\n```rust\nyard.mast(true);\nyard.sail(true);\n```\n',
    );
    assert.equal(switches({ api: 'yard_mast' }), 'Calls:\n\n```\nyard_mast\n```\n');
    assert.equal(switches({ cli: '--mast' }), 'Command line:\n\n```sh\nlaunch --mast\n```\n');
    assert.equal(switches({ cargo: 'mast' }), 'Compiled in by Cargo features: `mast`.\n');
    assert.equal(switches({}), undefined);
    const parts = stackAnswer(fleet, [feature('mast', { use: { api: 'Yard::mast', cli: '--mast', cargo: 'mast' } })]);
    assert.deepEqual(
      parts.slice(-4).map(({ kind }) => kind),
      ['heading', 'code', 'code', 'says'],
    );
  });

  test('says nothing of pairs without a platform or without a guarantee', () => {
    const hulls = { ...fleet, categories: fleet.categories.map((it) => ({ ...it, platform: false })) };
    const loose = { ...fleet, requirements: fleet.requirements.filter(({ id }) => id !== 'fits') };
    for (const without of [hulls, loose])
      assert.ok(!markdownOf(stackAnswer(without, pick('sloop', 'oar')), (path) => path).includes('Pair'));
  });

  test('has a verdict for several weakest members, whatever is left out', () => {
    const say = (unknown: string[], ...ids: string[]) => verdict(fleet, { members: pick(...ids), unknown });
    const left = ' Left out, since no feature has such an id: x.';
    assert.equal(
      textOf(say(['x'], 'sloop', 'raft', 'flag')),
      `Tier 3 — Ashore, like the weakest members: raft and flag.${left}`,
    );
    assert.equal(textOf(say(['x'], 'sloop', 'oar')), `Tier 1 — Afloat, like every member.${left}`);
    assert.equal(textOf(say(['x'], 'punt', 'pole', 'oar')), `In no tier: punt and pole are no longer tracked.${left}`);
    assert.deepEqual(say([], 'oar'), [
      { text: 'Tier 1 — Afloat', code: false },
      { text: '.', code: false },
    ]);
    assert.deepEqual(say(['x'])[2], { text: 'x', code: true });
  });
});

test('what a guarantee means for pairs is said by the tier that asks for it', () => {
  const rule = (tier: string) =>
    `So a pair is promised when one of the two is in Tier 1 and the other has to meet this: it is in ${tier}, and its status does not say that it lacks it. Of any other pair the policy promises nothing, which does not mean that it fails.`;
  assert.deepEqual(
    [1, 2].map((level) => pairRule({ level })),
    [rule('Tier 1'), rule('Tier 2 or a higher one')],
  );
});
