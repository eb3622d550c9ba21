// The filter for whoever does not see it as most do: with assistive technology, with little room, in other colours, without scripts.
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './barriers.ts';
import { field, rows, status } from './filtering.ts';

test.describe('for assistive technology', () => {
  test('every part has its role and name, and the tables keep theirs', async ({ page }) => {
    await page.goto('/?q=linux');
    await expect(page.getByRole('search', { name: 'Features' })).toMatchAriaSnapshot(`
      - search "Features":
        - searchbox "Find": linux
        - button "Find"
        - button "Tier"
        - button "Category"
        - button "Missing requirement"
        - button "Clear"
        - button "Copy link"
        - status: /3 of 20 features/
    `);
    await expect(page.getByRole('table', { name: 'Tier 2' })).toMatchAriaSnapshot(`
      - table "Tier 2, Almost Production Ready":
        - caption: Tier 2, Almost Production Ready
        - rowgroup:
          - row:
            - columnheader "Description":
              - button "Description"
            - columnheader "Category":
              - button "Category"
            - columnheader "Last change":
              - button "Last change"
            - columnheader "Missing Tier 1 Requirements"
        - rowgroup:
          - row:
            - rowheader
            - cell "Target"
            - cell "29 July 2022"
            - cell "Continuous fuzzing"
          - row:
            - rowheader
            - cell "Target"
            - cell "29 July 2022"
            - cell "Continuous fuzzing"
    `);
  });

  test('counts are announced once, when typing pauses', async ({ page }) => {
    await page.goto('/');
    await page.evaluate(() => {
      const said: string[] = ((globalThis as unknown as { said: string[] }).said = []);
      const output = document.querySelector('tier-filter output')!;
      new MutationObserver(() => said.push(output.textContent)).observe(output, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await field(page).evaluate((input: HTMLInputElement) => {
      // All in one task, so that no pause is in it however busy the machine.
      for (const typed of ['m', 'me', 'mem', 'memory']) {
        input.value = typed;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    });
    await expect(status(page)).toHaveText('4 of 20 features: “memory”.');
    expect(await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual([
      '4 of 20 features: “memory”.',
    ]);
  });

  test('axe finds nothing in the filter in use, wide and light, narrow and dark', async ({ page }) => {
    for (const [width, colorScheme] of [
      [1280, 'light'],
      [320, 'dark'],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/?q=m1&x=1#threads');
      for (const name of ['Tier', 'Category', 'Missing requirement'])
        await page.locator('form').getByRole('button', { name, exact: true }).click();
      await page.getByRole('table', { name: 'Tier 3' }).getByRole('button', { name: 'Category' }).click();
      expect(await axeFindings(page), `${width} px, ${colorScheme}`).toEqual([]);
    }
  });
});

test.describe('with little room', () => {
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

  test('at 320 px nothing scrolls sideways, whatever is open, and the heads that sort can be seen and pressed', async ({
    page,
  }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`/?q=m1&${'x'.repeat(300)}=1#wasi_snapshot_preview1`);
    for (const name of ['Tier', 'Category', 'Missing requirement'])
      await page.locator('form').getByRole('button', { name, exact: true }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await overflow(page)).toEqual([]);
    const sort = page.getByRole('table', { name: 'Tier 1' }).getByRole('button', { name: 'Last change' });
    await sort.click();
    const small = await page
      .locator('main')
      .getByRole('button')
      .evaluateAll((found: HTMLElement[]) =>
        found
          .filter((it) => it.checkVisibility() && Math.min(it.offsetHeight, it.offsetWidth) < 24)
          .map((it) => it.outerHTML),
      );
    expect(small).toEqual([]);
  });

  test('with text at 200 % nothing is cut off or scrolls sideways', async ({ page }) => {
    for (const width of [768, 1280]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/?q=linux#dwarf-debugging');
      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
      for (const name of ['Tier', 'Category', 'Missing requirement'])
        await page.locator('form').getByRole('button', { name, exact: true }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await overflow(page), `${width} px`).toEqual([]);
    }
  });
});

test('with forced colours every control has an edge, and the state of sorting is in words and signs', async ({
  page,
}) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/');
  for (const control of await page.getByRole('search').locator('button, [type=search]').all())
    expect(await control.evaluate((it) => parseFloat(getComputedStyle(it).borderTopWidth))).toBeGreaterThan(0);
  const head = page.getByRole('table', { name: 'Tier 1' }).getByRole('columnheader', { name: 'Category' });
  await head.getByRole('button').click();
  expect(await head.getByRole('button').evaluate((it) => getComputedStyle(it, '::after').content)).toContain('↑');
  const line = await page
    .locator('thead')
    .first()
    .evaluate((it) => parseFloat(getComputedStyle(it).borderBottomWidth));
  expect(line).toBeGreaterThan(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all rows are there whatever the address asks, no form that would do nothing, and links lead to the same filters as pages', async ({
    page,
  }) => {
    await page.goto('/?q=simd&tier=1');
    await expect(rows(page)).toHaveCount(20);
    await expect(page.locator('tier-filter form')).toBeHidden();
    await expect(page.locator('main button').filter({ visible: true })).toHaveCount(0);
    const leads = async (name: string, text: string) => {
      await page.goto('/');
      await page.getByRole('link', { name, exact: true }).first().click();
      await expect(page.locator('main')).toContainText(text);
    };
    await leads('Targets', 'x86_64-apple-darwin');
    await leads('Almost Production Ready', 'memory64');
    await leads('CI testing', 'aarch64-apple-darwin');
  });
});

test('What is filtered is said where the choices are closed, on paper, and by tiers of one line that have nothing', async ({
  page,
}) => {
  const buttons = page.getByRole('search').locator('[aria-expanded]');
  await page.goto('/?tier=3&missing=ci-testing&missing=clear-owner');
  const names = ['Tier, some chosen', 'Category', 'Missing requirement, some chosen'];
  for (const [at, name] of names.entries()) await expect(buttons.nth(at)).toHaveAccessibleName(name);
  const height = (level: number) =>
    page.locator(`[data-tier="${level}"]`).evaluate((it) => it.getBoundingClientRect().height);
  expect(await height(1)).toBeLessThan(40);
  await page.emulateMedia({ media: 'print' });
  await expect(status(page)).toHaveText(/^\d of 20 features: Tier 3, missing CI testing or Clear owner\.$/);
  await expect(status(page)).toBeVisible();
  await expect(buttons.first()).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.keyboard.press('Escape');
  for (const [at, name] of ['Tier', 'Category', 'Missing requirement'].entries())
    await expect(buttons.nth(at)).toHaveAccessibleName(name);
});
