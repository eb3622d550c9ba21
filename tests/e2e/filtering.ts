// Locators and actions for the tests of the filter.
import type { Page } from '@playwright/test';

export const visibleRows = (page: Page) => page.locator('tbody tr:visible');
export const visibleIds = (page: Page) => visibleRows(page).evaluateAll((found) => found.map(({ id }) => id));
export const searchField = (page: Page) => page.getByRole('searchbox', { name: 'Search features' });
export const status = (page: Page) => page.getByRole('search').getByRole('status');
export const openFilter = (page: Page, name: string) =>
  page
    .getByRole('search')
    .locator('summary')
    .filter({ hasText: new RegExp(`^\\s*${name}\\s*$`) })
    .click();
export const queryString = (page: Page) => page.evaluate(() => location.search);
