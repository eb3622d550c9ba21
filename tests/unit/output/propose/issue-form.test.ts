import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fittingAddress, formAddress } from '../../../../src/output/propose/issue-form.ts';

const repository = { url: 'https://git.example/lantern/support' };

test('the address of a form fills in its fields', () => {
  assert.equal(
    formAddress(repository, 'wrong-page', { page: 'https://a.example/?x=1&y' }),
    `${repository.url}/issues/new?template=wrong-page.yml&page=https%3A%2F%2Fa.example%2F%3Fx%3D1%26y`,
  );
});

test('a long field gets the fullest text that keeps the address short enough, or stays empty', () => {
  const address = (...texts: string[]) => fittingAddress(repository, 'feature', { name: 'x' }, 'evidence', texts);
  assert.match(address('long', 'short'), /evidence=long$/);
  assert.match(address('ü'.repeat(3000), 'short'), /evidence=short$/);
  assert.equal(address('x'.repeat(9000)), formAddress(repository, 'feature', { name: 'x' }));
});
