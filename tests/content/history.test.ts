// Two years of the real document, replayed and built: the pages and feeds of each day say what the document said.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { before, describe, test } from 'node:test';
import { idFrom } from '../../src/domain/words.ts';
import { events, revisions, writeReplay } from '../replay.ts';
import { all, one, readPage, tag, textOf } from './html.ts';

const folder = '.cache/replay-content';
const out = '.cache/dist-replay';
const renames = new Map(
  events.filter(({ type }) => type === 'renamed').map(({ from_, to }) => [from_?.name, to?.name]),
);
const today = (name: string): string => renames.get(name) ?? name;
const kinds: Record<string, string> = {
  item_added: 'added',
  promoted: 'promoted',
  demoted: 'demoted',
  requirements_changed: 'requirements-changed',
  item_removed: 'removed',
};
const told = events.filter(({ type }) => type in kinds);

interface Item {
  url: string;
  title: string;
  date_published: string;
  tags: string[];
  content_text: string;
}
const feed = (path: string) => JSON.parse(readFileSync(`${out}/${path}changes.json`, 'utf8')) as { items: Item[] };

describe('the replayed history, built', () => {
  before(() => {
    writeReplay(folder);
    const env = { ...process.env, CONTENT_DIR: folder, OUT_DIR: out, BASE_PATH: '/' };
    execFileSync(process.execPath, ['src/cli/build.ts'], { env, stdio: 'pipe' });
  });

  const days = revisions.filter(
    ({ date, rows }, index) =>
      JSON.stringify(rows.map(({ tier, name, missing }) => [tier, today(name), missing])) !==
        JSON.stringify(revisions[index - 1]?.rows.map(({ tier, name, missing }) => [tier, today(name), missing])) &&
      told.some((event) => event.date === date),
  );

  test('there is a snapshot for each day of a change, and for no other', () => {
    const snapshots = globSync(`${out}/snapshots/*/index.html`).map((path) => path.split('/').at(-2) ?? '');
    assert.deepEqual(
      snapshots.toSorted(),
      days.map(({ date }) => date),
    );
  });

  for (const [index, { date, rows }] of days.entries()) {
    test(`the snapshot of ${date} has that day’s rows, and says whether they are the present ones`, () => {
      const main = one(readPage(`snapshots/${date}/index.html`, out), tag('main'), 'main');
      const found = all(main, tag('section')).flatMap((section) => {
        const tier = Number(/^tier-(\d+)$/.exec(String(section.properties['ariaLabelledBy']))?.[1]);
        return all(section, tag('tr'))
          .slice(1)
          .map((row) => {
            const cell = (label: RegExp) =>
              all(row, (it) => label.test(String(it.properties['dataLabel']))).map(textOf)[0] ?? '';
            const name = textOf(one(one(row, tag('th'), 'row head'), tag('a'), 'link'));
            return [tier, cell(/^Category$/), name, cell(/^Missing/)].join(' | ');
          });
      });
      const expected = rows.map(({ tier, category, name, missing }) =>
        [tier, category, today(name), missing.join(', ')].join(' | ').replaceAll('`', ''),
      );
      assert.deepEqual(found.toSorted(), expected.toSorted());
      const note = textOf(one(main, (it) => it.properties['role'] === 'note', 'note'));
      assert.match(
        note,
        index === days.length - 1 ? /^Nothing has changed since that day/ : /^This is not the present status\./,
      );
    });
  }

  test('the page and both feeds tell every change once, on its day', () => {
    const expected = told.map(({ type, date, name }) => [date, kinds[type], idFrom(today(name))].join(' ')).toSorted();
    const { items } = feed('');
    assert.equal(items.length, 67);
    const formerIds = new Map([...renames].map(([from, to]) => [idFrom(from ?? ''), idFrom(to ?? '')]));
    const fromFeed = items.map(({ url, date_published, tags }) => {
      const feature = /#(.*)-\d{4}-\d\d-\d\d$/.exec(url)?.[1] ?? '';
      return [date_published.slice(0, 10), tags[0], formerIds.get(feature) ?? feature].join(' ');
    });
    assert.deepEqual(fromFeed.toSorted(), expected);
    const lines = all(readPage('changes/index.html', out), (it) => it.properties['dataKind'] !== undefined);
    assert.deepEqual(
      lines.map(({ properties }) => String(properties['id'])),
      items.map(({ url }) => url.split('#')[1]),
    );
    for (const [index, line] of lines.entries())
      assert.ok(textOf(line).startsWith(`${items[index]?.title}.`), textOf(line));
  });

  test('a feature’s own feed tells its own changes, under its former address too', () => {
    assert.deepEqual(
      feed('features/threads/').items.map(({ title }) => title),
      [
        'threads was promoted from Tier 2 to Tier 1',
        'threads was promoted from Tier 3 to Tier 2',
        'threads was added to Tier 3',
      ],
    );
    assert.deepEqual(
      feed('features/wasi-crypto/').items[0]?.content_text,
      'wasi-crypto was removed from Tier 3. Remove the implementation of wasi-crypto (#6816).',
    );
    assert.deepEqual(feed('features/wasi-runtime-config/'), feed('features/wasi-config/'));
    assert.equal(
      feed('features/wasi-config/').items[0]?.url,
      'http://127.0.0.1:4321/changes/#wasi-runtime-config-2024-07-22',
    );
  });

  test('a removed feature stays in the data, without a tier', () => {
    const { tier, removed, since } = JSON.parse(
      readFileSync(`${out}/api/v1/features/wasi-poll.json`, 'utf8'),
    ) as Record<string, unknown>;
    assert.deepEqual([tier, removed, since], [null, true, '2024-05-06']);
  });
});
