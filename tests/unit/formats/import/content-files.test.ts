import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { checkContent } from '../../../../src/check/check-content.ts';
import { contentFiles } from '../../../../src/formats/import/content-files.ts';
import { readDocument } from '../../../../src/formats/import/read-document.ts';
import { emptyFolder } from '../../lantern.ts';

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
const { files, guesses } = contentFiles(readDocument(page), { source: 'https://a.example/b', date: '2024-05-31', licence: 'CC0-1.0' });
const data = (name: string) => parse((files.get(name) ?? '').split(/^---\n/m).at(name.endsWith('.yaml') ? 0 : 1) ?? '') as Record<string, unknown>;

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
    assert.deepEqual([...files.keys()], [
      'site.yaml', 'categories.yaml', 'policy/introduction.mdx', 'policy/status.mdx', 'policy/details.mdx', 'tiers/tier-1.mdx',
      'requirements/one-lamp-burns-at-night.mdx', 'requirements/one-lamp-burns-at-night-2.mdx', 'tiers/tier-2.mdx',
      'features/b-lamp.mdx', 'features/a-lamp.mdx', 'features/a-bell-ding.mdx', 'features/a-bell.mdx',
    ]);
  });

  test('says what the page says, and what the command was told', () => {
    assert.deepEqual(data('site.yaml'), {
      title: 'Levels of Care in Lantern', project: 'Lantern', description: 'Lantern has two levels.', source: 'https://a.example/b', licence: 'CC0-1.0',
    });
    assert.deepEqual(data('features/a-bell-ding.mdx'), {
      name: 'A {bell}: ding', category: 'other', description: 'Other: A {bell}: ding.',
      history: [{ date: '2024-05-31', tier: 2, missing: [{ as: 'oil' }], source: 'https://a.example/b' }], order: 1,
    });
    assert.deepEqual(data('features/a-bell.mdx')['links'], [{ label: 'Description', url: 'https://bell.example' }]);
    assert.deepEqual(data('tiers/tier-2.mdx'), { level: 2, title: 'Dim', requirements: ['one-lamp-burns-at-night', 'one-lamp-burns-at-night-2'] });
  });

  test('keeps the order of a table where the ids alone would change it', () => {
    assert.deepEqual(['b-lamp', 'a-lamp'].map((id) => data(`features/${id}.mdx`)['order']), [1, 2]);
  });

  test('tells what it guessed', () => assert.equal(guesses.length, 4));
});
