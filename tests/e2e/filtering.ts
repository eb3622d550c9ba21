// Locators and actions for the tests of the filter.
import type { Page } from '@playwright/test';

export const rows = (page: Page) => page.locator('tbody tr:visible');
export const ids = (page: Page) => rows(page).evaluateAll((found) => found.map(({ id }) => id));
export const field = (page: Page) => page.getByRole('searchbox', { name: 'Search features' });
export const status = (page: Page) => page.getByRole('search').getByRole('status');
export const open = (page: Page, name: string) =>
  page
    .getByRole('search')
    .locator('summary')
    .filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
    .click();
export const query = (page: Page) => page.evaluate(() => location.search);
