// Finds the browsers that the tests drive: BROWSER_PATH, Playwright's Chromium, or the system's.
// Run as a command, it installs missing browsers: Chromium, or those that are named.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { chromium, type Browser } from '@playwright/test';

/** The program names of each browser; for WebKitGTK, the name of its driver. */
const engines = {
  chromium: {
    names: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
    paths: [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:/Program Files/Google/Chrome/Application/chrome.exe',
    ],
    packages: ['chromium'],
  },
  firefox: {
    names: ['firefox-esr', 'firefox'],
    paths: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:/Program Files/Mozilla Firefox/firefox.exe'],
    packages: ['firefox-esr'],
  },
  webkitgtk: { names: ['WebKitWebDriver'], paths: [], packages: ['webkit2gtk-driver', 'xvfb'] },
};
export type Engine = keyof typeof engines;

const engineOf = (path: string): Engine =>
  (Object.keys(engines) as Engine[]).find((name) => basename(path).toLowerCase().includes(name.slice(0, 6))) ??
  'chromium';

/** The path of a browser on this machine, or nothing. */
export function findBrowser(engine: Engine = 'chromium'): string | undefined {
  const { names, paths } = engines[engine];
  const fromVariable = process.env['BROWSER_PATH'] ?? '';
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [
    engineOf(fromVariable) === engine ? fromVariable : '',
    engine === 'chromium' ? chromium.executablePath() : '',
    ...onPath,
    ...paths,
  ];
  return candidates.find((path) => path !== '' && existsSync(path));
}

/** The message for a missing browser. */
export const missingMessage = (engine: Engine): string =>
  `no ${engine} is installed: run "node tests/browser.ts ${engine}" as root on Debian, or put its path in BROWSER_PATH`;

/** Starts Chromium for tests that do not use Playwright's test runner. */
export function launch(...args: string[]): Promise<Browser> {
  const executablePath = findBrowser();
  return chromium.launch({ ...(executablePath && { executablePath }), args: ['--no-sandbox', ...args] });
}

function install(engine: Engine): void {
  const installers: [string, string[]][] = [
    ['npx', ['playwright', 'install', 'chromium']],
    ['apt-get', ['update', '-q']],
    ['apt-get', ['install', '-q', '-y', '--no-install-recommends', ...engines[engine].packages, 'fonts-dejavu-core']],
  ];
  for (const [command, args] of engine === 'chromium' ? installers : installers.slice(1)) {
    if (findBrowser(engine)) return;
    if (command === 'apt-get' && process.getuid?.() !== 0) return;
    try {
      console.log(`No ${engine} found; trying: ${command} ${args.join(' ')}`);
      execFileSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * 60_000 });
    } catch {
      console.log(`${command} could not.`);
    }
  }
}

if (import.meta.main) {
  const names = (Object.keys(engines) as Engine[]).filter((name) => process.argv.includes(name));
  for (const engine of names.length > 0 ? names : (['chromium'] as const)) {
    install(engine);
    if (findBrowser(engine)) continue;
    console.error(`For the tests, ${missingMessage(engine)}.`);
    // Tests that need another browser are skipped without it.
    if (engine === 'chromium') process.exitCode = 1;
  }
}
