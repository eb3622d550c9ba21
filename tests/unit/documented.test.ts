// What the tests know by heart is the content of one day, so an editor's next entry breaks none of them.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentedFiles } from '../documented.ts';
import { featureWith, lanternFiles } from './memory.ts';

const entry = (date: string) => `- date: ${date}\n  tier: 1\n  source: https://git.example/1`;
const content = lanternFiles({
  'features/oak-board.mdx': featureWith(`${entry('2024-07-01')}\n${entry('2023-11-05')}`),
  'features/new-board.mdx': featureWith(entry('2024-07-02')),
  'addresses.txt': '/snapshots/2024-07-01/\n',
});

test('entries of later days, features that have no others, and the list of addresses are left out; the rest stays as it is', () => {
  const then = documentedFiles(content, '2024-06-30');
  assert.equal(then.get('content/features/oak-board.mdx'), featureWith(entry('2023-11-05')));
  const gone = [...content.keys()].filter((path) => !then.has(path));
  assert.deepEqual(gone, ['content/features/new-board.mdx', 'content/addresses.txt']);
  const changed = [...then].filter(([path, text]) => content.get(path) !== text).map(([path]) => path);
  assert.deepEqual(changed, ['content/features/oak-board.mdx']);
});
