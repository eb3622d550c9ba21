import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { badge } from '../../../../src/output/badges/badge.ts';
import { featureOf, lantern } from '../../lantern.ts';

const content = lantern();
const badgeOf = (id: string) => badge(content, featureOf(content, id));
const texts = (svg: string) => [...svg.matchAll(/<text[^>]*>(.*?)<\/text>/g)].map(([, text]) => text);

describe('Text of a badge', () => {
  test('a badge has the name, status and date in its picture and in its title', () => {
    assert.deepEqual(badgeOf('red-lamp'), {
      width: 230,
      height: 22,
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="230" height="22" role="img" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">
<title>red-lamp is Tier 1 in Lantern (since 29 February 2024)</title>
<rect x=".5" y=".5" width="229" height="21" rx="3.5" fill="#fdfdfb" stroke="#77796f"/>
<path fill="#1b1d21" d="M4 0H65V22H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4z"/>
<text x="7" y="15" textLength="51" lengthAdjust="spacingAndGlyphs" fill="#fdfdfb">red-lamp</text>
<rect x="72.58" y="4.58" width="12.83" height="12.83" rx="2" fill="#115531" stroke="#115531" stroke-width="1.17"/><text x="79" y="14.22" text-anchor="middle" font-weight="700" font-size="8.96" fill="#fdfdfb">1</text>
<text x="91" y="15" textLength="132" lengthAdjust="spacingAndGlyphs" fill="#1b1d21">Tier 1 since 2024-02-29</text>
</svg>
`,
    });
  });

  test('a badge has the date of the tier, not of a later entry with the same tier', () => {
    const changed = lantern();
    const feature = featureOf(changed, 'red-lamp');
    feature.history.unshift({ ...feature.history[0], date: '2025-01-01' } as (typeof feature.history)[number]);
    assert.match(badge(changed, feature).svg, /Tier 1 since 2024-02-29/);
  });

  test('the badge of a removed feature says that it is no longer tracked, without a tier or a mark', () => {
    const { svg } = badgeOf('pine-board');
    assert.deepEqual(texts(svg), ['pine-board', 'no longer tracked since 2024-06-01']);
    assert.match(svg, /<\/text>\n<text x="\d+" y="15" [^>]*>no longer tracked since 2024-06-01<\/text>\n<\/svg>\n$/);
    assert.doesNotMatch(svg, /tier \d/i);
  });

  test('XML syntax in a name is escaped', () => {
    const feature = { ...featureOf(content, 'red-lamp'), name: '<lamp> & "co"' };
    assert.ok(texts(badge(content, feature).svg).includes('&lt;lamp&gt; &amp; &quot;co&quot;'));
  });
});

test('each text of a badge has its declared length and stays inside its part of the badge', () => {
  for (const name of ['a', 'x'.repeat(60), 'W-M_'.repeat(12), '灯台の赤いランプ']) {
    const { svg, width, height } = badge(content, { ...featureOf(content, 'fog-signal'), name });
    const runs = [...svg.matchAll(/<text x="([\d.]+)"[^>]*textLength="(\d+)"/g)].map(
      ([, x, length]) => [Number(x), Number(x) + Number(length)] as const,
    );
    const split = Number(/d="M4 0H(\d+)V/.exec(svg)?.[1]);
    assert.equal(runs.length, 2);
    assert.ok((runs[0]?.[1] ?? 0) < split && split < (runs[1]?.[0] ?? 0) && (runs[1]?.[1] ?? 0) < width);
    assert.ok(svg.startsWith(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`));
    assert.ok(Buffer.byteLength(svg) < 2048);
  }
});
