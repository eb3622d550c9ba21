import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkProblem } from '../../../src/check/content-link.ts';
import { webAddress } from '../../../src/schema/field.ts';
import { misleadingAddresses } from '../../hostile/addresses.ts';

const addresses = new Set(['', 'log/', 'log/#lamp', '#lamp']);
const problem = (url: string) => linkProblem(url, addresses);

test('a web address, a mailto address and a site address are accepted', () => {
  for (const url of [
    'https://lantern.example',
    'HTTP://lantern.example/#log',
    'https://git.example/lantern/issues',
    'mailto:b@lantern.example',
    '/',
    '/log/',
    '/log/#lamp',
    '/?q=lamp#lamp',
  ])
    assert.equal(problem(url), undefined, url);
});

test('an unsafe or malformed address is rejected', () => {
  for (const url of [
    'javascript:b',
    'JavaScript:b',
    'data:b',
    'vbscript:b',
    'file:///b',
    '//b',
    '/\\b',
    '\\\\b',
    'https:b',
    'https:///b',
    'mailto:',
  ])
    assert.equal(problem(url), `"${url}" cannot be published; write an address that begins with https://`);
});

test('a misleading address is rejected', () => {
  for (const url of misleadingAddresses) {
    assert.match(
      problem(url) ?? 'understood',
      /; write (?:it as a browser shows it|an address that begins with https:\/\/)$/,
      url,
    );
    assert.notEqual(webAddress.safeParse(url).data, url);
  }
});

test('an empty or relative address and one without a scheme are rejected', () => {
  for (const url of ['log/', '../log/', './log:2024', './stability-wasm-proposals.md', '?q=a'])
    assert.equal(
      problem(url),
      `"${url}" is relative; write the whole address, beginning with https://, or one of this site, like /policy/`,
    );
  assert.equal(problem(''), 'the link has no address; write it between "(" and ")"');
  assert.equal(
    problem('#lamp'),
    '"#lamp" leads to a different place on each page; write the address of a page of the site before it',
  );
  assert.equal(
    problem('lantern.example/log'),
    '"lantern.example/log" has no scheme; write "https://lantern.example/log"',
  );
});

test('an address with a placeholder or with punctuation after it is rejected', () => {
  assert.equal(
    problem('https://git.example/OWNER/REPOSITORY/pull/1'),
    'the address still has the placeholder OWNER; write what it stands for',
  );
  assert.equal(
    problem('https://lantern.example/log,'),
    'punctuation follows the address "https://lantern.example/log,"; delete it',
  );
});

test('an unknown site address is rejected, with a suggestion if there is a similar one', () => {
  assert.equal(problem('/lgo/'), '"/lgo/" is not an address of this site; did you mean "/log/"?');
  assert.equal(problem('/log'), '"/log" is not an address of this site; did you mean "/log/"?');
  assert.equal(
    problem('/harbour/office/#top'),
    '"/harbour/office/#top" is not an address of this site; write one that `npm run addresses` lists',
  );
});

test('only the first 100 different wrong links get a suggestion', () => {
  const many = new Set(['log/']);
  const wrong = (at: number) => linkProblem(`/lo${at}/`, many);
  const reported = Array.from({ length: 120 }, (_, at) => wrong(at % 10)).concat(
    Array.from({ length: 120 }, (_, at) => wrong(at)),
  );
  assert.equal(reported.filter((message) => message?.includes('did you mean')).length, 120 + 100);
  assert.match(wrong(119) ?? '', /write one that `npm run addresses` lists$/);
});

test('a site address is not checked while the list of addresses is unknown', () => {
  assert.equal(linkProblem('/lgo/', undefined), undefined);
});
