// Two years of the document's real history, replayed as edits and built: each day has its own status, and every old
// address still exists.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { difference } from '../../src/domain/diff/diff.ts';
import type { Event as DiffEvent } from '../../src/domain/diff/event.ts';
import { publishedContent } from '../../src/domain/published-content.ts';
import { featuresIn } from '../../src/domain/tier.ts';
import { idFrom } from '../../src/domain/text.ts';
import { subject } from '../../src/output/diff/commit-subject.ts';
import { editedRevisions, events, revisions, type Event } from '../upstream-revisions.ts';
import { contentOf, siteOf } from '../sites.ts';
import { check, linesOf } from '../unit/content-in-memory.ts';
import { kindOf } from '../content/expected.ts';
import { all, filesOf, has, one, readPage, statusRows, tag, textOf } from '../content/html.ts';

const out = siteOf('replayed');
const edited = editedRevisions();

/** An event of the fixture, in the form that `lineOfDiffEvent` gives to a reported change. */
const lineOfEvent = ({ type, name, from_tier: from, to_tier: to, from_, to: renamed }: Event): string | undefined =>
  ({
    item_added: `added ${name} in ${to}`,
    item_removed: `removed ${name} from ${from}`,
    promoted: `promoted ${name} from ${from} to ${to}`,
    demoted: `demoted ${name} from ${from} to ${to}`,
    requirements_changed: `requirements-changed ${name}`,
    renamed: `renamed ${from_?.name} to ${renamed?.name}`,
  })[type];

function lineOfDiffEvent(event: DiffEvent): string {
  const { kind } = event;
  if (kind === 'renamed') return `renamed ${event.was.name} to ${event.thing.name}`;
  if (kind === 'new') return `new ${event.thing.type} ${event.thing.name}`;
  if (!('lacks' in event)) return kind;
  const { feature, entry, before } = event;
  if (kind === 'added') return `added ${feature.name} in ${entry.tier}`;
  if (kind === 'removed') return `removed ${feature.name} from ${before?.tier}`;
  if (kind === 'requirements-changed') return `${kind} ${feature.name}`;
  return `${kind} ${feature.name} from ${before?.tier} to ${entry.tier}`;
}

/** The commit subject that a maintainer would have written for each revision. */
const subjects: Record<string, string> = {
  '2022-10-12': 'Add aarch64-pc-windows-msvc and riscv64gc-unknown-linux-gnu',
  '2023-08-08': 'Remove wasi-crypto',
  '2023-09-11': 'Promote threads and component-model, add 15 features',
  '2023-12-18': 'Reformat the content',
  '2024-05-06': 'Promote 12 features, remove wasi-poll, add 6 features',
  '2024-05-13': 'Add aarch64-linux-android and x86_64-linux-android to Tier 3',
  '2024-05-21': 'Add x86_64-unknown-linux-musl to Tier 3',
  '2024-07-22': 'Add wasi-runtime-config to Tier 3',
  '2024-07-25': 'Rename wasm32-wasi to wasm32-wasip1',
  '2024-07-31': 'Add wasi-keyvalue to Tier 3',
  '2024-09-24': 'Demote Winch on x86_64 to Tier 3',
  '2024-10-08': 'Add wide-arithmetic to Tier 2',
  '2024-10-09': 'Rename wasi-runtime-config to wasi-config',
};

test('each revision passes the check, has the right rows, and is reported with its exact changes', () => {
  assert.ok(edited.length >= 14);
  for (const [index, { revision, files, checked, catalogue }] of edited.entries()) {
    const { date, rows } = revision;
    const again = check(files);
    assert.deepEqual([linesOf(checked.problems), linesOf(again.problems), again.unlisted], [[], [], []], date);
    const rowsFound = catalogue.tiers.flatMap((tier) =>
      featuresIn(catalogue.features, tier).map(({ category, name, history: [entry] }) =>
        JSON.stringify([tier.level, category.name, name, entry?.missing.map(({ as }) => as)]),
      ),
    );
    const expected = rows.map(({ tier, category, name, missing }) => JSON.stringify([tier, category, name, missing]));
    assert.deepEqual(rowsFound.sort(), expected.sort(), date);

    const before = edited[index - 1];
    if (!before) continue;
    const [base, head] = [before, edited[index] ?? before].map((it) =>
      publishedContent(it.catalogue, (path) => `https://tiers.example/${path}`),
    );
    assert.ok(base && head);
    const found = difference(base, head);
    const happened = events.flatMap((event) => (event.date === date ? (lineOfEvent(event) ?? []) : []));
    const fresh = head.categories.filter(({ id }) => !base.categories.some((it) => it.id === id));
    const expectedEvents = [...happened, ...fresh.map(({ name }) => `new category ${name}`)];
    assert.deepEqual(found.map(lineOfDiffEvent).sort(), expectedEvents.sort(), date);
    assert.equal(subject(found), subjects[date]);
  }
});

test('every address that a revision had still exists', () => {
  const addresses = readFileSync(`${contentOf('replayed')}/addresses.txt`, 'utf8').match(/^\/.*$/gm) ?? [];
  assert.ok(addresses.length > 500, `${addresses.length}`);
  const lost = addresses.filter((address) => {
    const [path = '', fragment] = address.slice(1).split('#');
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    if (!existsSync(`${out}/${file}`)) return true;
    if (fragment === undefined) return false;
    return !all(readPage(file, out), has('id')).some(({ properties }) => properties['id'] === fragment);
  });
  assert.deepEqual(lost, []);
});

const renames = new Map(
  events.filter(({ type }) => type === 'renamed').map((it) => [it.from_?.name, it.to?.name ?? '']),
);
const now = (name: string): string => renames.get(name) ?? name;
const kinds: Record<string, string> = {
  item_added: 'added',
  promoted: 'promoted',
  demoted: 'demoted',
  requirements_changed: 'requirements-changed',
  item_removed: 'removed',
};
const changes = events.filter(({ type }) => type in kinds);

test('each day of a change has a snapshot with its rows and a note on whether it is current', () => {
  const days = revisions.filter(({ date }) => changes.some((event) => event.date === date));
  assert.deepEqual(
    filesOf(out, 'snapshots/*/index.html'),
    days.map(({ date }) => `snapshots/${date}/index.html`),
  );
  for (const [index, { date, rows }] of days.entries()) {
    const main = one(readPage(`snapshots/${date}/index.html`, out), tag('main'), 'main');
    const found = statusRows(`snapshots/${date}/index.html`, out);
    const expected = rows.map(({ tier, category, name, missing }) =>
      [tier, kindOf({ category }), now(name), missing.join(', ')].join(' | ').replaceAll('`', ''),
    );
    assert.deepEqual(found.sort(), expected.sort(), date);
    const note = textOf(one(main, (it) => it.properties['role'] === 'note', 'note'));
    const isLast = index === days.length - 1;
    assert.match(note, isLast ? /^No status has changed since that day/ : /^This is not the current status\./);
  }
});

interface Item {
  url: string;
  title: string;
  date_published: string;
  tags: string[];
  content_text: string;
}
const feed = (path: string) => JSON.parse(readFileSync(`${out}/${path}changes.json`, 'utf8')) as { items: Item[] };

test('the changes page and the JSON feed have every change once, on its day', () => {
  const expected = changes.map(({ type, date, name }) => [date, kinds[type], idFrom(now(name))].join(' '));
  const { items } = feed('');
  const formerIds = new Map([...renames].map(([from, to]) => [idFrom(from ?? ''), idFrom(to)]));
  const found = items.map(({ url, date_published, tags }) => {
    const feature = /#(.*)-\d{4}-\d\d-\d\d$/.exec(url)?.[1] ?? '';
    return [date_published.slice(0, 10), tags[0], formerIds.get(feature) ?? feature].join(' ');
  });
  assert.deepEqual(found.toSorted(), expected.toSorted());
  const lines = all(readPage('changes/index.html', out), (it) => it.properties['dataKind'] !== undefined);
  assert.deepEqual(
    lines.map(({ properties }) => properties['id']),
    items.map(({ url }) => url.split('#')[1]),
  );
  for (const [index, line] of lines.entries()) assert.ok(textOf(line).startsWith(`${items[index]?.title}.`));
});

test('a feature’s feed has its changes, also under a former id, and a removed feature stays in the data', () => {
  assert.deepEqual(
    feed('features/threads/').items.map(({ title }) => title),
    [
      'threads was promoted from Tier 2 to Tier 1',
      'threads was promoted from Tier 3 to Tier 2',
      'threads was added to Tier 3',
    ],
  );
  const crypto = 'wasi-crypto was removed from Tier 3. Remove the implementation of wasi-crypto (#6816).';
  assert.equal(feed('features/wasi-crypto/').items[0]?.content_text, crypto);
  assert.deepEqual(feed('features/wasi-runtime-config/'), feed('features/wasi-config/'));
  const { url } = feed('features/wasi-config/').items[0] ?? assert.fail();
  assert.equal(url, 'http://127.0.0.1:4321/changes/#wasi-runtime-config-2024-07-22');
  const poll = JSON.parse(readFileSync(`${out}/api/v1/features/wasi-poll.json`, 'utf8')) as Record<string, unknown>;
  assert.deepEqual([poll['tier'], poll['removed'], poll['since']], [null, true, '2024-05-06']);
});
