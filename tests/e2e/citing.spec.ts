// The citation box, by keyboard, with and without access to the clipboard.
import { expect, test, type Page } from '@playwright/test';

const path = '/features/memory64/';
const open = async (page: Page) => {
  await page.goto(path);
  await page.locator('#cite > summary').click();
};

test.describe('With access to the clipboard', { tag: '@chromium' }, () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('each button copies the text beside it by keyboard and confirms it', async ({ page }) => {
    await open(page);
    const lines = page.locator('tier-copy');
    await expect(lines).toHaveCount(3 + 4);
    for (const line of await lines.all()) {
      const button = line.getByRole('button', { name: /^Copy / });
      await expect(line.getByRole('status')).toBeEmpty();
      await button.focus();
      await page.keyboard.press('Enter');
      await expect(line.getByRole('status')).toHaveText('Copied');
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await line.locator('code').textContent());
      await expect(button).toBeFocused();
    }
    // Shown for some seconds only: later, it would not be clear which press it belongs to.
    await expect(lines.last().getByRole('status')).toBeEmpty({ timeout: 10_000 });
  });

  test('the link "Cite this page" scrolls to the citation box', async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto(path);
    await page.getByRole('link', { name: 'Cite this page' }).click();
    await expect(page.getByRole('heading', { name: 'Cite this page' })).toBeInViewport();
  });

  test('each button names the text that it copies', async ({ page }) => {
    await open(page);
    await expect(page.locator('#cite').getByRole('button')).toHaveText([
      'Copy address',
      'Copy Markdown link',
      'Copy Markdown badge',
      'Copy permanent link',
    ]);
    await expect(page.locator('section', { has: page.locator('#use') }).getByRole('button')).toHaveText([
      'Copy call',
      'Copy flag',
      'Copy function',
    ]);
  });
});

for (const [kind, deny] of Object.entries({
  'refuses to write': () =>
    Object.defineProperty(navigator.clipboard, 'writeText', { value: () => Promise.reject(new Error('denied')) }),
  'has no clipboard': () => Object.defineProperty(navigator, 'clipboard', { value: undefined }),
})) {
  test(`the text is selected for the reader to copy if the browser ${kind}`, async ({ page }) => {
    await page.addInitScript(deny);
    await open(page);
    const line = page.locator('tier-copy').filter({ hasText: '[memory64: Tier 2]' });
    await line.getByRole('button').click();
    await expect(line.getByRole('status')).toHaveText(
      'The browser does not allow copying here. The text is selected for you to copy.',
    );
    expect(await page.evaluate(() => String(getSelection()))).toBe(await line.locator('code').textContent());
  });
}

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('without scripts, the texts can be selected and no button is shown', async ({ page }) => {
    await page.goto(path);
    await expect(page.locator('tier-copy code')).toHaveCount(7);
    await expect(page.locator('tier-copy code').first()).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
  });
});
