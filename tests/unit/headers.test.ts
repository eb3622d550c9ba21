// What a host has to send with the files is said twice: in _headers, and in the README for nginx.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';

type Rules = { pattern: string; headers: string[] }[];

/** The rules of _headers: a line that begins a rule, and the indented ones that belong to it. */
const rules = readFileSync('public/_headers', 'utf8')
  .split('\n')
  .reduce<Rules>((found, line) => {
    if (line.startsWith('/')) return [...found, { pattern: line, headers: [] }];
    if (line.startsWith('  ')) found.at(-1)?.headers.push(line.trim());
    return found;
  }, []);
const headersOf = (path: string) =>
  rules
    .filter(({ pattern }) => new RegExp(`^${pattern.split('*').map(RegExp.escape).join('.*')}$`).test(path))
    .flatMap(({ headers }) => headers);

const [, nginx = ''] = /```nginx\n(.*?)```/s.exec(readFileSync('README.md', 'utf8')) ?? [];
const sent = [...nginx.matchAll(/add_header ([\w-]+) "(.*?)" always;/g)].map(([, name, value]) => `${name}: ${value}`);
const locations = [...nginx.matchAll(/location ~ (\S+) \{(.*?)\n {2}\}/gs)].map(([, pattern = '', body = '']) => ({
  pattern: new RegExp(pattern),
  body,
}));
const nginxHeadersOf = (path: string) => {
  const place = locations.find(({ pattern }) => pattern.test(path));
  const type = /types \{\}\s+default_type "(.*?)";/.exec(place?.body ?? '')?.[1];
  return [...sent, ...(type ? [`Content-Type: ${type}`] : [])];
};

describe('_headers and the README’s nginx', () => {
  const paths = [
    '/',
    '/index.html',
    '/policy/index.md',
    '/stability-tiers.md',
    '/changes.xml',
    '/features/a/changes.xml',
    '/sitemap.xml',
    '/api/v1/index.json',
    '/badges/a.svg',
  ];

  for (const path of paths) {
    test(`send the same headers with ${path}`, () => {
      assert.ok(headersOf(path).length >= 8);
      assert.deepEqual(nginxHeadersOf(path), headersOf(path));
    });
  }

  test('send each header once, and no policy to a page that contradicts the one in its head', () => {
    const names = headersOf('/policy/index.md').map((header) => header.split(':')[0]);
    assert.equal(new Set(names).size, names.length);
    assert.ok(headersOf('/').includes("Content-Security-Policy: frame-ancestors 'none'"));
  });

  // Nginx drops every inherited add_header where a location has one of its own.
  test('no location of nginx has a header of its own, which would take away the others', () => {
    assert.equal(locations.length, 2);
    for (const { body } of locations) assert.doesNotMatch(body, /add_header/);
  });
});
