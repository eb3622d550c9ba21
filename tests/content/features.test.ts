// Each feature's page answers "can I rely on it?" as the source document does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { bulletNamed, expectedOf, idOf, kindOf, plain, rows, type Bullet } from './expected.ts';
import { all, htmlBlocks, one, readPage, tag, textOf } from './html.ts';

const pageOf = (row: (typeof rows)[number]) => readPage(`features/${idOf(row)}/index.html`);
const mainOf = (path: string) => one(readPage(`${path}index.html`), tag('main'), 'main');
const elements = (root: Element) => root.children.filter((child) => child.type === 'element');

/** The section below the heading with an id; undefined if the page has none. */
const section = (main: Element, id: string): Element | undefined =>
  all(main, tag('section')).find((it) => elements(it)[0]?.properties['id'] === id);

/** The words of the requirements that a section links to. */
const linked = (main: Element, id: string): string[] =>
  all(section(main, id) ?? assert.fail(id), tag('dd')).map((item) => {
    const path = String(all(item, tag('a'))[0]?.properties['href']).slice(1);
    assert.match(path, /^requirements\/[a-z-]+\/$/);
    return htmlBlocks(one(mainOf(path), tag('blockquote'), 'quotation')).join('\n');
  });
const texts = (bullets: Bullet[]) => bullets.map(({ blocks }) => blocks.join('\n')).sort();

test('a feature’s page begins with category, name and status, and rendering waits for them', () => {
  for (const row of rows) {
    const tree = pageOf(row);
    const main = textOf(one(tree, tag('main'), 'main'));
    assert.ok(main.startsWith(kindOf(row) + plain(row.name)), main.slice(0, 80));
    const panel = textOf(one(tree, ({ properties }) => properties['id'] === 'status', 'panel'));
    assert.match(panel, new RegExp(`${row.tier}Tier ${row.tier} — .*As of 29 July 2022`));
    const awaited = all(tree, (it) => it.tagName === 'link' && String(it.properties['rel']) === 'expect');
    assert.deepEqual(
      awaited.map(({ properties: { blocking, href } }) => [String(blocking), href]),
      ['#top', '#status'].map((href) => ['render', href]),
    );
  }
});

test('a feature’s page lists requirements of its tier and of higher tiers, without those that are missing', () => {
  for (const row of rows) {
    const main = one(pageOf(row), tag('main'), 'main');
    const { required, notRequired } = expectedOf(row);
    const missing = new Set(row.missing.map(bulletNamed));
    assert.deepEqual(linked(main, 'promised').sort(), texts(required), row.name);
    assert.deepEqual(
      linked(main, 'not-promised').sort(),
      texts(notRequired.filter((it) => !missing.has(it))),
      row.name,
    );
    const links = (id: string) => all(section(main, id) ?? main, tag('a')).map(({ properties }) => properties['href']);
    assert.equal(links('promised').includes('/requirements/security-releases/'), row.tier === 1, row.name);
  }
});

test('a feature’s page quotes each missing requirement from the policy and names other features without it', () => {
  for (const row of rows) {
    const main = one(pageOf(row), tag('main'), 'main');
    const found = section(main, 'missing');
    assert.equal(found !== undefined, row.tier > 1);
    const parts: { as: string; rest: Element[] }[] = [];
    for (const child of found ? elements(found).slice(1) : []) {
      if (child.tagName === 'h3') parts.push({ as: textOf(child), rest: [] });
      else parts.at(-1)?.rest.push(child);
    }
    assert.deepEqual(
      parts.map(({ as }) => as),
      row.missing.map(plain),
      row.name,
    );
    for (const { as, rest } of parts) {
      const bullet = bulletNamed(as);
      assert.deepEqual(rest.filter(tag('blockquote')).map(htmlBlocks), bullet ? [bullet.blocks] : [], row.name);
      assert.match(
        rest.map(textOf).join(' '),
        bullet ? new RegExp(`This is a Tier ${bullet.tier} requirement: `) : /the policy has no such requirement/,
      );
    }
    const lack = (it: string) => bulletNamed(it) ?? it;
    const same = row.missing.map((as) =>
      rows
        .filter((other) => other !== row && other.missing.map(lack).includes(lack(as)))
        .map(({ name }) => plain(name)),
    );
    const others = parts.map(
      ({ rest }) => /Other features missing this: (.*)/.exec(rest.map(textOf).join(' '))?.[1] ?? '',
    );
    assert.deepEqual(
      others,
      same.map((names) => names.join(', ')),
      row.name,
    );
  }
});

test('the sections of a feature’s page have a fixed order, which its contents list', () => {
  const order = [
    'missing',
    'waived',
    'note',
    'policy-notes',
    'promised',
    'not-promised',
    'use',
    'details',
    'history',
    'links',
  ].concat(['sources', 'cite']);
  for (const row of rows) {
    const main = one(pageOf(row), tag('main'), 'main');
    const parts = all(main, ({ tagName, properties }) => /^(?:h2|details)$/.test(tagName) && 'id' in properties);
    const ids = parts.map(({ properties }) => String(properties['id']));
    assert.deepEqual(
      ids,
      order.filter((id) => ids.includes(id)),
      row.name,
    );
    const links = all(one(main, tag('nav'), 'contents'), tag('a'));
    assert.deepEqual(
      links.map(({ properties }) => properties['href']),
      ids.map((id) => `#${id}`),
      row.name,
    );
    for (const id of ['promised', 'not-promised', 'history', 'cite']) assert.ok(ids.includes(id), id);
    assert.equal(ids.includes('note'), row.footnote !== undefined);
  }
});
