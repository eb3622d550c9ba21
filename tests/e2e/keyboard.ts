// Walks through a page with the Tab key.
import type { Page } from '@playwright/test';

/** The result of the walk: the stops in order, the stops that were expected, and each problem. */
export interface Walk {
  stops: string[];
  expected: string[];
  wrong: string[];
}

declare global {
  interface Window {
    walk: { stops: Element[]; wrong: string[]; look: () => void };
  }
}

/** Records at each press what the previous press reached: by then the page has scrolled to it. */
function watch(): void {
  const name = (element: Element): string => element.outerHTML.replace(/\s+/g, ' ').slice(0, 110);
  const look = (): void => {
    const element = document.activeElement;
    if (!element || element === document.body || element === document.documentElement) return;
    const [box] = element.getClientRects();
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    window.walk.stops.push(element);
    if (outlineStyle === 'none' || parseFloat(outlineWidth) < 2)
      window.walk.wrong.push(`nothing shows the focus on ${name(element)}`);
    if (!box) return void window.walk.wrong.push(`the focus is nowhere: ${name(element)}`);
    const { left, right, top, bottom } = box;
    // A browser scrolls to the current line of a text field, not to the whole field.
    const [above, below] = element instanceof HTMLTextAreaElement ? [top - bottom + 24, bottom - top - 24] : [0, 0];
    if (top < above - 1 || left < -1 || right > innerWidth + 1 || bottom > innerHeight + below + 1)
      window.walk.wrong.push(`from ${top} to ${bottom} of ${innerHeight} px: ${name(element)}`);
    for (const part of [0.25, 0.5, 0.75]) {
      const front = document.elementFromPoint((left + right) / 2, top + (bottom - top) * part);
      if (front && !element.contains(front) && !front.contains(element))
        window.walk.wrong.push(`${name(element)} is behind ${name(front)}`);
    }
  };
  window.walk = { stops: [], wrong: [], look };
  addEventListener('keydown', ({ key }) => void (key === 'Tab' && look()), true);
}

/** Presses Tab until the focus leaves the page, or has moved more often than there are stops. */
export async function walkByTab(
  page: Pick<Page, 'evaluate'> & { keyboard: Pick<Page['keyboard'], 'press'> },
): Promise<Walk> {
  await page.evaluate(watch);
  const count = await page.evaluate(() => {
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
    ];
    const reached = (element: HTMLElement): boolean => {
      if (
        element.tabIndex < 0 ||
        element.matches(':disabled, [inert] *') ||
        !element.checkVisibility({ visibilityProperty: true })
      )
        return false;
      if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
      const group = [...document.querySelectorAll<HTMLInputElement>(`input[type=radio][name="${element.name}"]`)];
      return (group.find((it) => it.checked) ?? group[0]) === element;
    };
    const expected = all.filter(reached);
    Object.assign(window.walk, { expected });
    return expected.length;
  });
  for (let press = 0; press <= count; press++) {
    await page.keyboard.press('Tab');
    // Readers press Tab only after the page has shown the result of the last press.
    await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  return page.evaluate(() => {
    const { stops, wrong, expected } = window.walk as Window['walk'] & { expected: Element[] };
    const label = (element: Element): string =>
      `${expected.indexOf(element)}: ${element.outerHTML.replace(/\s+/g, ' ').slice(0, 90)}`;
    return { stops: stops.map(label), expected: expected.map(label), wrong };
  });
}
