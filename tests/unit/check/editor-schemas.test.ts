import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { editorSchemas, knownIds } from '../../../src/check/editor-schemas.ts';
import { readContent } from '../../../src/check/read-content.ts';
import { lanternWith } from '../lantern.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const folder = join(root, '.vscode', 'schemas');

describe('An editor completes what the content has', () => {
  test('the schemas in .vscode are those of the content; "npm run schemas" writes them anew', () => {
    const files = editorSchemas(readContent(join(root, 'content')).content);
    assert.deepEqual(readdirSync(folder).sort(), Object.keys(files).sort());
    for (const [name, text] of Object.entries(files))
      assert.equal(readFileSync(join(folder, name), 'utf8'), text, name);
  });

  test('every schema that is wired in the settings is there', () => {
    const { 'yaml.schemas': wired } = JSON.parse(readFileSync(join(root, '.vscode', 'settings.json'), 'utf8')) as {
      'yaml.schemas': Record<string, string>;
    };
    for (const path of Object.keys(wired)) assert.ok(readFileSync(join(root, path), 'utf8'));
  });
});

describe('The known ids are those of the files, even where some are broken', () => {
  test('categories, requirements, features, levels, rules', (t) => {
    const { content } = readContent(
      lanternWith(t, { 'features/red-lamp.mdx': 'Red.', 'tiers/dark.mdx': '---\nlevel: two\n---\n' }),
    );
    const { rule, ...ids } = knownIds(content);
    assert.deepEqual(ids, {
      category: ['lamp', 'board'],
      requirement: ['night-watch', 'spare-bulb', 'wiring-plan'],
      feature: ['fog-signal', 'oak-board', 'pine-board', 'red-lamp'],
      tier: [1],
    });
    assert.ok(rule.includes('owed-by-its-tier'));
  });

  test('none where the categories cannot be read', (t) => {
    assert.deepEqual(knownIds(readContent(lanternWith(t, { 'categories.yaml': '- [' })).content).category, []);
    assert.deepEqual(
      knownIds(readContent(lanternWith(t, { 'categories.yaml': '- lamp\n- id: board\n' })).content).category,
      ['board'],
    );
  });
});
