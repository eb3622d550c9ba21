import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressList, withAddresses } from '../../../src/check/address-list.ts';
import { everyAddress } from '../../../src/domain/addresses/every-address.ts';
import { check, lanternFiles } from '../content-in-memory.ts';
import { lantern } from '../lantern.ts';

const all = everyAddress(lantern()).map((path) => `/${path}`);
const checked = (...lines: string[]) => {
  const { problems, unlisted } = check(lanternFiles({ 'addresses.txt': lines.join('\n') }));
  return { problems, unlisted };
};
const messages = (...lines: string[]) => checked(...lines).problems.map(({ line, message }) => `${line}: ${message}`);

describe('Published addresses', () => {
  test('a complete list of addresses has no problems', () => {
    assert.deepEqual(checked('# A remark', ...all), { problems: [], unlisted: [] });
  });

  test('a missing list of addresses is accepted', () => {
    const { problems, unlisted } = check(lanternFiles());
    assert.deepEqual({ problems, unlisted }, { problems: [], unlisted: [] });
  });

  test('a new address is returned as unlisted, not as a problem', () => {
    assert.deepEqual(checked(...all.filter((it) => it !== '/tiers/1/')), { problems: [], unlisted: ['tiers/1/'] });
  });

  test('one message reports all addresses of a lost id, at the line of its page', () => {
    assert.deepEqual(
      messages('/#gull', '/badges/x', '/features/gull/', '/policy/#gull', '/changes/#gull-2023-01-01').slice(1),
      [
        '3: "/features/gull/" (and 3 more) would lead nowhere; write "formerIds: [gull]" in the file that it was renamed to, put its file back with an entry that says "removed: true", or delete this line and say why in the commit',
      ],
    );
  });

  test('a lost column takes no anchor of the same name with it, and an empty id owns nothing', () => {
    assert.match(
      messages('/api/v1/features.csv#columns.old', '/policy/#old').join('\n'),
      /"\/policy\/#old" would lead/,
    );
    assert.equal(messages('/api/v1/features.csv#columns.', '/gulls/').length, 2);
  });

  test('a lost address that belongs to no id is reported with a fix', () => {
    assert.deepEqual(messages('/gulls/'), [
      '1: "/gulls/" would lead nowhere; restore the page that it led to, or delete this line and say why in the commit',
    ]);
  });

  test('a duplicate lost address is reported once, at its first line', () => {
    const [message, ...others] = messages('/gulls/', '/gulls/', '/gulls/');
    assert.match(message ?? '', /^1: "\/gulls\/" would lead nowhere; /);
    assert.deepEqual(others, []);
  });

  test('lost addresses beyond the first 50 are counted', () => {
    const reported = messages(...Array.from({ length: 60 }, (_, at) => `/policy/#a${at}`));
    assert.deepEqual(
      [reported.length, reported.at(-1)],
      [51, '51: 10 more lines would lead nowhere; correct those above first'],
    );
  });

  test('CRLF line endings and blank lines are ignored', () => {
    assert.deepEqual(checked('# A remark\r', '\r', ...all.map((it) => `${it}\r`), ''), { problems: [], unlisted: [] });
  });
});

describe('Adding addresses to the list', () => {
  test('addresses are sorted below the comments without duplicates', () => {
    assert.equal(withAddresses('# A remark\n/b\n/a\n', ['c', 'a']), '# A remark\n/a\n/b\n/c\n');
  });

  test('a listed address is kept even if it leads nowhere', () => {
    assert.equal(withAddresses('/gull/\n', []), '/gull/\n');
  });

  test('the list is a file in the content folder', () => {
    assert.equal(addressList('content'), 'content/addresses.txt');
  });
});
