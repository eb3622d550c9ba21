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
  // Axe reads a page five times in one test; a busy machine takes its time.
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
    // Where they are installed: "npx playwright install --with-deps firefox webkit". Only Chromium lets a test read the
    // clipboard or be a phone; and in WebKit the Tab key reaches links only where its user has asked for that.
    ...others.map(({ browser, without }) => ({
      name: browser.name(),
      use: { browserName: browser.name() as 'firefox' | 'webkit' },
      grepInvert: without,
    })),
  ],
  webServer: {
    // The browser looks at what the tests know by heart, whatever was decided since.
    command: `astro preview --ignore-lock --port ${port}`,
    env: { OUT_DIR: siteOf('documented') },
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
