import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { featureFeed, siteFeed } from '../../../../src/output/feeds/feed.ts';
import { featureOf, lantern } from '../../lantern.ts';

const catalogue = lantern();
const absolute = (path: string) => `https://x.example/base/${path}`;
const feed = siteFeed(catalogue, absolute);

/** The ids of every feed and of every item in it. */
const idsOf = (content: typeof catalogue, at = absolute): string[] =>
  [siteFeed(content, at), ...content.features.map((it) => featureFeed(content, it, at))].flatMap(({ id, items }) => [
    id,
    ...items.map((item) => item.id),
  ]);

describe('The feed of all changes', () => {
  test('the feed has an item for each change, newest first, and the date of its newest item', () => {
    assert.deepEqual(
      feed.items.map(({ title }) => title),
      [
        'pine-board was removed from Tier 2',
        'red-lamp was promoted from Tier 2 to Tier 1',
        'Fog signal on UART-2 was added to Tier 2',
        'red-lamp was added to Tier 2',
        'oak-board was added to Tier 1',
        'pine-board was added to Tier 2',
      ],
    );
    assert.equal(feed.updated, '2024-06-01T00:00:00Z');
  });

  test('the feed has the title and description of the site, and the addresses of its page and itself', () => {
    const { items, updated, ...head } = feed;
    assert.deepEqual(head, {
      id: 'urn:uuid:3492d6ea-4237-5017-8a06-1138eb8257a8',
      title: 'Lantern support tiers: changes',
      description: 'What the makers of Lantern, a lighthouse controller, keep working, and what they leave to others.',
      author: 'Lantern',
      page: 'https://x.example/base/changes/',
      atom: 'https://x.example/base/changes.xml',
      json: 'https://x.example/base/changes.json',
    });
  });

  test('an item says what is missing, which feature is the successor, and why', () => {
    assert.equal(feed.items[0]?.text, 'pine-board was removed from Tier 2. Followed by oak-board. The case rotted.');
    assert.equal(feed.items[4]?.text, 'oak-board was added to Tier 1.');
    assert.equal(
      feed.items[2]?.text,
      'Fog signal on UART-2 was added to Tier 2. Unmet for Tier 1: night watch of the signal, “agreement of the harbour office”.',
    );
  });

  test('an item does not mention missing requirements if there are none', () => {
    const content = lantern();
    featureOf(content, 'fog-signal').history[0]!.missing = [];
    assert.equal(siteFeed(content, absolute).items[2]?.text, 'Fog signal on UART-2 was added to Tier 2.');
  });

  test('a rename does not change the ids of items', () => {
    const renamed = lantern();
    const lamp = renamed.features.find(({ id }) => id === 'red-lamp');
    assert.ok(lamp);
    Object.assign(lamp, { id: 'crimson-lamp', formerIds: ['port-lamp', 'red-lamp'] });
    assert.deepEqual(
      siteFeed(renamed, absolute).items.map(({ id }) => id),
      feed.items.map(({ id }) => id),
    );
    assert.deepEqual(
      [feed.items[1]?.id, feed.items[1]?.url],
      // Python's uuid5 gives the same id for the namespace and these parts as JSON.
      ['urn:uuid:aa486f17-3b38-56db-a93c-e7b2137d7567', 'https://x.example/base/changes/#port-lamp-2024-02-29'],
    );
  });

  test('the ids do not depend on the site address and are unique across features, projects and feeds', () => {
    const ids = idsOf(catalogue);
    assert.deepEqual(
      idsOf(catalogue, (path) => `https://moved.example/${path}`),
      ids,
    );
    // Each change is in the feed of all changes and in the feed of its feature.
    assert.equal(new Set(ids).size, 1 + catalogue.features.length + feed.items.length);
    const other = { ...catalogue, site: { ...catalogue.site, project: 'Lantern 2' } };
    assert.deepEqual(
      idsOf(other).filter((id) => ids.includes(id)),
      [],
    );
  });

  test('a new name of the project changes no id if `feedId` is the former name', () => {
    const changes = [{ date: '2024-07-01', source: 'https://git.example/1', note: 'Other words.' }];
    const before = { ...catalogue, document: { ...catalogue.document, changes } };
    const after = { ...before, site: { ...before.site, project: 'Lantern 2', feedId: 'Lantern' } };
    assert.deepEqual(idsOf(after), idsOf(before));
    assert.equal(siteFeed(after, absolute).author, 'Lantern 2');
  });

  test('the feed of a project without features is empty and still has a date', () => {
    const { items, updated } = siteFeed({ ...catalogue, features: [] }, absolute);
    assert.deepEqual([items, updated], [[], '1970-01-01T00:00:00Z']);
  });
});

test('the feed of a feature has its own changes, title and addresses', () => {
  const lamp = catalogue.features.find(({ id }) => id === 'red-lamp');
  assert.ok(lamp);
  const { items, title, page, atom, json } = featureFeed(catalogue, lamp, absolute);
  assert.equal(items.length, 2);
  assert.equal(title, 'red-lamp in Lantern: changes of its support tier');
  assert.deepEqual(
    [page, atom, json].map((url) => url.replace('https://x.example/base/', '')),
    ['features/red-lamp/', 'features/red-lamp/changes.xml', 'features/red-lamp/changes.json'],
  );
});
