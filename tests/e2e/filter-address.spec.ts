// The address holds the filter, so that readers can share it.
import { expect, test } from '@playwright/test';
import { searchField, visibleIds, openFilter, queryString, visibleRows, status } from './filtering.ts';

test.describe('The address', () => {
  test('the address sets the filter when the page is opened', async ({ page }) => {
    await page.goto('/?tier=1&tier=2&category=target&missing=fuzzed-architecture&q=arm');
    await expect.poll(() => visibleIds(page)).toEqual(['aarch64-unknown-linux-gnu']);
    await expect(searchField(page)).toHaveValue('arm');
    await openFilter(page, 'Tier');
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  });

  test('typed text adds one history entry, and Back and Forward restore the filter', async ({ page }) => {
    await page.goto('/');
    const before = await page.evaluate(() => history.length);
    await searchField(page).pressSequentially('thr', { delay: 40 });
    await expect.poll(() => queryString(page)).toBe('?q=thr');
    await searchField(page).pressSequentially('eads', { delay: 400 });
    await expect.poll(() => queryString(page)).toBe('?q=threads');
    await openFilter(page, 'Tier');
    await page.getByRole('checkbox', { name: 'Tier 3 (1)' }).check();
    await expect.poll(() => queryString(page)).toBe('?tier=3&q=threads');
    expect(await page.evaluate(() => history.length)).toBe(before + 2);
    await page.goBack();
    await expect(page.getByRole('checkbox', { name: 'Tier 3 (1)' })).not.toBeChecked();
    await expect(searchField(page)).toHaveValue('threads');
    await expect(status(page)).toHaveText('1 of 20 features: “threads”');
    await page.goBack();
    await expect(searchField(page)).toHaveValue('');
    await expect(visibleRows(page)).toHaveCount(20);
    await page.goForward();
    await page.goForward();
    await expect(page.getByRole('checkbox', { name: 'Tier 3 (1)' })).toBeChecked();
    await expect.poll(() => visibleIds(page)).toEqual(['threads']);
  });

  test('the filter is restored when the reader follows a link and comes back', async ({ page }) => {
    await page.goto('/');
    await searchField(page).fill('multi');
    await page.getByRole('link', { name: 'multi-memory' }).click();
    await expect(page).toHaveURL(/\/features\/multi-memory\/$/);
    await page.goBack();
    await expect(searchField(page)).toHaveValue('multi');
    await expect(visibleRows(page)).toHaveCount(4);
    await expect.poll(() => visibleIds(page)).toEqual(['reference-types', 'simd', 'multi-memory', 'threads']);
  });

  test('the filter is kept when the browser resets the fields of a cached page', async ({ page }) => {
    await page.goto('/?tier=3&q=complete');
    await expect(visibleRows(page)).toHaveCount(2);
    await page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      document.querySelector('form')!.reset();
    });
    await expect(searchField(page)).toHaveValue('complete');
    await expect(page.locator('[name=tier]:checked')).toHaveCount(1);
  });

  const garbage: [query: string, rows: number, ignored: string][] = [
    ['?tier=9&colour=red', 20, 'Unknown filter: “tier=9, colour=red”'],
    ['?tier=1&tier=', 8, 'Unknown filter: “tier=”'],
    ['?missing=<img src=x onerror=alert(1)>', 20, 'Unknown filter: “missing=<img src=x onerror=alert(1)>”'],
    ['?%=%E0%A4%A&a&b&c', 20, ', a=, b=, c=”'],
    [`?${'x'.repeat(5000)}=1`, 20, 'xxx…”'],
  ];
  test('unknown filters in the address are reported and ignored, and run no code', async ({ page }) => {
    const complaints: string[] = [];
    page.on('pageerror', ({ message }) => complaints.push(message));
    page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push('a dialog')));
    for (const [text, left, ignored] of garbage) {
      await page.goto(`/${text}`);
      await expect(visibleRows(page), text.slice(0, 60)).toHaveCount(left);
      await expect(status(page)).toContainText(ignored);
    }
    expect(complaints).toEqual([]);
  });

  test('text of the address never becomes markup', async ({ page }) => {
    await page.goto('/?q=<img src=x onerror=document.title=1><b>bold</b>&<i>=<i>');
    await expect(status(page)).toContainText('<b>bold</b>');
    await expect(page.locator('main').locator('img, b, i')).toHaveCount(0);
  });

  test(
    'the copied link leaves out unknown filters and shows the recipient the same rows',
    { tag: '@chromium' },
    async ({ page, context, browser, baseURL }) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.goto('/?colour=red');
      await searchField(page).fill('ci testing');
      await expect(status(page)).toHaveText('5 of 20 features: “ci testing”');
      await page.getByRole('button', { name: 'Copy link' }).click();
      await expect(status(page)).toHaveText('Link copied');
      const link = await page.evaluate(() => navigator.clipboard.readText());
      expect(link).toBe(`${baseURL}?q=ci+testing`);
      const other = await browser.newPage();
      await other.goto(link);
      await expect.poll(() => visibleIds(other)).toEqual(await visibleIds(page));
      await other.close();
    },
  );

  test('the reader is told to copy from the address bar if the browser cannot copy', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto('/?q=simd');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(status(page)).toHaveText('Copy the link from the address bar');
  });

  test('a linked row is shown with a note even if the filter would hide it', async ({ page }) => {
    await page.goto('/?q=simd#threads');
    await expect(page.locator('#threads')).toBeInViewport();
    await expect(page.locator('#threads')).toContainText('Shown because your link points to it');
    await expect(status(page)).toHaveText('2 of 20 features: “simd”');
    await searchField(page).fill('simd');
    await searchField(page).press('Backspace');
    await expect(page.locator('#threads')).toBeHidden();
    await page.evaluate(() => void (location.hash = '#memory64'));
    await expect(page.locator('#memory64')).toBeInViewport();
  });
});
