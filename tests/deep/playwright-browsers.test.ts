// The browser tests that take longer, and all of them in Playwright's other two browsers, where they are installed.
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

describe('the browser tests hold', () => {
  test('in chromium, those that take longer', () => run('--project', 'chromium', '--grep', '@deep'));

  for (const browser of [firefox, webkit]) {
    const skip =
      !existsSync(browser.executablePath()) && `run "npx playwright install --with-deps ${browser.name()}" first`;
    test(`in ${browser.name()}`, { skip }, () => run('--project', browser.name()));
  }
});
