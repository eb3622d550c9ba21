import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkAddresses } from '../../../src/check/address-list.ts';
import { memory } from '../../../src/check/files.ts';
import { everyAddress } from '../../../src/domain/addresses/every-address.ts';
import { check, lanternFile, lanternFiles, linesOf } from '../content-in-memory.ts';

type Changes = Record<string, string | undefined>;

/** The catalogue of Lantern with some files changed, and its addresses. */
function state(changes: Changes = {}) {
  const { catalogue, problems } = check(lanternFiles(changes));
  assert.ok(catalogue, linesOf(problems).join('\n'));
  return { catalogue, addresses: everyAddress(catalogue) };
}

/** The messages about listed addresses, without what ends each of them. */
function lostFrom(listed: readonly string[], changes: Changes = {}): string[] {
  const { catalogue, addresses } = state(changes);
  const files = memory(new Map([['content/addresses.txt', listed.map((path) => `/${path}`).join('\n')]]));
  return checkAddresses('content', catalogue, new Set(addresses), files).problems.map(({ message }) =>
    message.replaceAll('content/', '').replace(', or delete this line and say why in the commit', ''),
  );
}

/** The messages about addresses that several states of Lantern published and the last one does not. */
const lostAfter = (published: Changes[], last: Changes): string[] =>
  lostFrom([...new Set(published.flatMap((changes) => state(changes).addresses))], last);

describe('Addresses of lost ids', () => {
  test('the new feature with the most similar name is suggested for a lost id', () => {
    const others = state().addresses.filter((it) => !it.includes('red-lamp') && !it.includes('oak-board'));
    assert.match(
      lostFrom([...others, 'features/red-lamps/'])[0] ?? '',
      /write "formerIds: \[red-lamps\]" in features\/red-lamp\.mdx, put its file back/,
    );
  });

  test('the requirement that took the place of a lost one can list its id', () => {
    assert.match(lostFrom(['requirements/gull/'])[0] ?? '', /write "formerIds: \[gull\]" in the requirement that took/);
  });
});

describe('Addresses of tiers and headings', () => {
  test('a lost heading of a renamed tier is reported with the file of the tier', () => {
    const others = state().addresses.filter((it) => !it.startsWith('policy/#tier-1---'));
    assert.match(
      lostFrom([...others, 'policy/#gold---always-lit'])[0] ?? '',
      /write "formerAnchors: \[gold---always-lit\]" in tiers\/lit\.mdx/,
    );
  });

  test('the slug of a tier and the name of the document must stay', () => {
    assert.deepEqual(lostFrom(['tiers/gold/', 'support.md']), [
      `"/tiers/gold/" would lead nowhere; write 'slug: "gold"' in the file of that tier; its "label" can change`,
      '"/support.md" would lead nowhere; write "document: support" in site.yaml',
    ]);
  });
});

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
