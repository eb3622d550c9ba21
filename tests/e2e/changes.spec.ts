// The filter of the changes page, on a site with three kinds of changes.
import { expect, test } from '@playwright/test';
import { serve, type Served } from '../serve.ts';
import { siteOf } from '../sites.ts';
import { axeFindings } from './barriers.ts';

test.describe.configure({ mode: 'serial' });

let site: Served;
test.beforeAll(async () => {
  site = await serve(siteOf('five'));
});
test.afterAll(() => site.close());

test('selected kinds are shown, counted and kept in the address, and Back and Escape undo them', async ({ page }) => {
  await page.goto(`${site.url}changes/`);
  const lines = page.locator('li[data-kind]:visible');
  await expect(lines).toHaveCount(7);
  await expect(page.getByRole('status')).toHaveText('7 changes');
  await page.getByRole('checkbox', { name: 'promoted (1)' }).check();
  await expect(lines).toHaveText([/marble was promoted from Tier 2 to Tier 1\./]);
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([/2 May 2024/]);
  await expect(page.getByRole('status')).toHaveText('1 of 7 changes: promoted');
  await page.getByRole('checkbox', { name: 'demoted (1)' }).check();
  await expect(page).toHaveURL(/\?kind=promoted&kind=demoted$/);
  await expect(lines).toHaveCount(2);
  await page.goBack();
  await expect(lines).toHaveCount(1);
  await expect(page.getByRole('checkbox', { name: 'demoted (1)' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'promoted (1)' }).press('Escape');
  await expect(lines).toHaveCount(7);
  await expect(page).toHaveURL(/\/changes\/$/);
});

test('an address with kinds shows only those kinds, and ignores unknown ones', async ({ page }) => {
  await page.goto(`${site.url}changes/?kind=demoted&kind=lost&colour=red`);
  await expect(page.locator('li[data-kind]:visible')).toHaveCount(1);
  // Days without a shown change are hidden.
  await expect(page.locator('[data-changes]:visible')).toHaveCount(1);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('status'), 'on paper').toHaveText('1 of 7 changes: demoted');
  await expect(page.getByRole('status')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.goto(`${site.url}changes/?kind=lost`);
  await expect(page.locator('li[data-kind]:visible')).toHaveCount(7);
});

test('the changes page with a filter fits into 320 px and has no violation that axe finds', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto(`${site.url}changes/?kind=demoted`);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await axeFindings(page)).toEqual([]);
});

test('a link to a change scrolls to it', async ({ page }) => {
  await page.goto(`${site.url}changes/#marble-2023-01-01`);
  await expect(page.locator('#marble-2023-01-01')).toBeInViewport();
});

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('without scripts, every change is shown and the filter is hidden', async ({ page }) => {
    await page.goto(`${site.url}changes/`);
    await expect(page.locator('li[data-kind]:visible')).toHaveCount(7);
    await expect(page.locator('tier-changes')).toBeHidden();
  });
});
