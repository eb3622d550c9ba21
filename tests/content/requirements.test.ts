// The matrix of features and requirements, and each requirement's page, are what the source document says.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Element } from 'hast';
import { appliesTo, bulletNamed, bullets, idOf, plain, rows, standing } from './expected.ts';
import { all, blocksOf, has, one, readPage, tag, textOf } from './html.ts';

const mainOf = (path: string) => one(readPage(`${path}index.html`), tag('main'), 'main');
const linkIn = (element: Element) => one(element, tag('a'), 'link');
const target = (link: Element) => String(link.properties['href']).slice(1);
const bulletBehind = (path: string) => {
  const words = blocksOf(one(mainOf(path), tag('blockquote'), 'quotation'));
  return bullets.find(({ blocks }) => blocks.join('\n') === words.join('\n'));
};

describe('the matrix', () => {
  const table = one(mainOf('requirements/'), tag('table'), 'table');
  const [, head] = all(one(table, tag('thead'), 'head'), tag('tr'));
  const columns = all(head ?? table, tag('th')).slice(1);
  const body = all(table, tag('tbody'))
    .flatMap((group) => all(group, tag('tr')))
    .filter(has('id'));
  const cells = (row: Element) => all(row, tag('td'));

  test('has a row for each feature, in the tables’ order, below its tier', () => {
    const found = all(table, tag('tbody')).flatMap((group) => {
      const [tier, ...features] = all(group, tag('tr'));
      return features.map((row) => [Number(/^Tier (\d+)/.exec(textOf(tier ?? row))?.[1]), row.properties['id']]);
    });
    assert.deepEqual(
      found,
      rows.map((row) => [row.tier, idOf(row)]),
    );
  });

  test('has a column for each requirement, below its tier, and one for what no requirement says', () => {
    const behind = columns.slice(0, -1).map((it) => bulletBehind(target(linkIn(it))));
    assert.deepEqual(behind, bullets);
    assert.equal(textOf(columns.at(-1) ?? table), 'Not written down');
    const groups = all(one(table, tag('thead'), 'head'), (it) => it.properties['scope'] === 'colgroup');
    assert.deepEqual(
      groups.map((it) => [textOf(it), it.properties['colSpan']]),
      [3, 2, 1].map((tier) => [`Tier ${tier} asks for`, 5]),
    );
  });

  for (const [index, row] of rows.entries()) {
    test(`says of ${row.name} how each of the ${bullets.length} requirements stands`, () => {
      const found = cells(body[index] ?? table).map(textOf);
      for (const [at, bullet] of bullets.entries()) {
        const expected = standing(row, bullet);
        assert.ok(
          found[at]?.startsWith(expected),
          `${bullet.blocks[0]}: "${found[at]}" does not start with "${expected}"`,
        );
      }
      const unwritten = row.missing.filter((as) => !bulletNamed(as));
      assert.equal(found.at(-1), unwritten.length > 0 ? `missing: “${unwritten.join(', ')}”` : '');
    });
  }

  test('explains each cell by its own words, its column’s label and a sign of its kind, and leads on from what is missing', () => {
    for (const [at, cell] of body.flatMap((row) => cells(row).slice(0, -1)).entries()) {
      assert.ok(cell.properties['dataStanding']);
      assert.equal(cell.properties['title'], textOf(cell));
      assert.equal(cell.properties['dataLabel'], textOf(columns[at % bullets.length] ?? table));
      assert.equal(all(cell, tag('a')).length, cell.properties['dataStanding'] === 'missing' ? 1 : 0);
    }
  });
});

describe('each requirement’s page', () => {
  const paths = all(one(mainOf('requirements/'), tag('thead'), 'head'), tag('a')).map(target);

  for (const path of paths) {
    test(`${path}: its words, its tier, to what it applies and who lacks it`, () => {
      const main = mainOf(path);
      const bullet = bulletBehind(path);
      assert.ok(bullet);
      assert.match(textOf(main), new RegExp(`A requirement of Tier ${bullet.tier} — `));
      const kinds = new Set(rows.filter((row) => appliesTo(bullet, row)).map(({ category }) => category));
      const applies = all(main, tag('section')).find((it) => textOf(it).startsWith('What it applies to'));
      assert.equal(
        textOf(applies ?? main).slice('What it applies to'.length),
        kinds.size === 4 ? 'Every category.' : `${[...kinds].join()}s`,
      );
      const lacking = all(main, tag('section')).find((it) => textOf(it).startsWith('Who lacks it'));
      const expected = rows.flatMap((row) =>
        row.missing.filter((as) => bulletNamed(as) === bullet).map((as) => `${plain(row.name)}: “${plain(as)}”`),
      );
      assert.deepEqual(all(lacking ?? main, tag('li')).map(textOf), expected);
      if (expected.length === 0) assert.match(textOf(lacking ?? main), /No feature is listed as lacking it\./);
    });
  }

  test('what one could do about CI testing: five features would come closer to Tier 2', () => {
    assert.match(
      textOf(mainOf('requirements/ci-testing/')),
      /brings that one closer to Tier 2\. There are 5 features:/,
    );
  });
});
