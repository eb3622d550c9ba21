import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sitemap } from '../../../../src/output/crawlers/sitemap.ts';

const absolute = (path: string) => `https://lantern.example/base/${path}`;
const text = sitemap(
  [{ path: '' }, { path: 'features/red-lamp/', changed: '2024-02-29' }, { path: '?a=1&b=2' }],
  absolute,
);

test('a sitemap lists the pages in order with absolute addresses, and with a date if the page has one', () => {
  assert.equal(
    text,
    `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<url><loc>https://lantern.example/base/</loc></url>
<url><loc>https://lantern.example/base/features/red-lamp/</loc><lastmod>2024-02-29</lastmod></url>
<url><loc>https://lantern.example/base/?a=1&amp;b=2</loc></url>
</urlset>
`,
  );
});
