// /stack/: the answer for a combination of features.
import { expect, test, type Page } from '@playwright/test';
import { idOf, isPairCovered, isTarget, nameOf, expectedCombination, rows } from '../content/expected.ts';
import { siteOf } from '../sites.ts';
import { cutOff } from './barriers.ts';

interface Shown {
  verdict: string;
  marks: string[];
  /** By heading: each item's text and the texts of its links. */
  sections: Record<string, { text: string; links: string[] }[]>;
}

/** Goes to each choice as Back and Forward would, and reads its answer; 200 of them take ten seconds. */
async function answersFor(page: Page, searches: readonly string[]): Promise<Shown[]> {
  await page.locator('[data-clear]').waitFor();
  return page.evaluate(
    (queries) =>
      queries.map((query) => {
        history.pushState(null, '', `${location.pathname}${query}`);
        dispatchEvent(new PopStateEvent('popstate'));
        const sections: Shown['sections'] = {};
        let items: Shown['sections'][string] = [];
        for (const part of document.querySelector('tier-answer')!.children) {
          if (part.tagName === 'H2') items = sections[part.textContent] = [];
          else
            for (const item of part.tagName === 'UL' ? part.children : [part])
              items.push({
                text: item.textContent!,
                links: [...item.querySelectorAll('a')].map((link) => link.textContent),
              });
        }
        const marks = [...document.querySelectorAll<HTMLElement>('[data-mark]')]
          .filter((mark) => !mark.hidden)
          .map((mark) => mark.textContent.trim());
        return { verdict: document.querySelector('[data-verdict]')!.textContent, marks, sections };
      }),
    searches,
  );
}

const queryOf = (ids: readonly string[]) => `?${ids.map((id) => `f=${id}`).join('&')}`;
const splitList = (text: string) => text.split(/, | and /);
const itemsAfterColon = (text: string) => splitList(text.split(': ').slice(1).join(': '));
const pairIn = (text: string) =>
  /^(.*? on .*?)(?:, guaranteed by “Complete implementation”|: not guaranteed to work together)$/.exec(text)?.[1];

/** The page's answer in the same form as that of readCombination. */
function readAnswer({ verdict, sections }: Shown) {
  const list = (heading: RegExp) =>
    Object.entries(sections).flatMap(([title, items]) => (heading.test(title) ? items.map(({ text }) => text) : []));
  const [covered, open] = [list(/^Covered/), list(/^Not covered$/)];
  const because = /, because of (.*)$/.exec(verdict)?.[1];
  return {
    tier: Number(/^Tier (\d)/.exec(verdict)?.[1]),
    weakest: because === undefined ? undefined : splitList(because).sort(),
    covered: covered.flatMap((text) => (/^Required by Tier \d: /.test(text) ? itemsAfterColon(text) : [])).sort(),
    notCovered: open
      .flatMap((text) => {
        if (!text.startsWith('Required by')) return [];
        const held = /, but covered only for (.*?):/.exec(text)?.[1];
        return itemsAfterColon(text).map((title) => `${title}: ${held ? splitList(held).sort().join() : ''}`);
      })
      .sort(),
    pairs: [...covered.flatMap((text) => pairIn(text) ?? []).map((pair) => `${pair}: true`)]
      .concat(open.flatMap((text) => pairIn(text) ?? []).map((pair) => `${pair}: false`))
      .sort(),
    missing: list(/^Still needed for Tier 1$/)
      .map((text) => {
        const [, name, listed = '', later = ''] =
          /^(.*?), for Tier \d: (.*?)(?:\. Not assessed yet for Tier 1: (.*))?$/.exec(text) ?? [];
        const cells = splitList(listed.replace(', though the policy has no such requirement', ' in no requirement'));
        return `${name}: ${cells.join().replace('listed as missing in no requirement', 'no written requirement')}; ${later === '' ? '' : splitList(later).sort().join()}`;
      })
      .sort(),
  };
}

/** The expected answer, which names the weakest features only if others are stronger. */
function expectedAnswer(members: Parameters<typeof expectedCombination>[0]) {
  const reading = expectedCombination(members);
  return { ...reading, weakest: reading.weakest.length < members.length ? reading.weakest : undefined };
}

test.describe('The answer and the document', () => {
  test('the answer agrees with the document for all 91 pairs of a target and another feature', async ({ page }) => {
    await page.goto('/stack/');
    const pairs = rows
      .filter(isTarget)
      .flatMap((target) => rows.filter((row) => !isTarget(row)).map((row) => [target, row] as const));
    expect(pairs).toHaveLength(91);
    const shown = (
      await answersFor(
        page,
        pairs.map((pair) => queryOf(pair.map(idOf))),
      )
    ).map(readAnswer);
    expect(shown).toEqual(pairs.map(expectedAnswer));
    expect(shown.map((it) => it.pairs)).toEqual(
      pairs.map((pair) => [`${nameOf(pair[1])} on ${nameOf(pair[0])}: ${isPairCovered(...pair)}`]),
    );
  });

  let seed = 20220729;
  const random = () => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
  const combinations = Array.from({ length: 60 }, (_, count) => {
    const chance = random();
    const members = rows.filter(() => random() < chance);
    return members.length > 0 ? members : [rows[count % rows.length]!];
  });

  test('the answer agrees with the document for 60 random combinations', { tag: '@deep' }, async ({ page }) => {
    await page.goto('/stack/');
    const queries = combinations.map((members) => queryOf(members.map(idOf)));
    const shown = await answersFor(page, queries);
    expect(shown.map(readAnswer)).toEqual(combinations.map(expectedAnswer));
    expect(shown.map(({ marks }) => marks)).toEqual(combinations.map((it) => [String(expectedAnswer(it).tier)]));
  });
});

test('a linked combination is answered with its tier, the reasons and switches to copy', async ({ page }) => {
  await page.goto('/stack/?f=aarch64-unknown-linux-gnu&f=memory64&f=simd');
  await expect(page.getByRole('status').first()).toHaveText(
    'Tier 2 — Almost Production Ready, because of aarch64-unknown-linux-gnu and memory64',
  );
  await expect(page.getByText('memory64, for Tier 1: Unstable wasm proposal (listed as missing')).toBeVisible();
  await expect(page.locator('tier-answer pre')).toHaveText([
    'config.wasm_memory64(true);',
    'wasmtime --wasm-features memory64',
  ]);
  await expect(page.getByText('On by default: simd')).toBeVisible();
});

test('list flags are given once, and features that need a Cargo feature are named', async ({ page }) => {
  await page.goto('/stack/?f=memory64&f=threads&f=wasi-nn&f=wasi-crypto&f=component-model&f=dwarf-debugging');
  await expect(page.locator('tier-answer pre').nth(1)).toHaveText(
    'wasmtime --wasi-modules experimental-wasi-nn,experimental-wasi-crypto --wasm-features threads,component-model,memory64 -g',
  );
  await expect(page.getByText('Compiled in by Cargo features: wasi-crypto and component-model.')).toBeVisible();
});

test('an unknown id is shown as text, and the other ids are answered', async ({ page }) => {
  const alerts: string[] = [];
  page.on('dialog', (dialog) => void (alerts.push(dialog.message()), dialog.dismiss()));
  await page.goto(`/stack/?f=simd&f=${encodeURIComponent('<img src=x onerror=alert(1)>')}&f=%F0%28&f=&x=1&f=simd`);
  const status = page.getByRole('status').first();
  await expect(status).toContainText('Tier 1 — Production Ready. Unknown feature: <img src=x onerror=alert(1)>');
  await expect(page.locator('main img')).toHaveCount(0);
  expect(alerts).toEqual([]);
});

test('a choice by keyboard is announced, kept in the address, and undone by Back', async ({ page }) => {
  await page.goto('/stack/');
  const status = page.getByRole('status').first();
  await expect(status).toHaveText('Select what you use to see the result');
  const targets = page.getByRole('group', { name: 'Targets' });
  await targets.getByRole('checkbox', { name: 's390x-unknown-linux-gnu (Tier 2)' }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/\/stack\/\?f=s390x-unknown-linux-gnu$/);
  await expect(status).toHaveText('Tier 2 — Almost Production Ready');
  await page
    .getByRole('group', { name: 'WebAssembly Proposals' })
    .getByRole('checkbox', { name: 'threads (Tier 3)' })
    .focus();
  await page.keyboard.press('Space');
  await expect(status).toHaveText('Tier 3 — Not Production Ready, because of threads');
  await page.goBack();
  await expect(status).toHaveText('Tier 2 — Almost Production Ready');
  await expect(page.getByRole('checkbox', { name: /^threads/ })).not.toBeChecked();
  await page.goForward();
  await expect(page.getByRole('checkbox', { name: /^threads/ })).toBeChecked();
  await page.getByRole('button', { name: 'Clear selection' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/stack\/$/);
  await expect(status).toHaveText('Select what you use to see the result');
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('text at 200 % in a narrow window is not cut off and does not scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 640, height: 900 });
  await page.goto('/stack/?f=wasi-nn&f=simd');
  await page.evaluate(() => void (document.documentElement.style.fontSize = '200%'));
  expect(await cutOff(page)).toEqual([]);
});

test('the answer is copied as Markdown and as a link', { tag: '@chromium' }, async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/stack/?f=x86_64-apple-darwin&f=memory64');
  await page.getByRole('button', { name: 'Copy the result as Markdown' }).click();
  await expect(page.getByText('Copied')).toBeVisible();
  const origin = new URL(page.url()).origin;
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(
    /^\[`x86_64-apple-darwin`\]\(.*\) and \[`memory64`\]\(.*\): \[check this combination\]\(.*\/stack\/\?f=x86_64-apple-darwin&f=memory64\)\.\n\n/,
  );
  expect(copied).toContain(
    `Tier 2 — Almost Production Ready, because of [\`memory64\`](${origin}/features/memory64/)\n\n## Not covered\n`,
  );
  expect(copied).toContain(', guaranteed by “[Complete implementation]');
  expect(copied).toContain('Rust code:\n\n```rust\nconfig.wasm_memory64(true);\n```');
  await page.getByRole('button', { name: 'Copy link' }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
});

test('the text is shown and selected if copying is not allowed', async ({ page }) => {
  await page.addInitScript(() =>
    Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }),
  );
  await page.goto('/stack/?f=simd');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(
    page.getByText('The browser does not allow copying here. The text is selected for you to copy.'),
  ).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString().trim())).toBe(page.url());
});

test.describe('Without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('without scripts, the page has the policy’s sentence and the table of pairs, but no form', async ({ page }) => {
    await page.goto('/stack/?f=simd');
    await expect(page.getByText('all Tier 2 features must be implemented on all Tier 1 targets')).toBeVisible();
    await expect(page.getByRole('table').getByRole('rowheader')).toHaveText([
      /^1Tier 1.*bulk-memory/,
      /^2Tier 2.*memory64/,
      /^3Tier 3.*threads/,
    ]);
    await expect(page.getByRole('button')).toHaveCount(0);
    await expect(page.getByRole('checkbox')).toHaveCount(0);
  });
});

test.describe('For another project', () => {
  test('a removed feature in an old link is shown with the reason and the successor', async ({ page }) => {
    await page.route(/\/stack\//, (route) =>
      route.fulfill({ path: `${siteOf('other')}/stack/index.html`, contentType: 'text/html' }),
    );
    await page.goto('/stack/?f=pine-board&f=port-lamp');
    await expect(page.getByRole('status').first()).toHaveText('In no tier, because pine-board is no longer tracked');
    await expect(
      page.getByText('pine-board is no longer tracked since 1 June 2024: The case rotted. oak-board took its place.'),
    ).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^red-lamp/ })).toBeChecked();
    await page.getByRole('checkbox', { name: 'pine-board (no longer tracked)' }).uncheck();
    await expect(page.getByRole('status').first()).toHaveText('Tier 1 — Kept Lit');
    await expect(page.getByRole('checkbox', { name: /^pine-board/ })).toHaveCount(0);
    await expect(page.locator('tier-answer')).not.toContainText('guaranteed');
  });
});
