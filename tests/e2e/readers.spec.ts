// Tasks of readers across pages, each in a new session; tasks on a single page have their own files.
import { expect, test } from '@playwright/test';

test.describe('A reader on a phone, with a link from an issue', { tag: '@chromium' }, () => {
  test.use({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    permissions: ['clipboard-read', 'clipboard-write'],
  });

  test('a reader on a phone sees name, tier and date at once, finds the gaps and copies a citation', async ({
    page,
  }) => {
    await page.goto('/features/memory64/');
    for (const text of [
      'memory64',
      'Tier 2 — Almost Production Ready',
      'As of 29 July 2022, release 0.40.0. No later change is recorded.',
    ])
      await expect(page.getByText(text, { exact: true }).first()).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await page.getByRole('heading', { name: 'Unmet Tier 1 requirements' }).scrollIntoViewIfNeeded();
    await expect(page.getByRole('heading', { name: 'Unstable wasm proposal' })).toBeInViewport();
    await page
      .getByRole('region', { name: 'Not required by Tier 2' })
      .getByRole('link', { name: 'Security releases' })
      .tap();
    await expect(page.getByRole('blockquote')).toContainText(
      'CVEs and security releases will be performed as necessary',
    );
    await page.goBack();
    await page.locator('#cite > summary').tap();
    await page.getByRole('button', { name: 'Copy Markdown link' }).tap();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^\[memory64: Tier 2\]\(http.*\/features\/memory64\/\)$/,
    );
  });

  test('an old link leads to its heading or row, and a row leads to its feature', async ({ page }) => {
    await page.goto('/policy/#tier-2---almost-production-ready');
    await expect(page.getByRole('heading', { name: 'Tier 2 - Almost Production Ready' })).toBeInViewport();
    await page.goto('/#threads');
    await expect(page.locator('#threads')).toBeInViewport();
    // The row names its tier, since the heading above it is out of sight.
    expect(await page.locator('#threads th').evaluate((it) => getComputedStyle(it, '::before').content)).toBe(
      '"Tier 3 — Not Production Ready"',
    );
    await page.locator('#threads').getByRole('link', { name: 'threads', exact: true }).tap();
    await expect(page.getByText('Tier 3 — Not Production Ready').first()).toBeInViewport();
  });

  test('a link with a filter shows its results, and Back restores the scroll position', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto('/?q=memory64');
    await expect(page.getByRole('link', { name: 'memory64', exact: true })).toBeInViewport();
    await page.goto('/?tier=3');
    await expect(page.locator('output')).toBeInViewport();
    await expect(page.getByRole('rowheader').filter({ visible: true }).first()).toBeInViewport();
    const threads = page.getByRole('link', { name: 'threads', exact: true });
    await threads.scrollIntoViewIfNeeded();
    const position = await page.evaluate(() => scrollY);
    await threads.tap();
    await expect(page).toHaveURL(/\/features\/threads\/$/);
    await page.goBack();
    await expect(page.getByText('7 of 20 features: Tier 3')).toBeAttached();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(position);
    await page.goto('/');
    await expect(page.getByText('Showing all 20 features')).toBeAttached();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.goto('/?tier=9');
    await expect(page.getByText('Unknown filter: “tier=9”')).toBeInViewport();
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto('/?tier=3');
    await expect(page.getByText('7 of 20 features: Tier 3')).toBeInViewport();
    await expect(page.getByRole('rowheader').filter({ visible: true }).first()).toBeInViewport();
  });

  test('a reader who has scrolled keeps the position when the filter of a link applies', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.addInitScript(() => addEventListener('DOMContentLoaded', () => scrollTo(0, 1_200)));
    await page.goto('/?tier=3');
    await expect(page.getByText('7 of 20 features: Tier 3')).toBeAttached();
    expect(await page.evaluate(() => scrollY)).toBe(1_200);
  });

  for (const path of ['/policy/', '/requirements/'])
    test(`a screen reader reads every cell of ${path} without scrolling`, async ({ page }) => {
      await page.goto(path);
      const session = await page.context().newCDPSession(page);
      const cellsInTree = async (role: string) =>
        (await session.send('Accessibility.getFullAXTree')).nodes.filter(
          (node) => !node.ignored && node.role?.value === role,
        ).length;
      for (const role of ['rowheader', 'cell']) {
        const visible = await page.locator(`main [role=${role}]`).filter({ visible: true }).count();
        expect(visible).toBeGreaterThan(15);
        await expect.poll(() => cellsInTree(role)).toBe(visible);
      }
      expect(await page.evaluate(() => scrollY)).toBe(0);
    });
});

test('an embedder searches features, combines them, and sees which one lowers the tier', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('searchbox', { name: 'Search features' }).fill('arm64 linux');
  await expect(
    page.getByRole('row').filter({ has: page.getByRole('link', { name: 'aarch64-unknown-linux-gnu' }) }),
  ).toContainText('Continuous fuzzing');
  await page.getByRole('link', { name: 'aarch64-unknown-linux-gnu', exact: true }).click();
  await expect(page.getByText('Tier 2 — Almost Production Ready').first()).toBeInViewport();
  await page.getByRole('link', { name: 'Check it with the rest of your setup' }).click();
  const verdict = page.getByRole('status').first();
  await expect(verdict).toHaveText('Tier 2 — Almost Production Ready');
  await page.getByRole('checkbox', { name: 'simd (Tier 1)' }).check();
  await expect(verdict).toHaveText('Tier 2 — Almost Production Ready, because of aarch64-unknown-linux-gnu');
  await page.getByRole('checkbox', { name: 'threads (Tier 3)' }).check();
  await expect(verdict).toHaveText('Tier 3 — Not Production Ready, because of threads');
  await expect(page.locator('tier-answer')).toContainText('threads, for Tier 2: Complete implementation');
  await page.goBack();
  await expect(page.getByRole('checkbox', { name: 'threads (Tier 3)' })).not.toBeChecked();
  await expect(page).toHaveURL(/\?f=aarch64-unknown-linux-gnu&f=simd$/);
});

test(
  'a keyboard user with a screen reader gets from the first page to a requirement and the policy',
  { tag: '@tab' },
  async ({ page }) => {
    await page.goto('/');
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press('Tab');
        const focused = page.locator(':focus');
        if ((await focused.ariaSnapshot()).includes(name)) return expect(focused).toBeInViewport();
      }
      throw new Error(`nothing called ${name} in 80 presses`);
    };
    await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "What can you rely on in Wasmtime?" [level=1]
  `);
    await tabTo('Skip to the content');
    await page.keyboard.press('Enter');
    await tabTo('link "simd"');
    await page.keyboard.press('Enter');
    await expect(page).toHaveTitle(/^simd · /);
    await expect(page.getByRole('main')).toMatchAriaSnapshot(`
    - main:
      - heading "simd" [level=1]:
        - code: simd
      - paragraph:
        - link "Tier 1 — Production Ready"
      - region "Required by Tier 1":
        - heading "Required by Tier 1" [level=2]
        - term: Tier 1 requirements
        - definition:
          - link "Continuous fuzzing of proposals"
  `);
    await tabTo('link "Security releases"');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Security releases');
    await tabTo('Skip to the content');
    await tabTo('link "Policy"');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('navigation', { name: 'Site' })).toMatchAriaSnapshot(`
    - navigation "Site":
      - link "Policy"
  `);
    await expect(page.getByRole('table')).toHaveCount(3);
  },
);
