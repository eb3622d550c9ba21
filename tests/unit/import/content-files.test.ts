import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { checkContent } from '../../../src/check/check-content.ts';
import { contentFiles } from '../../../src/import/content-files.ts';
import { readDocument, type ReadDocument } from '../../../src/import/read-document.ts';
import type { ReadRow } from '../../../src/import/read-table.ts';
import { emptyFolder } from '../lantern.ts';

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
const { files, guesses } = contentFiles(readDocument(page), {
  source: 'https://a.example/b',
  date: '2024-05-31',
  licence: 'CC0-1.0',
});
const data = (name: string) =>
  parse((files.get(name) ?? '').split(/^---\n/m).at(name.endsWith('.yaml') ? 0 : 1) ?? '') as Record<string, unknown>;
const written = (files: Map<string, string>) => [...files].map(([name, text]) => `=== ${name}\n${text}`).join('');

describe('content proposed from a page', () => {
  test('passes every gate', (context) => {
    const folder = emptyFolder(context);
    for (const [name, text] of files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    assert.deepEqual(checkContent(folder).problems, []);
  });

  test('has a file for each part, tier, requirement and feature, and no two with one id', () => {
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

  test('says what the page says, and what the command was told', () => {
    assert.deepEqual(data('site.yaml'), {
      title: 'Levels of Care in Lantern',
      project: 'Lantern',
      description: 'Lantern has two levels.',
      source: 'https://a.example/b',
      licence: 'CC0-1.0',
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
    assert.deepEqual(data('tiers/tier-2.mdx'), {
      level: 2,
      title: 'Dim',
      requirements: ['one-lamp-burns-at-night', 'one-lamp-burns-at-night-2'],
    });
  });

  test('tells what it guessed', () => {
    assert.deepEqual(guesses, [
      'site.yaml: check the project and the description',
      'categories.yaml: describe each category, and mark the one that the others run on with "platform: true"',
      'requirements: give each a short title, and "appliesTo" where it is for some categories only',
      'features: describe each, and name the requirement beside each missing thing that is a written one',
    ]);
  });
});

const row = (name: string, more: Partial<ReadRow> = {}): ReadRow => ({
  level: 1,
  category: 'Lamp',
  name,
  missing: [],
  note: '',
  links: [],
  ...more,
});
const tier = { level: 1, title: '', depth: 4, opening: '', requirements: [], closing: '' };
const propose = (read: Partial<ReadDocument>) =>
  contentFiles(
    { title: '', opening: '', body: '', tiers: [], rows: [], leftovers: [], ...read },
    { date: '2024-05-31' },
  );

describe('content of a page that says little', () => {
  test('is made up, and said to be', () => {
    const tiers = [{ ...tier, opening: 'Before.', requirements: ['Oil.'], closing: 'After.' }];
    const { files, guesses } = propose({ tiers, rows: [row('a', { note: 'A note.' })] });
    assert.equal(
      written(files),
      `=== site.yaml
title: Tiers of Support
project: Support
description: Tiers of Support
source: https://example.com/
licence: NOASSERTION
=== categories.yaml
- id: lamp
  name: Lamp
  plural: Lamp
  description: Features in the category Lamp.
=== requirements/oil.mdx
---
title: Oil
---

Oil.
=== tiers/tier-1.mdx
---
level: 1
title: Tier 1
requirements:
  - oil
---

Before.

<Requirements />

After.
=== features/a.mdx
---
name: a
category: lamp
description: "Lamp: a."
history:
  - date: 2024-05-31
    tier: 1
    source: https://example.com/
---

A note.
=== policy/document.mdx
---
rows:
  - a
---

# Tiers of Support

<TierTable tier="1" />

<Tier tier="1" />
`,
    );
    assert.ok(
      propose({ rows: [row('a', { note: ' ' })] })
        .files.get('features/a.mdx')
        ?.endsWith('source: https://example.com/\n---\n'),
    );
    assert.ok(
      propose({ tiers: [{ ...tier, opening: 'A.', closing: 'B.' }] })
        .files.get('tiers/tier-1.mdx')
        ?.endsWith('\n---\n\nA.\n\nB.\n'),
    );
    assert.deepEqual(guesses.slice(1, 3), [
      'site.yaml: name the licence, NOASSERTION says nothing (or give --licence)',
      'site.yaml and every history: name the source instead of https://example.com/ (or give --source)',
    ]);
  });

  test('is described by the first sentence without its marks, or by the title', () => {
    const described = (body: string) =>
      /description: (.*)/.exec(propose({ title: 'Care', opening: body }).files.get('site.yaml') ?? '')?.[1];
    assert.deepEqual(
      ['Is it 1.2? Yes.', 'One!', '![A](b) *c*  [d](e)\n\\{f}  `g`. H.', ' *  One two.', 'no stop', ''].map(described),
      ['Is it 1.2?', 'One!', 'A c d f g.', 'One two.', 'Care', 'Care'],
    );
  });

  test('is of the project that the title names last, or of the title', () => {
    const project = (title: string) =>
      /project: (.*)/.exec(propose({ title, opening: '' }).files.get('site.yaml') ?? '')?.[1];
    assert.deepEqual(['Tiers of care for Old Lantern', 'Lantern', 'Care of it in A'].map(project), [
      'Old Lantern',
      'Lantern',
      'A',
    ]);
  });

  test('has ids of the words that there are, each once', () => {
    assert.deepEqual(
      [
        ...propose({ rows: ['灯', '火', '光', 'Fog signal', 'fog-signal'].map((name) => row(name)) }).files.keys(),
      ].slice(2, -1),
      [
        'features/unnamed.mdx',
        'features/unnamed-2.mdx',
        'features/unnamed-3.mdx',
        'features/fog-signal.mdx',
        'features/fog-signal-2.mdx',
      ],
    );
  });

  test('has ids that are no longer than the name of a file may be', () => {
    const [long, cut] = ['n'.repeat(300), `${'n'.repeat(89)}. more`];
    assert.deepEqual([...propose({ rows: [row(long), row(cut), row(long)] }).files.keys()].slice(2, -1), [
      `features/${'n'.repeat(90)}.mdx`,
      `features/${'n'.repeat(89)}.mdx`,
      `features/${'n'.repeat(90)}-2.mdx`,
    ]);
  });

  test('is made in a time that grows with the rows', () => {
    for (const name of [() => 'same', (at: number) => `n${at}`]) {
      const { user } = process.cpuUsage();
      propose({ rows: Array.from({ length: 6000 }, (_, at) => row(name(at))) });
      assert.ok(process.cpuUsage().user - user < 8e6);
    }
  });

  test('has titles of five words, and no line of data is broken', () => {
    const long = 'word '.repeat(20);
    const body = `One, two three [four](f) five.; ${long}`;
    const { files } = propose({
      title: `${long}word`,
      opening: body,
      tiers: [{ ...tier, requirements: [body] }],
      rows: [row('a', { category: `${long}word` })],
    });
    assert.ok(
      files.get('requirements/one-two-three-four-five.mdx')?.startsWith('---\ntitle: One, two three four five\n---\n'),
    );
    assert.ok(files.get('site.yaml')?.startsWith(`title: ${long}word\nproject: `));
    assert.ok(files.get('categories.yaml')?.includes(`name: ${long}word\n`));
  });
});
