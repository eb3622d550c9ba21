// Each feature's page answers "can I rely on it?" as the source document does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from 'hast';
import { bulletNamed, expectedOf, idOf, plain, rows, type Bullet } from './expected.ts';
import { all, blocksOf, one, readPage, tag, textOf } from './html.ts';

const pageOf = (row: (typeof rows)[number]) => readPage(`features/${idOf(row)}/index.html`);
const mainOf = (path: string) => one(readPage(`${path}index.html`), tag('main'), 'main');
const elements = (root: Element) => root.children.filter((child) => child.type === 'element');

/** The section below the heading with an id; nothing where the page has none. */
const section = (main: Element, id: string): Element | undefined =>
  all(main, tag('section')).find((it) => elements(it)[0]?.properties['id'] === id);

/** The linked requirements of a section in the policy's words, by the remark behind each. */
function listed(main: Element, id: string): Record<string, string[]> {
  const items = all(section(main, id) ?? assert.fail(id), tag('dd')).map((item) => {
    const link = one(item, tag('a'), 'link');
    const path = String(link.properties['href']).slice(1);
    assert.match(path, /^requirements\/[a-z-]+\/$/);
    const words = blocksOf(one(mainOf(path), tag('blockquote'), 'quotation')).join('\n');
    return [textOf(item).slice(textOf(link).length), words] as const;
  });
  return Object.fromEntries(
    [...Map.groupBy(items, ([remark]) => remark)].map(([remark, found]) => [remark, found.map(([, it]) => it).sort()]),
  );
}
const words = (remarks: Record<string, Bullet[]>) =>
  Object.fromEntries(
    Object.entries(remarks)
      .filter(([, bullets]) => bullets.length > 0)
      .map(([remark, bullets]) => [remark, bullets.map(({ blocks }) => blocks.join('\n')).sort()]),
  );

test('its name, its kind and its status lead, and nothing is drawn before they are there', () => {
  for (const row of rows) {
    const tree = pageOf(row);
    const [heading, kind, status] = elements(one(tree, tag('main'), 'main'));
    assert.ok(heading && kind && status);
    assert.deepEqual([textOf(heading), textOf(kind)], [plain(row.name), plain(row.category)]);
    assert.match(textOf(status), new RegExp(`^${row.tier}Tier ${row.tier} — .*since \\d+ \\w+ \\d{4}$`));
    const awaited = all(tree, (it) => it.tagName === 'link' && String(it.properties['rel']) === 'expect');
    assert.deepEqual(
      awaited.map(({ properties: { blocking, href } }) => [String(blocking), href]),
      [
        ['render', '#top'],
        ['render', `#${String(status.properties['id'])}`],
      ],
    );
  }
});

test('what its tier promises and what it does not, with a remark on what is listed as missing', () => {
  for (const row of rows) {
    const main = one(pageOf(row), tag('main'), 'main');
    const { promised, excepted, unpromised } = expectedOf(row);
    const missing = new Set(row.missing.map(bulletNamed));
    const lacks = ' — listed as missing';
    assert.deepEqual(listed(main, 'promised'), words({ '': promised, [lacks]: excepted }), row.name);
    if (unpromised.length > 0)
      assert.deepEqual(
        listed(main, 'not-promised'),
        words({ '': unpromised.filter((it) => !missing.has(it)), [lacks]: unpromised.filter((it) => missing.has(it)) }),
        row.name,
      );
    const links = (id: string) => all(section(main, id) ?? main, tag('a')).map(({ properties }) => properties['href']);
    assert.equal(links('promised').includes('/requirements/security-releases/'), row.tier === 1, row.name);
  }
});

test('what is missing for the next tier, in the document’s words, each with the policy’s, and who else lacks it', () => {
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
      assert.deepEqual(rest.filter(tag('blockquote')).map(blocksOf), bullet ? [bullet.blocks] : [], row.name);
      assert.match(
        rest.map(textOf).join(' '),
        bullet ? new RegExp(`name a requirement of Tier ${bullet.tier}, `) : /no written requirement says so/,
      );
    }
    const lack = (it: string) => bulletNamed(it) ?? it;
    const same = row.missing.map((as) =>
      rows
        .filter((other) => other !== row && other.missing.map(lack).includes(lack(as)))
        .map(({ name }) => plain(name)),
    );
    const others = section(main, 'others');
    assert.deepEqual(
      (others ? all(others, tag('li')) : []).map((it) => textOf(it).replace(/^.*?: /, '')),
      same.map((names) => names.join(', ') || 'no other feature'),
      row.name,
    );
  }
});

test('the parts that answer stand in their order', () => {
  const order = ['promised', 'not-promised', 'missing', 'waived', 'note', 'policy-notes', 'use', 'details'].concat([
    'evidence',
    'maintainers',
    'history',
    'links',
    'others',
    'cite',
  ]);
  for (const row of rows) {
    const ids = all(one(pageOf(row), tag('main'), 'main'), tag('h2')).map((it) => String(it.properties['id']));
    assert.deepEqual(
      ids,
      order.filter((id) => ids.includes(id)),
      row.name,
    );
    for (const id of ['promised', 'not-promised', 'maintainers', 'history', 'cite']) assert.ok(ids.includes(id), id);
    assert.equal(ids.includes('note'), row.footnote !== undefined);
  }
});
