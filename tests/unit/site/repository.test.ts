import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { contentPath, editAddress, repositoryOf } from '../../../src/site/repository.ts';

const url = 'https://git.example/lantern/support';

describe('Address of the repository', () => {
  const workflow = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'lantern/site' };

  test('the repository comes from the environment, else the content, else the workflow', () => {
    assert.equal(
      repositoryOf({ repository: url }, { ...workflow, REPOSITORY_URL: 'https://other.example/x/' })?.url,
      'https://other.example/x',
    );
    assert.equal(repositoryOf({ repository: url }, workflow)?.url, url);
    assert.equal(repositoryOf({}, workflow)?.url, 'https://github.com/lantern/site');
    assert.equal(repositoryOf({}, { GITHUB_SERVER_URL: 'https://github.com', REPOSITORY_URL: '' }), undefined);
  });

  test('the branch is the one that the workflow builds, or main for a tag or a pull request', () => {
    const branch = (env: Record<string, string>) => repositoryOf({ repository: url }, env)?.branch;
    assert.equal(branch({ GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'next' }), 'next');
    assert.equal(branch({ GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: '12/merge', GITHUB_HEAD_REF: 'mine' }), 'main');
    assert.equal(branch({ GITHUB_REF_TYPE: 'tag', GITHUB_REF_NAME: 'v1' }), 'main');
    assert.equal(branch({}), 'main');
  });
});

describe('Links to source files', () => {
  const repository = { url, branch: 'main' };

  test('a link opens a file in the editor and a folder in the file list', () => {
    assert.equal(
      editAddress(repository, 'content/features/red lamp.mdx'),
      `${url}/edit/main/content/features/red%20lamp.mdx`,
    );
    assert.equal(editAddress(repository, 'content/requirements'), `${url}/tree/main/content/requirements`);
  });

  test('a file outside the repository has no link', () => {
    assert.deepEqual(
      [editAddress(repository, '../x.mdx'), editAddress(repository, '/tmp/x.mdx')],
      [undefined, undefined],
    );
  });

  test('the path of the content is relative to the project’s folder', () => {
    assert.equal(contentPath('categories.yaml'), 'content/categories.yaml');
  });
});
