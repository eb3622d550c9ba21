import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { color } from '../../../../src/output/svg/colors.ts';

/** Contrast by WCAG 2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(a: string, b: string): number {
  const luminance = (hex: string) =>
    [1, 3, 5]
      .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
      .map((it) => (it <= 0.04045 ? it / 12.92 : ((it + 0.055) / 1.055) ** 2.4))
      .reduce((sum, it, at) => sum + it * ([0.2126, 0.7152, 0.0722][at] ?? 0), 0);
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

test('text and marks have a contrast of at least 7 to 1, and edges of at least 3 to 1', () => {
  assert.equal(Math.round(contrast('#000000', '#ffffff')), 21);
  for (const ink of [color.ink, color.soft, color.solid, color.half, color.outline])
    assert.ok(contrast(ink, color.paper) >= 7, ink);
  assert.ok(contrast(color.edge, color.paper) >= 3);
});

test('pictures use the colors of the pages', () => {
  const css = readFileSync('src/styles/colors.css', 'utf8');
  for (const name of ['paper', 'line', 'edge', 'ink', 'soft'] as const)
    assert.ok(css.includes(`--color-${name}: light-dark(${color[name]},`), name);
  const icon = new Set(readFileSync('public/favicon.svg', 'utf8').match(/#[0-9a-f]{6}/g));
  for (const accent of icon) assert.ok(css.includes(`--color-accent: light-dark(${accent},`), accent);
  assert.equal(icon.size, 1);
});
