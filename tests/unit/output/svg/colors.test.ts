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

/** The sRGB color of oklch(), by the matrices of CSS Color 4: https://www.w3.org/TR/css-color-4/#color-conversion-code */
function hexOfOklch(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [Math.cos, Math.sin].map((it) => chroma * it((hue * Math.PI) / 180)) as [number, number];
  const [l, m, s] = [
    lightness + 0.3963377774 * a + 0.2158037573 * b,
    lightness - 0.1055613458 * a - 0.0638541728 * b,
    lightness - 0.0894841775 * a - 1.291485548 * b,
  ].map((it) => it ** 3) as [number, number, number];
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const bytes = linear
    .map((it) => Math.min(1, Math.max(0, it)))
    .map((it) => Math.round(255 * (it <= 0.0031308 ? 12.92 * it : 1.055 * it ** (1 / 2.4) - 0.055)));
  return `#${bytes.map((it) => it.toString(16).padStart(2, '0')).join('')}`;
}

test('pictures use the colors of the pages', () => {
  const css = readFileSync('src/styles/colors.css', 'utf8');
  for (const name of ['paper', 'line', 'edge', 'ink', 'soft'] as const) {
    const [, inCss] = new RegExp(`--color-${name}: light-dark\\((#\\w+),`).exec(css) ?? [];
    assert.equal(color[name], inCss, `colors.css has another --color-${name} than output/svg/colors.ts`);
  }
  const [, lightness, chroma] = /--tier: light-dark\(oklch\((\S+) (\S+) var\(--hue\)\)/.exec(css) ?? [];
  for (const shape of ['solid', 'half', 'outline'] as const) {
    const [, hue] = new RegExp(`\\.tier-${shape} \\{\\s*--hue: (\\d+);`).exec(css) ?? [];
    const ofPages = hexOfOklch(Number(lightness), Number(chroma), Number(hue));
    assert.equal(color[shape], ofPages, `colors.css has another color for ${shape} than output/svg/colors.ts`);
  }
  const icon = new Set(readFileSync('public/favicon.svg', 'utf8').match(/#[0-9a-f]{6}/g));
  for (const accent of icon) assert.ok(css.includes(`--color-accent: light-dark(${accent},`), accent);
  assert.equal(icon.size, 1);
});
