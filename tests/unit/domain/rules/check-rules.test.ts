import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Feature } from '../../../../src/domain/catalogue/catalogue.ts';
import { errorRules } from '../../../../src/domain/rules/error-rules.ts';
import {
  acceptableRuleIds,
  errorsIn,
  everyWarning,
  needlesslyAccepted,
  warningsIn,
} from '../../../../src/domain/rules/check-rules.ts';
import { warningRules } from '../../../../src/domain/rules/warning-rules.ts';
import { check, documentWithTiers, featureWith, lanternFiles, linesOf } from '../../content-in-memory.ts';
import { category, entryOf, testReported, changeData } from '../small-content.ts';

const rules = [...errorRules, ...warningRules, needlesslyAccepted];

const source = 'source: https://git.example/1';
const tail = `- date: 2022-01-01
  tier: 2
  missing:
    - as: Night watch
      requirement: night-watch
  ${source}`;

/** The warnings of a feature with these entries. */
function warned(entries: string, changes: Record<string, string> = {}): string[] {
  const { catalogue, problems } = check(lanternFiles({ 'features/oak-board.mdx': featureWith(entries), ...changes }));
  assert.ok(catalogue, linesOf(problems).join('\n'));
  return everyWarning(catalogue)
    .filter(({ feature }) => feature.id === 'oak-board')
    .map(
      ({ rule, says, path, accepted }) => `${path.join('.')} ${rule.id}: ${says}${accepted ? ` (${accepted})` : ''}`,
    );
}

describe('Rules', () => {
  test('every rule has a unique id and a sentence that describes it', () => {
    assert.equal(new Set(rules.map(({ id }) => id)).size, rules.length);
    for (const { id, sentence } of rules) assert.match(`${id}: ${sentence}`, /^[a-z]+(?:-[a-z]+)+: [A-Z].*\.$/);
  });

  test('only warnings can be accepted', () => {
    assert.deepEqual(
      acceptableRuleIds,
      rules.map(({ id }) => id).filter((id) => !errorRules.some((it) => it.id === id) && id !== 'needless-acceptance'),
    );
  });
});

describe('Warnings about data that disagrees with the policy', () => {
  test('a feature that agrees with the policy causes no warning', () => {
    assert.deepEqual(warned(tail), []);
  });

  test("a missing requirement of the feature's own tier or a lower one causes a warning", () => {
    const entry = (tier: number, id: string) =>
      `- date: 2023-01-01\n  tier: ${tier}\n  note: Rain.\n  missing:\n    - as: some \`plan\`\n      requirement: ${id}\n  ${source}`;
    assert.deepEqual(warned(entry(2, 'wiring-plan')), [
      'history.0.missing.0 owed-by-its-tier: it lacks "some plan", which Tier 2 already requires',
    ]);
    const three = {
      'policy/document.mdx': documentWithTiers(3),
      'tiers/lit.mdx': '---\nlevel: 1\ntitle: Lit\nrequirements: [night-watch]\n---\n<Requirements />\n',
      'tiers/dim.mdx': '---\nlevel: 2\ntitle: Dim\n---\n',
      'tiers/dark.mdx': '---\nlevel: 3\ntitle: Dark\nrequirements: [wiring-plan, spare-bulb]\n---\n<Requirements />\n',
    };
    const others = Object.fromEntries(
      ['pine-board', 'fog-signal', 'red-lamp'].map((id) => [
        `features/${id}.mdx`,
        featureWith(tail)
          .replaceAll('oak-board', id)
          .replace('tier: 2', 'tier: 3')
          .replace(/ {4}missing:\n.*\n.*\n/, ''),
      ]),
    );
    assert.deepEqual(warned(entry(2, 'wiring-plan'), { ...three, ...others }), [
      'history.0.missing.0 owed-by-its-tier: it lacks "some plan", which Tier 3 already requires, and so does Tier 2',
    ]);
  });

  test('a missing item that no written requirement covers causes a warning', () => {
    assert.deepEqual(warned(`- date: 2023-01-01\n  tier: 2\n  missing:\n    - as: oil\n  ${source}`), [
      'history.0.missing.0 written-requirement: it lacks "oil", which no written requirement covers',
    ]);
  });

  test('a feature below the highest tier that lacks nothing causes a warning', () => {
    assert.deepEqual(warned(`- date: 2023-01-01\n  tier: 2\n  ${source}`), [
      'history.0 reason-to-stay: nothing keeps it from Tier 1: no missing requirement is listed',
    ]);
    assert.deepEqual(warned(`- date: 2023-01-01\n  tier: 1\n  ${source}`), []);
  });

  test('a promotion without a note on how the missing requirement was met causes a warning', () => {
    const promotion = `- date: 2023-01-01\n  tier: 1\n  ${source}`;
    assert.deepEqual(warned(`${promotion}\n${tail}`), [
      'history.0 promotion-explained: it was promoted, but no "note" explains how it met "Night watch"',
    ]);
    assert.deepEqual(warned(`${promotion}\n  note: There is a watch.\n${tail}`), []);
  });

  test('a waiver of a requirement that does not apply causes a warning', () => {
    const waiving = (id: string) =>
      `${tail}\n  waived:\n    - requirement: ${id}\n      reason: Rain.\n      ${source}`;
    assert.deepEqual(warned(waiving('spare-bulb')), [
      'history.0.waived.0 needless-waiver: "Spare bulb" is waived but not required of it',
    ]);
    assert.deepEqual(warned(waiving('wiring-plan')), []);
  });

  test('an entry that repeats the previous one causes a warning', () => {
    assert.deepEqual(warned(`${tail.replace('2022', '2023')}\n  note: Still.\n${tail}`), [
      'history.0 a-change-changes: it says the same as the entry below it',
    ]);
  });

  test('a removed successor causes a warning', () => {
    assert.deepEqual(
      warned(`- date: 2023-01-01\n  removed: true\n  successor: pine-board\n  note: It rotted.\n  ${source}\n${tail}`),
      ['history.0.successor successor-lives: its successor "pine-board" is removed as well'],
    );
  });
});

describe('Accepted warnings', () => {
  const accepting = (entry: string, rule: string) =>
    `${entry}\n  accepted:\n    - rule: ${rule}\n      reason: Oil is dear.`;
  const oil = `- date: 2023-01-01\n  tier: 2\n  missing:\n    - as: oil\n  ${source}`;

  test('an accepted warning shows its reason', () => {
    assert.deepEqual(warned(accepting(oil, 'written-requirement')), [
      'history.0.missing.0 written-requirement: it lacks "oil", which no written requirement covers (Oil is dear.)',
    ]);
  });

  test('an acceptance without a matching warning causes a warning', () => {
    assert.deepEqual(warned(accepting(tail, 'written-requirement')), [
      'history.0.accepted.0 needless-acceptance: it accepts "written-requirement", but there is no such warning',
    ]);
  });

  test('an acceptance does not apply to a newer entry', () => {
    assert.match(
      warned(`${oil.replace('2023', '2024').replace('oil', 'gas')}\n${accepting(oil, 'written-requirement')}`).join(),
      /^history\.0\.missing\.0 written-requirement: it lacks "gas", which no written requirement covers$/,
    );
  });
});

test('errors are reported for the newest entry only', () => {
  const wrong = `- date: 2021-01-01\n  tier: 2\n  missing:\n    - as: bulb\n      requirement: spare-bulb\n  ${source}`;
  const { catalogue } = check(lanternFiles({ 'features/oak-board.mdx': featureWith(`${tail}\n${wrong}`) }));
  const feature = catalogue?.features.find(({ id }) => id === 'oak-board');
  assert.ok(catalogue && feature);
  assert.deepEqual([errorsIn(feature, catalogue), warningsIn(feature, catalogue)], [[], []]);
  const older: Feature = { ...feature, history: feature.history.slice(1) };
  assert.deepEqual(
    errorsIn(older, catalogue).map(({ says }) => says),
    [
      'requirement "spare-bulb" applies to lamp, not to board; write one of: night-watch; or, if the policy changed, record that under "changes:" in content/requirements/spare-bulb.mdx',
    ],
  );
});

describe('Errors with their file and field', () => {
  testReported([
    [
      'a missing requirement that does not apply to the category is reported',
      (content) => {
        content.categories.data!.push(category('bell'));
        changeData(content, 'requirements', 0, { appliesTo: ['board', 'bell'] });
        entryOf(content).missing.push(
          { as: 'x' },
          { as: 'y', requirement: 'spare-bulb' },
          { as: 'z', requirement: 'fuse' },
        );
      },
      [
        'features/red-lamp.mdx history 0 missing 2 requirement: requirement "fuse" applies to board, bell, not to lamp; delete it; or, if the policy changed, record that under "changes:" in requirements/fuse.mdx',
      ],
    ],
    [
      'a missing requirement that applies to an unknown category causes one problem',
      (content) => {
        changeData(content, 'requirements', 0, { appliesTo: ['bored'] });
        entryOf(content).missing.push({ as: 'z', requirement: 'fuse' });
      },
      ['requirements/fuse.mdx appliesTo 0: category "bored" does not exist; did you mean "board"?'],
    ],
    [
      'a requirement that is both missing and waived is reported',
      (content) => {
        entryOf(content).missing.push({ as: 'x' }, { as: 'y', requirement: 'fuse' });
        entryOf(content).waived.push(
          { requirement: 'spare-bulb', reason: 'x', source: 'y' },
          { requirement: 'fuse', reason: 'x', source: 'y' },
        );
      },
      [
        'features/red-lamp.mdx history 0 waived 1 requirement: requirement "fuse" is both missing and waived; delete one of the two',
      ],
    ],
    [
      'a missing item in the highest tier is reported',
      (content) => {
        Object.assign(entryOf(content), { tier: 1 });
        entryOf(content).missing.push({ as: 'x' }, { as: 'x' });
      },
      [
        'features/red-lamp.mdx history 0 missing: Tier 1 is the highest tier, so nothing can be missing; delete "missing", or write a lower tier',
      ],
    ],
    [
      'a duplicate missing item is reported even if only its backticks differ',
      (content) => entryOf(content).missing.push({ as: 'x' }, { as: 'the `x`' }, { as: 'the x' }),
      ['features/red-lamp.mdx history 0 missing 2 as: "the x" is a duplicate in this list; delete one of the two'],
    ],
  ]);
});
