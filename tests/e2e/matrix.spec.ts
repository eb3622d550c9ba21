// The matrix of features and requirements, at every width.
import { expect, test } from '@playwright/test';
import { largerText, restyle } from './barriers.ts';

test.describe('On a wide screen', () => {
  test.use({ viewport: { width: 1280, height: 700 } });

  test('the column headings stay visible above the rows', async ({ page }) => {
    await page.goto('/requirements/');
    await page.locator('#dwarf-debugging').scrollIntoViewIfNeeded();
    const head = page.getByRole('columnheader', { name: 'Security releases' });
    await expect(head).toBeInViewport({ ratio: 1 });
    expect((await head.boundingBox())?.y).toBeLessThan(60);
    // Rows that scroll below the headings are covered and take no click.
    await page.locator('#threads').evaluate((row) => scrollBy(0, row.getBoundingClientRect().top - 80));
    const covered = await page.locator('.matrix thead th').evaluateAll((heads) =>
      heads
        .filter((it) => {
          const { left, right } = it.getBoundingClientRect();
          return !it.closest('thead')?.contains(document.elementFromPoint((left + right) / 2, 88));
        })
        .map((it) => it.textContent),
    );
    expect(covered).toEqual([]);
  });

  test(
    'a row reached by its address or by keyboard is not covered by the column headings',
    { tag: '@tab' },
    async ({ page }) => {
      await page.goto('/requirements/#threads');
      const below = async () => {
        const box = await page.locator('.matrix thead').boundingBox();
        return (box?.y ?? 0) + (box?.height ?? 0);
      };
      expect((await page.locator('#threads').boundingBox())?.y).toBeGreaterThanOrEqual(await below());
      await page.locator('#dwarf-debugging a').last().focus();
      for (let back = 0; back < 20; back++) {
        await page.keyboard.press('Shift+Tab');
        const box = await page.locator(':focus').boundingBox();
        expect(box?.y).toBeGreaterThanOrEqual((await below()) - 1);
      }
    },
  );

  test('a cell is named by its state, and an unmet cell links to the feature', async ({ page }) => {
    await page.goto('/requirements/');
    const row = page.getByRole('row', { name: 'x86_64-pc-windows-gnu' });
    await expect(row.getByRole('cell')).toHaveCount(16);
    await expect(row.getByRole('cell', { name: 'required by Tier 2', exact: true })).toHaveCount(9);
    const missing = row.getByRole('link', { name: 'unmet: “Clear owner of the target”' });
    const cell = row.getByRole('cell', { name: 'unmet: “Clear owner of the target”' });
    expect((await missing.boundingBox())?.width).toBe((await cell.boundingBox())?.width);
    await cell.click({ position: { x: 3, y: 3 } });
    await expect(page).toHaveURL(/\/features\/x86_64-pc-windows-gnu\/#missing$/);
  });
});

test('every column heading fits its column, and the rows get most of the screen', async ({ page }) => {
  for (const width of [1024, 1280, 1440])
    for (const style of ['', ...Object.values(largerText)]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/requirements/');
      await restyle(page, style);
      const over = await page.locator('.matrix thead [scope=col]:not(:first-child)').evaluateAll((heads) =>
        heads.flatMap((head) => {
          const { left, right, top, bottom } = head.getBoundingClientRect();
          return [...head.querySelectorAll('*')]
            .map((it) => it.getBoundingClientRect())
            .filter((it) => it.left < left - 1 || it.right > right + 1 || it.top < top - 1 || it.bottom > bottom + 1)
            .map(() => head.textContent.trim());
        }),
      );
      expect(over, `${width} px, ${style}`).toEqual([]);
      if (style === '') expect((await page.locator('.matrix thead').boundingBox())?.height).toBeLessThan(200);
    }
});

test.describe('On a phone', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('on a phone, each feature is a block with a line for each requirement and its standing', async ({ page }) => {
    await page.goto('/requirements/');
    const row = page.locator('#threads');
    const line = row.getByRole('cell', {
      name: 'Complete implementation: unmet: “Complete implementation”',
      exact: true,
    });
    expect(await line.evaluate((it) => getComputedStyle(it, '::before').content)).toMatch(/^"✕/);
    // Requirements that are met as expected are shown on request.
    await expect(row.getByRole('cell')).toHaveCount(1);
    await page.getByRole('checkbox', { name: 'Show every requirement' }).check();
    await expect(row.getByRole('cell')).toHaveCount(15);
    for (const cell of await row.getByRole('cell').all())
      expect((await cell.boundingBox())?.width).toBeGreaterThan(200);
  });
});

test('the signs of the states differ without color', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/requirements/');
  const signs = await page
    .locator('li[data-standing]')
    .evaluateAll((items) => items.map((it) => getComputedStyle(it, '::before').content));
  expect(new Set(signs).size).toBe(7);
  expect(signs.every((sign) => /^"."/.test(sign))).toBe(true);
});
