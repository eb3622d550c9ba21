// The slow browser tests, and all browser tests in Playwright's other two browsers if they are installed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { firefox, webkit } from '@playwright/test';

/** Runs browser tests; fails with what they printed. */
function run(...args: string[]): void {
  const { status, stdout } = spawnSync('npx', ['playwright', 'test', ...args], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  assert.equal(status, 0, stdout);
}

describe('The browser tests', () => {
  test('the slow browser tests pass in chromium', () => run('--project', 'chromium', '--grep', '@deep'));

  for (const browser of [firefox, webkit]) {
    const skip =
      !existsSync(browser.executablePath()) && `run "npx playwright install --with-deps ${browser.name()}" first`;
    test(`all browser tests pass in ${browser.name()}`, { skip }, () => run('--project', browser.name()));
  }
});
