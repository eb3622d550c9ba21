// Every kind of page, with and without scripts, as a browser shows it.
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';

const kinds = {
  'the status': '/',
  'the policy': '/policy/',
  'a tier': '/tiers/2/',
  'a feature': '/features/memory64/',
  'a feature with a note': '/features/dwarf-debugging/',
  'a target': '/features/aarch64-apple-darwin/',
  'the requirements': '/requirements/',
  'a requirement': '/requirements/ci-testing/',
  'a category': '/categories/wasm-proposal/',
  'the changes': '/changes/',
  'the snapshots': '/snapshots/',
  'a snapshot': '/snapshots/2022-07-29/',
  'the data': '/data/',
  'a combination': '/stack/?f=aarch64-unknown-linux-gnu&f=memory64&f=wasi-nn&f=nope',
  'a proposal': '/propose/?feature=dwarf-debugging',
  'the error page': '/no-such-page/',
};

for (const [kind, path] of Object.entries(kinds)) {
  test(`${kind} has one heading of level 1, no sideways scroll at 320 px, and nothing that axe finds`, async ({ page }) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(path);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice']).analyze();
        expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
      }
    }
  });

  test(`${kind} asks for nothing from elsewhere and writes no error`, async ({ page, baseURL }) => {
    const complaints: string[] = [];
    page.on('request', (request) => void (request.url().startsWith(baseURL ?? '') || complaints.push(request.url())));
    page.on('console', (message) => void (message.type() === 'error' && !message.text().includes('404') && complaints.push(message.text())));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(path);
    expect(complaints).toEqual([]);
  });
}

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const [kind, path] of Object.entries(kinds)) {
    test(`${kind} is whole`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('navigation', { name: 'Site' }).getByRole('link')).not.toHaveCount(0);
      await expect(page.locator('tier-theme')).toBeHidden();
    });
  }

  test('all 20 features stand on the first page, and each leads to its own', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('tbody tr')).toHaveCount(20);
    await page.getByRole('link', { name: 'memory64' }).click();
    await expect(page).toHaveURL(/\/features\/memory64\/$/);
    await expect(page.getByText('Tier 2 — Almost Production Ready')).toBeVisible();
  });
});

test('a row that an address names is shown', async ({ page }) => {
  await page.goto('/#threads');
  await expect(page.locator('#threads')).toBeInViewport();
});

test('the first key press reaches the way past the navigation, and focus is visible', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
});

test('the choice of colours holds on the next page, from its first paint', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('radio', { name: 'dark' }).check();
  await page.goto('/policy/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(21, 23, 27)');
  await page.getByRole('radio', { name: 'auto' }).check();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto');
});
