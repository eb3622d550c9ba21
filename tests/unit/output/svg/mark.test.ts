import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { color } from '../../../../src/output/svg/colors.ts';
import { markSvg } from '../../../../src/output/svg/mark.ts';

test('the shapes of marks differ without color', () => {
  const drawn = (['solid', 'half', 'outline'] as const).map((shape) =>
    markSvg({ sign: '2', shape }, 0, 0, 12).replaceAll(/#\w+/g, ''),
  );
  assert.equal(new Set(drawn).size, 3);
  const [solid, half, outline] = drawn;
  assert.ok(!solid?.includes('fill="none"') && !solid?.includes('dash'));
  assert.match(half ?? '', /<path /);
  assert.match(outline ?? '', /stroke-dasharray/);
  for (const svg of drawn) assert.match(svg, />2<\/text>$/);
});

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

test('a mark is drawn inside its square at any position', () => {
  assert.deepEqual(
    (['solid', 'half', 'outline'] as const).map((shape) => markSvg({ sign: '2', shape }, 10, 20, 24)),
    [
      '<rect x="11" y="21" width="22" height="22" rx="3.43" fill="#115531" stroke="#115531" stroke-width="2"/><text x="22" y="37.52" text-anchor="middle" font-weight="700" font-size="15.36" fill="#fdfdfb">2</text>',
      '<rect x="11" y="21" width="22" height="22" rx="3.43" fill="none" stroke="#663d00" stroke-width="2"/><path fill="#663d00" d="M14 20h2v24h-2a4 4 0 0 1-4-4V24a4 4 0 0 1 4-4z"/><text x="24.64" y="37.52" text-anchor="middle" font-weight="700" font-size="15.36" fill="#663d00">2</text>',
      '<rect x="11" y="21" width="22" height="22" rx="3.43" fill="none" stroke="#653161" stroke-width="2" stroke-dasharray="4 2"/><text x="22" y="37.52" text-anchor="middle" font-weight="700" font-size="15.36" fill="#653161">2</text>',
    ],
  );
});
