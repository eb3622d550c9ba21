// Finds the browser that the tests drive: BROWSER_PATH, Playwright's own, or the system's Chromium or Chrome.
// Run as a command, it installs one where there is none.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** The path of a browser on this machine, or nothing. */
export function findBrowser(): string | undefined {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [
    process.env['BROWSER_PATH'] ?? '',
    chromium.executablePath(),
    ...onPath,
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    'C:/Program Files/Google/Chrome/Application/chrome.exe',
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

/** Starts it, for what is no test of Playwright's. */
export function launch(...args: string[]): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', ...args] });
}

const installers: [string, string[]][] = [
  ['npx', ['playwright', 'install', 'chromium']],
  ['apt-get', ['update', '-q']],
  ['apt-get', ['install', '-q', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']],
];

function install(): void {
  for (const [command, args] of installers) {
    if (findBrowser()) return;
    if (command === 'apt-get' && process.getuid?.() !== 0) return;
    try {
      console.log(`No browser found; trying: ${command} ${args.join(' ')}`);
      execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * 60_000 });
    } catch {
      console.log(`${command} could not.`);
    }
  }
}

if (import.meta.main) {
  install();
  const found = findBrowser();
  if (!found) {
    console.error('No browser for the tests: install Chromium or Chrome, or put the path of one in BROWSER_PATH.');
    process.exitCode = 1;
  }
}
