import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { contentFiles, type Origin } from '../../../src/import/content-files.ts';
import { readDocument } from '../../../src/import/read-document.ts';
import { readPage } from '../../../src/import/read-page.ts';

const imported = (text: string, origin: Origin = {}) =>
  contentFiles(readDocument(readPage([{ name: 'page.md', text }], 'https://a.example/')), {
    date: '2024-05-31',
    ...origin,
  });

const page = `# Levels of Care in Lantern

Lantern has **two** [levels](https://a.example/levels "Two"). Read on.

## Now

#### Tier 1

| Category | Description |
|----------|-------------|
| Lamp     | \`b-lamp\`  |
| Lamp     | \`a-lamp\`  |

#### Tier 2

| Category | Description | Missing |
|----------|-------------|---------|
| *Other*  | A {bell}: *ding* | oil |
| *Other*  | [A bell](https://bell.example) |  |

## Meaning

#### Tier 2 - Dim

* One lamp burns at night. Or two.

* One lamp burns at night, somewhere.

#### Tier 1 - Lit

It is lit.
`;
const { files, madeUp } = imported(page, { source: 'https://a.example/b', licence: 'CC0-1.0', document: 'care' });
const dataOf = (from: Map<string, string>, name: string) =>
  parse((from.get(name) ?? '').split(/^---\n/m).at(name.endsWith('.yaml') ? 0 : 1) ?? '') as Record<string, unknown>;
const data = (name: string) => dataOf(files, name);

describe('Content files of an imported page', () => {
  test('each tier, requirement and feature gets a file with a unique id', () => {
    assert.deepEqual(
      [...files.keys()],
      [
        'site.yaml',
        'categories.yaml',
        'tiers/tier-1.mdx',
        'requirements/one-lamp-burns-at-night.mdx',
        'requirements/one-lamp-burns-at-night-2.mdx',
        'tiers/tier-2.mdx',
        'features/b-lamp.mdx',
        'features/a-lamp.mdx',
        'features/a-bell-ding.mdx',
        'features/a-bell.mdx',
        'policy/document.mdx',
      ],
    );
  });

  test('the files contain the data of the page and the flags', () => {
    assert.deepEqual(data('site.yaml'), {
      title: 'Levels of Care in Lantern',
      project: 'Lantern',
      description: 'Lantern has two levels.',
      source: 'https://a.example/b',
      licence: 'CC0-1.0',
      document: 'care',
      columns: [{ id: 'category' }, { id: 'name' }, { id: 'missing', label: 'Missing' }],
    });
    assert.deepEqual(data('categories.yaml'), [
      { id: 'lamp', name: 'Lamp', plural: 'Lamp', description: 'Features in the category Lamp.' },
      { id: 'other', name: 'Other', plural: 'Other', description: 'Features in the category Other.', emphasis: true },
    ]);
    assert.deepEqual(data('features/a-bell-ding.mdx'), {
      name: 'A {bell}: *ding*',
      category: 'other',
      description: 'Other: A {bell}: ding.',
      history: [{ date: '2024-05-31', tier: 2, missing: [{ as: 'oil' }], source: 'https://a.example/b' }],
    });
    assert.deepEqual(data('features/a-bell.mdx')['links'], [{ label: 'Description', url: 'https://bell.example' }]);
    assert.equal(
      files.get('requirements/one-lamp-burns-at-night.mdx'),
      '---\ntitle: One lamp burns at night\n---\n\nOne lamp burns at night. Or two.\n',
    );
    assert.equal(files.get('tiers/tier-1.mdx'), '---\nlevel: 1\ntitle: Lit\nrequirements: []\n---\n\nIt is lit.\n');
  });

  test('guesses and placeholders are reported', () => {
    assert.deepEqual(madeUp, [
      'site.yaml: check the project and the description',
      'categories.yaml: describe each category, and mark the one that the others run on with "platform: true"',
      'requirements: give each a short title, and "appliesTo" where it is for some categories only',
      'features: describe each; if a missing item is a written requirement, add the id of that requirement',
    ]);
    assert.deepEqual(
      imported('# A').madeUp.filter((line) => /--/.test(line)),
      [
        'site.yaml: name the license; NOASSERTION is a placeholder (or give --licence)',
        'site.yaml and every history: name the source instead of https://example.com/ (or give --source)',
      ],
    );
    assert.equal(imported('# A').madeUp.at(-1), 'features: the page names none; "npm run new" adds one');
  });
});

const tableOf = (rows: readonly string[], head = 'Category | Description') =>
  `# Tiers\n\n## Tier 1\n\n| ${head} |\n|-|-|\n${rows.map((row) => `| ${row} |`).join('\n')}\n`;
const featuresOf = (files: Map<string, string>) =>
  [...files.keys()].flatMap((name) => /^features\/(.*)\.mdx$/.exec(name)?.[1] ?? []);
const idsOf = (...names: string[]) => featuresOf(imported(tableOf(names.map((it) => `Lamp | ${it}`))).files);

describe('Ids of imported features', () => {
  test('a name in any script gets a readable, unique id', () => {
    const names = [
      '対象',
      'Привет',
      'Ελλάδα',
      'مرحبا',
      '한국어',
      'C',
      'C++',
      'C#',
      'Objective-C++',
      'a & b',
      'a+',
      '`wasi_nn`',
      '🏮',
    ];
    assert.deepEqual(idsOf(...names), [
      ...['dui-xiang', 'privet', 'ellada', 'mrhb', 'hangugeo', 'c', 'cpp', 'c-sharp', 'objective-cpp', 'a-and-b'],
      ...['a-plus', 'wasi_nn', 'sign-1f3ee'],
    ]);
  });

  test('equal names get different ids, and reserved names are avoided', () => {
    assert.deepEqual(idsOf('fog', 'Fog', 'con', 'aux.1'), ['fog', 'fog-2', 'con-tier-1', 'aux-1']);
    const { files } = imported(
      '# T\n\n## Tier 1\n\n| OS | Wood |\n|-|-|\n| Low | oak |\n| Low | elm |\n\n## Tier 2\n\n| OS | Wood |\n|-|-|\n| High | oak |\n\n## Tier 3\n\n| OS | Wood |\n|-|-|\n| High | oak |\n',
    );
    assert.deepEqual(featuresOf(files), ['low-oak', 'low-elm', 'high-tier-2', 'high-tier-3']);
  });

  test('an id has at most 96 characters', () => {
    const [long, cut] = ['n'.repeat(300), `${'n'.repeat(89)}. more`];
    for (const id of idsOf(long, cut, long)) assert.ok(id.length <= 96, id);
  });
});

describe('Site, tiers and columns of an imported page', () => {
  test('the description is the first sentence without markup, or the title', () => {
    const described = (body: string) => dataOf(imported(`# Care\n\n${body}`).files, 'site.yaml')['description'];
    assert.deepEqual(
      ['Is it 1.2? Yes.', 'One!', '*c*  [d](https://e.example)\n\\{f}  `g`. H.', 'no stop', ''].map(described),
      ['Is it 1.2?', 'One!', 'c d f g.', 'Care', 'Care'],
    );
  });

  test('the project name comes from the title or the repository', () => {
    const project = (title: string, source?: string) =>
      dataOf(imported(`# ${title}`, source ? { source } : {}).files, 'site.yaml')['project'];
    assert.deepEqual(
      [
        project('Tiers of care for Old Lantern'),
        project('Lantern'),
        project('Support', 'https://github.com/a/lantern/blob/b/c.md'),
      ],
      ['Old Lantern', 'Lantern', 'lantern'],
    );
  });

  test('each tier gets a unique mark, and a slug and a label if its number does not give them', () => {
    const { files } = imported('# T\n\n## Tier 1 with bells\n\n## Tier 1\n\n## Tier 2 without bells\n');
    assert.deepEqual(
      [...files.keys()].filter((name) => name.startsWith('tiers/')).map((name) => dataOf(files, name)),
      [
        { level: 1, slug: '1-with-bells', label: 'Tier 1 with bells', mark: '1+', requirements: [] },
        { level: 2, slug: '1', label: 'Tier 1', requirements: [] },
        { level: 3, slug: '2-without-bells', label: 'Tier 2 without bells', mark: '2-', requirements: [] },
      ],
    );
    const worded = imported('# T\n\n## Stable\n\n## Supported\n\n## Beta\n').files;
    assert.deepEqual(
      [...worded.keys()].filter((name) => name.startsWith('tiers/')).map((name) => dataOf(worded, name)['mark']),
      ['St', 'Su', 'B'],
    );
  });

  test('each column gets its kind and its values, and an empty column is left out', () => {
    const { files } = imported(
      '# T\n\n## Tier 1\n\n| Target | CI | Since | From | Notes | Empty |\n|-|-|-|-|-|-|\n| a | ✅ | 2024-01-02 | 1.10 | x, *y* | |\n| b | ✗ | | v2.0 | | |\n',
    );
    assert.deepEqual(dataOf(files, 'site.yaml')['columns'], [
      { id: 'name', label: 'Target' },
      { id: 'ci', label: 'CI', kind: 'yes/no' },
      { id: 'since', label: 'Since', kind: 'date' },
      { id: 'from', label: 'From', kind: 'version' },
      { id: 'notes', label: 'Notes' },
    ]);
    assert.deepEqual(
      ['a', 'b'].map((id) => dataOf(files, `features/${id}.mdx`)['columns']),
      [
        { ci: 'yes', since: '2024-01-02', from: '1.10', notes: 'x, *y*' },
        { ci: 'no', from: 'v2.0' },
      ],
    );
  });

  test('a long value is not wrapped', () => {
    const long = 'word '.repeat(20);
    const { files } = imported(tableOf([`${long}word | a`]).replace('Tiers', `${long}word`));
    assert.ok(files.get('site.yaml')?.startsWith(`title: ${long}word\nproject: `));
    assert.ok(files.get('categories.yaml')?.includes(`name: ${long}word\n`));
  });
});
