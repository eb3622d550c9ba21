// The matrix, the page of each requirement, the checklist and the table of pairs match the source document.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Element } from 'hast';
import { appliesTo, bulletNamed, bullets, idOf, isPairCovered, isTarget, plain, rows, cellText } from './expected.ts';
import { all, has, htmlBlocks, one, readPage, tag, textOf } from './html.ts';

const mainOf = (path: string) => one(readPage(`${path}index.html`), tag('main'), 'main');
const bulletBehind = (path: string) => {
  const quoted = htmlBlocks(one(mainOf(path), tag('blockquote'), 'quotation'));
  return bullets.find(({ blocks }) => blocks.join('\n') === quoted.join('\n'));
};

describe('The matrix', () => {
  const table = one(mainOf('requirements/'), tag('table'), 'table');
  const head = one(table, tag('thead'), 'head');
  const columns = all(all(head, tag('tr'))[1] ?? assert.fail(), tag('th')).slice(1);
  const groups = all(table, tag('tbody')).map((group) => all(group, tag('tr')));
  const body = groups.flatMap((group) => group.filter(has('id')));
  const cells = (row: Element) => all(row, tag('td'));

  test('the matrix has a row for each feature, in the order of the tables, below its tier', () => {
    const found = groups.flatMap(([tier, ...features]) =>
      features.map((row) => [Number(/Tier (\d+)/.exec(textOf(tier ?? row))?.[1]), row.properties['id']]),
    );
    assert.deepEqual(
      found,
      rows.map((row) => [row.tier, idOf(row)]),
    );
  });

  test('the matrix has a column for each requirement, below its tier, and one for gaps outside the policy', () => {
    const links = columns.slice(0, -1).map((it) => String(one(it, tag('a'), 'link').properties['href']).slice(1));
    assert.deepEqual(links.map(bulletBehind), bullets);
    assert.equal(textOf(columns.at(-1) ?? table), 'Not in the policy');
    assert.deepEqual(
      all(head, (it) => it.properties['scope'] === 'colgroup').map((it) => [textOf(it), it.properties['colSpan']]),
      [3, 2, 1].map((tier) => [`${tier} Required by Tier ${tier}`, 5]),
    );
  });

  test('a matrix cell gives the standing of a requirement in words, and has a link if it is unmet or disputed', () => {
    for (const [index, row] of rows.entries()) {
      const found = cells(body[index] ?? table);
      for (const [at, bullet] of bullets.entries()) {
        const cell = found[at] ?? assert.fail();
        const [{ dataStanding, title, dataLabel }, expected] = [cell.properties, cellText(row, bullet)];
        assert.match(textOf(cell), expected, `${row.name}, ${bullet.id}`);
        assert.deepEqual([title, dataLabel], [textOf(cell), textOf(columns[at] ?? table)]);
        assert.equal(all(cell, tag('a')).length, /^(?:missing|disputed)$/.test(String(dataStanding)) ? 1 : 0);
      }
      const unwritten = row.missing.filter((as) => !bulletNamed(as));
      const gaps = unwritten.length > 0 ? `unmet: “${unwritten.join(', ')}”` : '';
      assert.equal(textOf(found.at(-1) ?? table), gaps, row.name);
    }
  });
});

test('a requirement’s page has its words, its tier, its categories and the features that lack it', () => {
  for (const bullet of bullets) {
    const path = `requirements/${bullet.id}/`;
    const main = mainOf(path);
    const section = (heading: string) => all(main, tag('section')).find((it) => textOf(it).startsWith(heading)) ?? main;
    assert.equal(bulletBehind(path), bullet);
    assert.match(textOf(main), new RegExp(`Required by Tier ${bullet.tier} — `));
    const kinds = new Set(rows.filter((row) => appliesTo(bullet, row)).map(({ category }) => category));
    assert.equal(
      textOf(section('What it applies to')).slice('What it applies to'.length),
      kinds.size === 4 ? 'Every category.' : `${[...kinds].join()}s`,
    );
    const expected = rows.flatMap((row) =>
      row.missing.filter((as) => bulletNamed(as) === bullet).map((as) => `${plain(row.name)}: “${plain(as)}”`),
    );
    const lacking = section('Features missing this requirement');
    assert.deepEqual(all(lacking, tag('li')).map(textOf), expected, path);
    if (expected.length === 0) assert.match(textOf(lacking), /No feature is listed as missing this requirement\./);
  }
  const closer = /Meeting it would move these 5 features closer to Tier 2:/;
  assert.match(textOf(mainOf('requirements/ci-testing/')), closer);
});

test('the checklist has every requirement of the document by tier, from the lowest tier', () => {
  const sections = all(mainOf('propose/'), has('dataTier')).map((section) => all(section, tag('h3')).map(textOf));
  assert.deepEqual(
    sections,
    [3, 2, 1].map((tier) => bullets.filter((it) => it.tier === tier).map(({ title }) => title)),
  );
});

test('the table of pairs agrees with the document for each pair of a target and another feature', () => {
  const [head, ...body] = all(one(mainOf('stack/'), tag('table'), 'table'), tag('tr'));
  const namesIn = (cell: Element) => all(cell, tag('a')).map(textOf);
  const columns = all(head ?? assert.fail(), tag('th'))
    .slice(1)
    .map(namesIn);
  const shown = body.flatMap((row) =>
    all(row, tag('td')).flatMap((cell, index) =>
      (columns[index] ?? []).flatMap((target) => namesIn(row).map((name) => `${name} on ${target}: ${textOf(cell)}`)),
    ),
  );
  const expected = rows.filter(isTarget).flatMap((target) =>
    rows
      .filter((row) => !isTarget(row))
      .map((row) => {
        const answer = isPairCovered(target, row) ? 'Covered' : 'Not covered';
        return `${plain(row.name)} on ${plain(target.name)}: ${answer}`;
      }),
  );
  assert.equal(expected.length, 91);
  assert.deepEqual(shown.toSorted(), expected.toSorted());
});
