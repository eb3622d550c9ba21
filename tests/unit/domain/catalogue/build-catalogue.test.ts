import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildCatalogue } from '../../../../src/domain/catalogue/build-catalogue.ts';
import type { Catalogue } from '../../../../src/domain/catalogue/catalogue.ts';
import type { Sources } from '../../../../src/domain/catalogue/sources.ts';
import {
  category,
  entryOf,
  feature,
  requirement,
  smallContent,
  testReported,
  tier,
  changeData,
} from '../small-content.ts';

function built(sources: Sources): Catalogue {
  const { catalogue, problems } = buildCatalogue(sources);
  assert.deepEqual(problems, []);
  assert.ok(catalogue);
  return catalogue;
}

describe('Order of a catalogue', () => {
  test('tiers are sorted from the highest, whatever their file names', () => {
    assert.deepEqual(
      built(smallContent()).tiers.map(({ id }) => id),
      ['lit', 'dark'],
    );
  });

  test('requirements are sorted by tier, then by the list of each tier', () => {
    assert.deepEqual(
      built(smallContent()).requirements.map(({ id }) => id),
      ['night-watch', 'spare-bulb', 'fuse'],
    );
  });

  test('categories keep the order of categories.yaml', () => {
    assert.deepEqual(
      built(smallContent()).categories.map(({ id }) => id),
      ['lamp', 'board'],
    );
  });
});

describe('References in a catalogue', () => {
  test('a tier refers to its requirements, and each requirement to its tier', () => {
    const { tiers, requirements } = built(smallContent());
    for (const it of tiers) for (const its of it.requirements) assert.equal(its.tier, it);
    assert.deepEqual(
      tiers.flatMap((it) => it.requirements),
      requirements,
    );
  });

  test('a requirement that names no category applies to every one', () => {
    const { categories, requirements } = built(smallContent());
    const [nightWatch, spareBulb] = requirements;
    assert.deepEqual(spareBulb?.appliesTo, categories);
    assert.deepEqual(
      nightWatch?.appliesTo.map(({ id }) => id),
      ['board'],
    );
  });

  test('the document has its outline and the former anchors of its headings', () => {
    const content = smallContent();
    content.document.data!.formerAnchors = { state: 'now', best: 'tier-1---lit' };
    const { document } = built(content);
    assert.equal(document.file, 'policy/document.mdx');
    assert.deepEqual(
      document.outline.map(({ kind }) => kind),
      ['heading', 'heading', 'table', 'table', 'heading', 'tier', 'tier'],
    );
    assert.deepEqual(document.formerAnchors, { state: 'now', best: 'tier-1---lit' });
  });

  test('a category is neither the platform nor in italics by default', () => {
    const content = smallContent();
    content.categories.data?.push({ ...category('horn'), platform: true, emphasis: true });
    const marks = built(content).categories.map(({ platform, emphasis }) => [platform, emphasis]);
    assert.deepEqual(marks, [
      [false, false],
      [false, false],
      [true, true],
    ]);
  });
});

describe('Catalogues of invalid content', () => {
  const changes: Record<string, (content: Sources) => void> = {
    'the site': ({ site }) => (site.data = undefined),
    'the categories': ({ categories }) => (categories.data = undefined),
    'the document': ({ document }) => (document.data = undefined),
    'a tier': ({ tiers: [it] }) => (it!.data = undefined),
    'a requirement': ({ requirements: [it] }) => (it!.data = undefined),
    'a feature': ({ features: [it] }) => (it!.data = undefined),
  };
  for (const [what, change] of Object.entries(changes)) {
    test(`invalid data of ${what} prevents a catalogue and causes no further problems`, () => {
      const content = smallContent();
      change(content);
      assert.deepEqual(buildCatalogue(content), { catalogue: undefined, partialCatalogue: undefined, problems: [] });
    });
  }

  test('an unknown category of a feature prevents a complete and a partial catalogue', () => {
    const content = smallContent();
    content.features.push(feature('horn', 'horns'));
    const { catalogue, partialCatalogue, problems } = buildCatalogue(content);
    assert.deepEqual([catalogue, partialCatalogue], [undefined, undefined]);
    assert.deepEqual(problems, [
      {
        file: 'features/horn.mdx',
        path: ['category'],
        message: 'category "horns" does not exist; write one of: lamp, board',
      },
    ]);
  });

  test('an unknown missing requirement still gives a partial catalogue, but a requirement that no tier lists gives none', () => {
    const content = smallContent();
    entryOf(content).missing.push({ as: 'x', requirement: 'fuze' });
    const { catalogue, partialCatalogue } = buildCatalogue(content);
    assert.deepEqual(
      [catalogue, partialCatalogue?.features.length, partialCatalogue?.requirements.length],
      [undefined, 1, 3],
    );
    content.requirements.push(requirement('oil'));
    assert.equal(buildCatalogue(content).partialCatalogue, undefined);
  });

  test('a former anchor that leads to no heading is reported', () => {
    const content = smallContent();
    content.document.data!.formerAnchors = { state: 'nwo' };
    assert.deepEqual(buildCatalogue(content).problems, [
      {
        file: 'policy/document.mdx',
        path: ['formerAnchors', 'state'],
        message:
          'heading "nwo" does not exist; write the anchor that took its place, one of: levels, now, meaning, tier-2---dark, tier-1---lit',
      },
    ]);
  });

  test('problems beyond a limit are only counted', () => {
    const content = smallContent();
    changeData(content, 'tiers', 0, { requirements: Array.from({ length: 300 }, (_, at) => `no-${at}`) });
    const { problems } = buildCatalogue(content);
    assert.equal(problems.length, 201);
    assert.match(problems.at(-1)?.message ?? '', /^there are 1\d\d more mistakes in the content; correct these first$/);
  });

  test('every problem is reported, not only the first', () => {
    const content = smallContent();
    content.tiers = [tier('lit', 1, ['night-watch', 'no-such']), tier('dark', 1, ['night-watch'])];
    const { problems } = buildCatalogue(content);
    assert.deepEqual(
      problems.map(({ file, path }) => [file, ...path].join(' ')),
      [
        'tiers/dark.mdx level',
        'tiers/lit.mdx requirements 1',
        'tiers/dark.mdx requirements 0',
        'requirements/fuse.mdx',
        'requirements/spare-bulb.mdx',
      ],
    );
  });
});

describe('Platform category', () => {
  for (const count of [1, 2, 3]) {
    test(`${count} platform categories cause ${count - 1} problems`, () => {
      const content = smallContent();
      content.categories.data = ['lamp', 'board', 'horn'].map((id, index) =>
        index < count ? { ...category(id), platform: true as const } : category(id),
      );
      assert.equal(buildCatalogue(content).problems.length, count - 1);
    });
  }
});

describe('Levels of tiers', () => {
  const problems = (levels: number[]) => {
    const content = smallContent();
    content.requirements = [];
    content.features = [];
    content.tiers = levels.map((level, index) => tier(`tier-${index}`, level));
    return buildCatalogue(content).problems.map(({ file, message }) => `${file}: ${message}`);
  };

  test('levels from 1 without a gap are accepted in any order', () => {
    assert.deepEqual(problems([1]), []);
    assert.deepEqual(problems([4, 2, 5, 1, 3]), []);
  });

  test('a gap in the levels is reported', () => {
    assert.deepEqual(problems([2]), [
      'tiers/tier-0.mdx: level 2 leaves a gap: no tier has level 1; put its file back, or number the tiers from 1 to 1',
    ]);
  });

  test('a gap is not reported while the file of a tier is invalid', () => {
    const content = smallContent();
    content.tiers[0]!.data = undefined;
    Object.assign(content.tiers[1]!.data!, { level: 3 });
    assert.deepEqual(buildCatalogue(content).problems, []);
  });

  test('a duplicate level is reported', () => {
    assert.deepEqual(problems([1, 2, 1]), [
      'tiers/tier-2.mdx: level 1 is already used by tiers/tier-0.mdx; write 3, or, to insert a tier, raise the level of each tier below it by 1, and keep its slug and label',
    ]);
  });
});

describe('Problems with file, field and advice', () => {
  testReported([
    [
      'a duplicate category id is reported',
      ({ categories }) => categories.data!.push(category('lamp')),
      ['./categories.mdx 2 id: category "lamp" is a duplicate; write another id'],
    ],
    [
      'a level that leaves a gap is reported',
      (content) => content.tiers.push(tier('wreck', 4)),
      [
        'tiers/wreck.mdx level: level 4 leaves a gap: no tier has level 3; put its file back, or number the tiers from 1 to 3',
      ],
    ],
    [
      'a second platform category is reported',
      ({ categories }) =>
        categories.data!.push({ ...category('a'), platform: true }, { ...category('b'), platform: true }),
      ['./categories.mdx 3 platform: only one category can be the platform; delete one of the lines'],
    ],
    [
      'a former id that is the id of another category is reported',
      ({ categories }) => categories.data!.push({ ...category('horn'), formerIds: ['horn', 'bell', 'board'] }),
      [
        './categories.mdx 2 formerIds 2: the id "board" belongs to category "board"; give that one another id if it is new, or delete it here',
      ],
    ],
    [
      'a former id that another category lists is reported',
      ({ categories }) =>
        categories.data!.push({ ...category('a'), formerIds: ['old'] }, { ...category('b'), formerIds: ['old'] }),
      ['./categories.mdx 3 formerIds 0: the id "old" belongs to category "a"; delete it here'],
    ],
  ]);
});
