import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { inertJson } from '../../../../src/output/html/inert-json.ts';

test('embedded JSON never closes its script element and reads back unchanged', () => {
  const data = { words: ['</script><script>alert(1)</script>', '<!-- <script>', ']]>', '\u2028', '&lt;'] };
  const tree = fromHtml(`<script type="application/json">${inertJson(data)}</script>`, { fragment: true });
  assert.equal(tree.children.length, 1);
  const [script] = tree.children;
  assert.ok(script?.type === 'element' && script.children[0]?.type === 'text');
  assert.deepEqual(JSON.parse(script.children[0].value), data);
});
