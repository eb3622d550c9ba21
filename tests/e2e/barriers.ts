// Finds accessibility barriers on a page in its current state. Each barrier is one line.
import type { Page } from '@playwright/test';
import axe from 'axe-core';

const rules = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice'],
  // Axe leaves this rule out unless it is asked for.
  rules: { 'target-size': { enabled: true } },
  resultTypes: ['violations' as const],
};

/** The violations that axe finds, including contrast of level AAA. Axe is loaded once, since no page has frames. */
export async function axeFindings(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate((options) => axe.run(document, options), rules);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}

/** Text that is outside the viewport or cut off by its box. Text that is hidden on purpose does not count. */
export const cutOff = (page: Pick<Page, 'evaluate'>): Promise<string[]> =>
  page.evaluate(() => {
    const isUnseen = (element: Element): boolean => {
      for (let it: Element | null = element; it; it = it.parentElement) {
        const { clipPath, overflowX, position } = getComputedStyle(it);
        if (clipPath !== 'none' || (position === 'absolute' && it.clientWidth <= 1)) return true;
        // A sign fills its box, and its text overflows invisibly, for screen readers.
        if (overflowX === 'hidden' && it.matches('[data-standing], [data-standing] *')) return true;
      }
      return !element.checkVisibility({ visibilityProperty: true });
    };
    const found =
      document.documentElement.scrollWidth > innerWidth
        ? [`the page is ${document.documentElement.scrollWidth} px wide`]
        : [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { currentNode: node } = walker;
      const element = node.parentElement!;
      const text = node.textContent!.trim();
      if (text === '' || isUnseen(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { left, right } of range.getClientRects()) {
        if (left < -1 || right > innerWidth + 1) found.push(`“${text}” is from ${left} to ${right}`);
      }
      for (let it: Element | null = element; it && it !== document.body; it = it.parentElement) {
        const cuts =
          /hidden|clip/.test(getComputedStyle(it).overflowX) &&
          it.clientWidth > 0 &&
          it.scrollWidth > it.clientWidth + 1;
        if (cuts) found.push(`“${text}” is cut off`);
      }
    }
    return [...new Set(found)];
  });

/** A reader's settings for text: twice as large, or with the spacing of WCAG's criterion 1.4.12. */
export const largerText = {
  'letters twice as large': ':root { font-size: 200% !important }',
  'letters, words and lines apart':
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-block-end: 2em !important }',
};

/** Replaces the reader's own style sheet of a page. */
export const restyle = (page: Pick<Page, 'evaluate'>, style: string): Promise<void> =>
  page.evaluate((rules) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules);
    document.adoptedStyleSheets = [sheet];
  }, style);

/** Targets of less than 24 px, except links within a sentence and controls inside a label that is large enough. */
export const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const inSentence = (element: Element): boolean => {
      if (getComputedStyle(element).display !== 'inline') return false;
      let block: Element = element;
      while (getComputedStyle(block).display === 'inline' && block.parentElement) block = block.parentElement;
      return block.textContent.trim() !== element.textContent.trim();
    };
    return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')].flatMap(
      (element) => {
        if (
          !element.checkVisibility({ visibilityProperty: true }) ||
          element.matches('.sr-only:not(:focus)') ||
          inSentence(element)
        )
          return [];
        const { width, height } = (element.closest('label') ?? element).getBoundingClientRect();
        return width < 23.99 || height < 23.99
          ? [`${Math.round(width * 10) / 10} × ${Math.round(height * 10) / 10}: ${element.outerHTML.slice(0, 120)}`]
          : [];
      },
    );
  });

/** Elements with an animation, a transition or smooth scrolling. */
export const movingElements = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const moves = [document.documentElement, ...document.querySelectorAll('body *')].filter((element) => {
      const { animationName, scrollBehavior, transitionDuration } = getComputedStyle(element);
      return animationName !== 'none' || scrollBehavior !== 'auto' || /[1-9]/.test(transitionDuration);
    });
    return [
      ...moves.map((it) => it.outerHTML.slice(0, 80)),
      ...document.getAnimations().map(({ playState }) => playState),
    ];
  });

/** The share of the height that sticky elements cover at every scroll position. */
export const coveredShare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const stuck = [...document.querySelectorAll('body *')].filter(
      (it) => /sticky|fixed/.test(getComputedStyle(it).position) && it.checkVisibility(),
    );
    return Math.max(0, ...stuck.map((it) => it.getBoundingClientRect().height)) / innerHeight;
  });
