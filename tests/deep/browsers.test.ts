// The browser tests in Playwright's other two browsers, where they are installed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import { firefox, webkit } from '@playwright/test';

describe('the browser tests hold', () => {
  for (const browser of [firefox, webkit]) {
    const skip =
      !existsSync(browser.executablePath()) && `run "npx playwright install --with-deps ${browser.name()}" first`;
    test(`in ${browser.name()}`, { skip }, () => {
      const { status, stdout } = spawnSync('npx', ['playwright', 'test', '--project', browser.name()], {
        encoding: 'utf8',
        shell: process.platform === 'win32',
      });
      assert.equal(status, 0, stdout);
    });
  }
});
