import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sitemap } from '../../../src/formats/sitemap.ts';

const absolute = (path: string) => `https://lantern.example/base/${path}`;
const text = sitemap([{ path: '' }, { path: 'features/red-lamp/', changed: '2024-02-29' }, { path: '?a=1&b=2' }], absolute);

test('A sitemap has one entry a page, in order, each with its whole address', () => {
  const found = [...text.matchAll(/<url><loc>(.*?)<\/loc>/g)].map(([, address]) => address);
  assert.deepEqual(found, [
    'https://lantern.example/base/',
    'https://lantern.example/base/features/red-lamp/',
    'https://lantern.example/base/?a=1&amp;b=2',
  ]);
});

test('It has a day for a page that has one, and for no other', () => {
  assert.deepEqual(text.match(/<lastmod>.*?<\/lastmod>/g), ['<lastmod>2024-02-29</lastmod>']);
  assert.match(text, /red-lamp\/<\/loc><lastmod>/);
});

test('It is XML in the form of sitemaps.org', () => {
  const [declaration, opening] = text.split('\n');
  assert.equal(declaration, '<?xml version="1.0" encoding="UTF-8"?>');
  assert.equal(opening, '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">');
  assert.ok(text.endsWith('\n</urlset>\n'));
});
