import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { difference } from '../../../../src/domain/diff/diff.ts';
import { diffMarkdown } from '../../../../src/output/diff/diff-markdown.ts';
import { lanternFile as file, snapshotOf } from '../../memory.ts';

const base = snapshotOf();
const markdown = (files: Record<string, string | undefined>) => diffMarkdown(difference(base, snapshotOf(files)));
const withEntry = (name: string, entry: string) => ({
  [`features/${name}.mdx`]: file(`features/${name}.mdx`).replace(
    'history:\n',
    `history:\n  - ${entry.trim().replaceAll('\n', '\n    ')}\n    source: https://git.example/1\n`,
  ),
});

test('A reformatting changes no meaning', () => {
  assert.equal(markdown({}), 'No change of meaning.\n\nSubject for the squash commit: `Reformat the content`\n');
});

test('Every change has its section, the weightiest first', () => {
  const text = markdown({
    ...withEntry('fog-signal', 'date: 2024-07-01\ntier: 1'),
    ...withEntry('oak-board', 'date: 2024-07-01\ntier: 2\nmissing:\n  - as: a `spare` bulb'),
    ...withEntry('pine-board', 'date: 2024-07-01\ntier: 2\nmissing:\n  - as: oil'),
    ...withEntry('red-lamp', 'date: 2024-07-01\nremoved: true\nnote: It burned.'),
    'features/bell.mdx': file('features/oak-board.mdx').replace('name: oak-board', 'name: bell'),
    'requirements/spare-bulb.mdx': file('requirements/spare-bulb.mdx').replace('bulb lies', 'bulb hangs'),
  });
  assert.equal(
    text,
    `### Promoted

- **Fog signal on UART-2**: Tier 2 → Tier 1; no longer missing: night watch of the signal, agreement of the harbour office

### Demoted

- **oak-board**: Tier 1 → Tier 2; missing: a spare bulb

### Added

- **bell**: Tier 1
- **pine-board**: again Tier 2; missing: oil

### Removed

- **red-lamp**: was Tier 1; It burned.

### The policy

- The words of requirement “Spare bulb” change:
  \`\`\`diff
  - A spare bulb lies in the store.
  + A spare bulb hangs in the store.
  \`\`\`

Subject for the squash commit: \`Promote Fog signal on UART-2 to Tier 1, and more\`
`,
  );
});

test('Missing words that name another requirement are told, and make the subject', () => {
  const signal = file('features/fog-signal.mdx').replace('        requirement: night-watch\n', '');
  const text = markdown({ 'features/fog-signal.mdx': signal });
  assert.match(
    text,
    /### Requirements met or newly missing\n\n- \*\*Fog signal on UART-2\*\*; another requirement is named, or none, by: night watch of the signal\n/,
  );
  assert.match(text, /: `Change which requirement Fog signal on UART-2 lacks/);
});

test('What breaks or rewrites is told', () => {
  const text = markdown({
    'features/fog-signal.mdx': undefined,
    'features/oak-board.mdx': file('features/oak-board.mdx').replace('pull/2', 'pull/3'),
  });
  assert.match(text, /### Addresses that would break\n\n- `\/features\/fog-signal\/`\n/);
  assert.match(
    text,
    /### History rewritten rather than added to\n\n- \*\*oak-board\*\*: the entry of 2023-11-05\n- \*\*Fog signal on UART-2\*\*: its file is gone; an entry with `removed: true` would keep its page\n/,
  );
});

test('Every kind of change has its line in its section', () => {
  const [some] = base.features;
  assert.ok(some);
  const feature = { ...some, name: '`lamp`  of_oil', tier: 2 };
  const gone = { ...feature, name: 'bell', tier: null };
  const text = diffMarkdown({
    features: [
      { kind: 'described', feature, fields: ['note', 'use'] },
      { kind: 'deleted', feature },
      { kind: 'rewritten', feature, dates: ['2024-01-02', '2024-01-01'] },
      { kind: 'waivers-changed', feature, added: ['oil', '`tar`'], ended: [] },
      { kind: 'waivers-changed', feature: gone, added: [], ended: ['oil'] },
      { kind: 'clarified', feature, words: ['oil', 'tar'] },
      { kind: 'requirements-changed', feature, met: [], missing: ['oil'] },
      { kind: 'requirements-changed', feature: gone, met: ['oil'], missing: [] },
      { kind: 'recategorised', feature, from: 'a_b', to: 'c_d' },
      { kind: 'renamed', feature, from: '`old`_name' },
      { kind: 'removed', feature: gone, from: 2, note: '' },
      { kind: 'removed', feature: gone, from: 3, note: 'It_rang.' },
      { kind: 'returned', feature, missing: [] },
      { kind: 'added', feature, missing: [] },
      { kind: 'demoted', feature, from: 1, to: 2, met: [], missing: [] },
      { kind: 'promoted', feature, from: 3, to: 2, met: ['oil'], missing: ['tar'] },
    ],
    policy: [
      { kind: 'requirement-added', what: 'a_b', tier: 1, words: 'One.\nTwo: three; four' },
      { kind: 'requirement-dropped', what: 'a_b', tier: 2, words: 'One.' },
      { kind: 'requirement-moved', what: 'a_b', from: 1, to: 2 },
      { kind: 'requirement-scope', what: 'a_b', from: ['c', 'd_e'], to: ['f', 'g_h'] },
      { kind: 'words', what: 'a_b', from: '\nOne.  Two.\n\n', to: 'One. Two.\n\nThree.' },
      { kind: 'renamed', what: 'a_b', to: 'c_d' },
      { kind: 'added', what: 'a_b' },
      { kind: 'dropped', what: 'a_b' },
    ],
    broken: ['a/', 'b`c/'],
  });
  assert.equal(
    text,
    `### Promoted

- **lamp of\\_oil**: Tier 3 → Tier 2; no longer missing: oil; missing: tar

### Demoted

- **lamp of\\_oil**: Tier 1 → Tier 2

### Added

- **lamp of\\_oil**: again Tier 2
- **lamp of\\_oil**: Tier 2

### Removed

- **bell**: was Tier 2
- **bell**: was Tier 3; It\\_rang.

### Renamed

- **lamp of\\_oil**: category a\\_b → c\\_d
- **lamp of\\_oil**: was old\\_name

### Requirements met or newly missing

- **lamp of\\_oil**; newly waived: oil, tar
- **bell**; waived no longer: oil
- **lamp of\\_oil**; another requirement is named, or none, by: oil, tar
- **lamp of\\_oil**: Tier 2; newly missing: oil
- **bell**: not tracked; met: oil

### The policy

- Tier 1 has a new requirement, **a\\_b**:
  \`\`\`diff
  + One.
  + Two:
  + three;
  + four
  \`\`\`
- Tier 2 no longer requires **a\\_b**:
  \`\`\`diff
  - One.
  \`\`\`
- Requirement **a\\_b** moves from Tier 1 to Tier 2
- Requirement **a\\_b** applied to c, d\\_e; it now applies to f, g\\_h
- The words of a\\_b change:
  \`\`\`diff
  + Three.
  \`\`\`
- a\\_b is now called c\\_d
- New: a\\_b
- Gone: a\\_b

### Addresses that would break

- \`/a/\`
- \`/b'c/\`

### History rewritten rather than added to

- **lamp of\\_oil**: its file is gone; an entry with \`removed: true\` would keep its page
- **lamp of\\_oil**: the entries of 2024-01-02, 2024-01-01

### Facts

- **lamp of\\_oil**: note, use

Subject for the squash commit: \`Promote lamp of_oil to Tier 2, and more\`
`,
  );
});

describe('Content is text in a comment, whatever it says', () => {
  test('no markup, no mention, no reference, no link', () => {
    const text = markdown(
      withEntry(
        'oak-board',
        'date: 2024-07-01\nremoved: true\nnote: "<b>@all</b> #1 [x](https://a.example) www.a.example *so*"',
      ),
    );
    const removed = (note: string) =>
      diffMarkdown({
        features: base.features.slice(0, 1).map((feature) => ({ kind: 'removed', feature, from: 1, note })),
        policy: [],
        broken: [],
      });
    const plain = 'a: b / c:/d "awww.e wwwf"';
    assert.ok(removed(plain).includes(`was Tier 1; ${plain}\n`));
    assert.ok(
      removed('{a} ![b] c|d ~e~ f\\g `h`\n\ni').includes(
        'was Tier 1; \\{a\\} \\!\\[b\\] c\\|d \\~e\\~ f\\\\g \\`h\\` i\n',
      ),
    );
    assert.ok(
      text.includes(
        '\\<b\\>@\u200ball\\</b\\> #\u200b1 \\[x\\]\\(https:\u200b//a.example\\) www\u200b.a.example \\*so\\*',
      ),
      text,
    );
  });

  test('a fence in the policy’s words ends nothing', () => {
    const text = markdown({
      'requirements/spare-bulb.mdx': `${file('requirements/spare-bulb.mdx')}\n\`\`\`\n@all\n\`\`\`\n`,
    });
    assert.equal(text.split('```').length, 3);
    assert.ok(text.includes("  + ''' @all '''\n"), text);
  });
});
