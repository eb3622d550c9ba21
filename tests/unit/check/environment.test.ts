import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { EnvironmentError, readEnvironment } from '../../../src/check/environment.ts';

const messages = (env: Record<string, string>): string[] => {
  try {
    readEnvironment(env);
    return [];
  } catch (error) {
    assert.ok(error instanceof EnvironmentError);
    return error.message.split('\n');
  }
};

describe('Environment variables', () => {
  test('the defaults are a local site, built from content into dist', () => {
    assert.deepEqual(readEnvironment({}), {
      site: 'http://127.0.0.1:4321',
      base: '/',
      content: 'content',
      out: 'dist',
      commit: null,
    });
  });

  test('a base path gets one slash at each end', () => {
    for (const written of ['/tiers/', 'tiers', '/tiers', 'tiers/', '//tiers//'])
      assert.equal(readEnvironment({ BASE_PATH: written }).base, '/tiers/', written);
  });

  test('an empty base path is the root', () => assert.equal(readEnvironment({ BASE_PATH: '' }).base, '/'));
  test('an origin loses its trailing slash', () => {
    assert.equal(readEnvironment({ SITE_URL: 'https://docs.example/' }).site, 'https://docs.example');
  });
  test('a folder loses its trailing slashes', () => assert.equal(readEnvironment({ OUT_DIR: 'site//' }).out, 'site'));
});

describe('The commit of the site', () => {
  const sha = '0123456789abcdef0123456789abcdef01234567';
  test('COMMIT_SHA takes precedence over GITHUB_SHA', () =>
    assert.equal(readEnvironment({ COMMIT_SHA: sha, GITHUB_SHA: 'fedcba9' }).commit, sha));
  test('GITHUB_SHA is used if COMMIT_SHA is empty', () =>
    assert.equal(readEnvironment({ COMMIT_SHA: '', GITHUB_SHA: sha }).commit, sha));
});

describe('Invalid environment variables', () => {
  const mistakes: [Record<string, string>, string][] = [
    [{ BASE_PATH: '/a b/' }, 'BASE_PATH is "/a b/"; write a path of letters, digits, "-", "_" and ".", like /tiers/'],
    [{ BASE_PATH: '/../' }, 'BASE_PATH is "/../"; write a path of letters, digits, "-", "_" and ".", like /tiers/'],
    [{ CONTENT_DIR: '' }, 'CONTENT_DIR is empty; write the path of a folder'],
    [{ OUT_DIR: '.' }, 'OUT_DIR is "."; the site is built from that folder; name a separate one'],
    [{ OUT_DIR: 'content' }, 'OUT_DIR is "content"; the site is built from that folder; name a separate one'],
  ];
  for (const url of ['docs.example', 'https://docs.example/tiers', 'javascript:alert(1)'])
    mistakes.push([
      { SITE_URL: url },
      `SITE_URL is "${url}"; write an address without a path, like https://docs.example`,
    ]);
  test('each invalid variable is reported with a fix', () => {
    for (const [env, message] of mistakes) assert.deepEqual(messages(env), [message], JSON.stringify(env));
  });

  test('all invalid variables are reported at once', () =>
    assert.equal(messages({ SITE_URL: '', BASE_PATH: '?', CONTENT_DIR: ' ' }).length, 3));
});
