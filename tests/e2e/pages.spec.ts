// Every kind of page, with and without scripts, as a browser shows it.
import { expect, test } from '@playwright/test';
import type { ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { one, tag } from '../content/html.ts';
import { axeFindings, coveredShare, cutOff, largerText, movingElements, restyle, smallTargets } from './barriers.ts';
import { walkByTab } from './keyboard.ts';

/** An address for each kind of page, and for each kind of content. */
const kinds = {
  'the status': '/',
  'the policy': '/policy/',
  'a tier': '/tiers/2/',
  'a feature': '/features/memory64/',
  'a feature with a note': '/features/dwarf-debugging/',
  'the requirements': '/requirements/',
  'a requirement': '/requirements/ci-testing/',
  'a category': '/categories/wasm-proposal/',
  'the changes': '/changes/',
  'the snapshots': '/snapshots/',
  'a snapshot': '/snapshots/2022-07-29/',
  'the data': '/data/',
  'a combination': '/stack/?f=aarch64-unknown-linux-gnu&f=memory64&f=wasi-nn&f=nope',
  'a proposal': '/propose/?feature=dwarf-debugging',
  'the accessibility statement': '/accessibility/',
  'the error page': '/no-such-page/',
};

const squeezed = (text: string): string => text.replace(/\s+/g, '');

/** The text of main, without parts that are hidden, collapsed, for one screen width only, or filled by a script. */
function visibleTextIn(html: string): string {
  const visibleText = (it: ElementContent): string => {
    if (it.type !== 'element') return it.type === 'text' ? it.value : '';
    const { hidden, className } = it.properties;
    const waits =
      hidden !== undefined ||
      [className].flat().some((it) => /^(?:live|(?:sm|md|lg):hidden)$/.test(String(it))) ||
      ['script', 'style', 'template'].includes(it.tagName);
    const shown =
      it.tagName === 'details' && it.properties['open'] === undefined
        ? it.children.filter((child) => child.type === 'element' && child.tagName === 'summary')
        : it.children;
    return waits ? '' : shown.map(visibleText).join('');
  };
  return visibleText(one(fromHtml(html), tag('main'), 'main'));
}

/** Pages with different kinds of controls; `npm run test:deep` walks through the others. */
const walkedAlways = ['the status', 'a feature', 'the requirements'];

/** Pages without controls of their own, whose parts other pages have too; `npm run test:deep` checks them. */
const plainPages = [
  'a category',
  'the changes',
  'the snapshots',
  'a snapshot',
  'the data',
  'the accessibility statement',
  'the error page',
];

for (const [kind, path] of Object.entries(kinds)) {
  const tag = plainPages.includes(kind) ? ['@deep'] : [];
  test(
    `${kind} has no violation that axe finds, cuts off no text, loads nothing external and logs no error`,
    { tag },
    async ({ page, baseURL }) => {
      const complaints: string[] = [];
      page.on('request', (request) => void (request.url().startsWith(baseURL ?? '') || complaints.push(request.url())));
      page.on(
        'console',
        (message) =>
          void (message.type() === 'error' && !message.text().includes('404') && complaints.push(message.text())),
      );
      page.on('pageerror', (error) => complaints.push(error.message));
      await page.setViewportSize({ width: 1280, height: 900 });
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      for (const [width, colorScheme] of [
        [1280, 'light'],
        [412, 'light'],
        [320, 'dark'],
      ] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        expect(await axeFindings(page), `${width} px, ${colorScheme}`).toEqual([]);
        expect(await smallTargets(page), `${width} px`).toEqual([]);
        expect(await cutOff(page), `${width} px`).toEqual([]);
      }
      await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
      expect(await axeFindings(page), 'in forced colors').toEqual([]);
      expect(await movingElements(page)).toEqual([]);
      // 1280 × 1024 px at 400 %.
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await cutOff(page), 'at 400 %').toEqual([]);
      expect(await coveredShare(page), 'stays covered at 400 %').toBeLessThan(0.5);
      expect(complaints).toEqual([]);
    },
  );

  test(
    `${kind} cuts off no word and does not scroll sideways with larger or wider text`,
    { tag: walkedAlways.includes(kind) ? [] : ['@deep'] },
    async ({ page }) => {
      await page.goto(path);
      for (const width of [320, 768, 1024]) {
        await page.setViewportSize({ width, height: 900 });
        for (const [how, style] of Object.entries(largerText)) {
          await restyle(page, style);
          expect(await cutOff(page), `${width} px, ${how}`).toEqual([]);
        }
      }
    },
  );

  test(
    `${kind} has every link and control in the Tab order, and nothing covers them, wide and narrow`,
    { tag: walkedAlways.includes(kind) ? '@tab' : ['@tab', '@deep'] },
    async ({ page }) => {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 600 });
        await page.goto(path);
        const { stops, expected, wrong } = await walkByTab(page);
        expect(wrong, `${width} px`).toEqual([]);
        expect(stops, `${width} px`).toEqual(expected);
        // More stops would take too long by keyboard.
        if (path === '/') expect(stops.length, `${width} px`).toBeLessThan(60);
      }
    },
  );
}

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const [kind, path] of Object.entries(kinds)) {
    test(`without scripts, ${kind} shows all text that does not need a script`, async ({ page }) => {
      const response = await page.goto(path);
      const shown = await page.locator('main').innerText();
      expect(squeezed(shown)).toBe(squeezed(visibleTextIn((await response?.text()) ?? '')));
      expect(squeezed(shown).length).toBeGreaterThan(60);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByRole('navigation', { name: 'Site' }).getByRole('link')).not.toHaveCount(0);
      await expect(page.locator('tier-theme')).toBeHidden();
    });
  }

  test('without scripts, the first page lists all 20 features and links to their pages', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('tbody tr')).toHaveCount(20);
    await page.getByRole('link', { name: 'memory64' }).click();
    await expect(page).toHaveURL(/\/features\/memory64\/$/);
    await expect(page.getByText('Tier 2 — Almost Production Ready')).toBeVisible();
  });
});

test('a link to a row scrolls to it', async ({ page }) => {
  await page.goto('/#threads');
  await expect(page.locator('#threads')).toBeInViewport();
});

test('the first Tab press focuses the skip link, which leads to the content', { tag: '@tab' }, async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#main$/);
});

test('the selected theme applies to every page from the first paint, and for a year', async ({ page, context }) => {
  await page.goto('/policy/');
  await page.goto('/tiers/2/');
  await page.getByRole('radio', { name: 'dark' }).check();
  const [cookie] = await context.cookies();
  expect((cookie?.expires ?? 0) - Date.now() / 1_000).toBeGreaterThan(360 * 24 * 60 * 60);
  await page.goBack();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: 'dark' })).toBeChecked();
  await page.goto('/');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(21, 23, 27)');
  await page.getByRole('radio', { name: 'system' }).check();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto');
});

test('a theme selected in one tab applies to another tab when that tab is shown', async ({ page, context }) => {
  await page.goto('/');
  const other = await context.newPage();
  await other.goto('/policy/');
  await other.getByRole('radio', { name: 'dark' }).check();
  await page.evaluate(() => void dispatchEvent(new Event('focus')));
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('radio', { name: 'dark' })).toBeChecked();
});

test('a linked row of a snapshot shows the date of the snapshot', async ({ page }) => {
  await page.goto('/snapshots/2022-07-29/#threads');
  await expect(page.locator('#threads')).toBeInViewport();
  expect(await page.locator('#threads th').evaluate((it) => getComputedStyle(it, '::before').content)).toMatch(
    /Tier 3 — Not Production Ready.* on 29 July 2022/,
  );
});

test('the result stays visible on a phone down to the last question', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 568 });
  for (const path of ['/stack/?f=wasi-nn', '/propose/?feature=wasi-nn']) {
    await page.goto(path);
    const last = page.locator('tier-stack label:visible, tier-question:visible label:visible').last();
    await last.scrollIntoViewIfNeeded();
    await expect(page.locator('[data-verdict]'), path).toBeInViewport({ ratio: 1 });
    await expect(page.locator('[data-verdict]'), path).toContainText('Tier 3');
  }
});

test('tables keep their layout and head on A4 paper', async ({ page }) => {
  await page.setViewportSize({ width: 718, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  for (const path of ['/', '/policy/', '/requirements/', '/snapshots/2022-07-29/']) {
    await page.goto(path);
    const shown = (tag: string) =>
      page.locator(`main ${tag}`).evaluateAll((found) => [...new Set(found.map((it) => getComputedStyle(it).display))]);
    expect([path, await shown('table'), await shown('thead'), await shown('tbody tr')]).toEqual([
      path,
      ['table'],
      ['table-header-group'],
      ['table-row'],
    ]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(718);
  }
});

test('long names wrap at 320 px and do not scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const id of ['wasi_snapshot_preview1', 'x86_64-unknown-linux-gnu', 'non-wasmtime-cranelift-usage']) {
    await page.goto(`/features/${id}/`);
    expect(await page.evaluate(() => document.documentElement.scrollWidth), id).toBeLessThanOrEqual(320);
  }
});

test('the search of the error page finds a feature', async ({ page }) => {
  await page.goto('/features/memory46/');
  await page.getByRole('searchbox').fill('memory64');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page).toHaveURL(/\/\?q=memory64$/);
  const rows = page.locator('main table tr[id]:visible');
  // The filter applies once its script has loaded.
  await expect(rows).toHaveCount(1);
  await expect(rows).toHaveAttribute('id', 'memory64');
});

test('each “§” of the policy is on the line of the word before it', async ({ page }) => {
  for (const width of [320, 390, 768, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto('/policy/');
    const gaps = await page.locator('.section-sign').evaluateAll((signs) =>
      signs.map((it) => {
        const lines = [...(it.previousElementSibling?.getClientRects() ?? [])];
        return it.getBoundingClientRect().top - (lines.at(-1)?.bottom ?? 0);
      }),
    );
    expect(gaps.length).toBe(15);
    expect(Math.max(...gaps), `${width} px`).toBeLessThan(0);
  }
});

test('only the page under the pointer is fetched before the click', { tag: '@chromium' }, async ({ page }) => {
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
});
