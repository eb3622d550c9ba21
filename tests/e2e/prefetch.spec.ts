// The page that is pointed at is there before it is asked for.
import { expect, test } from '@playwright/test';

test(
  'the page that is pointed at is fetched before the click, and no other',
  { tag: '@chromium' },
  async ({ page }) => {
    const session = await page.context().newCDPSession(page);
    const fetched = new Map<string, string>();
    session.on(
      'Preload.prefetchStatusUpdated',
      ({ prefetchUrl, status }) => void fetched.set(new URL(prefetchUrl).pathname, status),
    );
    await session.send('Preload.enable');
    await page.goto('/policy/');
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Requirements' }).hover();
    await expect.poll(() => [...fetched]).toEqual([['/requirements/', 'Ready']]);
  },
);
