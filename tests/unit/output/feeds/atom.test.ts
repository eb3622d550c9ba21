import assert from 'node:assert/strict';
import { test } from 'node:test';
import { atom } from '../../../../src/output/feeds/atom.ts';
import type { Feed } from '../../../../src/output/feeds/feed.ts';

const feed: Feed = {
  id: 'urn:uuid:0',
  title: 'A <b> & "c"',
  description: 'd > e',
  author: 'f&g',
  page: 'https://x.example/?a&b',
  atom: 'https://x.example/a.xml',
  json: 'https://x.example/a.json',
  updated: '2024-06-01T00:00:00Z',
  items: [
    {
      id: 'urn:uuid:1',
      url: 'https://x.example/#one',
      title: '<one>',
      kind: 'added',
      source: 'https://y.example/?c&d',
      moment: '2024-06-01T00:00:00Z',
      text: 'a & b',
    },
  ],
};

test('an Atom feed has every value in its place and escaped', () => {
  assert.equal(
    atom(feed),
    `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>urn:uuid:0</id>
<title>A &lt;b&gt; &amp; &quot;c&quot;</title>
<subtitle>d &gt; e</subtitle>
<updated>2024-06-01T00:00:00Z</updated>
<author><name>f&amp;g</name></author>
<link rel="self" type="application/atom+xml" href="https://x.example/a.xml"/>
<link rel="alternate" type="text/html" href="https://x.example/?a&amp;b"/>
<entry>
<id>urn:uuid:1</id>
<title>&lt;one&gt;</title>
<published>2024-06-01T00:00:00Z</published>
<updated>2024-06-01T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://x.example/#one"/>
<link rel="via" href="https://y.example/?c&amp;d"/>
<category term="added"/>
<content type="text">a &amp; b</content>
</entry>
</feed>
`,
  );
});

test('each entry starts on a line of its own', () => {
  assert.match(
    atom({ ...feed, items: [...feed.items, ...feed.items] }),
    /\/>\n<entry>\n[^]*\n<\/entry>\n<entry>\n[^]*\n<\/entry>\n<\/feed>\n$/,
  );
});
