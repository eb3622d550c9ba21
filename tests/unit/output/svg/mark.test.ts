import assert from 'node:assert/strict';
import { test } from 'node:test';
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

test('a mark is drawn inside its square at any position', () => {
  assert.deepEqual(
    (['solid', 'half', 'outline'] as const).map((shape) => markSvg({ sign: '2', shape }, 10, 20, 24)),
    [
      '<rect x="11" y="21" width="22" height="22" rx="3.43" fill="#115531" stroke="#115531" stroke-width="2"/><text x="22" y="37.52" text-anchor="middle" font-weight="700" font-size="15.36" fill="#fdfdfb">2</text>',
      '<rect x="11" y="21" width="22" height="22" rx="3.43" fill="none" stroke="#663d00" stroke-width="2"/><path fill="#663d00" d="M14 20h2v24h-2a4 4 0 0 1-4-4V24a4 4 0 0 1 4-4z"/><text x="24.64" y="37.52" text-anchor="middle" font-weight="700" font-size="15.36" fill="#663d00">2</text>',
      '<rect x="11" y="21" width="22" height="22" rx="3.43" fill="none" stroke="#62345f" stroke-width="2" stroke-dasharray="4 2"/><text x="22" y="37.52" text-anchor="middle" font-weight="700" font-size="15.36" fill="#62345f">2</text>',
    ],
  );
});
