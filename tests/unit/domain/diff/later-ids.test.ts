import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { difference } from '../../../../src/domain/diff/diff.ts';
import { withLaterIds } from '../../../../src/domain/diff/later-ids.ts';
import { lanternFile, lanternFiles, snapshotOf } from '../../memory.ts';

const base = snapshotOf();

describe('A new id of a requirement or a category', () => {
  const everywhere = (from: string, to: string) =>
    Object.fromEntries(
      [...lanternFiles()].map(([path, text]) => [
        path.replace('content/', ''),
        text.replaceAll(new RegExp(`(: |- )${from}$`, 'gm'), `$1${to}`),
      ]),
    );

  test('is told once, and changes no feature', () => {
    const watch = {
      ...everywhere('night-watch', 'watch'),
      'requirements/night-watch.mdx': undefined,
      'requirements/watch.mdx': lanternFile('requirements/night-watch.mdx').replace(
        '---\n',
        '---\nformerIds: [night-watch]\n',
      ),
    };
    assert.deepEqual(difference(base, snapshotOf(watch)), {
      features: [],
      policy: [{ kind: 'renamed', what: 'requirement night-watch', to: 'watch' }],
      broken: [],
    });
    const lights = everywhere('lamp', 'light');
    lights['categories.yaml'] = (lights['categories.yaml'] ?? '').replace(
      '- id: light',
      '- id: light\n  formerIds: [lamp]',
    );
    assert.deepEqual(difference(base, snapshotOf(lights)), {
      features: [],
      policy: [{ kind: 'renamed', what: 'category lamp', to: 'light' }],
      broken: [],
    });
  });
});

test('Without a new id nothing is another', () => assert.deepEqual(withLaterIds(base, base), base));
