// The policy of another project, built by replacing only the content: two tiers, other categories, other words.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { otherContent, siteOf } from '../sites.ts';
import { all, has, htmlBlocks, one, pagesOf, readPage, tag, textOf } from './html.ts';

const out = siteOf('other');
const page = (path: string) => readPage(`${path}index.html`, out);
const main = (path: string) => one(page(path), tag('main'), 'main');
const text = (path: string) => readFileSync(`${out}/${path}`, 'utf8');

describe('An invented project', () => {
  test('another project has its own tiers, categories and words, and nothing of the first project', () => {
    const tables = all(main(''), tag('section')).map((section) =>
      all(section, tag('tr')).flatMap(({ properties: { id } }) => id ?? []),
    );
    assert.deepEqual(tables.slice(0, 2), [['red-lamp', 'oak-board'], ['fog-signal']]);
    assert.match(textOf(main('')), /Tier 2 — May Go Dark/);
    assert.ok(!existsSync(`${out}/tiers/3/index.html`));
    for (const { path } of pagesOf(out)) assert.doesNotMatch(text(path), /wasm|bytecode|cranelift/i, path);
  });

  test('the policy page keeps the order of the document, with the lowest tier first', () => {
    const blocks = htmlBlocks(one(page('policy/'), has('dataDocument'), 'document'));
    assert.deepEqual(blocks.slice(-10), [
      'heading: Tier 2 - May Go Dark',
      'p: It is mended when there is time.',
      'li p: There is a plan of its wires, with:',
      'li li p: colours, and',
      'li li p: fuses.',
      'li p: A spare bulb lies in the store.',
      'heading: Tier 1 - Kept Lit',
      'p: The keepers get up for it.',
      'li p: Somebody is awake who can mend it *by hand*.',
      'p: Nothing else is promised.',
    ]);
    for (const block of [
      'footnote 1 p: Nobody has heard it since the *great* storm; see [the policy](/policy/#tier-2).',
      'row: Lamp | Fog signal on `UART-2` | night watch of the signal, agreement of the `harbour` office',
    ])
      assert.ok(blocks.includes(block), block);
  });

  test('a policy that guarantees no pairs has no table of them, and the checklist has its own requirements', () => {
    for (const name of ['table', 'blockquote']) assert.equal(all(page('stack/'), tag(name)).length, 0);
    assert.deepEqual(all(page('propose/'), tag('h3')).map(textOf), ['Wiring plan', 'Spare bulb', 'Night watch']);
  });
});

test('the page of a former id redirects to the feature, and its badge is the feature’s badge', () => {
  const metas = all(page('features/port-lamp/'), tag('meta')).map(({ properties: { content } }) => content);
  assert.ok(metas.includes('0;url=/features/red-lamp/') && metas.includes('noindex'));
  assert.equal(text('badges/port-lamp.svg'), text('badges/red-lamp.svg'));
});

test('the page of a removed feature gives the reason and the successor, and its badge shows no tier', () => {
  const gone = main('features/pine-board/');
  for (const expected of ['No longer tracked', 'The case rotted.', 'oak-board took its place.'])
    assert.ok(textOf(gone).includes(expected), expected);
  assert.ok(all(gone, tag('a')).some((link) => link.properties['href'] === '/features/oak-board/'));
  assert.ok(!all(gone, tag('h2')).some((it) => /equired by/.test(textOf(it))));
  assert.match(text('badges/pine-board.svg'), />no longer tracked since 2024-06-01</);
  assert.doesNotMatch(text('badges/pine-board.svg'), /tier \d/i);
});

test('a waived requirement is not listed as required, and pages give the reason and the decision', () => {
  const shown = textOf(main('features/red-lamp/'));
  assert.match(
    shown,
    /Waived ?Spare bulb, a Tier 2 requirement, need not be met: Its bulb is no longer made\. \(the decision\)/,
  );
  assert.ok(!shown.slice(shown.indexOf('Required by Tier 1')).includes('Spare bulb'));
  assert.match(textOf(main('requirements/spare-bulb/')), /It is waived for red-lamp\./);
  assert.match(textOf(main('requirements/')), /waived: Its bulb is no longer made\./);
  const lacking = textOf(main('requirements/night-watch/'));
  assert.ok(lacking.includes('Fog signal on UART-2') && !/red-lamp|pine-board/.test(lacking));
});

test('a feature’s page names its maintainers or says that the policy names none', () => {
  assert.match(textOf(main('features/red-lamp/')), /Maintainers ?@ida, Grace, of the pier/);
  assert.match(textOf(main('features/oak-board/')), /Maintainers ?The policy names no maintainer\./);
});

test('the edit link leads to the source file, or to the folder if a page has many sources', () => {
  const repository = 'https://git.example/lantern/support';
  for (const [path, leads] of [
    ['features/red-lamp/', `edit/main/${otherContent}/features/red-lamp.mdx`],
    ['changes/', `tree/main/${otherContent}/features`],
    ['snapshots/', `tree/main/${otherContent}/features`],
    ['snapshots/2024-06-01/', `tree/main/${otherContent}/features`],
  ] as const) {
    const links = all(one(page(path), tag('footer'), 'footer'), tag('a'));
    const link = links.find((it) => textOf(it) === 'Edit this page');
    assert.equal(link?.properties['href'], `${repository}/${leads}`);
  }
});

test('every link to an issue form fills in only fields of that form', () => {
  const filled = new Map<string, Set<string>>();
  for (const { tree } of pagesOf(out))
    for (const { properties } of all(tree, tag('a'))) {
      const address = String(properties['href']);
      if (!address.includes('/issues/new?')) continue;
      const { template = '', ...fields } = Object.fromEntries(new URL(address).searchParams);
      filled.set(template, new Set([...(filled.get(template) ?? []), ...Object.keys(fields)]));
    }
  assert.deepEqual([...filled.keys()].sort(), ['feature.yml', 'tier-change.yml', 'wrong-page.yml']);
  for (const [template, fields] of filled) {
    const { body } = parse(readFileSync(`.github/ISSUE_TEMPLATE/${template}`, 'utf8')) as { body: { id?: string }[] };
    const known = ['title', ...body.map(({ id }) => id)];
    assert.deepEqual(
      [...fields].filter((field) => !known.includes(field)),
      [],
      template,
    );
  }
});
