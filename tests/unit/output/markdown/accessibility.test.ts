import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accessibilityPurpose, accessibilityStatement } from '../../../../src/output/words/accessibility.ts';
import { accessibilityMarkdown } from '../../../../src/output/markdown/accessibility.ts';

test('the Markdown statement has the text of the page in its order and a link to the data', () => {
  const text = accessibilityMarkdown((path) => `https://x.example/${path}`);
  const expected = [
    accessibilityPurpose,
    ...accessibilityStatement.flatMap(({ title, says, list = [] }) => [`## ${title}`, says, ...list]),
  ];
  const positions = expected.map((part) => text.indexOf(part));
  assert.deepEqual(
    positions,
    positions.toSorted((one, other) => one - other),
  );
  assert.ok(positions.every((position) => position > 0));
  assert.ok(text.startsWith('# Accessibility\n'));
  assert.ok(text.includes('(https://x.example/data/index.md)'));
});
