// A project with five tiers, of which two share a number, one feature in two tiers, and custom columns.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fiveTiers, siteOf } from '../sites.ts';
import { all, one, pagesOf, readPage, tag, textOf } from './html.ts';

const out = siteOf('five');
const text = (path: string) => readFileSync(`${out}/${path}`, 'utf8');
const json = (path: string) => JSON.parse(text(`api/v1/${path}`));
const main = (path: string) => one(readPage(`${path}index.html`, out), tag('main'), 'main');

describe('Tiers with custom labels', () => {
  const labels = ['Tier 1 with Tools', 'Tier 1', 'Tier 2', 'Gold Pan', 'Rubble'];
  const slugs = ['1-tools', '1', '2', 'gold-pan', 'rubble'];

  test('pages, badges, feeds and data name tiers by their labels, in the order of their ranks', () => {
    const headings = all(main(''), tag('h2')).map(textOf);
    for (const [index, label] of labels.entries()) assert.ok(headings[index]?.startsWith(label), headings[index]);
    assert.deepEqual(
      json('tiers.json').tiers.map(({ level, slug, label, mark }: Record<string, unknown>) => [
        level,
        slug,
        label,
        mark,
      ]),
      labels.map((label, index) => [index + 1, slugs[index], label, ['1+', '1', '2', 'G', '–'][index]]),
    );
    for (const slug of slugs) assert.ok(existsSync(`${out}/tiers/${slug}/index.html`), slug);
    assert.match(text('badges/granite.svg'), />1\+<[^]*>Tier 1 with Tools since 2024-05-01</);
    assert.match(text('changes.xml'), /slate was added to Gold Pan/);
    assert.match(text('features/marble/changes.json'), /promoted from Tier 2 to Tier 1\b/);
    assert.match(textOf(main('features/marble/')), /Unmet for Tier 1 with Tools:/);
    assert.match(text('llms.txt'), /\[Gold Pan\]/);
    const offered = all(main('propose/'), tag('option')).map(textOf);
    assert.ok(offered.includes('Tier 1 with Tools') && offered.includes('Tier 1 and all above'), offered.join());
  });

  test('an entry and a snapshot from before a tier was added do not mention the tier', () => {
    for (const path of ['changes/', 'features/marble/changes.json', 'changes/index.md'])
      assert.match(
        path.endsWith('/') ? textOf(main(path)) : text(path),
        /added to Tier 2\. Unmet for Tier 1 with Tools: \[?tools/,
        path,
      );
    const snapshot = main('snapshots/2023-01-01/');
    assert.ok(all(snapshot, tag('th')).map(textOf).includes('Unmet Tier 1 with Tools requirements'));
    assert.doesNotMatch(all(snapshot, tag('h2')).map(textOf).join(), /Tier 1 — Works(?! and)/);
    assert.match(all(main('snapshots/2024-05-01/'), tag('h2')).map(textOf).join(), /Tier 1 — Works(?! and)/);
  });

  test('pages and text files do not name a tier by its rank', () => {
    for (const { path, tree } of pagesOf(out))
      assert.doesNotMatch(textOf(one(tree, tag('body'), 'body')), /Tier [345]/, path);
    for (const path of ['platforms.md', 'llms.txt', 'index.md', 'changes.xml', 'changes.json', 'stack/index.md'])
      assert.doesNotMatch(text(path), /Tier [345]/, path);
  });

  test('a feature in two tiers keeps one name and has an id for each tier', () => {
    const slates = json('features.json').features.filter(({ name }: { name: string }) => name === 'slate');
    assert.deepEqual(
      slates.map(({ id, tierLabel }: Record<string, string>) => [id, tierLabel]),
      [
        ['slate', 'Tier 2'],
        ['slate-gold-pan', 'Gold Pan'],
      ],
    );
  });
});

describe('Custom columns', () => {
  test('custom columns are in the tables, on pages, in the filter and in the data', () => {
    const row = all(main(''), tag('tr')).find(({ properties: { id } }) => id === 'granite') ?? assert.fail();
    const cells = all(row, tag('td')).map((cell) => [cell.properties['dataLabel'], textOf(cell)]);
    for (const cell of [
      ['Tools run', 'Yes'],
      ['Since', '1.2'],
      ['Remarks', 'Any granite'],
    ])
      assert.ok(
        cells.some((it) => it.join() === cell.join()),
        cell.join(),
      );
    assert.ok(!cells.flat().includes('Last checked'));
    assert.match(textOf(main('features/granite/')), /Tools run ?Yes.*Last checked ?30 April 2024/);
    assert.deepEqual(json('features/granite.json').columns, {
      tools: true,
      since: '1.2',
      remarks: 'Any **granite**[^kind]',
      checked: '2024-04-30',
    });
    assert.equal(row.properties['dataColumns'], 'tools=yes');
    const boxes = all(main(''), tag('input')).filter(({ properties: { name } }) => name === 'tools');
    assert.deepEqual(
      boxes.map(({ properties: { value } }) => value),
      ['yes', 'no'],
    );
    assert.match(text('api/v1/features.csv'), /,columns\.tools,columns\.since,columns\.remarks,columns\.checked\r\n/);
    assert.match(text('index.md'), /\| Feature +\| Category +\| Tools run \| Since/);
    assert.match(
      text('features/marble/index.md'),
      /^- Remarks: From \[Carrara\]\(https:\/\/carrara\.example\/\) alone$/m,
    );
  });

  test('the document’s tables have the custom columns in order, without columns that have no value', () => {
    assert.equal(existsSync(`${out}/stability-tiers.md`), false);
    const heads = text('platforms.md')
      .split('\n')
      .filter((line) => line.startsWith('| Machine'))
      .map((line) => line.replace(/ +/g, ' '));
    assert.deepEqual(heads, [
      '| Machine | Support | Tools run | Since | Remarks | Missing |',
      '| Machine | Tools run | Since | Remarks |',
    ]);
    const tables = all(main('policy/'), tag('table'));
    assert.deepEqual(
      all(tables[0] ?? assert.fail(), tag('th'))
        .map(textOf)
        .slice(0, 6),
      [...['Machine', 'Support', 'Tools run', 'Since', 'Remarks', 'Missing']],
    );
    assert.ok(readFileSync(`${fiveTiers}/policy/document.mdx`, 'utf8').includes('<TierTable tier="all" />'));
  });
});
