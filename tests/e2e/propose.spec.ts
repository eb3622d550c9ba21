// /propose/: where the answers to the requirements put a feature.
import { expect, test, type Page } from '@playwright/test';
import { idOf, nameOf, rows } from '../content/expected.ts';

const status = (page: Page) => page.getByRole('status').first();
const question = (page: Page, name: string) => page.getByRole('group', { name });
const answerAll = (page: Page, groups: string[]) =>
  groups.reduce(
    (before, name) => before.then(() => question(page, name).getByRole('radio', { name: 'Yes' }).check()),
    Promise.resolve(),
  );
const tier3 = ['Low maintenance overhead', 'No known major bugs', 'Code quality', 'Path to completion', 'Clear owner'];

test('only what is asked of the chosen kind is asked', async ({ page }) => {
  await page.goto('/propose/?category=target');
  await expect(question(page, 'Continuous fuzzing of architectures')).toBeVisible();
  await expect(question(page, 'Continuous fuzzing of proposals')).toBeHidden();
  await page
    .getByRole('combobox', { name: 'What you propose' })
    .selectOption({ label: 'WebAssembly Proposal: a new one' });
  await expect(page).toHaveURL(/\?category=wasm-proposal$/);
  await expect(question(page, 'Continuous fuzzing of architectures')).toBeHidden();
  await page.goBack();
  await expect(question(page, 'Continuous fuzzing of architectures')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'What you propose' })).toHaveValue('?category=target');
});

test('what can be proposed is a new one of each kind, and each row of the status', async ({ page }) => {
  await page.goto('/propose/');
  const offered = await page
    .getByRole('combobox', { name: 'What you propose' })
    .locator('option')
    .evaluateAll((options) => options.map((it) => [it.textContent, it.getAttribute('value')]));
  const kinds = [...new Set(rows.map(({ category }) => category.replaceAll('*', '')))];
  expect(kinds).toHaveLength(4);
  expect(
    offered
      .filter(([, value]) => value?.startsWith('?category='))
      .map(([text]) => text)
      .sort(),
  ).toEqual(kinds.map((kind) => `${kind}: a new one`).sort());
  expect(offered.filter(([, value]) => value?.startsWith('?feature=')).sort()).toEqual(
    rows.map((row) => [`${nameOf(row)}, in Tier ${row.tier}`, `?feature=${idOf(row)}`]).sort(),
  );
  expect(offered).toHaveLength(kinds.length + rows.length);
});

test(
  'the keyboard alone answers; the tier is announced as it changes; the answers wait on the device',
  { tag: '@tab' },
  async ({ page }) => {
    await page.goto('/propose/?category=wasi-proposal');
    await expect(status(page)).toHaveText('The answers support no tier yet. For Tier 3: 5 answers to give.');
    await page.getByRole('textbox', { name: 'Its name' }).focus();
    await page.keyboard.type('wasi-clouds');
    for (const name of tier3) {
      await question(page, name).getByRole('radio', { name: 'Yes' }).focus();
      await page.keyboard.press('Space');
    }
    await expect(status(page)).toHaveText(
      'The answers support Tier 3 — Not Production Ready. For Tier 2: 5 answers to give.',
    );
    await question(page, 'CI testing').getByRole('radio', { name: 'Yes' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    const missing = question(page, 'CI testing').getByRole('textbox', { name: 'What is missing' });
    await page.keyboard.press('Tab');
    await expect(missing).toBeFocused();
    await page.keyboard.type('CI on <b>Mars</b>');
    await expect(status(page)).toHaveText(
      'The answers support Tier 3 — Not Production Ready. For Tier 2: 1 missing, 4 answers to give.',
    );
    await expect(page.locator('tier-answer b')).toHaveCount(0);
    await page.reload();
    await expect(missing).toHaveValue('CI on <b>Mars</b>');
    await expect(status(page)).toHaveText(/^The answers support Tier 3/);
    expect(new URL(page.url()).search).toBe('?category=wasi-proposal');
    await page.getByRole('button', { name: 'Start again' }).click();
    await expect(status(page)).toHaveText('The answers support no tier yet. For Tier 3: 5 answers to give.');
    await page.reload();
    await expect(missing).toBeHidden();
  },
);

test('a requirement that is waived is no obstacle, and one that was let pass is one for the higher tier only', async ({
  page,
}) => {
  await page.goto('/propose/?category=misc');
  await answerAll(page, tier3.slice(0, 4));
  const owner = question(page, 'Clear owner');
  await owner.getByRole('radio', { name: 'Waived' }).check();
  await expect(status(page)).toHaveText(/^The answers support Tier 3/);
  await owner.getByRole('radio', { name: 'No', exact: true }).check();
  await expect(status(page)).toHaveText('The answers support no tier yet. For Tier 3: 1 missing.');
  await owner
    .getByRole('combobox', { name: 'Out of reach without it' })
    .selectOption({ label: 'Tier 2 and all above' });
  await expect(status(page)).toHaveText(
    'The answers support Tier 3 — Not Production Ready. For Tier 2: 1 missing, 5 answers to give.',
  );
  await page.getByRole('textbox', { name: 'What else is missing for Tier 3' }).fill('A name\n\nA logo');
  await expect(status(page)).toHaveText('The answers support no tier yet. For Tier 3: 2 missing.');
});

test(
  'the answers are copied as Markdown that quotes each requirement, and as an entry for the content',
  { tag: '@chromium' },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clock.setFixedTime(new Date('2023-01-02T03:04:05Z'));
    await page.goto('/propose/?feature=memory64');
    await expect(page.getByText('what that does not list as missing counts as met')).toBeVisible();
    await page.getByRole('button', { name: 'Copy the answers as Markdown' }).click();
    const markdown = await page.evaluate(() => navigator.clipboard.readText());
    expect(markdown).toContain(
      '`memory64` (WebAssembly Proposal, now in Tier 2 — Almost Production Ready). The answers support Tier 2 — Almost Production Ready. For Tier 1: 1 missing.\n\n- Unstable wasm proposal (no written requirement)',
    );
    expect(markdown).toContain(
      '> CVEs and security releases will be performed as necessary for any bugs found\n> in features and targets.\n\n**Yes.** The status does not list it as missing; nothing else was said.',
    );
    expect(markdown).not.toContain('architecture of supported targets');
    await page.getByRole('button', { name: 'Copy the history entry' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      '  - date: 2023-01-02\n    tier: 2\n    missing:\n      - as: "Unstable wasm proposal"\n    source: https://example.org/pull/NUMBER',
    );
  },
);

test('nothing that is answered leaves the device, and an issue is offered only where the repository is known', async ({
  page,
}) => {
  const requests: string[] = [];
  page.on('request', (request) => void requests.push(request.url()));
  await page.goto('/propose/?feature=threads');
  await question(page, 'CI testing').getByRole('textbox', { name: 'Evidence' }).fill('secret');
  await expect(page.getByRole('link', { name: 'Open a new issue with these answers' })).toBeHidden();
  const fetched = /\/(?:propose\/\?feature=threads|favicon\.svg|_astro\/[^?]+)$/;
  expect(requests.filter((url) => !fetched.test(url))).toEqual([]);
  await page.route(/\/propose\//, async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replace('"folder":', '"repository":"https://github.com/example/tiers","folder":'),
    });
  });
  await page.reload();
  const link = page.getByRole('link', { name: 'Open a new issue with these answers' });
  const address = new URL((await link.getAttribute('href')) ?? '');
  expect(address.origin + address.pathname).toBe('https://github.com/example/tiers/issues/new');
  expect(address.searchParams.get('template')).toBe('tier-change.yml');
  expect(address.searchParams.get('feature')).toBe('threads');
  expect(address.searchParams.get('missing')).toBe('Complete implementation (complete-implementation)');
  expect(address.searchParams.get('note')).toContain('secret');
  expect(address.href.length).toBeLessThanOrEqual(8000);
});

test('an id that means nothing is named as text, and a new feature of the first kind is asked about', async ({
  page,
}) => {
  await page.goto(`/propose/?feature=${encodeURIComponent('<img src=x>')}`);
  await expect(status(page)).toHaveText(
    /^Left out, since nothing tracked has such an id: <img src=x>\. The answers support no tier yet\./,
  );
  await expect(page.locator('main img')).toHaveCount(0);
});

test('garbage that is kept on the device is no obstacle', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem(
      'proposal?feature=simd',
      '{"answers":{"ci-testing":[],"__proto__":{"reply":"no"}},"others":7,"name":{}}',
    ),
  );
  await page.goto('/propose/?feature=simd');
  await expect(status(page)).toHaveText('The answers support no tier yet. For Tier 3: 5 answers to give.');
});

test('where nothing may be kept on the device, answering works all the same', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('denied');
      },
    }),
  );
  await page.goto('/propose/?category=misc');
  await answerAll(page, tier3);
  await expect(status(page)).toHaveText(/^The answers support Tier 3/);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the page is a checklist to print: every requirement by tier, in the policy’s words, and to whom it applies', async ({
    page,
  }) => {
    await page.goto('/propose/');
    await expect(page.getByRole('group')).toHaveCount(15);
    await expect(page.getByRole('radio')).toHaveCount(45);
    await expect(page.getByText('CVEs and security releases will be performed as necessary')).toBeVisible();
    await expect(question(page, 'Continuous fuzzing of architectures').getByText('Only for: Targets')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('combobox')).toHaveCount(0);
  });
});

test('a feature’s page leads to its combinations and to its requirements', async ({ page }) => {
  await page.goto('/features/threads/');
  await page.getByRole('link', { name: 'Is it covered together with what else you use?' }).click();
  await expect(page.getByRole('checkbox', { name: /^threads/ })).toBeChecked();
  await page.goBack();
  await page.getByRole('link', { name: 'Which tier would your answers to its requirements support?' }).click();
  await expect(status(page)).toHaveText('The answers support Tier 3 — Not Production Ready. For Tier 2: 1 missing.');
});
