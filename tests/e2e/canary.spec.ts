// Code in content does not run in the real astro build, nor in a browser under the real content security policy.
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { checkContent } from '../../src/check/check-content.ts';
import { placeholders, programs, harmlessTexts, markupNames } from '../hostile/canaries.ts';
import { serve } from '../serve.ts';

const content = '.cache/canary-content';
const out = '.cache/canary-site';
const canary = resolve('.cache/canary');

/** Columns of the filter, with ids that are special in a form or in a CSS selector. */
const columns = ['reset', 'a.b', '1st'];

/** A feature's file; JSON is YAML. */
const feature = (name: string, body: string) => `---
name: ${JSON.stringify(name)}
category: board
description: ${JSON.stringify(`${name} is what it is.`)}
use: { api: ${JSON.stringify(name)} }
columns: ${JSON.stringify(Object.fromEntries(columns.map((id) => [id, `“${name}"`])))}
history:
  - { date: 2024-01-01, tier: 1, source: https://lantern.example/1, note: ${JSON.stringify(name)} }
---
${body.replaceAll('CANARY', canary)}
`;

/** Writes the invented project with one more feature for each body. */
function write(bodies: readonly string[], names: readonly string[] = []): void {
  for (const path of [content, out, canary]) rmSync(path, { recursive: true, force: true });
  cpSync('tests/fixtures/other-content', content, { recursive: true });
  rmSync(join(content, 'addresses.txt'), { force: true });
  const [label = '', heading = '', ...heads] = markupNames;
  appendFileSync(
    join(content, 'site.yaml'),
    `columns: ${JSON.stringify(columns.map((id, at) => ({ id, label: heads[at], filter: true })))}\n`,
  );
  const lit = join(content, 'tiers/lit.mdx');
  const named = `level: 1\nlabel: ${JSON.stringify(label)}\nmark: "<&>"\nheading: ${JSON.stringify(heading)}\n`;
  writeFileSync(lit, readFileSync(lit, 'utf8').replace('level: 1\n', named));
  bodies.forEach((body, at) => writeFileSync(join(content, `features/body-${at}.mdx`), feature(`body ${at}`, body)));
  names.forEach((name, at) => writeFileSync(join(content, `features/name-${at}.mdx`), feature(name, '')));
}

const build = () =>
  spawnSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], {
    env: { ...process.env, CONTENT_DIR: content, OUT_DIR: out, BASE_PATH: '/' },
    encoding: 'utf8',
  });

test.describe.configure({ mode: 'serial' });

test('a build reports every file with code and runs none of the code', () => {
  write([...Object.values(programs), ...Object.values(placeholders)], Object.values(placeholders));
  const refused = new Set(checkContent(content).problems.map(({ file }) => file));
  const { status, stderr } = build();
  expect(status).toBe(1);
  for (const file of refused) expect(stderr).toContain(file);
  expect(refused.size).toBeGreaterThan(15);
  expect(existsSync(canary) || existsSync(out)).toBe(false);
});

test('content that passes the check stays text, in the build and in a browser', { tag: '@deep' }, async ({ page }) => {
  test.setTimeout(300_000);
  write(Object.values(programs));
  const refused = new Set(checkContent(content).problems.map(({ file }) => file));
  const passed = Object.values(programs).filter((_, at) => !refused.has(join(content, `features/body-${at}.mdx`)));
  write([...passed, ...Object.values(harmlessTexts)], markupNames);
  expect(checkContent(content).problems).toEqual([]);
  const { status, stderr } = build();
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(existsSync(canary)).toBe(false);

  const site = await serve(out);
  const strange: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.origin + '/' !== site.url || url.pathname === '/canary') strange.push(request.url());
  });
  page.on('console', (message) => message.type() === 'error' && strange.push(message.text().slice(0, 200)));
  page.on('pageerror', (error) => strange.push(error.message));
  const pages = globSync('**/index.html', { cwd: out }).filter(
    (path) => !/^(?:snapshots|categories)\//.test(path) && !/^features\/(?!body|name)/.test(path),
  );
  for (const path of pages) {
    await page.goto(site.url + path.replace(/index\.html$/, ''));
    expect(await page.evaluate(() => 'canary' in window), path).toBe(false);
    expect(await page.locator('head style').count(), path).toBeGreaterThan(0);
    if (path.startsWith('features/')) expect(await page.locator('footer').count(), path).toBe(1);
  }
  await page.goto(site.url);
  for (const id of columns) {
    const box = page.locator(`[name="${id}"]`).last();
    await box.evaluate((it: HTMLInputElement) => it.click());
    await expect(page.locator('output').first()).toHaveText(/^1 of /);
    await page.goto(page.url());
    await expect(page.locator('output').first()).toHaveText(/^1 of /);
    await page.locator('button[name=clear]').click();
    await expect(page.locator('output').first()).toHaveText(/^Showing all /);
  }
  site.close();
  expect([...new Set(strange)]).toEqual([]);
  expect(pages.length).toBeGreaterThan(markupNames.length + Object.keys(harmlessTexts).length);
  for (const path of globSync('features/name-*/index.html', { cwd: out }))
    expect(readFileSync(join(out, path), 'utf8')).toContain('<meta http-equiv="content-security-policy"');
});
