// The pictures that stand for a page elsewhere: its badge and its card.
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { Resvg } from '@resvg/resvg-js';
import { idOf, plain, rows } from './expected.ts';
import { dist, metas } from './html.ts';

const site = 'http://127.0.0.1:4321';
const kinds = ['features', 'tiers', 'requirements'];
const pages = kinds
  .flatMap((kind) => globSync(`${dist}/${kind}/*/index.html`))
  .map((path) => path.slice(dist.length + 1));

describe('every feature, tier and requirement has a card', () => {
  test('there are 20, 3 and 15 of them', () => {
    assert.deepEqual(
      kinds.map((kind) => globSync(`${dist}/cards/${kind}/*.png`).length),
      [20, 3, 15],
    );
  });

  for (const path of pages) {
    test(`${path}: 1200 × 630, nothing in its margins, named by its whole address`, () => {
      const found = metas(path);
      const address = String(found['og:image']);
      assert.ok(address.startsWith(`${site}/cards/`));
      assert.deepEqual(
        [found['og:image:width'], found['og:image:height'], found['twitter:card']],
        ['1200', '630', 'summary_large_image'],
      );
      assert.ok(String(found['og:image:alt']).length > 10);
      const png = readFileSync(dist + address.slice(site.length));
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
      const { pixels } = pictureOf(png);
      const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, 1200 * 630);
      const isMargin = (at: number) => at < 40 * 1200 || at >= 610 * 1200 || at % 1200 < 40 || at % 1200 >= 1160;
      assert.ok(colours.every((colour, at) => colour === colours[0] || !isMargin(at)));
      assert.ok(colours.some((colour) => colour !== colours[0]));
    });
  }
});

/** A PNG as it is drawn by itself. */
const pictureOf = (png: Buffer) =>
  new Resvg(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><image href="data:image/png;base64,${png.toString('base64')}"/></svg>`,
  ).render();

describe('every feature has a badge', () => {
  test('there are 20 of them', () => assert.equal(globSync(`${dist}/badges/*.svg`).length, 20));

  for (const row of rows) {
    test(`${idOf(row)}.svg: valid on its own, under 2 KB, with its status and the day of it`, () => {
      const svg = readFileSync(`${dist}/badges/${idOf(row)}.svg`, 'utf8');
      assert.ok(Buffer.byteLength(svg) < 2048);
      // A strict parser throws at what is not XML, and at what is not SVG.
      const picture = new Resvg(svg);
      assert.equal(picture.height, 22);
      const title = /^<svg [^>]*role="img"[^>]*>\n<title>(.*)<\/title>/.exec(svg)?.[1] ?? '';
      assert.match(
        title,
        new RegExp(`^${plain(row.name)} is Tier ${row.tier} in Wasmtime.* \\(since 29 July 2022\\)$`),
      );
      assert.ok(
        svg.includes(`>Tier ${row.tier} since 2022-07-29</text>`) && svg.includes(`>${plain(row.name)}</text>`),
      );
      assert.doesNotMatch(svg, /href|<script|<style|style=/);
    });
  }
});
