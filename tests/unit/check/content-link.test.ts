import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkProblem } from '../../../src/check/content-link.ts';
import { address } from '../../../src/schema/field.ts';
import { misleading } from '../../hostile/addresses.ts';

const addresses = new Set(['', 'log/', 'log/#lamp', '#lamp']);
const problem = (url: string) => linkProblem(url, addresses);

test('an address on the web, a mailbox and an address of the site may be written', () => {
  for (const url of [
    'https://lantern.example',
    'HTTP://lantern.example/#log',
    'mailto:b@lantern.example',
    '/',
    '/log/',
    '/log/#lamp',
    '/?q=lamp#lamp',
  ])
    assert.equal(problem(url), undefined, url);
});

test('an address that a browser would run, or that hides where it leads, cannot', () => {
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

test('nor one that leads elsewhere than it seems to', () => {
  for (const url of misleading) {
    assert.match(
      problem(url) ?? 'understood',
      /; write (?:it as a browser shows it|an address that begins with https:\/\/)$/,
      url,
    );
    assert.notEqual(address.safeParse(url).data, url);
  }
});

test('nor one that would mean another address on each page', () => {
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

test('nor one that an example left open', () => {
  assert.equal(
    problem('https://git.example/OWNER/REPOSITORY/pull/1'),
    'the address still has the placeholder OWNER; write what it stands for',
  );
});

test('nor one that the site does not have; the one that was probably meant is named', () => {
  assert.equal(problem('/lgo/'), '"/lgo/" is not an address of this site; did you mean "/log/"?');
  assert.equal(problem('/log'), '"/log" is not an address of this site; did you mean "/log/"?');
  assert.equal(
    problem('/harbour/office/#top'),
    '"/harbour/office/#top" is not an address of this site; write one that `npm run addresses` lists',
  );
});

test('the hundredth wrong link and later ones get no suggestion', () => {
  const many = new Set(['log/']);
  const wrong = (at: number) => linkProblem(`/lo${at}/`, many);
  const reported = Array.from({ length: 120 }, (_, at) => wrong(at % 10)).concat(
    Array.from({ length: 120 }, (_, at) => wrong(at)),
  );
  assert.equal(reported.filter((message) => message?.includes('did you mean')).length, 120 + 100);
  assert.match(wrong(119) ?? '', /write one that `npm run addresses` lists$/);
});

test('no address is refused while the content is incomplete', () => {
  assert.equal(linkProblem('/lgo/', undefined), undefined);
});
