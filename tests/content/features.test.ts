// Each feature's page answers "can I rely on it?" as the source document does.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Element } from 'hast';
import { bulletNamed, expectedOf, idOf, plain, rows } from './expected.ts';
import { all, blocksOf, one, readPage, tag, textOf } from './html.ts';
import type { Bullet } from './source-document.ts';

const mainOf = (path: string) => one(readPage(`${path}index.html`), tag('main'), 'main');
const elements = (root: Element) => root.children.filter((child) => child.type === 'element');

/** The section below the heading with an id; nothing where the page has none. */
function section(main: Element, id: string): Element | undefined {
  const found = all(main, tag('section')).filter((it) => elements(it)[0]?.properties['id'] === id);
  assert.ok(found.length <= 1);
  return found[0];
}

/** The words of the requirement whose page a link leads to. */
function wordsBehind(link: Element): string[] {
  const path = String(link.properties['href']).slice(1);
  assert.match(path, /^requirements\/[a-z-]+\/$/);
  return blocksOf(one(mainOf(path), tag('blockquote'), 'quotation'));
}

/** The linked requirements of a section, by the remark behind each. */
function listed(main: Element, id: string, remark: string): string[] {
  const items = all(section(main, id) ?? main, tag('dd')).filter(
    (it) => textOf(it).slice(textOf(one(it, tag('a'), 'link')).length) === remark,
  );
  return items.map((it) => wordsBehind(one(it, tag('a'), 'link')).join('\n'));
}
const words = (bullets: Bullet[]) => bullets.map(({ blocks }) => blocks.join('\n')).toSorted();

for (const row of rows) {
  describe(`${row.name}, Tier ${row.tier}`, () => {
    const main = mainOf(`features/${idOf(row)}/`);
    const { promised, excepted, unpromised } = expectedOf(row);
    const missing = new Set(row.missing.map(bulletNamed));

    test('its name, its kind and its status lead', () => {
      const [heading, kind, status] = elements(main).map(textOf);
      assert.deepEqual([heading, kind], [plain(row.name), plain(row.category)]);
      assert.match(status ?? '', new RegExp(`^${row.tier}Tier ${row.tier} — .*since \\d+ \\w+ \\d{4}$`));
    });

    test('nothing is drawn before the sentence of its status is there', () => {
      const awaited = all(
        readPage(`features/${idOf(row)}/index.html`),
        (it) => it.tagName === 'link' && String(it.properties['rel']) === 'expect',
      );
      for (const link of awaited) assert.equal(String(link.properties['blocking']), 'render');
      assert.deepEqual(
        awaited.map((it) => it.properties['href']),
        ['#top', `#${String(elements(main)[2]?.properties['id'])}`],
      );
    });

    test(`what its tier promises: ${promised.length} requirements, and ${excepted.length} that it lacks all the same`, () => {
      assert.deepEqual(listed(main, 'promised', '').toSorted(), words(promised));
      assert.deepEqual(listed(main, 'promised', ' — listed as missing').toSorted(), words(excepted));
      assert.equal(all(section(main, 'promised') ?? main, tag('dd')).length, promised.length + excepted.length);
    });

    test(`what its tier does not promise: ${unpromised.length} requirements, with a remark on those listed as missing`, () => {
      assert.deepEqual(listed(main, 'not-promised', '').toSorted(), words(unpromised.filter((it) => !missing.has(it))));
      assert.deepEqual(
        listed(main, 'not-promised', ' — listed as missing').toSorted(),
        words(unpromised.filter((it) => missing.has(it))),
      );
      assert.equal(all(section(main, 'not-promised') ?? main, tag('dd')).length, unpromised.length);
    });

    test(`what is missing for the next tier, in the document's words: ${row.missing.join(', ') || 'nothing'}`, () => {
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
      );
      for (const { as, rest } of parts) {
        const quotations = rest.filter(tag('blockquote'));
        const bullet = bulletNamed(as);
        assert.deepEqual(
          quotations.map((it) => blocksOf(it)),
          bullet ? [bullet.blocks] : [],
        );
        assert.match(
          rest.map(textOf).join(' '),
          bullet ? new RegExp(`name a requirement of Tier ${bullet.tier}, `) : /no written requirement says so/,
        );
      }
    });

    test('who else lacks the same', () => {
      const same = row.missing.map((as) => {
        const lack = (it: string) => bulletNamed(it) ?? it;
        return rows
          .filter((other) => other !== row && other.missing.map(lack).includes(lack(as)))
          .map((other) => plain(other.name));
      });
      const items = section(main, 'others') ? all(section(main, 'others') ?? main, tag('li')) : [];
      assert.deepEqual(
        items.map((it) => textOf(it).replace(/^.*?: /, '')),
        same.map((names) => names.join(', ') || 'no other feature'),
      );
    });

    test('the parts that answer stand in their order', () => {
      const order = [
        'promised',
        'not-promised',
        'missing',
        'waived',
        'note',
        'policy-notes',
        'use',
        'details',
        'evidence',
        'maintainers',
        'history',
        'links',
        'others',
        'cite',
      ];
      const ids = all(main, tag('h2')).map((it) => String(it.properties['id']));
      assert.deepEqual(
        ids,
        order.filter((id) => ids.includes(id)),
      );
      for (const id of ['promised', 'not-promised', 'maintainers', 'history', 'cite']) assert.ok(ids.includes(id), id);
      assert.equal(ids.includes('note'), row.footnote !== undefined);
    });
  });
}

test('security releases are promised in Tier 1 alone', () => {
  for (const row of rows) {
    const main = mainOf(`features/${idOf(row)}/`);
    const links = (id: string) => all(section(main, id) ?? main, tag('a')).map(({ properties }) => properties['href']);
    assert.equal(links('promised').includes('/requirements/security-releases/'), row.tier === 1);
    assert.equal(links('not-promised').includes('/requirements/security-releases/'), row.tier > 1);
  }
});
