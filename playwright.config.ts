import { defineConfig } from '@playwright/test';
import { findBrowser } from './tests/browser.ts';

const executablePath = findBrowser();
const port = Number(process.env['PORT'] ?? 4327);

export default defineConfig({
  testDir: 'tests/e2e',
  fullyParallel: true,
  // Axe reads a page four times in one test; a busy machine takes its time.
  timeout: 120_000,
  forbidOnly: !!process.env['CI'],
  workers: 2,
  reporter: [['line']],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    launchOptions: {
      ...(executablePath && { executablePath }),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'],
    },
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
  webServer: {
    // The browser looks at what the tests know by heart, whatever was decided since.
    command: `npm run --silent build:documented && astro preview --port ${port}`,
    env: { OUT_DIR: '.cache/dist-documented' },
    timeout: 180_000,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
  },
});
