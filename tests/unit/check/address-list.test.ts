import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { addressList, checkAddresses, withAddresses } from '../../../src/check/address-list.ts';
import { memory } from '../../../src/check/files.ts';
import { everyAddress } from '../../../src/domain/addresses/every-address.ts';
import { check, lanternFile, lanternFiles, linesOf } from '../content-in-memory.ts';
import { lantern } from '../lantern.ts';

type Changes = Record<string, string | undefined>;

const catalogue = lantern();
const all = everyAddress(catalogue).map((path) => `/${path}`);
const checked = (...lines: string[]) =>
  checkAddresses(
    'content',
    catalogue,
    new Set(everyAddress(catalogue)),
    memory(new Map([['content/addresses.txt', lines.join('\n')]])),
  );
const messages = (...lines: string[]) => checked(...lines).problems.map(({ line, message }) => `${line}: ${message}`);

describe('Published addresses', () => {
  test('a complete list of addresses has no problems', () => {
    assert.deepEqual(checked('# A remark', ...all), { problems: [], unlisted: [] });
  });

  test('a missing list of addresses is accepted', () => {
    assert.deepEqual(checkAddresses('content', catalogue, new Set(everyAddress(catalogue)), memory(new Map())), {
      problems: [],
      unlisted: [],
    });
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

  test('the new feature with the most similar name is suggested for a lost id', () => {
    const [message] = messages(
      ...all.filter((it) => !it.includes('red-lamp') && !it.includes('oak-board')),
      '/features/red-lamps/',
    );
    assert.match(message ?? '', /write "formerIds: \[red-lamps\]" in .*features\/red-lamp\.mdx, put its file back/);
  });

  test('the requirement that took the place of a lost one can list its id', () => {
    assert.match(messages('/requirements/gull/')[0] ?? '', /write "formerIds: \[gull\]" in the requirement that took/);
  });

  test('a lost heading of a renamed tier is reported with the file of the tier', () => {
    const [now = ''] = all.filter((it) => it.startsWith('/policy/#tier-1---'));
    const [message] = messages(...all.filter((it) => it !== now), '/policy/#gold---always-lit');
    assert.match(message ?? '', /write "formerAnchors: \[gold---always-lit\]" in .*tiers\/lit\.mdx/);
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

/** The messages about addresses that several states of Lantern published and the last one does not. */
function lostAfter(published: Changes[], last: Changes): string[] {
  const addressesIn = (changes: Changes) => {
    const { catalogue, problems } = check(lanternFiles(changes));
    assert.ok(catalogue, linesOf(problems).join('\n'));
    return { catalogue, addresses: everyAddress(catalogue) };
  };
  const list = published.flatMap((changes) => addressesIn(changes).addresses.map((path) => `/${path}`));
  const { catalogue, addresses } = addressesIn(last);
  const files = memory(new Map([['content/addresses.txt', [...new Set(list)].join('\n')]]));
  return checkAddresses('content', catalogue, new Set(addresses), files).problems.map(({ message }) =>
    message.replaceAll('content/', '').replace(', or delete this line and say why in the commit', ''),
  );
}

describe('Addresses of changes', () => {
  const change = 'changes: [{ date: 2024-03-01, source: "https://git.example/9", note: It says more. }]\n';
  const oak = lanternFile('features/oak-board.mdx');
  const fog = lanternFile('features/fog-signal.mdx');
  const former = (ids: string, text: string) => text.replace('category:', `formerIds: [${ids}]\ncategory:`);

  test('an id that was changed and changed back keeps every address if "formerIds" begins with it', () => {
    const renamed = { 'features/fog-signal.mdx': undefined, 'features/fog.mdx': former('fog-signal', fog) };
    const back = (ids: string) => ({ 'features/fog-signal.mdx': former(ids, fog) });
    assert.deepEqual(lostAfter([{}, renamed], back('fog-signal, fog')), []);
    assert.deepEqual(lostAfter([{}, renamed], back('fog')), [
      '"/changes/#fog-signal-2023-11-05" would lead nowhere; write "formerIds: [fog-signal, fog]" in features/fog-signal.mdx, the oldest id first',
    ]);
  });

  test('a former id must not be listed before the oldest one', () => {
    const renamed = (ids: string) => ({ 'features/fog-signal.mdx': undefined, 'features/fog.mdx': former(ids, fog) });
    assert.deepEqual(lostAfter([{}, renamed('fog-signal')], renamed('mist, fog-signal')), [
      '"/changes/#fog-signal-2023-11-05" would lead nowhere; write "formerIds: [fog-signal, mist]" in features/fog.mdx, the oldest id first',
    ]);
  });

  test('a feature cannot take the place of another that was published', () => {
    const merged = (ids: string) => ({
      'features/fog-signal.mdx': undefined,
      'features/oak-board.mdx': former(ids, oak),
      'policy/document.mdx': lanternFile('policy/document.mdx').replace('  - fog-signal\n', ''),
    });
    const fix =
      'delete "fog-signal" from "formerIds" in features/oak-board.mdx, since it was a feature of its own, and put its file back with an entry that says "removed: true"';
    assert.deepEqual(lostAfter([{}], merged('fog-signal')), [
      `"/changes/#oak-board-2023-11-05" would lead nowhere; ${fix}`,
    ]);
    assert.deepEqual(lostAfter([{}], merged('oak-board, fog-signal')), [
      `"/changes/#fog-signal-2023-11-05" would lead nowhere; ${fix}`,
    ]);
  });

  test('a requirement that was renamed without its former id has one message, even with recorded changes', () => {
    const bulb = lanternFile('requirements/spare-bulb.mdx').replace('title:', `${change}title:`);
    const renamed = {
      'requirements/spare-bulb.mdx': undefined,
      'requirements/bulb.mdx': bulb,
      'tiers/dark.mdx': lanternFile('tiers/dark.mdx').replace('spare-bulb', 'bulb'),
      'features/red-lamp.mdx': lanternFile('features/red-lamp.mdx').replace('spare-bulb', 'bulb'),
    };
    assert.deepEqual(lostAfter([{ 'requirements/spare-bulb.mdx': bulb }], renamed), [
      '"/requirements/spare-bulb/" (and 4 more) would lead nowhere; write "formerIds: [spare-bulb]" in requirements/bulb.mdx, put its file back with "retired"',
    ]);
  });

  test('a retirement cannot be undone, because its address was published', () => {
    const retired = lanternFile('requirements/wiring-plan.mdx').replace(
      'title:',
      'retired: { date: 2024-03-01, source: "https://git.example/9", reason: It is known. }\ntitle:',
    );
    assert.deepEqual(lostAfter([{ 'requirements/wiring-plan.mdx': retired }], {}), [
      '"/changes/#policy-requirement-retired-wiring-plan-2024-03-01" would lead nowhere; put "retired" back, and write a new file if it applies again',
    ]);
  });

  test('the slug of a tier and the name of the document must stay', () => {
    const [tier = '', document = ''] = messages('/tiers/gold/', '/support.md');
    assert.match(tier, /; write 'slug: "gold"' in the file of that tier; its "label" can change, or /);
    assert.match(document, /; write "document: support" in site\.yaml, or /);
  });

  test('a recorded change of a requirement keeps its address when the requirement is renamed', () => {
    const bulb = lanternFile('requirements/spare-bulb.mdx').replace('title:', `${change}title:`);
    const renamed = {
      'requirements/spare-bulb.mdx': undefined,
      'requirements/bulb.mdx': bulb.replace('title:', 'formerIds: [spare-bulb]\ntitle:'),
      'tiers/dark.mdx': lanternFile('tiers/dark.mdx').replace('spare-bulb', 'bulb'),
      'features/red-lamp.mdx': lanternFile('features/red-lamp.mdx').replace('spare-bulb', 'bulb'),
    };
    assert.deepEqual(lostAfter([{ 'requirements/spare-bulb.mdx': bulb }], renamed), []);
  });

  test('a tier whose recorded change has another address must get its file name back', () => {
    const dark = lanternFile('tiers/dark.mdx').replace('level:', `${change}level:`);
    assert.deepEqual(lostAfter([{ 'tiers/dark.mdx': dark }], { 'tiers/dark.mdx': undefined, 'tiers/dusk.mdx': dark }), [
      '"/changes/#policy-tier-changed-dark-2024-03-01" would lead nowhere; rename tiers/dusk.mdx back to dark.mdx',
    ]);
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
