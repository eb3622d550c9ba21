import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newFeatureFile, withEntry } from '../../../src/new/entry-yaml.ts';

const entry = { date: '2024-02-29', tier: 1, source: 'https://git.example/1', note: 'Now: it burns.' };

test('a feature is written in block style, quoted only where YAML needs it', () => {
  const history = [{ ...entry, missing: [{ as: 'oil', requirement: 'spare-oil' }] }];
  assert.equal(
    newFeatureFile({ name: 'Fog `signal`', category: 'lamp', description: 'A lamp: red.', history }),
    `---
name: Fog \`signal\`
category: lamp
description: "A lamp: red."
history:
  - date: 2024-02-29
    tier: 1
    source: https://git.example/1
    note: "Now: it burns."
    missing:
      - as: oil
        requirement: spare-oil
---
`,
  );
});

describe('Adding an entry to a history', () => {
  const text = (indent: string, end = '\n') =>
    ['---', 'history:', `${indent}- date: 2023-11-05`, `${indent}  tier: 2`, '---', ''].join(end);

  test('a new entry is added at the top with the indentation of the list', () => {
    assert.equal(
      withEntry(text('  '), 3, { ...entry, note: 'Rain.' }),
      '---\nhistory:\n  - date: 2024-02-29\n    tier: 1\n    source: https://git.example/1\n    note: Rain.\n  - date: 2023-11-05\n    tier: 2\n---\n',
    );
    assert.match(withEntry(text(''), 3, entry) ?? '', /^history:\n- date: 2024-02-29\n {2}tier: 1\n/m);
  });

  test('a new entry has the line endings of the file', () => {
    assert.doesNotMatch(withEntry(text('  ', '\r\n'), 3, entry) ?? '', /[^\r]\n/);
  });

  test('a history that is not a block list is not edited', () => {
    assert.equal(withEntry('---\nhistory: [{ date: 2023-11-05, tier: 2 }]\n---\n', 2, entry), undefined);
    assert.equal(withEntry('', 9, entry), undefined);
  });
});
