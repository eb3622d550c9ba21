// The filter of changes, on a site with two years of them.
import { expect, test } from '@playwright/test';
import { serve, type Served } from '../serve.ts';
import { siteOf } from '../sites.ts';
import { axeFindings } from './barriers.ts';

test.describe.configure({ mode: 'serial' });

let site: Served;
test.beforeAll(async () => {
  site = await serve(siteOf('replayed'));
});
test.afterAll(() => site.close());

test('a kind that is chosen is shown alone, counted, kept in the address, and undone by Back or Escape', async ({
  page,
}) => {
  await page.goto(`${site.url}changes/`);
  const lines = page.locator('li[data-kind]:visible');
  await expect(lines).toHaveCount(67);
  await expect(page.getByRole('status')).toHaveText('67 changes');
  await page.getByRole('checkbox', { name: 'removed (2)' }).check();
  await expect(lines).toHaveCount(2);
  await expect(lines.first()).toContainText('wasi-poll was removed from Tier 2.');
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([/6 May 2024/, /8 August 2023/]);
  await expect(page.getByRole('status')).toHaveText('2 of 67 changes: removed');
  await page.getByRole('checkbox', { name: 'demoted (1)' }).check();
  await expect(page).toHaveURL(/\?kind=demoted&kind=removed$/);
  await expect(lines).toHaveCount(3);
  await page.goBack();
  await expect(lines).toHaveCount(2);
  await expect(page.getByRole('checkbox', { name: 'demoted (1)' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'removed (2)' }).press('Escape');
  await expect(lines).toHaveCount(67);
  await expect(page).toHaveURL(/\/changes\/$/);
});

test('an address that names kinds shows them, and what it misnames changes nothing', async ({ page }) => {
  await page.goto(`${site.url}changes/?kind=requirements-changed&kind=lost&colour=red`);
  await expect(page.locator('li[data-kind]:visible')).toHaveCount(1);
  // A day that has nothing to show takes no room.
  await expect(page.locator('[data-changes]:visible')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('status'), 'on paper').toHaveText('1 of 67 changes: requirements changed');
  await expect(page.getByRole('status')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${site.url}changes/?kind=lost`);
  await expect(page.locator('li[data-kind]:visible')).toHaveCount(67);
});

test('the page with its filter holds at 320 px and has nothing that axe finds', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto(`${site.url}changes/?kind=demoted`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await axeFindings(page)).toEqual([]);
});

test('a change that an address names is shown', async ({ page }) => {
  await page.goto(`${site.url}changes/#wasi-crypto-2023-08-08`);
  await expect(page.locator('#wasi-crypto-2023-08-08')).toBeInViewport();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('every change is there, and no filter that would do nothing', async ({ page }) => {
    await page.goto(`${site.url}changes/`);
    await expect(page.locator('li[data-kind]:visible')).toHaveCount(67);
    await expect(page.locator('tier-changes')).toBeHidden();
  });
});
