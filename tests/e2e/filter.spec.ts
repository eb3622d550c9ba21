// The filter of the tables, as readers use it: with keys, with links, with little room, and without it.
import { expect, test, type Page } from '@playwright/test';
import { axeFindings } from './barriers.ts';

const rows = (page: Page) => page.locator('tbody tr:visible');
const ids = (page: Page) => rows(page).evaluateAll((found) => found.map(({ id }) => id));
const field = (page: Page) => page.getByRole('searchbox', { name: 'Find' });
const status = (page: Page) => page.getByRole('search').getByRole('status');
const open = (page: Page, name: string) => page.getByRole('search').getByRole('button', { name, exact: true }).click();
const query = (page: Page) => page.evaluate(() => location.search);

test.describe('what a reader asks for', () => {
  test('is found by words that the row shows or not, which it then says', async ({ page }) => {
    await page.goto('/');
    await field(page).fill('arm64 mac');
    await expect(rows(page)).toHaveCount(1);
    await expect(page.locator('#aarch64-apple-darwin')).toContainText('also known as ARM64');
    await expect(status(page)).toHaveText('1 of 20 features: “arm64 mac”.');
    await field(page).fill('shortcomings');
    await expect(page.locator('#dwarf-debugging')).toContainText('its note says “shortcomings”');
    await field(page).fill('threads');
    await expect(rows(page).locator('.why')).toHaveCount(0);
  });

  test('is narrowed by kinds, of whose values any will do', async ({ page }) => {
    await page.goto('/');
    await open(page, 'Tier');
    await page.getByRole('checkbox', { name: 'Tier 2 (5)' }).check();
    await page.getByRole('checkbox', { name: 'Tier 3 (7)' }).check();
    await open(page, 'Missing requirement');
    await page.getByRole('checkbox', { name: 'CI testing (5)' }).check();
    await expect(rows(page)).toHaveCount(5);
    await expect(status(page)).toHaveText('5 of 20 features: Tier 2 or Tier 3, missing CI testing.');
    await open(page, 'Category');
    await page.getByRole('checkbox', { name: 'Other features (2)' }).check();
    await expect.poll(() => ids(page)).toEqual(['non-wasmtime-cranelift-usage', 'dwarf-debugging']);
    await expect.poll(() => query(page)).toBe('?tier=2&tier=3&category=misc&missing=ci-testing');
  });

  test('is counted for each tier, and for each value as what it would leave', async ({ page }) => {
    await page.goto('/?category=target');
    const heads = page.getByRole('heading', { level: 2 });
    await expect(heads).toHaveText([/3 of 8 features$/, /3 of 5 features$/, /1 of 7 features$/]);
    await open(page, 'Tier');
    await expect(page.getByRole('group', { name: 'Tier' }).getByRole('checkbox')).toHaveCount(3);
    for (const name of ['Tier 1 (3)', 'Tier 2 (3)', 'Tier 3 (1)']) await expect(page.getByRole('checkbox', { name })).toBeVisible();
    await page.getByRole('checkbox', { name: 'Tier 3 (1)' }).check();
    await expect(page.getByRole('checkbox', { name: 'Tier 1 (3)' })).toBeVisible();
    await expect(heads).toHaveText([/0 of 8 features$/, /0 of 5 features$/, /1 of 7 features$/]);
  });

  test('and is not there says what to do', async ({ page }) => {
    await page.goto('/?q=zebra&tier=1');
    await expect(status(page)).toHaveText('No feature matches Tier 1, “zebra”. Clear (Esc) shows all 20.');
    await expect(page.getByRole('table')).toHaveCount(0);
    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(rows(page)).toHaveCount(20);
    await expect(field(page)).toBeFocused();
  });

  test('is asked of one category too, on its page, where kinds that all rows share are not offered', async ({ page }) => {
    await page.goto('/categories/target/');
    await expect(page.getByRole('button', { name: 'Category', exact: true }).and(page.locator('[aria-expanded]'))).toHaveCount(0);
    await field(page).fill('windows');
    await expect.poll(() => ids(page)).toEqual(['x86_64-pc-windows-msvc', 'x86_64-pc-windows-gnu']);
    await expect(page).toHaveURL(/\/categories\/target\/\?q=windows$/);
    await expect(status(page)).toHaveText('2 of 7 features: “windows”.');
  });
});

test.describe('the address', () => {
  test('is read on arrival, as in the contract', async ({ page }) => {
    await page.goto('/?tier=1&tier=2&category=target&missing=fuzzed-architecture&q=arm');
    await expect.poll(() => ids(page)).toEqual(['aarch64-unknown-linux-gnu']);
    await expect(field(page)).toHaveValue('arm');
    await open(page, 'Tier');
    await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  });

  test('is one entry of the history for all that is typed at once, and right on Back and Forward', async ({ page }) => {
    await page.goto('/');
    const before = await page.evaluate(() => history.length);
    await field(page).pressSequentially('thr', { delay: 40 });
    await expect.poll(() => query(page)).toBe('?q=thr');
    await field(page).pressSequentially('eads', { delay: 400 });
    await expect.poll(() => query(page)).toBe('?q=threads');
    await open(page, 'Tier');
    await page.getByRole('checkbox', { name: 'Tier 3 (1)' }).check();
    await expect.poll(() => query(page)).toBe('?tier=3&q=threads');
    expect(await page.evaluate(() => history.length)).toBe(before + 2);
    await page.goBack();
    await expect(page.getByRole('checkbox', { name: 'Tier 3 (1)' })).not.toBeChecked();
    await expect(field(page)).toHaveValue('threads');
    await expect(status(page)).toHaveText('1 of 20 features: “threads”.');
    await page.goBack();
    await expect(field(page)).toHaveValue('');
    await expect(rows(page)).toHaveCount(20);
    await page.goForward();
    await page.goForward();
    await expect(page.getByRole('checkbox', { name: 'Tier 3 (1)' })).toBeChecked();
    await expect.poll(() => ids(page)).toEqual(['threads']);
  });

  test('holds when the reader leaves by a link at once and comes back', async ({ page }) => {
    await page.goto('/');
    await field(page).fill('multi');
    await page.getByRole('link', { name: 'multi-memory' }).click();
    await expect(page).toHaveURL(/\/features\/multi-memory\/$/);
    await page.goBack();
    await expect(field(page)).toHaveValue('multi');
    await expect(rows(page)).toHaveCount(4);
    await expect.poll(() => ids(page)).toEqual(['reference-types', 'simd', 'multi-memory', 'threads']);
  });

  const garbage: [query: string, rows: number, ignored: string][] = [
    ['?tier=9&colour=red', 20, 'Ignored in the address: “tier=9, colour=red”.'],
    ['?tier=1&tier=', 8, 'Ignored in the address: “tier=”.'],
    ['?missing=<img src=x onerror=alert(1)>', 20, 'Ignored in the address: “missing=<img src=x onerror=alert(1)>”.'],
    ['?%=%E0%A4%A&a&b&c', 20, ', a=, b=, c=”.'],
    [`?${'x'.repeat(5000)}=1`, 20, 'xxx…”.'],
  ];
  for (const [text, left, ignored] of garbage) {
    test(`is safe with ${text.slice(0, 60)}: says what it ignores and shows the rest`, async ({ page }) => {
      const complaints: string[] = [];
      page.on('pageerror', ({ message }) => complaints.push(message));
      page.on('dialog', (dialog) => void dialog.dismiss().then(() => complaints.push('a dialog')));
      await page.goto(`/${text}`);
      await expect(rows(page)).toHaveCount(left);
      await expect(status(page)).toContainText(ignored);
      expect(complaints).toEqual([]);
    });
  }

  test('never becomes markup', async ({ page }) => {
    await page.goto('/?q=<img src=x onerror=document.title=1><b>bold</b>&<i>=<i>');
    await expect(status(page)).toContainText('<b>bold</b>');
    await expect(page.locator('main').locator('img, b, i')).toHaveCount(0);
  });

  test('can be copied, without what is ignored in it, and shows the same to whom it is sent', { tag: '@chromium' }, async ({ page, context, browser, baseURL }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto('/?colour=red');
    await field(page).fill('ci testing');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(status(page)).toHaveText('Link copied.');
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${baseURL}?q=ci+testing`);
    const other = await browser.newPage();
    await other.goto(link);
    await expect.poll(() => ids(other)).toEqual(await ids(page));
    await other.close();
  });

  test('that cannot be copied is said to stand in the address bar', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await page.goto('/?q=simd');
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(status(page)).toHaveText('Copy it from the address bar.');
  });

  test('that names a row shows it, though the filter would hide it, and says so', async ({ page }) => {
    await page.goto('/?q=simd#threads');
    await expect(page.locator('#threads')).toBeInViewport();
    await expect(page.locator('#threads')).toContainText('named by the address');
    await expect(status(page)).toHaveText('1 of 20 features: “simd”.');
    await field(page).fill('simd');
    await field(page).press('Backspace');
    await expect(page.locator('#threads')).toBeHidden();
    await page.evaluate(() => void (location.hash = '#memory64'));
    await expect(page.locator('#memory64')).toBeInViewport();
  });
});

test.describe('the keyboard alone', () => {
  test('goes to the filter, types, chooses, clears and leaves', { tag: '@tab' }, async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused();
    await page.keyboard.type('wasi/');
    await expect(field(page)).toHaveValue('wasi/');
    await expect(rows(page)).toHaveCount(4);
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Find' })).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(page.getByRole('button', { name: 'Tier', exact: true })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Tier', exact: true })).toHaveAttribute('aria-expanded', 'true');
    for (const name of ['Category', 'Missing requirement', 'Clear', 'Copy link']) {
      await page.keyboard.press('Tab');
      await expect(page.getByRole('button', { name, exact: true }).first()).toBeFocused();
    }
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await expect(page.getByRole('checkbox', { name: 'Tier 1 (2)' })).toBeChecked();
    await expect(rows(page)).toHaveCount(2);
    await page.keyboard.press('/');
    await expect(field(page)).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(rows(page)).toHaveCount(20);
    await expect.poll(() => query(page)).toBe('');
    await expect(status(page)).toHaveText('20 features.');
  });

  test('clears from anywhere with Esc, and writes a slash where text is written', async ({ page }) => {
    await page.goto('/?tier=1&q=simd');
    await page.getByRole('link', { name: 'simd' }).focus();
    await page.keyboard.press('Escape');
    await expect(rows(page)).toHaveCount(20);
    await page.keyboard.press('Control+/');
    await expect(field(page)).not.toBeFocused();
  });

  test('never puts the focus below the head of a table', { tag: '@tab' }, async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 300 });
    await page.goto('/');
    await page.getByRole('link', { name: 'Data', exact: true }).focus();
    for (let step = 0; step < 60; step++) {
      await page.keyboard.press('Tab');
      const covered = await page.evaluate(() => {
        const { left, top, bottom, height } = document.activeElement!.getBoundingClientRect();
        const above = document.elementFromPoint(left + 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2);
        return height > 0 && !document.activeElement!.contains(above) && !above?.contains(document.activeElement) ? document.activeElement!.outerHTML : '';
      });
      expect(covered).toBe('');
    }
  });
});

test.describe('sorting', () => {
  test('is done by real buttons that say how, in one table, and keeps the filter', async ({ page }) => {
    await page.goto('/');
    const table = page.getByRole('table', { name: 'Tier 2' });
    const names = () => table.locator('tbody tr:visible').evaluateAll((found) => found.map(({ id }) => id));
    const own = await names();
    const head = table.getByRole('columnheader', { name: 'Description' });
    await expect(head).not.toHaveAttribute('aria-sort');
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect.poll(names).toEqual(['aarch64-unknown-linux-gnu', 'memory64', 'multi-memory', 's390x-unknown-linux-gnu', 'x86_64-pc-windows-gnu']);
    await page.keyboard.press('Enter');
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect.poll(names).toEqual(['x86_64-pc-windows-gnu', 's390x-unknown-linux-gnu', 'multi-memory', 'memory64', 'aarch64-unknown-linux-gnu']);
    await field(page).fill('linux');
    await expect.poll(names).toEqual(['s390x-unknown-linux-gnu', 'aarch64-unknown-linux-gnu']);
    await field(page).fill('');
    await head.getByRole('button').click();
    await expect(head).not.toHaveAttribute('aria-sort');
    await expect.poll(names).toEqual(own);
    await table.getByRole('button', { name: 'Category' }).click();
    await expect(table.locator('[aria-sort]')).toHaveText(['Category']);
    await expect(page.getByRole('table', { name: 'Tier 3' }).locator('[aria-sort]')).toHaveCount(0);
    await expect(table.getByRole('columnheader', { name: 'Missing' }).getByRole('button')).toHaveCount(0);
  });
});

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
      new MutationObserver(() => said.push(output.textContent)).observe(output, { childList: true, characterData: true, subtree: true });
    });
    await field(page).evaluate((input: HTMLInputElement) => {
      // All in one task, so that no pause is in it however busy the machine.
      for (const typed of ['m', 'me', 'mem', 'memory']) {
        input.value = typed;
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      }
    });
    await expect(status(page)).toHaveText('4 of 20 features: “memory”.');
    expect(await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual(['4 of 20 features: “memory”.']);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing in the filter in use, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto('/?q=m1&x=1#threads');
        for (const name of ['Tier', 'Category', 'Missing requirement']) await page.locator('form').getByRole('button', { name, exact: true }).click();
        await page.getByRole('table', { name: 'Tier 3' }).getByRole('button', { name: 'Category' }).click();
        expect(await axeFindings(page)).toEqual([]);
      }
    });
  }
});

test.describe('with little room', () => {
  const overflow = (page: Page) =>
    page.evaluate(() => [...document.querySelectorAll<HTMLElement>('body *')].filter((it) => it.checkVisibility() && !it.closest('.sr-only, caption') && it.scrollWidth > it.clientWidth + 1 && getComputedStyle(it).display !== 'inline').map((it) => it.outerHTML.slice(0, 99)));

  test('at 320 px nothing scrolls sideways, whatever is open, and the heads that sort can be seen and pressed', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await page.goto(`/?q=m1&${'x'.repeat(300)}=1#wasi_snapshot_preview1`);
    for (const name of ['Tier', 'Category', 'Missing requirement']) await page.locator('form').getByRole('button', { name, exact: true }).click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    expect(await overflow(page)).toEqual([]);
    const sort = page.getByRole('table', { name: 'Tier 1' }).getByRole('button', { name: 'Last change' });
    await sort.click();
    const small = await page.locator('main').getByRole('button').evaluateAll((found: HTMLElement[]) => found.filter((it) => it.checkVisibility() && Math.min(it.offsetHeight, it.offsetWidth) < 24).map((it) => it.outerHTML));
    expect(small).toEqual([]);
  });

  for (const width of [768, 1280]) {
    test(`with text at 200 % nothing is cut off or scrolls sideways at ${width} px`, async ({ page }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/?q=linux#dwarf-debugging');
      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
      for (const name of ['Tier', 'Category', 'Missing requirement']) await page.locator('form').getByRole('button', { name, exact: true }).click();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await overflow(page)).toEqual([]);
      await page.goto('/');
      await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
      expect(await overflow(page)).toEqual([]);
    });
  }
});

test('with forced colours every control has an edge, and the state of sorting is in words and signs', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('/');
  for (const control of await page.getByRole('search').locator('button, [type=search]').all())
    expect(await control.evaluate((it) => parseFloat(getComputedStyle(it).borderTopWidth))).toBeGreaterThan(0);
  const head = page.getByRole('table', { name: 'Tier 1' }).getByRole('columnheader', { name: 'Category' });
  await head.getByRole('button').click();
  expect(await head.getByRole('button').evaluate((it) => getComputedStyle(it, '::after').content)).toContain('↑');
  const line = await page.locator('thead').first().evaluate((it) => parseFloat(getComputedStyle(it).borderBottomWidth));
  expect(line).toBeGreaterThan(0);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all rows are there whatever the address asks, no form that would do nothing, and links lead to the same filters as pages', async ({ page }) => {
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
