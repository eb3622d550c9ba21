import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { newIssue } from '../../../src/domain/new-issue.ts';

describe('the address of a new issue', () => {
  const repository = 'https://github.com/example/tiers';
  test('is there for a repository on GitHub alone', () => {
    assert.equal(newIssue(repository, { title: 'A & b' }, ['c\nd']), `${repository}/issues/new?title=A+%26+b&body=c%0Ad`);
    assert.equal(newIssue(`${repository}/`, {}), `${repository}/issues/new?`);
    for (const elsewhere of [undefined, 'https://git.example/a/b', 'https://github.com/a', 'https://github.com.evil.example/a/b', 'http://github.com/a/b'])
      assert.equal(newIssue(elsewhere, {}), undefined);
  });

  test('takes the fullest body that fits, or none', () => {
    assert.match(newIssue(repository, {}, ['ü'.repeat(3000), 'short']) ?? '', /body=short$/);
    assert.equal(newIssue(repository, { title: 't' }, ['x'.repeat(9000)]), `${repository}/issues/new?title=t`);
  });
});
