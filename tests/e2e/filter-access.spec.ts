// The filter with assistive technology, in narrow windows, with large text, with forced colors and without scripts.
import { expect, test, type Page } from '@playwright/test';
import { axeFindings, smallTargets } from './barriers.ts';
import { searchField, openFilter, visibleRows, status } from './filtering.ts';

test.describe('For assistive technology', () => {
  test('the filter and a filtered table have their roles and names', async ({ page }) => {
    await page.goto('/?q=linux');
    await expect(page.getByRole('search', { name: 'Features' })).toMatchAriaSnapshot(`
      - search "Features":
        - searchbox "Search features": linux
        - group "Filter by":
          - group: Tier
          - group: Category
          - group: Unmet requirement
          - combobox "Sort by":
            - option "Policy order" [selected]
            - option "Name"
            - option "Category"
        - paragraph:
          - status: /3 of 20 features/
          - button "Clear"
          - button "Copy link"
    `);
    await expect(page.getByRole('table', { name: 'Tier 2' })).toMatchAriaSnapshot(`
      - table "Tier 2, Almost Production Ready":
        - caption: Tier 2, Almost Production Ready
        - rowgroup:
          - row:
            - columnheader "Feature"
            - columnheader "Description"
            - columnheader "Unmet Tier 1 requirements"
            - columnheader "Category"
        - rowgroup:
          - row:
            - rowheader "aarch64-unknown-linux-gnu"
            - cell
            - cell "Continuous fuzzing"
            - cell "Target"
          - row:
            - rowheader "s390x-unknown-linux-gnu"
            - cell
            - cell "Continuous fuzzing"
            - cell "Target"
    `);
  });

  test('the number of results is announced once, when typing pauses', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => {
      const announced: string[] = ((globalThis as unknown as { announced: string[] }).announced = []);
      const output = document.querySelector('tier-filter output')!;
      new MutationObserver(() => announced.push(output.textContent)).observe(output, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await searchField(page).evaluate((input: HTMLInputElement) => {
      // All in one task, so that there is no pause even on a busy machine.
      for (const typed of ['m', 'me', 'mem', 'memory']) {
        input.value = typed;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    });
    await expect(status(page)).toHaveText('4 of 20 features: “memory”');
    expect(await page.evaluate(() => (globalThis as unknown as { announced: string[] }).announced)).toEqual([
      '4 of 20 features: “memory”',
    ]);
  });

  test('axe finds no violation in the open filter, wide and light, narrow and dark', async ({ page }) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/?q=m1&x=1#threads');
      await page.getByRole('combobox', { name: 'Sort by' }).selectOption('Category');
      for (const name of ['Tier', 'Category', 'Unmet requirement']) {
        await openFilter(page, name);
        expect(await axeFindings(page), `${name}, ${width} px, ${colorScheme}`).toEqual([]);
        await openFilter(page, name);
      }
    }
  });
});

test.describe('In a narrow window or with large text', () => {
  const overflow = (page: Page) =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter(
          (it) =>
            it.checkVisibility() &&
            !it.closest('.sr-only, caption') &&
            it.scrollWidth > it.clientWidth + 1 &&
            getComputedStyle(it).display !== 'inline',
        )
        .map((it) => it.outerHTML.slice(0, 99)),
    );

  test('nothing scrolls sideways at 320 px, and every control is large enough', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`/?q=m1&${'x'.repeat(300)}=1#wasi_snapshot_preview1`);
    for (const name of ['Tier', 'Category', 'Unmet requirement']) {
      await openFilter(page, name);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await overflow(page), name).toEqual([]);
      expect(await smallTargets(page), name).toEqual([]);
      await openFilter(page, name);
    }
  });

  test('text at 200 % is not cut off and does not scroll sideways', async ({ page }) => {
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/?q=linux#dwarf-debugging');
      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
      for (const name of ['Tier', 'Category', 'Unmet requirement']) {
        await openFilter(page, name);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await overflow(page), `${name}, ${width} px`).toEqual([]);
        await openFilter(page, name);
      }
    }
  });
});

test('with forced colors, every control and the table head have a border', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/?q=linux');
  for (const control of await page.getByRole('search').locator('button, summary, select, [type=search]').all())
    expect(await control.evaluate((it) => parseFloat(getComputedStyle(it).borderTopWidth))).toBeGreaterThan(0);
  const line = (it: Element) => parseFloat(getComputedStyle(it).borderBottomWidth);
  const heads = await page.locator('thead').first().evaluate(line);
  const cells = await page.locator('thead th').first().evaluate(line);
  expect(heads + cells).toBeGreaterThan(0);
});

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('without scripts, every row is shown for any address, the form is hidden, and links work', async ({ page }) => {
    await page.goto('/?q=simd&tier=1');
    await expect(visibleRows(page)).toHaveCount(20);
    await expect(page.locator('tier-filter form')).toBeHidden();
    await expect(page.locator('main button').filter({ visible: true })).toHaveCount(0);
    const leads = async (name: string, text: string) => {
      await page.goto('/');
      await page.getByRole('link', { name, exact: true }).first().click();
      await expect(page.locator('main')).toContainText(text);
    };
    await leads('What Tier 2 requires', 'Tests are run in CI');
    await leads('CI testing', 'aarch64-apple-darwin');
    await leads('aarch64-apple-darwin', 'macOS');
  });
});

test('closed filters and print show that a filter is set, and tiers without a match are hidden', async ({ page }) => {
  await page.goto('/?tier=3&missing=ci-testing&missing=clear-owner');
  const statusText = /^\d of 20 features: Tier 3, unmet CI testing or Clear owner$/;
  const summary = (name: string) => page.getByRole('search').locator('summary', { hasText: name });
  const width = (name: string) => summary(name).evaluate((it) => getComputedStyle(it).borderTopWidth);
  for (const name of ['Tier', 'Unmet requirement']) expect(await width(name), name).not.toBe(await width('Category'));
  await expect(page.getByRole('heading', { level: 2 })).toHaveText([/^Tier 3/]);
  await page.emulateMedia({ media: 'print' });
  await expect(status(page)).toHaveText(statusText);
  await expect(status(page)).toBeVisible();
  await expect(summary('Category')).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 2 })).toHaveCount(3);
});
