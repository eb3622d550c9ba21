// /propose/: the tier that the answers to the requirements support.
import { expect, test, type Page } from '@playwright/test';
import { idOf, kindOf, nameOf, rows } from '../content/expected.ts';

const status = (page: Page) => page.getByRole('status').first();
const question = (page: Page, name: string) => page.getByRole('group', { name, exact: true });
const evidence = (page: Page, name: string) => question(page, name).getByRole('textbox', { name: 'Evidence' });
const unfold = (page: Page, tier: number) => page.locator(`details[data-tier="${tier}"] > summary`).click();
async function answerAll(page: Page, groups: string[]): Promise<void> {
  for (const name of groups) {
    await question(page, name).getByRole('radio', { name: 'Yes' }).check();
    await evidence(page, name).fill('See the log.');
  }
}
const tier3 = ['Low maintenance overhead', 'No known major bugs', 'Code quality', 'Path to completion', 'Clear owner'];

test('the form asks only for requirements of the selected category', async ({ page }) => {
  const subject = page.getByRole('combobox', { name: 'What is the proposal about?' });
  await page.goto('/propose/?category=target');
  await unfold(page, 1);
  await expect(question(page, 'Continuous fuzzing of architectures')).toBeVisible();
  await expect(question(page, 'Continuous fuzzing of proposals')).toBeHidden();
  await subject.selectOption('?category=wasm-proposal');
  await expect(page).toHaveURL(/\?category=wasm-proposal$/);
  await unfold(page, 1);
  await expect(question(page, 'Continuous fuzzing of architectures')).toBeHidden();
  await page.goBack();
  await unfold(page, 1);
  await expect(question(page, 'Continuous fuzzing of architectures')).toBeVisible();
  await expect(subject).toHaveValue('?category=target');
});

test('a new feature of each category and each existing feature can be proposed', async ({ page }) => {
  await page.goto('/propose/');
  const offered = await page
    .getByRole('combobox', { name: 'What is the proposal about?' })
    .locator('option')
    .evaluateAll((options) => options.map((it) => [it.textContent, it.getAttribute('value')]));
  const kinds = new Set(rows.map(kindOf));
  expect(offered.filter(([text]) => /^New /.test(text ?? ''))).toHaveLength(kinds.size);
  expect(offered.filter(([, value]) => value?.startsWith('?feature=')).sort()).toEqual(
    rows.map((row) => [`${nameOf(row)}, in Tier ${row.tier}`, `?feature=${idOf(row)}`]).sort(),
  );
  expect(offered).toHaveLength(kinds.size + rows.length);
});

test(
  'the form works by keyboard, announces each change of the tier, and keeps the answers on the device',
  { tag: '@tab' },
  async ({ page }) => {
    await page.goto('/propose/?category=wasi-proposal');
    await expect(status(page)).toHaveText('Your answers support no tier yet. Tier 3: 5 questions left.');
    await page.getByRole('textbox', { name: 'Name', exact: true }).focus();
    await page.keyboard.type('wasi-clouds');
    for (const name of tier3) {
      await question(page, name).getByRole('radio', { name: 'Yes' }).focus();
      await page.keyboard.press('Space');
      await evidence(page, name).focus();
      await page.keyboard.type('Log');
    }
    await expect(status(page)).toHaveText(
      'Your answers support Tier 3 — Not Production Ready. Tier 2: 5 questions left.',
    );
    await page.locator('details[data-tier="2"] > summary').focus();
    await page.keyboard.press('Enter');
    await question(page, 'CI testing').getByRole('radio', { name: 'Yes' }).focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    const missing = question(page, 'CI testing').getByRole('textbox', { name: 'What is missing' });
    await page.keyboard.press('Tab');
    await expect(missing).toBeFocused();
    await page.keyboard.type('CI on <b>Mars</b>');
    await expect(status(page)).toHaveText(
      'Your answers support Tier 3 — Not Production Ready. Tier 2: 1 unmet, 4 questions left.',
    );
    await expect(page.locator('tier-answer b')).toHaveCount(0);
    await page.reload();
    await expect(missing).toHaveValue('CI on <b>Mars</b>');
    await expect(status(page)).toHaveText(/^Your answers support Tier 3/);
    expect(new URL(page.url()).search).toBe('?category=wasi-proposal');
    await page.getByRole('button', { name: 'Reset form' }).click();
    await expect(status(page)).toHaveText('Your answers support no tier yet. Tier 3: 5 questions left.');
    await page.getByRole('button', { name: 'Undo reset' }).click();
    await expect(missing).toHaveValue('CI on <b>Mars</b>');
    await page.getByRole('button', { name: 'Reset form' }).click();
    await page.reload();
    await expect(missing).toBeHidden();
  },
);

test('a waived requirement blocks no tier, and an accepted gap blocks only the higher tiers', async ({ page }) => {
  await page.goto('/propose/?category=misc');
  await answerAll(page, tier3.slice(0, 4));
  const owner = question(page, 'Clear owner');
  await owner.getByRole('radio', { name: 'Waived' }).check();
  await expect(status(page)).toHaveText('Your answers support no tier yet. Tier 3: 1 answer without evidence.');
  await evidence(page, 'Clear owner').fill('It needs none.');
  await expect(status(page)).toHaveText(/^Your answers support Tier 3/);
  await owner.getByRole('radio', { name: 'No', exact: true }).check();
  await expect(status(page)).toHaveText('Your answers support no tier yet. Tier 3: 1 unmet.');
  await owner.getByRole('combobox', { name: 'Blocks' }).selectOption({ label: 'Tier 2 and all above' });
  await expect(status(page)).toHaveText(
    'Your answers support Tier 3 — Not Production Ready. Tier 2: 1 unmet, 5 questions left.',
  );
  await page.getByRole('textbox', { name: 'Other gaps (one per line)' }).first().fill('A name\n\nA logo');
  await expect(status(page)).toHaveText('Your answers support no tier yet. Tier 3: 2 unmet.');
});

test(
  'the answers are copied as Markdown that quotes each requirement, and as an entry for the content',
  { tag: '@chromium' },
  async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.clock.setFixedTime(new Date('2023-01-02T03:04:05Z'));
    await page.goto('/propose/?feature=memory64');
    await page.getByRole('button', { name: 'Copy the proposal as Markdown' }).click();
    const markdown = await page.evaluate(() => navigator.clipboard.readText());
    expect(markdown).toMatch(
      /^`memory64` \(WebAssembly Proposal, now in Tier 2 — Almost Production Ready\)\. Your answers support Tier 2 — Almost Production Ready\. Tier 1: .*\n\n- /,
    );
    expect(markdown).toContain('- Unstable wasm proposal (not a requirement of the policy)');
    expect(markdown).toContain(
      '> CVEs and security releases will be performed as necessary for any bugs found\n> in features and targets.\n\n**',
    );
    expect(markdown).not.toContain('architecture of supported targets');
    await expect(page.getByText('so the source file needs no change')).toBeVisible();
    await page
      .getByRole('textbox', { name: 'Other gaps (one per line)' })
      .last()
      .fill('Unstable wasm proposal\nA manual');
    await page.getByRole('button', { name: 'Copy the history entry' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(
      /^ {2}- date: 2023-01-02\n {4}tier: 2\n {4}missing:\n[^]*- as: "Unstable wasm proposal"\n {6}- as: "A manual"\n {4}source: https:\/\/example\.org\/pull\/NUMBER$/,
    );
  },
);

test('answers stay on the device, and an issue is offered only if the repository is known', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => void requests.push(request.url()));
  await page.goto('/propose/?feature=threads');
  await evidence(page, 'CI testing').fill('secret');
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
  expect(address.searchParams.get('missing')).toMatch(/^Complete implementation \(complete-implementation\)$/m);
  expect(address.searchParams.get('note')).toContain('secret');
  expect(address.href.length).toBeLessThanOrEqual(8000);
});

test('an unknown id is shown as text, and the form starts without answers', async ({ page }) => {
  await page.goto(`/propose/?feature=${encodeURIComponent('<img src=x>')}`);
  await expect(status(page)).toHaveText(/^Unknown feature: <img src=x>\. Your answers support no tier yet\./);
  await expect(page.locator('main img')).toHaveCount(0);
});

test('invalid data stored on the device is ignored', async ({ page }) => {
  await page.addInitScript(() =>
    localStorage.setItem(
      'proposal?feature=simd',
      '{"answers":{"ci-testing":[],"__proto__":{"reply":"no"}},"others":7,"name":{}}',
    ),
  );
  await page.goto('/propose/?feature=simd');
  await expect(status(page)).toHaveText('Your answers support no tier yet. Tier 3: 5 questions left.');
});

test('the form works without storage on the device', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('denied');
      },
    }),
  );
  await page.goto('/propose/?category=misc');
  await answerAll(page, tier3);
  await expect(status(page)).toHaveText(/^Your answers support Tier 3/);
});

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('without scripts, the page is a checklist of every requirement with its categories', async ({ page }) => {
    await page.goto('/propose/');
    await expect(page.locator('tier-question fieldset')).toHaveCount(15);
    await expect(page.getByRole('radio')).toHaveCount(45);
    await expect(page.getByText('CVEs and security releases will be performed as necessary')).toBeVisible();
    await expect(question(page, 'Continuous fuzzing of architectures').getByText('Only for: Targets')).toBeVisible();
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('combobox')).toHaveCount(0);
  });
});

test('a feature’s page links to its combination and to its proposal', async ({ page }) => {
  await page.goto('/features/threads/');
  await page.getByRole('link', { name: 'Check it with the rest of your setup' }).click();
  await expect(page.getByRole('checkbox', { name: /^threads/ })).toBeChecked();
  await page.goBack();
  await page.getByRole('link', { name: 'Propose a different tier' }).click();
  await expect(status(page)).toHaveText(/^Your answers support Tier 3 — Not Production Ready\. Tier 2: 1 unmet, /);
});
