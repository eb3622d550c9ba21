import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { Resvg } from '@resvg/resvg-js';
import { cardFont, cardSvg } from '../../../src/output/cards/card-svg.ts';
import { cardFontFiles, cardTextWidth, isDrawn } from '../../../src/site/card-font.ts';
import { drawCard } from '../../../src/site/card-png.ts';
import { emptyFolder } from '../lantern.ts';

const draw = async (title: string, cache: string) =>
  Buffer.from(
    await drawCard(
      {
        site: 'Lantern',
        title,
        status: 'Tier 1 — Kept Lit',
        mark: { sign: '1', shape: 'solid' },
        detail: 'It is lit.',
        foot: 'Lamp',
      },
      cache,
    ),
  );

test('a card is a PNG of 1200 by 630 pixels, with the same bytes for the same words', async (context) => {
  const [first, again, other] = await Promise.all(
    ['red-lamp', 'red-lamp', 'blue-lamp'].map((title) => draw(title, emptyFolder(context))),
  );
  assert.ok(first && again && other);
  assert.equal(first.toString('latin1', 1, 4), 'PNG');
  assert.deepEqual([first.readUInt32BE(16), first.readUInt32BE(20)], [1200, 630]);
  assert.ok(first.equals(again) && !first.equals(other));
});

test('symbols and letters of many scripts are drawn, each in its own shape', async (context) => {
  const cache = emptyFolder(context);
  const missing = '中';
  const characters = [...'≥≤→✓₁½€“”…ŁĐßİčαЖمאԱ×–'];
  assert.deepEqual(
    [...characters, missing].filter((it) => !isDrawn(it)),
    [missing],
  );
  const pictures = await Promise.all([...characters, missing].map((it) => draw(it, cache)));
  assert.equal(new Set(pictures.map((it) => it.toString('base64'))).size, characters.length + 1);
  const [one, two] = await Promise.all([draw(missing, cache), draw('文', cache)]);
  assert.ok(one?.equals(two ?? one), 'a box stands for every missing character');
});

test('every text fits on the card, at any length and in any script', () => {
  const endless = [
    'Word ',
    'WM',
    '灯',
    'ﷺ',
    '⸻',
    'مصباح ',
    'שלום',
    'e\u0301\u0323',
    'm\u200b',
    'A_-',
    'ffi',
    ' ',
    '< &',
  ];
  const font = { loadSystemFonts: false, fontFiles: cardFontFiles, defaultFontFamily: cardFont };
  for (const title of ['a', ...endless.flatMap((it) => [it.repeat(9), it.repeat(20_000)])]) {
    const texts = { site: title, title: title, status: title, detail: title, foot: title };
    const svg = cardSvg({ ...texts, mark: { sign: '1', shape: 'solid' } }, cardTextWidth);
    const { x, y, width, height } =
      new Resvg(svg.replace(/<rect[^>]* height="(?:630|12)"[^>]*>/g, ''), { font }).getBBox() ?? assert.fail(title);
    assert.ok(
      x > 60 && y > 60 && x + width < 1140 && y + height < 610,
      `${title.slice(0, 9)} ${x} ${y} ${width} ${height}`,
    );
  }
});

test('an undamaged cache entry is used', async (context) => {
  const cache = emptyFolder(context);
  await draw('red-lamp', cache);
  const [key = ''] = readdirSync(cache);
  const other = Buffer.from('another picture');
  const hash = createHash('sha256').update(key).update(other).digest();
  writeFileSync(join(cache, key), Buffer.concat([hash, other]));
  assert.ok((await draw('red-lamp', cache)).equals(other));
});

test('a damaged cache entry is detected and replaced', async (context) => {
  const cache = emptyFolder(context);
  const path = (name: string) => join(cache, name);
  const [card, other] = [await draw('red-lamp', cache), await draw('blue-lamp', emptyFolder(context))];
  const [entry = ''] = readdirSync(cache);
  const whole = readFileSync(path(entry));
  await draw('blue-lamp', cache);
  const ofAnother = readFileSync(path(readdirSync(cache).find((name) => name !== entry) ?? ''));
  const damages: Record<string, () => void> = {
    emptied: () => truncateSync(path(entry)),
    halved: () => truncateSync(path(entry), whole.length >> 1),
    lengthened: () => writeFileSync(path(entry), Buffer.concat([whole, whole])),
    'one bit': () => writeFileSync(path(entry), whole.with(-100, (whole.at(-100) ?? 0) ^ 1)),
    'the picture of another card': () => writeFileSync(path(entry), ofAnother),
    'another picture below the hash': () => writeFileSync(path(entry), Buffer.concat([whole.subarray(0, 32), other])),
    'a link to nothing': () => symlinkSync('nowhere', path(entry)),
    'a link to what never ends': () => symlinkSync('/dev/zero', path(entry)),
    'a pipe': () => execFileSync('mkfifo', [path(entry)]),
  };
  for (const [name, damage] of Object.entries(damages)) {
    if (/link|pipe/.test(name)) rmSync(path(entry));
    damage();
    assert.ok((await draw('red-lamp', cache)).equals(card), name);
    assert.ok(readFileSync(path(entry)).equals(whole), `${name}: replaced`);
  }
  rmSync(path(entry));
  mkdirSync(path(entry));
  assert.ok((await draw('red-lamp', cache)).equals(card), 'a folder in its place');
  assert.equal(readdirSync(cache).length, 2, 'nothing is left behind');
});

test('a card is drawn even if the cache is not a writable folder', async (context) => {
  const card = await draw('red-lamp', emptyFolder(context));
  const file = join(emptyFolder(context), 'file');
  writeFileSync(file, '');
  for (const cache of [file, join(file, 'below'), '\0']) assert.ok((await draw('red-lamp', cache)).equals(card), cache);
});
