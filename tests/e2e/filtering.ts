// What the tests of the filter look at, and what they press.
import type { Page } from '@playwright/test';

export const rows = (page: Page) => page.locator('tbody tr:visible');
export const ids = (page: Page) => rows(page).evaluateAll((found) => found.map(({ id }) => id));
export const field = (page: Page) => page.getByRole('searchbox', { name: 'Find' });
export const status = (page: Page) => page.getByRole('search').getByRole('status');
export const open = (page: Page, name: string) =>
  page
    .getByRole('search')
    .getByRole('button', { name: new RegExp(`^${name}(, some chosen)?$`) })
    .click();
export const query = (page: Page) => page.evaluate(() => location.search);
