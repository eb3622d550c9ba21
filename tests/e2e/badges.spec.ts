// Badges as a browser draws them, each opened on its own.
import { expect, test } from '@playwright/test';

const ids = ['simd', 'memory64', 'aarch64-unknown-linux-gnu', 'wasi_snapshot_preview1', 'non-wasmtime-cranelift-usage'];

test('a badge shows its whole text at almost the natural width of the text', async ({ page }) => {
  for (const id of ids) {
    await page.goto(`/badges/${id}.svg`);
    const { width, texts } = await page.evaluate(() => {
      const svg = document.documentElement as unknown as SVGSVGElement;
      const measured = [...svg.querySelectorAll<SVGTextElement>('text[textLength]')].map((text) => {
        const [setWidth, { x, width }] = [text.textLength.baseVal.value, text.getBBox()];
        text.removeAttribute('textLength');
        return { setWidth, naturalWidth: text.getComputedTextLength(), end: x + width };
      });
      return { width: svg.width.baseVal.value, texts: measured };
    });
    expect(texts).toHaveLength(2);
    for (const { setWidth, naturalWidth, end } of texts) {
      expect(end).toBeLessThan(width);
      expect(setWidth / naturalWidth).toBeGreaterThan(0.85);
      expect(setWidth / naturalWidth).toBeLessThan(1.25);
    }
  }
});

test('a feature’s page shows its badge at its natural size', async ({ page }) => {
  await page.goto('/features/aarch64-unknown-linux-gnu/');
  await page.locator('#cite > summary').click();
  const picture = page.getByRole('img', { name: 'tier of support' });
  await picture.scrollIntoViewIfNeeded();
  await expect
    .poll(() => picture.evaluate((it: HTMLImageElement) => [it.naturalWidth, it.naturalHeight]))
    .toEqual(await picture.evaluate((it: HTMLImageElement) => [it.width, it.height]));
});
