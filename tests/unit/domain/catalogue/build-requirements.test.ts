import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { buildRequirements } from '../../../../src/domain/catalogue/build-requirements.ts';
import type { Category, Tier } from '../../../../src/domain/catalogue/catalogue.ts';
import { tierNames } from '../../../../src/domain/tier.ts';
import type { Sources } from '../../../../src/domain/catalogue/sources.ts';
import { check, lanternFiles } from '../../content-in-memory.ts';
import { category, requirement, smallContent, testReported, changeData } from '../small-content.ts';

const dark = lanternFiles().get('content/tiers/dark.mdx') ?? '';
const lit = lanternFiles().get('content/tiers/lit.mdx') ?? '';
const messages = (files: Record<string, string>) =>
  check(lanternFiles(files)).problems.map(({ file, line, message }) => `${file}:${line}: ${message}`);

describe('Tier of a requirement', () => {
  test('a tier keeps the order of its list of requirements', () => {
    const { catalogue } = check(lanternFiles());
    for (const tier of catalogue?.tiers ?? []) {
      const file = lanternFiles().get(tier.file) ?? '';
      assert.deepEqual(
        tier.requirements.map(({ id }) => `- ${id}`),
        file.match(/- [a-z-]+$/gm) ?? [],
      );
      for (const requirement of tier.requirements) assert.equal(requirement.tier, tier);
    }
  });

  test('a requirement in two tiers is reported with the file that already lists it', () => {
    assert.deepEqual(
      messages({ 'tiers/lit.mdx': lit.replace('  - night-watch', '  - night-watch\n  - wiring-plan') }).filter((it) =>
        it.includes('already'),
      ),
      ['content/tiers/lit.mdx:6: requirement "wiring-plan" is already listed in content/tiers/dark.mdx; list it once'],
    );
  });

  test('a requirement that no tier lists is reported unless the file of a tier is invalid', () => {
    const orphan = { 'requirements/oil.mdx': '---\ntitle: Oil\n---\n\nThere is oil.\n' };
    const lost =
      'content/requirements/oil.mdx:2: no tier lists this requirement; add its id to "requirements" of a tier, or delete this file';
    assert.deepEqual(messages(orphan), [lost]);
    assert.ok(!messages({ ...orphan, 'tiers/dark.mdx': dark.replace('level: 2', 'level: two') }).includes(lost));
  });
});

describe('Requirements in the catalogue', () => {
  const built = (content: Sources) => {
    const tiers = new Map(
      content.tiers.map(({ id, data }): [string, Tier] => [
        id,
        {
          id,
          ...tierNames({ level: data?.level ?? 0, title: id }),
          file: '',
          body: '',
          formerAnchors: [],
          requirements: [],
          groups: [],
          retiredRequirements: [],
          changes: [],
        },
      ]),
    );
    const categories = new Map(
      ['lamp', 'board'].map((id): [string, Category] => [
        id,
        { ...category(id), written: '', label: id, emphasis: false, platform: false },
      ]),
    );
    const found: string[] = [];
    const requirements = buildRequirements(content, tiers, categories, new Set(), (file, path, message) =>
      found.push(`${[file, ...path].join(' ')}: ${message}`),
    );
    return { tiers, requirements, found };
  };

  test('a requirement has its text and its categories, or every category if it names none', () => {
    const { requirements, tiers, found } = built(smallContent());
    assert.deepEqual(
      [...requirements.values()].map(({ tier, appliesTo, ...rest }) => ({
        ...rest,
        tier: tier.id,
        appliesTo: appliesTo.map(({ id }) => id),
      })),
      [
        {
          file: 'requirements/fuse.mdx',
          title: 'fuse',
          body: 'The words of fuse.',
          id: 'fuse',
          tier: 'dark',
          formerIds: [],
          appliesTo: ['lamp', 'board'],
          group: undefined,
          guarantees: undefined,
          since: undefined,
          retired: undefined,
          changes: [],
        },
        {
          file: 'requirements/night-watch.mdx',
          title: 'night-watch',
          body: 'The words of night-watch.',
          id: 'night-watch',
          tier: 'lit',
          formerIds: [],
          appliesTo: ['board'],
          group: undefined,
          guarantees: undefined,
          since: undefined,
          retired: undefined,
          changes: [],
        },
        {
          file: 'requirements/spare-bulb.mdx',
          title: 'spare-bulb',
          body: 'The words of spare-bulb.',
          id: 'spare-bulb',
          tier: 'dark',
          formerIds: [],
          appliesTo: ['lamp', 'board'],
          group: undefined,
          guarantees: undefined,
          since: undefined,
          retired: undefined,
          changes: [],
        },
      ],
    );
    assert.deepEqual(
      [...tiers.values()].map(({ requirements: listed }) => listed.map(({ id }) => id)),
      [['spare-bulb', 'fuse'], ['night-watch']],
    );
    assert.deepEqual(found, []);
  });

  test('a requirement that no tier lists and a listed id without a file are left out', () => {
    const content = smallContent();
    content.requirements.push(requirement('oil'));
    changeData(content, 'tiers', 1, { requirements: ['gas', 'night-watch'] });
    const { requirements, tiers } = built(content);
    assert.deepEqual([...requirements.keys()], ['fuse', 'night-watch', 'spare-bulb']);
    assert.deepEqual(
      tiers.get('lit')?.requirements.map(({ id }) => id),
      ['night-watch'],
    );
  });

  test('a requirement with an invalid file keeps its id and causes no further problems', () => {
    const content = smallContent();
    content.requirements[0]!.data = undefined;
    content.tiers[1]!.data = undefined;
    const { requirements, found } = built(content);
    const { title, formerIds, appliesTo } = requirements.get('fuse') ?? {};
    assert.deepEqual([title, formerIds, appliesTo?.length, found], ['', [], 2, []]);
  });
});

describe('Problems with file, field and advice', () => {
  testReported([
    [
      'a requirement in two tiers is reported',
      (content) => changeData(content, 'tiers', 1, { requirements: ['night-watch', 'fuse'] }),
      ['tiers/lit.mdx requirements 1: requirement "fuse" is already listed in tiers/dark.mdx; list it once'],
    ],
    [
      'a requirement that one tier lists twice is reported',
      (content) => changeData(content, 'tiers', 1, { requirements: ['night-watch', 'night-watch'] }),
      ['tiers/lit.mdx requirements 1: requirement "night-watch" is already listed in tiers/lit.mdx; list it once'],
    ],
    [
      'a listed requirement without a file is reported',
      (content) => changeData(content, 'tiers', 1, { requirements: ['night-watch', 'fuze'] }),
      ['tiers/lit.mdx requirements 1: requirement "fuze" does not exist; did you mean "fuse"?'],
    ],
    [
      'a requirement that no tier lists is reported',
      (content) => content.requirements.push(requirement('oil')),
      [
        'requirements/oil.mdx: no tier lists this requirement; add its id to "requirements" of a tier, or delete this file',
      ],
    ],
    [
      'an unknown category of a requirement is reported',
      (content) => changeData(content, 'requirements', 0, { appliesTo: ['lamp', 'bored'] }),
      ['requirements/fuse.mdx appliesTo 1: category "bored" does not exist; did you mean "board"?'],
    ],
  ]);
});
