// Tasks of readers in Firefox and in WebKitGTK, each in a new session.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { expect } from '@playwright/test';
import { findBrowser, missingMessage } from '../browser.ts';
import { cutOff } from '../e2e/barriers.ts';
import { walkByTab } from '../e2e/keyboard.ts';
import { start, type Browser, type Reader } from '../engines.ts';
import { serve, type Served } from '../serve.ts';
import { siteOf } from '../sites.ts';

const eventually = (work: () => Promise<void>) => expect(work).toPass({ timeout: 10_000 });

/** Navigates from within the page: Puppeteer waits endlessly for a page that Firefox has cached. */
async function navigate(page: Reader, how: (url: string) => void, url = ''): Promise<void> {
  await page.evaluate(() => void Object.assign(window, { isLeft: true }));
  await page.evaluate(how, url);
  await eventually(async () =>
    // Firefox may answer for a document that is still empty.
    assert.equal(
      await page.evaluate(
        () => document.readyState === 'complete' && document.querySelector('body') !== null && !('isLeft' in window),
      ),
      true,
    ),
  );
  // Tab may have moved the focus out of the window.
  await page.bringToFront();
}
const go = (page: Reader, url: string) => navigate(page, (to) => location.assign(to), url);
const reload = (page: Reader) => navigate(page, () => location.reload());
const back = (page: Reader) => page.evaluate(() => history.back());

/** The text of each element that is shown. */
const textsOf = (page: Reader, selector: string): Promise<string[]> =>
  page.evaluate(
    (them) =>
      [...document.querySelectorAll<HTMLElement>(them)]
        .filter((it) => it.checkVisibility())
        .map((it) => it.innerText.replace(/\s+/g, ' ').trim()),
    selector,
  );
const see = (page: Reader, selector: string, ...expected: (string | RegExp)[]) =>
  eventually(async () =>
    expect(await textsOf(page, selector)).toEqual(
      expected.map((it) => (it instanceof RegExp ? expect.stringMatching(it) : it)),
    ),
  );
const isInSight = (page: Reader, selector: string) =>
  eventually(async () => {
    const { top, bottom, height } = await page.evaluate((it) => {
      const { top, bottom } = document.querySelector(it)!.getBoundingClientRect();
      return { top, bottom, height: innerHeight };
    }, selector);
    assert.ok(bottom > 0 && top < height, `${selector} is from ${top} to ${bottom} of ${height} px`);
  });
const isAt = (page: Reader, path: string) =>
  eventually(async () => assert.equal(await page.evaluate(() => location.pathname + location.search), path));
const isTicked = (page: Reader, selector: string, expected: boolean) =>
  eventually(async () =>
    assert.equal(
      await page.evaluate((it) => document.querySelector<HTMLInputElement>(it)!.checked, selector),
      expected,
    ),
  );
const holds = (page: Reader, selector: string, expected: string) =>
  eventually(async () =>
    assert.equal(await page.evaluate((it) => document.querySelector<HTMLInputElement>(it)!.value, selector), expected),
  );
const write = async (page: Reader, selector: string, text: string) => {
  await page.click(selector);
  await page.keyboard.type(text);
};
const column = (page: Reader) => textsOf(page, 'tbody th a');

const search = '[type=search]';
const outcome = 'form output';
const verdict = '[data-verdict]';

/** Tasks by title. Most use the documented site; the replayed site has two years of changes. */
const readers: Record<string, (page: Reader, site: string, replayed: string) => Promise<void>> = {
  'a reader on a phone opens a feature, sees what is not required, cites it and finds its row': async (page, site) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await go(page, `${site}features/memory64/`);
    await see(page, 'h1', 'memory64');
    await see(page, '#status a[href^="/tiers/"]', 'Tier 2 — Almost Production Ready');
    await isInSight(page, '#status time');
    expect(await cutOff(page)).toEqual([]);
    await page.click('[data-standing=open] a[href="/requirements/security-releases/"]');
    await see(page, 'blockquote', /CVEs and security releases will be performed as necessary/);
    await back(page);
    await page.click('#cite > summary');
    await page.click('[label="Copy Markdown link"] button');
    // An automated browser may refuse to write to the clipboard.
    await see(page, '[label="Copy Markdown link"] output', /^Copied$|The text is selected\.$/);
    await go(page, `${site}?q=simd#threads`);
    await isInSight(page, '#threads');
    await see(page, '#threads .why', 'Shown because your link points to it');
    await go(page, `${site}#threads`);
    await page.click('#threads th a');
    await see(page, '#status a[href^="/tiers/"]', 'Tier 3 — Not Production Ready');
    await go(page, `${site}policy/#tier-2---almost-production-ready`);
    await isInSight(page, '#tier-2---almost-production-ready');
  },

  'an embedder filters, sorts and combines features': async (page, site) => {
    await go(page, site);
    await page.click('details:has([name=category]) > summary');
    await page.click('[name=category][value=target]');
    await see(page, outcome, '7 of 20 features: Targets');
    await write(page, search, 'arm64');
    await isAt(page, '/?category=target&q=arm64');
    await see(page, 'tbody th a', 'aarch64-unknown-linux-gnu', 'aarch64-apple-darwin');
    await page.keyboard.press('Escape');
    await see(page, outcome, 'Showing all 20 features');
    const before = await column(page);
    await page.selectOption('select[name=sort]', 'name');
    await isAt(page, '/?sort=name');
    expect(await column(page)).not.toEqual(before);
    await back(page);
    await isAt(page, '/');
    expect(await column(page)).toEqual(before);
    await page.click('#aarch64-unknown-linux-gnu th a');
    await page.click('a[href^="/stack/?"]');
    await see(page, verdict, 'Tier 2 — Almost Production Ready');
    await page.click('[value=simd]');
    await see(page, verdict, 'Tier 2 — Almost Production Ready, because of aarch64-unknown-linux-gnu');
    await page.click('[value=threads]');
    await see(page, verdict, 'Tier 3 — Not Production Ready, because of threads');
    await isAt(page, '/stack/?f=aarch64-unknown-linux-gnu&f=simd&f=threads');
    await back(page);
    await isTicked(page, '[value=threads]', false);
    await see(page, verdict, 'Tier 2 — Almost Production Ready, because of aarch64-unknown-linux-gnu');
  },

  'a maintainer fills in a proposal, leaves, comes back and resets it': async (page, site) => {
    await go(page, `${site}propose/?category=target`);
    await page.selectOption('[data-subject]', '?category=wasi-proposal');
    await isAt(page, '/propose/?category=wasi-proposal');
    await see(page, verdict, 'Your answers support no tier yet. Tier 3: 5 questions left.');
    for (const about of [
      'low-maintenance-overhead',
      'no-known-major-bugs',
      'code-quality',
      'path-to-completion',
      'clear-owner',
    ]) {
      await page.click(`[data-about=${about}] [value=yes]`);
      await write(page, `[data-about=${about}] textarea`, 'See the log.');
    }
    const supported = 'Your answers support Tier 3 — Not Production Ready. Tier 2: 5 questions left.';
    await see(page, verdict, supported);
    await page.click('[data-tier="2"] > summary');
    await page.click('[data-about=ci-testing] [value=no]');
    await write(page, '[data-about=ci-testing] [data-field=as]', 'CI on <b>Mars</b>');
    const lacking = 'Your answers support Tier 3 — Not Production Ready. Tier 2: 1 unmet, 4 questions left.';
    await see(page, verdict, lacking);
    await go(page, site);
    await back(page);
    await see(page, verdict, lacking);
    await reload(page);
    await holds(page, '[data-about=ci-testing] [data-field=as]', 'CI on <b>Mars</b>');
    await see(page, verdict, lacking);
    await page.click('[data-restart]');
    await see(page, verdict, 'Your answers support no tier yet. Tier 3: 5 questions left.');
    await page.click('[data-restart]');
    await see(page, verdict, lacking);
    await go(page, `${site}propose/?category=target`);
    await see(page, verdict, 'Your answers support no tier yet. Tier 3: 5 questions left.');
  },

  ...Object.fromEntries(
    ['', 'features/memory64/', 'stack/?f=simd', 'propose/?feature=dwarf-debugging'].map((path) => [
      `the Tab key reaches every link and control of /${path}`,
      async (page: Reader, site: string) => {
        await page.setViewportSize({ width: 1280, height: 600 });
        await go(page, site + path);
        const { stops, expected, wrong } = await walkByTab(page);
        expect(wrong).toEqual([]);
        expect(stops).toEqual(expected);
      },
    ]),
  ),

  'a keyboard user gets from the first page to a requirement': async (page, site) => {
    await go(page, site);
    const tabTo = async (name: string) => {
      for (let presses = 0; presses < 80; presses++) {
        await page.keyboard.press('Tab');
        if ((await page.evaluate(() => document.activeElement?.textContent?.trim())) === name) return;
      }
      assert.fail(`nothing called ${name} in 80 presses`);
    };
    await tabTo('Skip to the content');
    await page.keyboard.press('Enter');
    await tabTo('simd');
    await page.keyboard.press('Enter');
    await see(page, 'h1', 'simd');
    await tabTo('Security releases');
    await page.keyboard.press('Enter');
    await see(page, 'h1', 'Security releases');
  },

  'a reader with a narrow window or large text sees all text without scrolling sideways': async (page, site) => {
    for (const [width, size] of [
      [320, 100],
      [640, 200],
    ] as const)
      for (const path of [
        '',
        'policy/',
        'features/x86_64-unknown-linux-gnu/',
        'requirements/',
        'changes/',
        'stack/?f=wasi-nn&f=simd',
        'propose/?feature=dwarf-debugging',
        'data/',
      ]) {
        await page.setViewportSize({ width, height: 800 });
        await go(page, site + path);
        await page.evaluate((percent) => void (document.documentElement.style.fontSize = `${percent}%`), size);
        expect(await cutOff(page), `${path}, ${width} px, letters of ${size} %`).toEqual([]);
      }
  },

  'a reader of changes comes back to the same selection, scroll position and theme': async (page, site, replayed) => {
    await go(page, `${replayed}changes/#wasi-crypto-2023-08-08`);
    await isInSight(page, '#wasi-crypto-2023-08-08');
    await page.click('[value=removed]');
    await see(page, 'output', '2 of 67 changes: removed');
    await page.click('[value=demoted]');
    await see(page, 'output', '3 of 67 changes: demoted or removed');
    await page.click('[data-kind=demoted] a');
    await see(page, 'h1', 'Winch on x86_64');
    await back(page);
    await see(page, 'output', '3 of 67 changes: demoted or removed');
    await isTicked(page, '[value=demoted]', true);
    await back(page);
    await see(page, 'output', '2 of 67 changes: removed');
    await isTicked(page, '[value=demoted]', false);
    await go(page, site);
    await write(page, search, 'complete');
    await page.click('details:has([name=tier]) > summary');
    await page.click('[name=tier][value="3"]');
    await isAt(page, '/?tier=3&q=complete');
    const names = await column(page);
    await page.evaluate(() => document.querySelector('#threads th a')!.scrollIntoView({ block: 'center' }));
    const position = await page.evaluate(() => scrollY);
    await page.click('#threads th a');
    await see(page, 'h1', 'threads');
    await page.click('tier-theme [value=dark]');
    await back(page);
    await isAt(page, '/?tier=3&q=complete');
    await holds(page, search, 'complete');
    await isTicked(page, '[name=tier][value="3"]', true);
    expect(await column(page)).toEqual(names);
    await eventually(async () => assert.equal(await page.evaluate(() => scrollY), position));
    await eventually(async () =>
      assert.equal(await page.evaluate(() => document.documentElement.dataset['theme']), 'dark'),
    );
    await back(page);
    await back(page);
    await see(page, outcome, 'Showing all 20 features');
    await holds(page, search, '');
  },
};

async function readWithoutScripts(page: Reader, site: string): Promise<void> {
  await go(page, `${site}?q=simd&tier=1`);
  expect(await column(page)).toHaveLength(20);
  expect(await textsOf(page, 'tier-filter form, main button, tier-theme')).toEqual([]);
  // Puppeteer's click needs scripts of the page.
  await go(page, await page.evaluate(() => document.querySelector<HTMLAnchorElement>('#memory64 th a')!.href));
  await see(page, '#status a[href^="/tiers/"]', 'Tier 2 — Almost Production Ready');
  await go(page, `${site}propose/`);
  expect(await textsOf(page, 'tier-question legend')).toHaveLength(15);
  expect(await textsOf(page, 'main button, main select')).toEqual([]);
  await go(page, `${site}stack/`);
  expect(await textsOf(page, 'main label, main button')).toEqual([]);
}

for (const [name, begin] of Object.entries(start)) {
  const skip = !findBrowser(name as keyof typeof start) && missingMessage(name as keyof typeof start);
  describe(`In ${name}`, { skip }, () => {
    let [browser, documented, replayed]: [Browser?, Served?, Served?] = [];
    before(async () => {
      [documented, replayed] = [await serve(siteOf('documented')), await serve(siteOf('replayed'))];
      browser = await begin();
    });
    after(async () => {
      await browser?.stop();
      for (const site of [documented, replayed]) site?.close();
    });

    async function walkIn(running: Browser | undefined, walk: (typeof readers)[string]): Promise<void> {
      assert.ok(running && documented && replayed);
      const { page, close } = await running.open();
      try {
        await walk(page, documented.url, replayed.url);
      } finally {
        await close();
      }
    }
    for (const [reader, walk] of Object.entries(readers)) test(reader, () => walkIn(browser, walk));
    test('a reader without scripts finds every row and question, and no control without a function', async () => {
      const plain = await begin(false);
      try {
        await walkIn(plain, readWithoutScripts);
      } finally {
        await plain.stop();
      }
    });
  });
}
