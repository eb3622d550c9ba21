// Another project's policy builds by replacing the content alone: two tiers, other categories, other words.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { parse } from 'yaml';
import { all, blocksOf, has, one, tag, textOf } from './html.ts';

const out = '.cache/dist-other';
const page = (path: string) => fromHtml(readFileSync(`${out}/${path}index.html`, 'utf8'));
const main = (path: string) => one(page(path), tag('main'), 'main');
const withId = (root: Element, id: string) => one(root, (element) => element.properties['id'] === id, `#${id}`);

describe('a second, invented content folder builds with CONTENT_DIR', () => {
  before(() => {
    const env = { ...process.env, CONTENT_DIR: 'tests/fixtures/other-content', OUT_DIR: out, BASE_PATH: '/' };
    execFileSync(process.execPath, ['src/cli/build.ts'], { env, stdio: 'pipe' });
  });

  test('its tables have its tiers, categories and words, and not the removed feature', () => {
    const tables = all(main(''), tag('section')).map((section) =>
      all(section, tag('tr'))
        .map((row) => row.properties['id'])
        .filter(Boolean),
    );
    assert.deepEqual(tables.slice(0, 2), [['red-lamp', 'oak-board'], ['fog-signal']]);
    assert.match(textOf(main('')), /Tier 2 — May Go Dark/);
    assert.ok(!existsSync(`${out}/tiers/3/index.html`));
  });

  test('its policy reads in its own order, the lowest tier first', () => {
    const blocks = blocksOf(one(page('policy/'), has('dataDocument'), 'document'));
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
    assert.ok(
      blocks.includes('footnote 1 p: Nobody has heard it since the *great* storm; see [the policy](/policy/#tier-2).'),
    );
    assert.ok(
      blocks.includes(
        'row: Lamp | Fog signal on `UART-2` | night watch of the signal, agreement of the `harbour` office',
      ),
    );
  });

  test('a former id leads to the feature, and no search engine keeps it', () => {
    const html = readFileSync(`${out}/features/port-lamp/index.html`, 'utf8');
    assert.match(html, /<meta http-equiv="refresh" content="0;url=\/features\/red-lamp\/">/);
    assert.match(html, /<meta name="robots" content="noindex">/);
    assert.ok(!readFileSync(`${out}/sitemap.xml`, 'utf8').includes('port-lamp'));
  });

  test('a removed feature keeps its page, which says so, why, and what took its place', () => {
    const text = textOf(main('features/pine-board/'));
    assert.match(text, /No longer tracked/);
    assert.match(text, /The case rotted\./);
    assert.ok(
      all(main('features/pine-board/'), tag('a')).some((link) => link.properties['href'] === '/features/oak-board/'),
    );
  });

  test('a removed feature’s badge says so, keeps no tier, and nothing is promised of it', () => {
    const svg = readFileSync(`${out}/badges/pine-board.svg`, 'utf8');
    assert.match(svg, />no longer tracked since 2024-06-01</);
    assert.doesNotMatch(svg, /tier \d/i);
    assert.match(textOf(main('features/pine-board/')), /Nothing is promised of it\./);
    assert.ok(!all(main('features/pine-board/'), tag('h2')).some((it) => textOf(it).startsWith('What Tier')));
  });

  test('a badge under a former id is the feature’s', () => {
    assert.equal(
      readFileSync(`${out}/badges/port-lamp.svg`, 'utf8'),
      readFileSync(`${out}/badges/red-lamp.svg`, 'utf8'),
    );
  });

  test('what is waived is not promised, and its page says why and who decided it', () => {
    const text = textOf(main('features/red-lamp/'));
    assert.match(text, /it cannot be relied on here: ?Tier 2 asks for ?Spare bulb — waived/);
    assert.match(
      text,
      /Waived ?Spare bulb, a requirement of Tier 2, need not be met: Its bulb is no longer made\. \(where this was decided\)/,
    );
    assert.match(textOf(main('requirements/spare-bulb/')), /It is waived for red-lamp\./);
    assert.match(textOf(main('requirements/')), /waived: Its bulb is no longer made\./);
  });

  test('who maintains a feature is named, or that nobody is', () => {
    assert.match(textOf(main('features/red-lamp/')), /Who maintains it ?@ida, Grace, of the pier/);
    assert.match(textOf(main('features/oak-board/')), /Who maintains it ?Nobody is named\./);
  });

  test('a requirement names the features that lack it now, and only those', () => {
    const text = textOf(main('requirements/night-watch/'));
    assert.match(text, /Fog signal on UART-2/);
    assert.ok(!text.includes('red-lamp') && !text.includes('pine-board'));
  });

  test('the edit link leads to the file in its repository', () => {
    const footer = one(page('features/red-lamp/'), tag('footer'), 'footer');
    const link = all(footer, tag('a')).find((it) => textOf(it) === 'Edit this page');
    assert.match(
      String(link?.properties['href']),
      /^https:\/\/git\.example\/lantern\/support\/edit\/main\/.*features\/red-lamp\.mdx$/,
    );
  });

  test('every link to a form for issues fills in fields that the form has', () => {
    const addresses = globSync(`${out}/**/*.html`).flatMap((path) =>
      all(fromHtml(readFileSync(path, 'utf8')), tag('a')).map(({ properties }) => String(properties['href'])),
    );
    const links = addresses
      .filter((address) => address.includes('/issues/new?'))
      .map((address) => new URL(address).searchParams);
    const filled = new Map<string, Set<string>>();
    for (const { template, ...fields } of links.map((it) => Object.fromEntries(it)))
      filled.set(template ?? '', new Set([...(filled.get(template ?? '') ?? []), ...Object.keys(fields)]));
    assert.deepEqual([...filled.keys()].sort(), ['feature.yml', 'tier-change.yml', 'wrong-page.yml']);
    for (const [template, fields] of filled) {
      const { body } = parse(readFileSync(`.github/ISSUE_TEMPLATE/${template}`, 'utf8')) as { body: { id?: string }[] };
      assert.deepEqual(
        [...fields].filter((field) => field !== 'title' && !body.some(({ id }) => id === field)),
        [],
        template,
      );
    }
  });

  test('pages of many files lead to the folder of the features in that content', () => {
    for (const path of ['changes/', 'snapshots/', 'snapshots/2024-06-01/']) {
      const link = all(one(page(path), tag('footer'), 'footer'), tag('a')).find(
        (it) => textOf(it) === 'Edit this page',
      );
      assert.equal(
        link?.properties['href'],
        'https://git.example/lantern/support/tree/main/tests/fixtures/other-content/features',
        path,
      );
    }
  });

  test('a link within the site, written in content, gets the base before it', () => {
    const env = {
      ...process.env,
      CONTENT_DIR: 'tests/fixtures/other-content',
      OUT_DIR: '.cache/dist-other-base',
      BASE_PATH: '/deep/down',
    };
    execFileSync(process.execPath, ['src/cli/build.ts'], { env, stdio: 'pipe' });
    const html = readFileSync('.cache/dist-other-base/features/fog-signal/index.html', 'utf8');
    assert.match(html, /<a href="\/deep\/down\/policy\/#tier-2">the policy<\/a>/);
  });

  test('nothing of the first project is on its pages', () => {
    const everything = ['', 'policy/', 'tiers/1/', 'features/fog-signal/', 'requirements/']
      .map((path) => readFileSync(`${out}/${path}index.html`, 'utf8'))
      .join();
    assert.doesNotMatch(everything, /wasm|bytecode|cranelift/i);
    assert.ok(withId(main('tiers/2/'), 'wiring-plan'));
  });
});
