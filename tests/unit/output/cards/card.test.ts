import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cardSvg, layOut, type Card } from '../../../../src/output/cards/card.ts';
import { markSvg } from '../../../../src/output/svg/mark.ts';
import { textWidth } from '../../../../src/output/svg/text-width.ts';

const card = (words: Partial<Card>): Card => ({
  site: 'Lantern',
  title: 'red-lamp',
  status: 'Tier 1',
  mark: { level: 1, shape: 'solid' },
  detail: 'It is lit.',
  foot: 'Lamp',
  ...words,
});
const texts = (svg: string) =>
  [...svg.matchAll(/<text x="([\d.]+)" y="([\d.]+)" font-size="([\d.]+)"[^>]*>(.*?)<\/text>/g)].map(
    ([, x, y, size, text = '']) => ({ x: Number(x), y: Number(y), size: Number(size), text }),
  );
const titleOf = (title: string) => texts(cardSvg(layOut(card({ title })))).filter(({ size }) => size >= 64);

describe('A title is as large as its length lets it be', () => {
  test('a short one is set large, a longer one smaller, the longest on two lines', () => {
    assert.deepEqual(
      titleOf('simd').map(({ size }) => size),
      [96],
    );
    assert.deepEqual(
      titleOf('aarch64-unknown-linux-gnu').map(({ size }) => size),
      [64],
    );
    assert.deepEqual(
      titleOf('Continuous keeping of lighthouse lamps').map(({ text }) => text),
      ['Continuous keeping of', 'lighthouse lamps'],
    );
  });

  test('each size is the largest that the title fits in', () => {
    const sizes = (count: number) => titleOf('m'.repeat(count)).map(({ size }) => size);
    assert.deepEqual([10, 11, 12, 13, 14, 15, 16, 17].map(sizes), [[96], [88], [80], [80], [72], [64], [64], [64, 64]]);
  });

  test('an identifier breaks after a hyphen, a word only when it has no other place to', () => {
    assert.deepEqual(
      titleOf('riscv64gc-unknown-long-system-linux-gnueabihf').map(({ text }) => text),
      ['riscv64gc-unknown-long-', 'system-linux-gnueabihf'],
    );
    assert.equal(
      titleOf('x'.repeat(40))
        .map(({ text }) => text)
        .join(''),
      'x'.repeat(40),
    );
  });

  test('a space at the end of a line needs no room', () => {
    const [full, other] = [`${'m'.repeat(15)} ${'m'.repeat(15)}iiiii`, 'm'.repeat(37)];
    const [, , , ...rest] = layOut(card({ detail: `${full} x`, foot: `${other} mm` })).lines.map(({ words }) => words);
    assert.deepEqual(rest, [full, 'x', `${other}…`]);
  });

  test('what fits on no two lines ends in an ellipsis', () => {
    const line = 'word word word word word';
    assert.deepEqual(
      titleOf('word '.repeat(40)).map(({ text }) => text),
      [line, `${line} w…`],
    );
  });
});

test('nothing on a card stands out of it, or below its foot, however long its words are', () => {
  for (const words of ['a', 'Word '.repeat(60), 'WM'.repeat(200), '灯'.repeat(90)]) {
    const lines = texts(cardSvg(layOut(card({ title: words, status: words, detail: words, foot: words }))));
    for (const { x, y, size, text } of lines) {
      assert.ok(x + textWidth(text, size) <= 1200 - 36, text);
      assert.ok(y <= 600);
    }
    const detail = lines.filter(({ size }) => size === 34);
    assert.ok(
      detail.every(({ y }) => y < 540),
      JSON.stringify(detail),
    );
  }
});

describe('Everything on a card has its place', () => {
  const line = (words: string, x: number, y: number, size: number, tone: 'ink' | 'soft', bold = false) => ({
    words,
    x,
    y,
    size,
    tone,
    bold,
  });
  const rule = { x: 72, y: 541, width: 1056, height: 2 };

  test('below a title of one line, beside a mark', () => {
    assert.deepEqual(layOut(card({})), {
      lines: [
        line('Lantern', 72, 108, 32, 'soft'),
        line('red-lamp', 72, 264, 96, 'ink', true),
        line('Tier 1', 156, 372, 44, 'ink', true),
        line('It is lit.', 72, 448, 34, 'ink'),
        line('Lamp', 72, 588, 28, 'soft'),
      ],
      mark: { mark: { level: 1, shape: 'solid' }, x: 72, y: 324, size: 64 },
      rule,
    });
  });

  test('below a title of two lines, without a mark, each text on its lines', () => {
    const long = {
      title: 'Continuous keeping of lighthouse lamps',
      status: 'x'.repeat(60),
      detail: 'one two three four five six seven '.repeat(5),
      foot: 'foot '.repeat(60),
    };
    assert.deepEqual(layOut(card({ ...long, mark: undefined })), {
      lines: [
        line('Lantern', 72, 108, 32, 'soft'),
        line('Continuous keeping of', 72, 204, 64, 'ink', true),
        line('lighthouse lamps', 72, 284, 64, 'ink', true),
        line(long.status, 72, 368, 28, 'ink', true),
        line('one two three four five six seven one two three four five six', 72, 444, 34, 'ink'),
        line('seven one two three four five six seven one two three four fiv…', 72, 486.5, 34, 'ink'),
        line(
          'foot foot foot foot foot foot foot foot foot foot foot foot foot foot foot foot fo…',
          72,
          588,
          28,
          'soft',
        ),
      ],
      mark: undefined,
      rule,
    });
    assert.equal(layOut(card(long)).lines[3]?.size, 26);
  });

  test('as SVG', () => {
    const text = (x: number, y: number, size: number, bold: string, words: string) =>
      `<text x="${x}" y="${y}" font-size="${size}"${bold}>${words}</text>`;
    const [soft, ink, heavy] = [' fill="#494c53"', ' fill="#1b1d21"', ' font-weight="700" fill="#1b1d21"'];
    assert.equal(
      cardSvg(layOut(card({ mark: undefined }))),
      [
        '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630" font-family="Noto Sans"><rect width="1200" height="630" fill="#fdfdfb"/>',
        text(72, 108, 32, soft, 'Lantern'),
        text(72, 264, 96, heavy, 'red-lamp'),
        text(72, 372, 44, heavy, 'Tier 1'),
        text(72, 448, 34, ink, 'It is lit.'),
        text(72, 588, 28, soft, 'Lamp'),
        '<path d="M72 541h1056v2h-1056z" fill="#d5d5cc"/></svg>',
      ].join(''),
    );
    const mark = markSvg({ level: 1, shape: 'solid' }, 72, 324, 64);
    assert.ok(
      cardSvg(layOut(card({}))).endsWith(`>Lamp</text>${mark}<path d="M72 541h1056v2h-1056z" fill="#d5d5cc"/></svg>`),
    );
  });
});

test('words of XML are words', () => {
  assert.match(cardSvg(layOut(card({ title: 'a < b & c' }))), />a &lt; b &amp; c</);
});
