// What a shared link brings along: description, data, card, badge and the texts to cite.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bullets, idOf, plain, rows } from './expected.ts';
import { all, codeOf, documentedSite, filesOf, metas, one, readPage, tag, textOf } from './html.ts';

const site = 'http://127.0.0.1:4321';
const pages = ['features', 'tiers', 'requirements'].flatMap((kind) => filesOf(documentedSite, `${kind}/*/index.html`));

test('the description of a feature’s page gives its status and its missing requirements', () => {
  for (const row of rows) {
    const found = metas(`features/${idOf(row)}/index.html`);
    const lacks = row.missing.length > 0 ? `; missing: ${row.missing.join(', ')}` : '';
    for (const name of ['description', 'og:description', 'og:image:alt'])
      assert.equal(found[name], `${plain(row.name)} is Tier ${row.tier} in Wasmtime${lacks}`);
  }
});

test('the citation box has the address, a Markdown link, a feature’s badge and a permanent link', () => {
  const lines = (path: string) =>
    all(readPage(`${path}index.html`), tag('tier-copy')).map((it) => textOf(one(it, tag('code'), 'text')));
  assert.deepEqual(lines('features/memory64/').slice(-4), [
    `${site}/features/memory64/`,
    `[memory64: Tier 2](${site}/features/memory64/)`,
    `[![memory64: tier of support in Wasmtime](${site}/badges/memory64.svg)](${site}/features/memory64/)`,
    `${site}/snapshots/2022-07-29/#memory64`,
  ]);
  assert.deepEqual(lines('requirements/clear-owner/'), [
    `${site}/requirements/clear-owner/`,
    `[Clear owner: a requirement of Tier 3](${site}/requirements/clear-owner/)`,
    `${site}/snapshots/2022-07-29/`,
  ]);
  const snapshot = all(readPage('snapshots/2022-07-29/index.html'), tag('tr')).map(({ properties: { id } }) => id);
  for (const row of rows) {
    assert.ok(
      lines(`features/${idOf(row)}/`)
        .at(-1)
        ?.endsWith(`#${idOf(row)}`),
    );
    assert.ok(snapshot.includes(idOf(row)));
  }
});

test('pages of features, tiers and requirements link to JSON and Markdown and have schema.org data', () => {
  const json: Record<string, string> = { tiers: 'tiers.json', requirements: 'requirements.json' };
  for (const path of pages) {
    const tree = readPage(path);
    const alternates = new Map(
      all(tree, ({ properties }) => String(properties['rel']) === 'alternate').map(({ properties }) => [
        properties['type'],
        properties['href'],
      ]),
    );
    const [kind = '', id] = path.split('/');
    assert.equal(alternates.get('application/json'), `/api/v1/${json[kind] ?? `features/${id}.json`}`);
    assert.equal(alternates.get('text/markdown'), `/${path.replace('.html', '.md')}`);
    const script = one(tree, ({ properties }) => properties['type'] === 'application/ld+json', 'data');
    const data = JSON.parse(codeOf(script)) as Record<string, unknown>;
    assert.deepEqual(
      [data['@context'], data['@type'], data['url'], data['image']],
      ['https://schema.org', 'WebPage', `${site}/${path.replace('index.html', '')}`, metas(path)['og:image']],
    );
    if (kind === 'features')
      assert.deepEqual([data['description'], data['dateModified']], [metas(path)['description'], '2022-07-29']);
  }
});

test('every shared page has its own card of 1200 × 630 pixels, and there are no other cards', () => {
  const drawn = new Set<string>();
  const whole = ['index.html', 'policy/index.html', 'stack/index.html'];
  const cards = [...whole, ...pages].map((path) => {
    const found = metas(path);
    const address = String(found['og:image']);
    assert.ok(address.startsWith(`${site}/cards/`));
    const sizeAndKind = ['og:image:width', 'og:image:height', 'twitter:card'].map((name) => found[name]);
    assert.deepEqual(sizeAndKind, ['1200', '630', 'summary_large_image']);
    const png = readFileSync(documentedSite + address.slice(site.length));
    assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1200, 630]);
    drawn.add(png.toString('latin1'));
    return address.slice(site.length + 1);
  });
  assert.deepEqual([cards.length, drawn.size], Array(2).fill(3 + rows.length + 3 + bullets.length));
  assert.deepEqual(cards.sort(), filesOf(documentedSite, 'cards/**'));
});

test('every feature has a self-contained badge below 2 KB with its status and date', () => {
  for (const row of rows) {
    const svg = readFileSync(`${documentedSite}/badges/${idOf(row)}.svg`, 'utf8');
    assert.ok(Buffer.byteLength(svg) < 2048);
    const title = /^<svg [^>]*role="img"[^>]*>\n<title>(.*)<\/title>/.exec(svg)?.[1] ?? '';
    assert.match(title, new RegExp(`^${plain(row.name)} is Tier ${row.tier} in Wasmtime.* \\(since 29 July 2022\\)$`));
    for (const text of [`Tier ${row.tier} since 2022-07-29`, plain(row.name)])
      assert.ok(svg.includes(`>${text}</text>`));
    assert.doesNotMatch(svg, /href|<script|<style|style=/);
  }
  assert.equal(filesOf(documentedSite, 'badges/*').length, rows.length);
});
