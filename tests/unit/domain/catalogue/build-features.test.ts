import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { checkContent } from '../../../../src/check/check-content.ts';
import { buildCatalogue } from '../../../../src/domain/catalogue/build-catalogue.ts';
import { featureOf, lantern, lanternFolder, lanternWith, relativeLines, requirementOf, tierOf } from '../../lantern.ts';
import { documentWithTiers } from '../../content-in-memory.ts';
import {
  entryOf,
  feature as smallFeature,
  requirement,
  smallContent,
  source,
  testReported,
  tier as smallTier,
  changeData,
} from '../small-content.ts';

const head = (id: string, category: string, more = '') =>
  `---\nname: ${id}\ncategory: ${category}\ndescription: ${id}\n${more}`;
const feature = (id: string, category: string, more = '') =>
  `${head(id, category, more)}history:\n  - date: 2024-01-31\n    tier: 2\n    source: https://git.example/pull/3\n---\n`;

const findings = (t: TestContext, files: Record<string, string>) => {
  const folder = lanternWith(t, files);
  return relativeLines(checkContent(folder).problems, folder);
};

describe('Order of features', () => {
  test('features are sorted by category, then by id, including removed ones', () => {
    assert.deepEqual(
      lantern().features.map(({ id }) => id),
      ['fog-signal', 'red-lamp', 'oak-board', 'pine-board'],
    );
  });

  test('features in the list of the document follow its order, before the others of their category', (t) => {
    const folder = lanternWith(t, {
      'policy/document.mdx': readFileSync(join(lanternFolder, 'policy/document.mdx'), 'utf8').replace(
        '---\n',
        '---\nrows: [pine-board, y-lamp, z-lamp, b-lamp]\n',
      ),
      'features/a-lamp.mdx': feature('a-lamp', 'lamp'),
      'features/b-lamp.mdx': feature('b-lamp', 'lamp'),
      'features/z-lamp.mdx': feature('z-lamp', 'lamp'),
      'features/y-lamp.mdx': feature('y-lamp', 'lamp'),
    });
    const { catalogue } = checkContent(folder);
    assert.deepEqual(
      catalogue?.features.map(({ id }) => id),
      ['pine-board', 'oak-board', 'y-lamp', 'z-lamp', 'b-lamp', 'a-lamp', 'fog-signal', 'red-lamp'],
    );
  });
});

test('features that the document does not list are sorted by id, whatever the order of their files', () => {
  const content = smallContent();
  content.features = ['c', 'a', 'd', 'b'].map((id) => smallFeature(id, 'lamp'));
  assert.deepEqual(
    buildCatalogue(content).catalogue?.features.map(({ id }) => id),
    ['a', 'b', 'c', 'd'],
  );
});

test('a removed feature may have the same name as a tracked one', () => {
  const content = smallContent();
  const removed = smallFeature('horn', 'lamp');
  removed.data!.name = 'red-lamp';
  removed.data!.history.unshift({ ...removed.data!.history[0]!, date: '2024-03-01', tier: undefined, removed: true });
  content.features.unshift(removed);
  assert.deepEqual(buildCatalogue(content).problems, []);
});

describe('References of a feature', () => {
  const content = lantern();

  test('a feature refers to its category', () => {
    assert.equal(
      featureOf(content, 'oak-board').category,
      content.categories.find(({ id }) => id === 'board'),
    );
  });

  test('each history entry refers to its tier, and a removal has no tier', () => {
    const [removal, first] = featureOf(content, 'pine-board').history;
    assert.equal(removal?.tier, undefined);
    assert.equal(first?.tier, tierOf(content, 2));
  });

  test('a missing item refers to the requirement that it names, if any', () => {
    const [watch, agreement] = featureOf(content, 'fog-signal').history[0]?.missing ?? [];
    assert.equal(watch?.requirement, requirementOf(content, 'night-watch'));
    assert.equal(watch?.as, 'night watch of the signal');
    assert.deepEqual(agreement, {
      as: 'agreement of the `harbour` office',
      written: 'agreement of the `harbour` office',
      requirement: undefined,
    });
  });

  test('a removal refers to the successor of the feature', () => {
    assert.equal(featureOf(content, 'pine-board').history[0]?.successor, featureOf(content, 'oak-board'));
  });

  test('a waiver refers to its requirement and has a reason', (t) => {
    const waiver = ['- requirement: spare-bulb', '  reason: It has none.', '  source: https://git.example/pull/4'];
    const waived = ['    waived:', ...waiver.map((line) => `      ${line}`), '---', ''].join('\n');
    const horn = feature('horn', 'lamp').replace(/---\n$/, waived);
    const { catalogue } = checkContent(lanternWith(t, { 'features/horn.mdx': horn }));
    assert.ok(catalogue);
    const [found] = featureOf(catalogue, 'horn').history[0]?.waived ?? [];
    assert.equal(found?.requirement, requirementOf(catalogue, 'spare-bulb'));
    assert.equal(found?.reason, 'It has none.');
  });

  test('the note of a feature is Markdown and may be empty', () => {
    assert.match(featureOf(content, 'fog-signal').body, /^Nobody has heard it since the \*great\* storm/);
    assert.equal(featureOf(content, 'red-lamp').body.trim(), '');
  });
});

describe('Tier of a missing requirement', () => {
  const tier = (level: number, requirements: string) =>
    `---\nlevel: ${level}\ntitle: Level ${level}\n${requirements}---\n`;
  const lacking = (level: number, id: string) =>
    feature('horn', 'lamp').replace(
      'tier: 2\n',
      `tier: ${level}\n    missing:\n      - as: words\n        requirement: ${id}\n`,
    );
  const files = (level: number, id: string) => ({
    'policy/document.mdx': documentWithTiers(3),
    'tiers/dim.mdx': `${tier(3, 'requirements:\n  - match\n')}\n<Requirements />\n`,
    'requirements/match.mdx': '---\ntitle: Match\n---\n\nIt has a match.\n',
    'features/horn.mdx': lacking(level, id),
  });

  test('a missing requirement may belong to the next tier, the tier of the feature or a lower one', (t) => {
    for (const [level, id] of [
      [2, 'night-watch'],
      [3, 'spare-bulb'],
      [3, 'match'],
      [2, 'match'],
    ] as const)
      assert.deepEqual(findings(t, files(level, id)), []);
  });
});

describe('Messages for unknown references', () => {
  test('the message for an unknown requirement suggests no id if there are none', (t) => {
    const read = (path: string) => readFileSync(join(lanternFolder, path), 'utf8');
    const bare = (path: string) => read(path).replace(/^requirements:\n( {2}- .*\n)+/m, '');
    const folder = lanternWith(t, {
      'tiers/lit.mdx': bare('tiers/lit.mdx'),
      'tiers/dark.mdx': bare('tiers/dark.mdx'),
      'requirements/night-watch.mdx': undefined,
      'requirements/spare-bulb.mdx': undefined,
      'requirements/wiring-plan.mdx': undefined,
    });
    assert.ok(
      relativeLines(checkContent(folder).problems, folder).some((line) =>
        line.includes('requirement "night-watch" does not exist; there is none yet, so write its file first'),
      ),
    );
  });
});

describe('Problems with file, field and advice', () => {
  testReported([
    [
      'an unknown category of a feature is reported',
      (content) => changeData(content, 'features', 0, { category: 'lump' }),
      ['features/red-lamp.mdx category: category "lump" does not exist; did you mean "lamp"?'],
    ],
    [
      'an unknown missing requirement is reported',
      (content) => entryOf(content).missing.push({ as: 'x' }, { as: 'y', requirement: 'fuze' }),
      [
        'features/red-lamp.mdx history 0 missing 1 requirement: requirement "fuze" does not exist; did you mean "fuse"?',
      ],
    ],
    [
      'an unknown waived requirement is reported',
      (content) => entryOf(content).waived.push({ requirement: 'fuze', reason: 'x', source }),
      ['features/red-lamp.mdx history 0 waived 0 requirement: requirement "fuze" does not exist; did you mean "fuse"?'],
    ],
    [
      'a missing requirement beyond the next tier is reported',
      (content) => {
        content.tiers.push(smallTier('dim', 3));
        Object.assign(entryOf(content), { tier: 3 }).missing.push(
          { as: 'x', requirement: 'fuse' },
          { as: 'y', requirement: 'night-watch' },
        );
        content.requirements[1] = requirement('night-watch');
      },
      [
        'features/red-lamp.mdx history 0 missing 1 requirement: requirement "night-watch" belongs to Tier 1, above the next tier; write one of Tier 2, delete it, or, if the policy changed, record that under "changes:" in tiers/dark.mdx',
      ],
    ],
    [
      'an unknown tier is reported',
      (content) => Object.assign(entryOf(content), { tier: 3 }),
      ['features/red-lamp.mdx history 0 tier: tier "3" does not exist; write one of: 1, 2'],
    ],
    [
      'a duplicate missing item is reported',
      (content) => entryOf(content).missing.push({ as: 'x' }, { as: 'x' }),
      ['features/red-lamp.mdx history 0 missing 1 as: "x" is a duplicate in this list; delete one of the two'],
    ],
    [
      'an unknown tier is not reported while the file of a tier is invalid',
      (content) => {
        Object.assign(entryOf(content), { tier: 3 });
        content.tiers[1]!.data = undefined;
        content.requirements[0]!.data = undefined;
        content.features.push(
          { ...smallFeature('bell', 'lamp'), data: undefined },
          { ...smallFeature('horn', 'lamp'), data: undefined },
        );
      },
      [],
    ],
    [
      'an accepted rule that does not exist is reported',
      (content) =>
        entryOf(content).accepted.push(
          { rule: 'promotion-explained', reason: 'x' },
          { rule: 'promotion-explaned', reason: 'x' },
        ),
      [
        'features/red-lamp.mdx history 0 accepted 1 rule: rule "promotion-explaned" does not exist; did you mean "promotion-explained"?',
      ],
    ],
    [
      'a feature with the id of a requirement is reported',
      (content) => content.features.push(smallFeature('fuse', 'lamp')),
      ['features/fuse.mdx: the id "fuse" belongs to requirements/fuse.mdx; give this file another name'],
    ],
    [
      'a feature with the anchor of a policy heading as its id is reported',
      (content) => content.features.push(smallFeature('meaning', 'lamp')),
      [
        'features/meaning.mdx: the id "meaning" belongs to a heading in policy/document.mdx; give this file another name, or change the words of the heading',
      ],
    ],
    [
      'a feature with an id that the pages reserve is reported',
      (content) => content.features.push(smallFeature('main', 'lamp')),
      ['features/main.mdx: the id "main" belongs to the pages themselves; give this file another name'],
    ],
    [
      'a duplicate former id is reported',
      (content) => changeData(content, 'features', 0, { formerIds: ['a', 'a'] }),
      ['features/red-lamp.mdx formerIds 1: the id "a" belongs to features/red-lamp.mdx; delete it here'],
    ],
    [
      'a former id that is the id of a requirement is reported',
      (content) => changeData(content, 'features', 0, { formerIds: ['old', 'fuse'] }),
      [
        'features/red-lamp.mdx formerIds 1: the id "fuse" belongs to requirements/fuse.mdx; give that one another id if it is new, or delete it here',
      ],
    ],
    [
      'a duplicate name in one category is reported',
      (content) =>
        content.features.push(smallFeature('horn', 'lamp'), smallFeature('bell', 'board')) &&
        content.features.forEach(({ data }) => Object.assign(data!, { name: 'A\n*Lamp*' })),
      [
        'features/horn.mdx name: features/red-lamp.mdx has the same name, "A Lamp", in this tier; give one of the two another name, or delete the newer file',
      ],
    ],
    [
      'an unknown successor is reported even if the category is unknown too',
      (content) => {
        content.features.push(smallFeature('horn', 'lump'));
        content.features[1]!.data!.history[0]!.successor = 'red-lump';
      },
      [
        'features/horn.mdx category: category "lump" does not exist; did you mean "lamp"?',
        'features/horn.mdx history 0 successor: feature "red-lump" does not exist; did you mean "red-lamp"?',
      ],
    ],
    [
      'a feature that is its own successor is reported',
      (content) => (entryOf(content).successor = 'red-lamp'),
      [
        'features/red-lamp.mdx history 0 successor: the successor is the feature itself; write another id, or delete this line',
      ],
    ],
    [
      'an unknown successor is reported',
      (content) => (entryOf(content).successor = 'red-lump'),
      ['features/red-lamp.mdx history 0 successor: feature "red-lump" does not exist; did you mean "red-lamp"?'],
    ],
  ]);
});
