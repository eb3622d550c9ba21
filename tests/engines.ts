// Opens pages in Firefox (WebDriver BiDi) and in WebKitGTK (WebDriver), with the same commands for both.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { launch, type KeyInput } from 'puppeteer-core';
import { Builder, By, Key, type WebDriver } from 'selenium-webdriver';
import { findBrowser } from './browser.ts';
import { freePort } from './lighthouse.ts';

/** The actions of a reader, named as in Playwright. Selectors are CSS selectors. */
export interface Reader extends Pick<Page, 'evaluate'> {
  bringToFront: () => Promise<void>;
  click: (selector: string) => Promise<void>;
  selectOption: (selector: string, value: string) => Promise<unknown>;
  setViewportSize: (size: { width: number; height: number }) => Promise<void>;
  keyboard: { press: (key: string) => Promise<void>; type: (text: string) => Promise<void> };
}

/** A running browser. Each opened page has a new session. */
export interface Browser {
  open: () => Promise<{ page: Reader; close: () => Promise<void> }>;
  stop: () => Promise<void>;
}

async function startFirefox(scripts = true): Promise<Browser> {
  const browser = await launch({
    browser: 'firefox',
    executablePath: findBrowser('firefox')!,
    extraPrefsFirefox: { 'javascript.enabled': scripts },
  });
  return {
    open: async () => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const reader: Reader = {
        evaluate: page.evaluate.bind(page) as Page['evaluate'],
        bringToFront: () => page.bringToFront(),
        click: (selector) => page.locator(selector).click(),
        selectOption: (selector, value) => page.select(selector, value),
        setViewportSize: (size) => page.setViewport(size),
        keyboard: {
          press: (key) => page.keyboard.press(key as KeyInput),
          type: (text) => page.keyboard.type(text),
        },
      };
      return { page: reader, close: () => context.close() };
    },
    stop: () => browser.close(),
  };
}

/** WebKitGTK needs a display, so it gets a virtual one. */
async function startWebKitGtk(scripts = true): Promise<Browser> {
  const screen = ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp'];
  const display = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const [number] = (await once(display.stdio[3]!, 'data')) as [Buffer];
  const port = await freePort();
  // The toolbar would keep the window wider than a phone.
  const config = mkdtempSync(join(tmpdir(), 'webkitgtk-'));
  mkdirSync(join(config, 'gtk-3.0'));
  writeFileSync(
    join(config, 'gtk-3.0/gtk.css'),
    '* { min-width: 0; padding: 0; border: 0; margin: 0; font-size: 1px }',
  );
  const env = { ...process.env, DISPLAY: `:${String(number).trim()}`, XDG_CONFIG_HOME: config };
  const driver = spawn(findBrowser('webkitgtk')!, [`--port=${port}`], { env, stdio: 'ignore' });
  const capabilities = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { args: ['--automation', `--enable-javascript=${scripts}`] },
  };
  const server = `http://127.0.0.1:${port}`;
  while (!(await fetch(`${server}/status`).catch(() => undefined))) await wait(50);
  return {
    open: async () => {
      const window = await new Builder().usingServer(server).withCapabilities(capabilities).build();
      return { page: readerOf(window), close: () => window.quit() };
    },
    stop: async () => {
      driver.kill();
      display.kill();
      await Promise.all([driver, display].map((it) => it.exitCode ?? it.signalCode ?? once(it, 'exit')));
      rmSync(config, { recursive: true });
    },
  };
}

const keys: Record<string, string> = { Tab: Key.TAB, Enter: Key.ENTER, Escape: Key.ESCAPE };

function readerOf(driver: WebDriver): Reader {
  const evaluate = ((script: string, argument: unknown) => driver.executeScript(script, argument)) as Page['evaluate'];
  // The driver does not scroll to every element, and an element that is not shown yet cannot be clicked.
  const click = async (selector: string) => {
    const press = async () => {
      await evaluate((it) => document.querySelector(it)?.scrollIntoView({ block: 'center' }), selector);
      await driver.findElement(By.css(selector)).click();
    };
    const tried = () =>
      press().then(
        () => true,
        () => false,
      );
    await driver.wait(tried, 10_000, `${selector} cannot be pressed`);
  };
  const type = (text: string) => driver.actions().sendKeys(text).perform();
  return {
    evaluate,
    click,
    bringToFront: async () => {},
    selectOption: (selector, value) => click(`${selector} option[value="${value}"]`),
    setViewportSize: async ({ width, height }) => {
      const [x = 0, y = 0] = await evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
      await driver
        .manage()
        .window()
        .setRect({ x: 0, y: 0, width: width + x, height: height + y });
    },
    keyboard: { press: (key) => type(keys[key] ?? key), type },
  };
}

/** By the names in tests/browser.ts. */
export const start = { firefox: startFirefox, webkitgtk: startWebKitGtk };
