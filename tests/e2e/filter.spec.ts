// The filter of the tables, as readers use it: with text, filters, the keyboard and sorting.
import { expect, test } from '@playwright/test';
import { searchField, visibleIds, openFilter, queryString, visibleRows, status } from './filtering.ts';

test.describe('Searching and filtering', () => {
  test('the search finds visible and hidden words, and a row shows its hidden match', async ({ page }) => {
    await page.goto('/');
    await searchField(page).fill('arm64 mac');
    await expect(visibleRows(page)).toHaveCount(1);
    await expect(page.locator('#aarch64-apple-darwin')).toContainText('also known as ARM64');
    await expect(status(page)).toHaveText('1 of 20 features: “arm64 mac”');
    await searchField(page).fill('shortcomings');
    await expect(page.locator('#dwarf-debugging')).toContainText('its note says “shortcomings”');
    await searchField(page).fill('threads');
    await expect(visibleRows(page).locator('.why')).toHaveCount(0);
  });

  test('the search waits until composed text is committed', { tag: '@chromium' }, async ({ page, context }) => {
    await page.goto('/');
    await searchField(page).focus();
    const keyboard = await context.newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'simd', selectionStart: 4, selectionEnd: 4 });
    await expect(searchField(page)).toHaveValue('simd');
    await expect(visibleRows(page)).toHaveCount(20);
    await page.keyboard.press('Escape');
    await keyboard.send('Input.imeSetComposition', { text: 'simd', selectionStart: 4, selectionEnd: 4 });
    await keyboard.send('Input.insertText', { text: 'simd' });
    await expect.poll(() => visibleIds(page)).toEqual(['simd']);
    await expect.poll(() => queryString(page)).toBe('?q=simd');
  });

  test('filters narrow the rows, and each accepts any of its selected values', async ({ page }) => {
    await page.goto('/');
    await openFilter(page, 'Tier');
    await page.getByRole('checkbox', { name: 'Tier 2 (5)' }).check();
    await page.getByRole('checkbox', { name: 'Tier 3 (7)' }).check();
    await openFilter(page, 'Unmet requirement');
    await page.getByRole('checkbox', { name: 'CI testing (5)' }).check();
    await expect(visibleRows(page)).toHaveCount(5);
    await expect(status(page)).toHaveText('5 of 20 features: Tier 2 or Tier 3, unmet CI testing');
    await openFilter(page, 'Category');
    await page.getByRole('checkbox', { name: 'Other features (2)' }).check();
    await expect.poll(() => visibleIds(page)).toEqual(['non-wasmtime-cranelift-usage', 'dwarf-debugging']);
    await expect.poll(() => queryString(page)).toBe('?tier=2&tier=3&category=misc&missing=ci-testing');
  });

  test('rows are counted for each tier, and each value shows its number of features', async ({ page }) => {
    await page.goto('/?category=target');
    const counts = page.locator('[data-count]').filter({ visible: true });
    await expect(counts).toHaveText(['3 of 8 features', '3 of 5 features', '1 of 7 features']);
    await openFilter(page, 'Tier');
    await expect(page.getByRole('group', { name: 'Tier' }).getByRole('checkbox')).toHaveCount(3);
    for (const name of ['Tier 1 (3)', 'Tier 2 (3)', 'Tier 3 (1)'])
      await expect(page.getByRole('checkbox', { name })).toBeVisible();
    await page.getByRole('checkbox', { name: 'Tier 3 (1)' }).check();
    await expect(page.getByRole('checkbox', { name: 'Tier 1 (3)' })).toBeVisible();
    await expect(counts).toHaveText(['1 of 7 features']);
  });

  test('the filter gives advice if nothing matches', async ({ page }) => {
    await page.goto('/?q=zebra&tier=1');
    await expect(status(page)).toHaveText('No feature matches Tier 1, “zebra”. Clear (Esc) to see all 20.');
    await expect(page.getByRole('table')).toHaveCount(0);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(visibleRows(page)).toHaveCount(20);
    await expect(searchField(page)).toBeFocused();
  });

  test('the filter of a category’s page works and leaves out the choice of category', async ({ page }) => {
    await page.goto('/categories/target/');
    await expect(page.getByRole('search').locator('summary')).toHaveText(['Tier', 'Unmet requirement']);
    await searchField(page).fill('windows');
    await expect.poll(() => visibleIds(page)).toEqual(['x86_64-pc-windows-msvc', 'x86_64-pc-windows-gnu']);
    await expect(page).toHaveURL(/\/categories\/target\/\?q=windows$/);
    await expect(status(page)).toHaveText('2 of 7 features: “windows”');
  });
});

test.describe('By keyboard', () => {
  test('the keyboard opens, sets and clears the filter', { tag: '@tab' }, async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('Control+/');
    await expect(searchField(page)).toBeFocused();
    await page.keyboard.type('wasi/');
    await expect(searchField(page)).toHaveValue('wasi/');
    await expect(visibleRows(page)).toHaveCount(4);
    await page.keyboard.press('Tab');
    await expect(page.locator('summary', { hasText: /^Tier$/ })).toBeFocused();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox', { name: 'Tier 1 (2)' })).toBeChecked();
    await expect(visibleRows(page)).toHaveCount(2);
    // Escape first closes the open list, then clears the filter.
    await page.keyboard.press('Escape');
    await expect(page.locator('summary', { hasText: /^Tier$/ })).toBeFocused();
    await expect(page.locator('details[open]')).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(visibleRows(page)).toHaveCount(20);
    await expect.poll(() => queryString(page)).toBe('');
    await expect(status(page)).toHaveText('Showing all 20 features');
  });

  test('Escape clears the filter from anywhere, and a slash alone does not focus the search', async ({ page }) => {
    await page.goto('/?tier=1&q=simd');
    await page.getByRole('link', { name: 'simd' }).focus();
    await page.keyboard.press('Escape');
    await expect(visibleRows(page)).toHaveCount(20);
    await page.keyboard.press('/');
    await expect(searchField(page)).not.toBeFocused();
  });

  test('no table head covers the focus', { tag: '@tab' }, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 300 });
    await page.goto('/');
    await page.getByRole('link', { name: 'API and data', exact: true }).focus();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(() => {
        const { left, top, bottom, height } = document.activeElement!.getBoundingClientRect();
        const above = document.elementFromPoint(left + 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
        return height > 0 && !document.activeElement!.contains(above) && !above?.contains(document.activeElement)
          ? document.activeElement!.outerHTML
          : '';
      });
      expect(covered).toBe('');
    }
  });
});

test('sorting keeps the filter, is in the address and is undone by Back', async ({ page }) => {
  await page.goto('/');
  const names = (tier: number) =>
    page
      .getByRole('table', { name: `Tier ${tier}` })
      .locator('tbody tr:visible')
      .evaluateAll((found) => found.map(({ id }) => id));
  const policyOrder = await names(2);
  const sort = page.getByRole('combobox', { name: 'Sort by' });
  await sort.selectOption('Name');
  await expect.poll(() => names(2)).toEqual(policyOrder.toSorted());
  await expect.poll(() => queryString(page)).toBe('?sort=name');
  await searchField(page).fill('linux');
  await expect.poll(() => names(2)).toEqual(['aarch64-unknown-linux-gnu', 's390x-unknown-linux-gnu']);
  await expect.poll(() => queryString(page)).toBe('?q=linux&sort=name');
  await page.goBack();
  await page.goBack();
  await expect(sort).toHaveValue('');
  await expect.poll(() => names(2)).toEqual(policyOrder);
});
