import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { policyChanges } from '../../../../src/domain/diff/policy-changes.ts';
import { documentWith, lanternFile as file, snapshotOf } from '../../memory.ts';

const base = snapshotOf();
const changes = (files: Record<string, string | undefined>) => policyChanges(base, snapshotOf(files));

describe('A change of the policy names what is concerned', () => {
  test('the words of a requirement', () => {
    assert.deepEqual(
      changes({
        'requirements/spare-bulb.mdx': file('requirements/spare-bulb.mdx').replace('bulb lies', 'bulb hangs'),
      }),
      [
        {
          kind: 'words',
          what: 'requirement “Spare bulb”',
          from: 'A spare bulb lies in the store.',
          to: 'A spare bulb hangs in the store.',
        },
      ],
    );
  });

  test('its title, its scope, its tier', () => {
    const moved = {
      'requirements/spare-bulb.mdx': file('requirements/spare-bulb.mdx')
        .replace('title: Spare bulb', 'title: Bulb')
        .replace('  - lamp', '  - lamp\n  - board'),
      'tiers/dark.mdx': file('tiers/dark.mdx').replace('  - spare-bulb\n', ''),
      'tiers/lit.mdx': file('tiers/lit.mdx').replace('  - night-watch', '  - night-watch\n  - spare-bulb'),
    };
    assert.deepEqual(changes(moved), [
      { kind: 'renamed', what: 'Spare bulb', to: 'Bulb' },
      { kind: 'requirement-moved', what: 'Bulb', from: 2, to: 1 },
      { kind: 'requirement-scope', what: 'Bulb', from: ['lamp'], to: ['lamp', 'board'] },
    ]);
  });

  test('one that is new, and one that is gone', () => {
    const other = {
      'requirements/wiring-plan.mdx': undefined,
      'requirements/oil.mdx': '---\ntitle: Oil\n---\nThere is oil.\n',
      'tiers/dark.mdx': file('tiers/dark.mdx').replace('wiring-plan', 'oil'),
    };
    assert.deepEqual(changes(other), [
      { kind: 'requirement-added', what: 'Oil', tier: 2, words: 'There is oil.' },
      {
        kind: 'requirement-dropped',
        what: 'Wiring plan',
        tier: 2,
        words: 'There is a plan of its wires, with:\n\n* colours, and\n* fuses.',
      },
    ]);
  });

  test('their order alone', () => {
    const swapped = file('tiers/dark.mdx').replace(
      '  - wiring-plan\n  - spare-bulb',
      '  - spare-bulb\n  - wiring-plan',
    );
    assert.deepEqual(changes({ 'tiers/dark.mdx': swapped }), [
      {
        kind: 'words',
        what: 'the order of the requirements of Tier 2',
        from: 'wiring-plan, spare-bulb',
        to: 'spare-bulb, wiring-plan',
      },
    ]);
  });

  test('a tier’s title and prose, a heading and a part of the document', () => {
    assert.deepEqual(
      changes({
        'tiers/lit.mdx': file('tiers/lit.mdx').replace('Kept Lit', 'Lit').replace('Nothing else', 'No more'),
        'policy/document.mdx': file('policy/document.mdx')
          .replace('What the Levels Mean', 'Levels')
          .replace('a promise', 'a vow'),
      }).map(({ what }) => what),
      ['the heading of details', 'the details', 'the title of Tier 1', 'the prose of Tier 1'],
    );
  });

  test('a category that is new, and one that has another name; requirements of every category apply to it of themselves', () => {
    const more = `${file('categories.yaml').replace('name: Lamp', 'name: Light')}- id: bell\n  name: Bell\n  plural: Bells\n  description: Bells.\n`;
    assert.deepEqual(changes({ 'categories.yaml': more }), [
      { kind: 'added', what: 'category Bell' },
      { kind: 'renamed', what: 'category Lamp', to: 'Light' },
    ]);
    assert.deepEqual(
      policyChanges(snapshotOf({ 'categories.yaml': more }), base).map(({ kind }) => kind),
      ['dropped', 'renamed'],
    );
  });

  test('a section of the document that is new, and one that is gone', () => {
    const more = { 'policy/document.mdx': `${file('policy/document.mdx')}\n## By Harbour\n\nEach has its own.\n` };
    assert.deepEqual(changes(more), [{ kind: 'added', what: 'section “By Harbour”' }]);
    assert.deepEqual(policyChanges(snapshotOf(more), base), [{ kind: 'dropped', what: 'section “By Harbour”' }]);
  });

  test('a tier more, and one less', () => {
    const third = {
      'policy/document.mdx': documentWith(3),
      'tiers/out.mdx': '---\nlevel: 3\ntitle: Out\n---\nIt is out.\n',
    };
    assert.deepEqual(changes(third), [{ kind: 'added', what: 'Tier 3' }]);
    assert.deepEqual(policyChanges(snapshotOf(third), base), [{ kind: 'dropped', what: 'Tier 3' }]);
  });
});
