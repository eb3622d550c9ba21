import { existsSync } from 'node:fs';
import { defineConfig, firefox, webkit } from '@playwright/test';
import { findBrowser } from './tests/browser.ts';
import { siteOf } from './tests/sites.ts';

const executablePath = findBrowser();
const port = Number(process.env['PORT'] ?? 4327);

const others = [
  { browser: firefox, without: /@chromium/ },
  { browser: webkit, without: /@chromium|@tab/ },
].filter(({ browser }) => existsSync(browser.executablePath()));

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  // One test runs axe five times, which is slow on a busy machine.
  timeout: 120_000,
  forbidOnly: !!process.env['CI'],
  workers: 2,
  reporter: [['line']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
  },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...(executablePath && { executablePath }),
          args: [
            '--no-sandbox',
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--disable-quic',
          ],
        },
      },
    },
    // Firefox and WebKit run if they are installed: "npx playwright install --with-deps firefox webkit". Only Chromium
    // can read the clipboard or emulate a phone in a test. In WebKit, the Tab key skips links by default.
    ...others.map(({ browser, without }) => ({
      name: browser.name(),
      use: { browserName: browser.name() as 'firefox' | 'webkit' },
      grepInvert: without,
    })),
  ],
  webServer: {
    // The tests expect the content of this site, which does not change with content/.
    command: `astro preview --ignore-lock --port ${port}`,
    env: { OUT_DIR: siteOf('documented') },
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
