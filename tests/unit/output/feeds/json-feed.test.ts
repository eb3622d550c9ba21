import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteFeed } from '../../../../src/output/feeds/feed.ts';
import { jsonFeed } from '../../../../src/output/feeds/json-feed.ts';
import { lantern } from '../../lantern.ts';

test('a JSON Feed has the values of the feed under the names of version 1.1', () => {
  const { items, ...feed } = JSON.parse(jsonFeed(siteFeed(lantern(), (path) => `https://x.example/${path}`))) as {
    items: unknown[];
  };
  assert.deepEqual(feed, {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Lantern support tiers: changes',
    home_page_url: 'https://x.example/changes/',
    feed_url: 'https://x.example/changes.json',
    description: 'What the makers of Lantern, a lighthouse controller, keep working, and what they leave to others.',
    language: 'en',
    authors: [{ name: 'Lantern' }],
  });
  assert.equal(items.length, 6);
  assert.deepEqual(items[1], {
    id: 'urn:uuid:aa486f17-3b38-56db-a93c-e7b2137d7567',
    url: 'https://x.example/changes/#port-lamp-2024-02-29',
    external_url: 'https://git.example/lantern/support/pull/7',
    title: 'red-lamp was promoted from Tier 2 to Tier 1',
    content_text: 'red-lamp was promoted from Tier 2 to Tier 1. It has a watch now.',
    date_published: '2024-02-29T00:00:00Z',
    tags: ['promoted'],
  });
});
