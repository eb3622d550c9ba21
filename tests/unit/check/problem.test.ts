import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ContentError, problemLine, summary, type Problem } from '../../../src/check/problem.ts';

const problem = (file: string, line: number): Problem => ({
  file,
  line,
  column: 3,
  message: 'it is wrong; write it right',
});

test('a problem is one line that begins with its path, line and column', () => {
  assert.equal(problemLine(problem('features/lamp.mdx', 14)), 'features/lamp.mdx:14:3: it is wrong; write it right');
});

test('the summary counts problems and the files that have them', () => {
  assert.equal(summary([problem('a', 1)]), '1 problem in 1 file; nothing was published.');
  assert.equal(summary([problem('a', 1), problem('a', 2)]), '2 problems in 1 file; nothing was published.');
  assert.equal(summary([problem('a', 1), problem('b', 2)]), '2 problems in 2 files; nothing was published.');
});

test('a ContentError lists every problem in its message', () => {
  const problems = [problem('a', 1), problem('b', 2)];
  const error = new ContentError(problems);
  assert.deepEqual(error.message.split('\n'), [...problems.map(problemLine), summary(problems)]);
  assert.equal(error.name, 'ContentError');
  assert.deepEqual(error.problems, problems);
});
