import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { difference, type FeatureChange } from '../../../../src/domain/diff/diff.ts';
import type { Published } from '../../../../src/domain/diff/snapshot.ts';
import { lanternFile, snapshotOf } from '../../memory.ts';

const file = lanternFile;
const base = snapshotOf();

/** What is told of features when some files are others, without the features themselves. */
const changes = (files: Record<string, string | undefined>) =>
  difference(base, snapshotOf(files)).features.map(({ feature, ...change }: FeatureChange) => ({
    id: feature.id,
    ...change,
  }));
const withEntry = (name: string, entry: string) => ({
  [`features/${name}.mdx`]: file(`features/${name}.mdx`).replace(
    'history:\n',
    `history:\n  - ${entry.trim().replaceAll('\n', '\n    ')}\n    source: https://git.example/1\n`,
  ),
});

const waived = (id: string) => `waived:\n  - requirement: ${id}\n    reason: Rain.\n    source: https://git.example/2`;

describe('A reformatting has no meaning', () => {
  test('other line breaks, quotes, order of keys and comments', () => {
    assert.deepEqual(
      difference(
        base,
        snapshotOf({
          'features/red-lamp.mdx': file('features/red-lamp.mdx').replace(
            'name: red-lamp',
            '# The lamp\nname: "red-lamp"',
          ),
          'requirements/wiring-plan.mdx': file('requirements/wiring-plan.mdx').replace(
            'There is a plan',
            'There\nis a plan',
          ),
          'policy/document.mdx': file('policy/document.mdx').replace(' by the', '\nby the'),
        }),
      ),
      { features: [], policy: [], broken: [] },
    );
  });
});

describe('A change of a feature is told as what it means', () => {
  test('promoted, with what is met', () => {
    assert.deepEqual(changes(withEntry('fog-signal', 'date: 2024-07-01\ntier: 1')), [
      {
        id: 'fog-signal',
        kind: 'promoted',
        from: 2,
        to: 1,
        met: ['night watch of the signal', 'agreement of the `harbour` office'],
        missing: [],
      },
    ]);
  });

  test('demoted, with what is missing', () => {
    assert.deepEqual(changes(withEntry('oak-board', 'date: 2024-07-01\ntier: 2\nmissing:\n  - as: oil')), [
      { id: 'oak-board', kind: 'demoted', from: 1, to: 2, met: [], missing: ['oil'] },
    ]);
  });

  test('removed, with the reason', () => {
    assert.deepEqual(changes(withEntry('oak-board', 'date: 2024-07-01\nremoved: true\nnote: It burned.')), [
      { id: 'oak-board', kind: 'removed', from: 1, note: 'It burned.' },
    ]);
  });

  test('returned', () => {
    assert.deepEqual(changes(withEntry('pine-board', 'date: 2024-07-01\ntier: 2')), [
      { id: 'pine-board', kind: 'returned', missing: [] },
    ]);
  });

  test('added', () => {
    const bell = file('features/oak-board.mdx').replace('name: oak-board', 'name: bell');
    assert.deepEqual(changes({ 'features/bell.mdx': bell }), [{ id: 'bell', kind: 'added', missing: [] }]);
  });

  test('requirements met and newly missing', () => {
    assert.deepEqual(
      changes(
        withEntry(
          'fog-signal',
          'date: 2024-07-01\ntier: 2\nmissing:\n  - as: oil\n  - as: night watch of the signal\n    requirement: night-watch',
        ),
      ),
      [
        {
          id: 'fog-signal',
          kind: 'requirements-changed',
          met: ['agreement of the `harbour` office'],
          missing: ['oil'],
        },
      ],
    );
  });

  test('renamed, under the old id or a new one, and moved to another category', () => {
    const oak = file('features/oak-board.mdx');
    assert.deepEqual(changes({ 'features/oak-board.mdx': oak.replace('name: oak-board', 'name: Oak') }), [
      { id: 'oak-board', kind: 'renamed', from: 'oak-board' },
    ]);
    assert.deepEqual(
      changes({
        'features/oak-board.mdx': undefined,
        'features/oak.mdx': oak.replace('use:', 'formerIds: [oak-board]\nuse:'),
        'features/pine-board.mdx': file('features/pine-board.mdx').replace('successor: oak-board', 'successor: oak'),
      }),
      [{ id: 'oak', kind: 'renamed', from: 'oak-board' }],
    );
    assert.deepEqual(changes({ 'features/oak-board.mdx': oak.replace('category: board', 'category: lamp') }), [
      { id: 'oak-board', kind: 'recategorised', from: 'board', to: 'lamp' },
    ]);
  });

  test('newly waived, and waived no longer', () => {
    assert.deepEqual(changes(withEntry('oak-board', 'date: 2024-07-01\ntier: 1\n' + waived('wiring-plan'))), [
      { id: 'oak-board', kind: 'waivers-changed', added: ['wiring-plan'], ended: [] },
    ]);
    assert.deepEqual(changes(withEntry('red-lamp', `date: 2024-07-01\ntier: 1\n${waived('night-watch')}`)), [
      { id: 'red-lamp', kind: 'waivers-changed', added: ['night-watch'], ended: ['spare-bulb'] },
    ]);
  });

  test('whose waivers are not told of what is removed or returns', () => {
    assert.deepEqual(
      changes(withEntry('red-lamp', 'date: 2024-07-01\nremoved: true\nnote: It burned.')).map(({ kind }) => kind),
      ['removed'],
    );
    assert.deepEqual(
      changes(withEntry('pine-board', `date: 2024-07-01\ntier: 2\n${waived('wiring-plan')}`)).map(({ kind }) => kind),
      ['returned'],
    );
  });

  test('another requirement that the same missing words name', () => {
    const signal = file('features/fog-signal.mdx').replace('        requirement: night-watch\n', '');
    assert.deepEqual(changes({ 'features/fog-signal.mdx': signal }), [
      { id: 'fog-signal', kind: 'clarified', words: ['night watch of the signal'] },
      { id: 'fog-signal', kind: 'rewritten', dates: ['2023-11-05'] },
    ]);
  });

  test('facts, by the names of their fields', () => {
    assert.deepEqual(
      changes({ 'features/fog-signal.mdx': file('features/fog-signal.mdx').replace('  - mist', '  - haze') }),
      [{ id: 'fog-signal', kind: 'described', fields: ['aliases'] }],
    );
  });
});

describe('History that was published is added to', () => {
  test('a rewritten entry is told with its date', () => {
    assert.deepEqual(
      changes({ 'features/oak-board.mdx': file('features/oak-board.mdx').replace('tier: 1', 'tier: 2') }),
      [
        { id: 'oak-board', kind: 'demoted', from: 1, to: 2, met: [], missing: [] },
        { id: 'oak-board', kind: 'rewritten', dates: ['2023-11-05'] },
      ],
    );
  });

  test('so is one that is gone', () => {
    const short = file('features/pine-board.mdx').replace(
      / {2}- date: 2023-11-05[\s\S]*(?=---)/,
      '  - date: 2023-01-01\n    tier: 2\n    source: https://git.example/1\n',
    );
    assert.deepEqual(
      changes({ 'features/pine-board.mdx': short }).map(({ kind }) => kind),
      ['rewritten'],
    );
  });

  test('so is one that waived something else', () => {
    const lamp = file('features/red-lamp.mdx').replace('requirement: spare-bulb', 'requirement: night-watch');
    assert.deepEqual(changes({ 'features/red-lamp.mdx': lamp }), [
      { id: 'red-lamp', kind: 'waivers-changed', added: ['night-watch'], ended: ['spare-bulb'] },
      { id: 'red-lamp', kind: 'rewritten', dates: ['2024-02-29'] },
    ]);
  });

  test('a note may be mended', () => {
    assert.deepEqual(
      changes({
        'features/pine-board.mdx': file('features/pine-board.mdx').replace('The case rotted.', 'Its case rotted.'),
      }),
      [],
    );
  });

  test('a file that is gone is told', () => {
    assert.deepEqual(changes({ 'features/fog-signal.mdx': undefined }), [{ id: 'fog-signal', kind: 'deleted' }]);
  });
});

test('What an older version did not publish is not told as changed', () => {
  const features = base.features.map(({ details: _, aliases: __, ...feature }) => feature) as Published['features'];
  assert.deepEqual(difference({ ...base, features, policy: [] }, base), { features: [], policy: [], broken: [] });
});
