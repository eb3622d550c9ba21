import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { checkContent } from '../../../../src/check/check-content.ts';
import { buildCatalogue } from '../../../../src/domain/catalogue/build-catalogue.ts';
import { featureOf, lantern, lanternFolder, lanternWith, linesOf, requirementOf, tierOf } from '../../lantern.ts';
import { documentWith } from '../../memory.ts';
import {
  entryOf,
  feature as smallFeature,
  requirement,
  small,
  source,
  testFindings,
  tier as smallTier,
  withData,
} from '../small-content.ts';

const head = (id: string, category: string, more = '') =>
  `---\nname: ${id}\ncategory: ${category}\ndescription: ${id}\n${more}`;
const feature = (id: string, category: string, more = '') =>
  `${head(id, category, more)}history:\n  - date: 2024-01-31\n    tier: 2\n    source: https://git.example/pull/3\n---\n`;

const findings = (t: TestContext, files: Record<string, string>) => {
  const folder = lanternWith(t, files);
  return linesOf(checkContent(folder).problems, folder);
};

describe("Features are in the document's order", () => {
  test('by category, in the order of the categories, then by id; removed ones too', () => {
    assert.deepEqual(
      lantern().features.map(({ id }) => id),
      ['fog-signal', 'red-lamp', 'oak-board', 'pine-board'],
    );
  });

  test('features in the document’s list follow its order, before the others of their category', (t) => {
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

test('Features without a place of their own are in the order of their ids, in whatever order their files are read', () => {
  const content = small();
  content.features = ['c', 'a', 'd', 'b'].map((id) => smallFeature(id, 'lamp'));
  assert.deepEqual(
    buildCatalogue(content).catalogue?.features.map(({ id }) => id),
    ['a', 'b', 'c', 'd'],
  );
});

test('A removed feature may have the name of one that is tracked', () => {
  const content = small();
  const removed = smallFeature('horn', 'lamp');
  removed.data!.name = 'red-lamp';
  removed.data!.history.unshift({ ...removed.data!.history[0]!, date: '2024-03-01', tier: undefined, removed: true });
  content.features.unshift(removed);
  assert.deepEqual(buildCatalogue(content).findings, []);
});

describe('A feature is what its file says, with every reference resolved', () => {
  const content = lantern();

  test('its category', () => {
    assert.equal(
      featureOf(content, 'oak-board').category,
      content.categories.find(({ id }) => id === 'board'),
    );
  });

  test('the tier of each entry, and none where it was removed', () => {
    const [removal, first] = featureOf(content, 'pine-board').history;
    assert.equal(removal?.tier, undefined);
    assert.equal(first?.tier, tierOf(content, 2));
  });

  test('the requirement that missing words name, and nothing where they name none', () => {
    const [watch, agreement] = featureOf(content, 'fog-signal').history[0]?.missing ?? [];
    assert.equal(watch?.requirement, requirementOf(content, 'night-watch'));
    assert.equal(watch?.as, 'night watch of the signal');
    assert.deepEqual(agreement, {
      as: 'agreement of the `harbour` office',
      written: 'agreement of the `harbour` office',
      requirement: undefined,
    });
  });

  test('the feature that took its place', () => {
    assert.equal(featureOf(content, 'pine-board').history[0]?.successor, featureOf(content, 'oak-board'));
  });

  test('the requirement that is waived, with the reason', (t) => {
    const waiver = ['- requirement: spare-bulb', '  reason: It has none.', '  source: https://git.example/pull/4'];
    const waived = ['    waived:', ...waiver.map((line) => `      ${line}`), '---', ''].join('\n');
    const horn = feature('horn', 'lamp').replace(/---\n$/, waived);
    const { catalogue } = checkContent(lanternWith(t, { 'features/horn.mdx': horn }));
    assert.ok(catalogue);
    const [found] = featureOf(catalogue, 'horn').history[0]?.waived ?? [];
    assert.equal(found?.requirement, requirementOf(catalogue, 'spare-bulb'));
    assert.equal(found?.reason, 'It has none.');
  });

  test('its note, in Markdown', () => {
    assert.match(featureOf(content, 'fog-signal').body, /^Nobody has heard it since the \*great\* storm/);
    assert.equal(featureOf(content, 'red-lamp').body.trim(), '');
  });
});

describe('A missing requirement belongs to the next higher tier', () => {
  const tier = (level: number, requirements: string) =>
    `---\nlevel: ${level}\ntitle: Level ${level}\n${requirements}---\n`;
  const lacking = (level: number, id: string) =>
    feature('horn', 'lamp').replace(
      'tier: 2\n',
      `tier: ${level}\n    missing:\n      - as: words\n        requirement: ${id}\n`,
    );
  const files = (level: number, id: string) => ({
    'policy/document.mdx': documentWith(3),
    'tiers/dim.mdx': `${tier(3, 'requirements:\n  - match\n')}\n<Requirements />\n`,
    'requirements/match.mdx': '---\ntitle: Match\n---\n\nIt has a match.\n',
    'features/horn.mdx': lacking(level, id),
  });

  test('a requirement of that tier, or of its own tier or a lower one', (t) => {
    for (const [level, id] of [
      [2, 'night-watch'],
      [3, 'spare-bulb'],
      [3, 'match'],
      [2, 'match'],
    ] as const)
      assert.deepEqual(findings(t, files(level, id)), []);
  });
});

describe('The message for an unknown reference suggests ids', () => {
  test('no id is suggested if there are none', (t) => {
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
      linesOf(checkContent(folder).problems, folder).some((line) =>
        line.includes('requirement "night-watch" does not exist; there is none yet, so write its file first'),
      ),
    );
  });
});

describe('A finding names the file, the place in it and what to write instead', () => {
  testFindings([
    [
      'a category of a feature that there is not',
      (content) => withData(content, 'features', 0, { category: 'lump' }),
      ['features/red-lamp.mdx category: category "lump" does not exist; did you mean "lamp"?'],
    ],
    [
      'a missing requirement that there is not',
      (content) => entryOf(content).missing.push({ as: 'x' }, { as: 'y', requirement: 'fuze' }),
      [
        'features/red-lamp.mdx history 0 missing 1 requirement: requirement "fuze" does not exist; did you mean "fuse"?',
      ],
    ],
    [
      'a waived requirement that there is not',
      (content) => entryOf(content).waived.push({ requirement: 'fuze', reason: 'x', source }),
      ['features/red-lamp.mdx history 0 waived 0 requirement: requirement "fuze" does not exist; did you mean "fuse"?'],
    ],
    [
      'a missing requirement beyond the next tier',
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
      'a tier that there is not',
      (content) => Object.assign(entryOf(content), { tier: 3 }),
      ['features/red-lamp.mdx history 0 tier: tier "3" does not exist; write one of: 1, 2'],
    ],
    [
      'a status that can never be',
      (content) => entryOf(content).missing.push({ as: 'x' }, { as: 'x' }),
      ['features/red-lamp.mdx history 0 missing 1 as: "x" is a duplicate in this list; delete one of the two'],
    ],
    [
      'nothing of a tier while one has a file that is wrong, nor of features whose files are',
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
      'a rule that cannot be accepted',
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
      'an id of a feature that a requirement has',
      (content) => content.features.push(smallFeature('fuse', 'lamp')),
      ['features/fuse.mdx: the id "fuse" belongs to requirements/fuse.mdx; give this file another name'],
    ],
    [
      'an id that a heading of the policy has',
      (content) => content.features.push(smallFeature('meaning', 'lamp')),
      [
        'features/meaning.mdx: the id "meaning" belongs to a heading in policy/document.mdx; give this file another name, or change the words of the heading',
      ],
    ],
    [
      'an id that the pages have',
      (content) => content.features.push(smallFeature('main', 'lamp')),
      ['features/main.mdx: the id "main" belongs to the pages themselves; give this file another name'],
    ],
    [
      'a former id that is listed twice',
      (content) => withData(content, 'features', 0, { formerIds: ['a', 'a'] }),
      ['features/red-lamp.mdx formerIds 1: the id "a" belongs to features/red-lamp.mdx; delete it here'],
    ],
    [
      'a former id that something has',
      (content) => withData(content, 'features', 0, { formerIds: ['old', 'fuse'] }),
      ['features/red-lamp.mdx formerIds 1: the id "fuse" belongs to requirements/fuse.mdx; delete it here'],
    ],
    [
      'a name that another in the category has',
      (content) =>
        content.features.push(smallFeature('horn', 'lamp'), smallFeature('bell', 'board')) &&
        content.features.forEach(({ data }) => Object.assign(data!, { name: 'A\n*Lamp*' })),
      [
        'features/horn.mdx name: features/red-lamp.mdx has the same name, "A Lamp", in this tier; keep one of the files, and add the id of the other to its "formerIds"',
      ],
    ],
    [
      'a successor that there is not, of a feature without a category',
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
      'a feature that follows itself',
      (content) => (entryOf(content).successor = 'red-lamp'),
      [
        'features/red-lamp.mdx history 0 successor: the successor is the feature itself; write another id, or delete this line',
      ],
    ],
    [
      'a successor that there is not',
      (content) => (entryOf(content).successor = 'red-lump'),
      ['features/red-lamp.mdx history 0 successor: feature "red-lump" does not exist; did you mean "red-lamp"?'],
    ],
  ]);
});
