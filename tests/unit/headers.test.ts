// The response headers are written twice: in _headers, and for nginx in docs/publishing.md.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { nginxExample } from '../nginx.ts';

/** The headers below a pattern of _headers. */
const rules = new Map(
  readFileSync('public/_headers', 'utf8')
    .split(/\n(?=\/)/)
    .slice(1)
    .map((rule) => {
      const [pattern = '', ...headers] = rule.trim().split(/\n\s*/);
      return [pattern, headers] as const;
    }),
);

test('the nginx example sends the same headers as _headers', () => {
  const sent = [...nginxExample.matchAll(/add_header ([\w-]+) "(.*?)" always;/g)].map(
    ([, name, value]) => `${name}: ${value}`,
  );
  assert.ok(sent.length >= 8);
  assert.deepEqual(sent, rules.get('/*'));
});

test('exactly one rule sends each kind of text as UTF-8', () => {
  const typesOf = (path: string) =>
    [...rules]
      .filter(([pattern]) => new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`).test(path))
      .flatMap(([, headers]) => headers.filter((header) => header.startsWith('Content-Type')));
  for (const [path, type] of [
    ['/policy/index.md', 'text/markdown'],
    ['/stability-tiers.md', 'text/markdown'],
    ['/api/v1/features.csv', 'text/csv'],
    ['/llms.txt', 'text/plain'],
    ['/api/v1/features/a.json', 'application/json'],
    ['/sitemap.xml', 'text/xml'],
    ['/changes.xml', 'application/atom+xml'],
    ['/features/a/changes.xml', 'application/atom+xml'],
    ['/changes.json', 'application/feed+json'],
    ['/features/a/changes.json', 'application/feed+json'],
    ['/api/v1/changes.json', 'application/json'],
  ] as const)
    assert.deepEqual(typesOf(path), [`Content-Type: ${type}; charset=utf-8`], path);
});
