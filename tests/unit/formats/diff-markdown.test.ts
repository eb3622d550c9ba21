import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { difference } from '../../../src/domain/diff.ts';
import { diffMarkdown } from '../../../src/formats/diff-markdown.ts';
import { lanternFile as file, snapshotOf } from '../memory.ts';

const base = snapshotOf();
const markdown = (files: Record<string, string | undefined>) => diffMarkdown(difference(base, snapshotOf(files)));
const withEntry = (name: string, entry: string) => ({
  [`features/${name}.mdx`]: file(`features/${name}.mdx`).replace('history:\n', `history:\n  - ${entry.trim().replaceAll('\n', '\n    ')}\n    source: https://git.example/1\n`),
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
  assert.equal(text, `### Promoted

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
`);
});

test('Missing words that name another requirement are told, and make the subject', () => {
  const signal = file('features/fog-signal.mdx').replace('        requirement: night-watch\n', '');
  const text = markdown({ 'features/fog-signal.mdx': signal });
  assert.match(text, /### Requirements met or newly missing\n\n- \*\*Fog signal on UART-2\*\*; another requirement is named, or none, by: night watch of the signal\n/);
  assert.match(text, /: `Change which requirement Fog signal on UART-2 lacks/);
});

test('What breaks or rewrites is told', () => {
  const text = markdown({
    'features/fog-signal.mdx': undefined,
    'features/oak-board.mdx': file('features/oak-board.mdx').replace('pull/2', 'pull/3'),
  });
  assert.match(text, /### Addresses that would break\n\n- `\/features\/fog-signal\/`\n/);
  assert.match(text, /### History rewritten rather than added to\n\n- \*\*oak-board\*\*: the entry of 2023-11-05\n- \*\*Fog signal on UART-2\*\*: its file is gone; an entry with `removed: true` would keep its page\n/);
});

test('Smaller changes have a line each', () => {
  const text = markdown({
    ...withEntry('fog-signal', 'date: 2024-07-01\ntier: 2\nmissing:\n  - as: oil'),
    'features/oak-board.mdx': file('features/oak-board.mdx').replace('name: oak-board', 'name: Oak').replace('category: board', 'category: lamp').replace('The first', 'The old'),
    'categories.yaml': `${file('categories.yaml')}- id: bell\n  name: Bell\n  plural: Bells\n  description: Bells.\n`,
    'requirements/wiring-plan.mdx': file('requirements/wiring-plan.mdx').replace('  - board', '  - lamp').replace('title: Wiring plan', 'title: Plan'),
  });
  for (const line of [
    '- **Fog signal on UART-2**: Tier 2; met: night watch of the signal, agreement of the harbour office; newly missing: oil',
    '- **Oak**: was oak-board', '- **Oak**: category board → lamp', '- **Oak**: description', '- New: category Bell',
    '- Wiring plan is now called Plan', '- Requirement **Plan** applied to board; it now applies to lamp',
  ]) assert.ok(text.split('\n').includes(line), `${line}\n\n${text}`);
});

describe('Content is text in a comment, whatever it says', () => {
  test('no markup, no mention, no reference, no link', () => {
    const text = markdown(withEntry('oak-board', 'date: 2024-07-01\nremoved: true\nnote: "<b>@all</b> #1 [x](https://a.example) www.a.example *so*"'));
    assert.ok(text.includes('\\<b\\>@\u200ball\\</b\\> #\u200b1 \\[x\\]\\(https:\u200b//a.example\\) www\u200b.a.example \\*so\\*'), text);
  });

  test('a fence in the policy’s words ends nothing', () => {
    const text = markdown({ 'requirements/spare-bulb.mdx': `${file('requirements/spare-bulb.mdx')}\n\`\`\`\n@all\n\`\`\`\n` });
    assert.equal(text.split('```').length, 3);
  });
});
