// The pages of a project with five tiers and custom columns, as a browser shows them.
import { expect, test } from '@playwright/test';
import { serve, type Served } from '../serve.ts';
import { siteOf } from '../sites.ts';
import { axeFindings, cutOff } from './barriers.ts';

let site: Served;
test.beforeAll(async () => void (site = await serve(siteOf('five'))));
test.afterAll(() => site.close());

test('no kind of page has a violation that axe finds or text that is cut off', async ({ page }) => {
  const paths = ['', 'policy/', 'tiers/1-tools/', 'features/granite/', 'requirements/'];
  for (const path of [...paths, 'stack/?f=granite&f=slate', 'propose/?feature=marble']) {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.goto(site.url + path);
    expect(await axeFindings(page), path).toEqual([]);
    for (const width of [320, 768, 1024]) {
      await page.setViewportSize({ width, height: 900 });
      expect(await cutOff(page), `${path} at ${width} px`).toEqual([]);
    }
  }
});

test('a custom column filters the rows, and the address keeps the filter', async ({ page }) => {
  await page.goto(`${site.url}?tools=yes`);
  await expect(page.locator('output').first()).toHaveText('1 of 5 features: Tools run: yes');
  await page.getByText('Tools run', { exact: true }).first().click();
  await page.getByLabel('Tools run: no').check();
  await expect(page.locator('output').first()).toHaveText('3 of 5 features: Tools run: yes or Tools run: no');
  await expect(page).toHaveURL(/\?tools=yes&tools=no$/);
});

test('a combination and a proposal use the labels of the tiers', async ({ page }) => {
  await page.goto(`${site.url}stack/?f=granite&f=slate-gold-pan`);
  await expect(page.locator('[data-verdict]')).toHaveText(/^Gold Pan, because of slate/);
  await page.goto(`${site.url}propose/?feature=granite`);
  await expect(page.locator('[data-verdict]')).toHaveText(/Tier 1 with Tools — Works and Builds Itself/);
  await page.goto(`${site.url}propose/?feature=slate-gold-pan`);
  await page.getByRole('textbox', { name: 'Other gaps (one per line)' }).last().fill('A name');
  await expect(page.getByText('tier: gold-pan')).toBeAttached();
});

test('a custom column leaves room for the description beside every standard column', async ({ page }) => {
  for (const width of [800, 1024, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(site.url);
    const description = page.locator('table.rows-own tbody td').first();
    // No content of the tests has all columns in one table.
    await description.evaluate((cell) => {
      const row = cell.closest('tr')!;
      row.closest('table')!.classList.add('rows-missing', 'rows-category', 'rows-date');
      while (row.cells.length < 6) row.append(row.cells[2]!.cloneNode(true));
    });
    expect((await description.boundingBox())?.width, `at ${width} px`).toBeGreaterThan(200);
  }
});
