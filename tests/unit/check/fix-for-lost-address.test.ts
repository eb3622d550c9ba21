import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { everyAddress } from '../../../src/domain/addresses/every-address.ts';
import { check, lanternFile, lanternFiles, linesOf } from '../content-in-memory.ts';

type Changes = Record<string, string | undefined>;

/** The addresses of Lantern with some files changed. */
function addressesWith(changes: Changes = {}): string[] {
  const { catalogue, problems } = check(lanternFiles(changes));
  assert.ok(catalogue, linesOf(problems).join('\n'));
  return everyAddress(catalogue);
}

/** The messages about Lantern with a list of addresses, without what ends those about lost ones. */
const messagesWith = (listed: readonly string[], changes: Changes = {}): string[] =>
  check(lanternFiles({ ...changes, 'addresses.txt': listed.map((path) => `/${path}`).join('\n') })).problems.map(
    ({ message }) => message.replaceAll('content/', '').replace(', or delete this line and say why in the commit', ''),
  );

/** The messages about addresses that several states of Lantern published and the last one does not. */
const lostAfter = (published: Changes[], last: Changes): string[] =>
  messagesWith([...new Set(published.flatMap((changes) => addressesWith(changes)))], last);

/** Every file that names an id, with another id in its place. */
const withId = (from: string, to: string): Changes =>
  Object.fromEntries(
    [...lanternFiles()].map(([path, text]) => [
      path.replace('content/', ''),
      text.replaceAll(new RegExp(`(: |- )${from}$`, 'gm'), `$1${to}`),
    ]),
  );

describe('Addresses of lost ids', () => {
  const camp = '- { id: camp, name: Camp, plural: Camps, description: Tents. }\n';
  const beacon = withId('lamp', 'beacon');
  const withCamp = { ...beacon, 'categories.yaml': `${beacon['categories.yaml']}${camp}` };
  const lamp = '"/categories/lamp/" (and 1 more) would lead nowhere; write "formerIds: [lamp]" in';

  test('a renamed category is the new one that has its features, not one with a similar id', () => {
    assert.deepEqual(lostAfter([{}], withCamp), [`${lamp} category "beacon", put it back`]);
  });

  test('no category is named if several may have taken its place, or if one may have taken the place of several', () => {
    const fog = lanternFile('features/fog-signal.mdx').replace(': lamp', ': camp');
    const unnamed = `${lamp} the category that took its place, put it back`;
    assert.deepEqual(lostAfter([{}], { ...withCamp, 'features/fog-signal.mdx': fog }), [unnamed]);
    const before = { 'categories.yaml': `${lanternFile('categories.yaml')}${camp}` };
    assert.deepEqual(lostAfter([before], beacon).slice(1), [unnamed]);
  });

  test('a reference to a lost id means the new one, not one with a similar id', () => {
    const categories = `${lanternFile('categories.yaml').replace('id: lamp\n  name: Lamp', 'id: beacon\n  name: Beacon')}${camp}`;
    const meant = (...published: string[]) => {
      const [message = ''] = messagesWith(published, { 'categories.yaml': categories });
      return /^category "lamp" does not exist; [^?]*/.exec(message)?.[0].slice(32);
    };
    const [lamps, camps, boards] = ['categories/lamp/', 'categories/camp/', 'categories/board/'];
    assert.equal(meant(camps, boards), 'did you mean "camp"');
    assert.equal(meant(lamps, camps, boards), 'did you mean "beacon"');
    assert.equal(meant(lamps, boards), 'did you mean "beacon" or "camp"');
  });

  test('a new feature without the days of a lost one did not take its place', () => {
    const fixesFor = (day: string) => {
      const oak = lanternFile('features/oak-board.mdx').replace('2023-11-05', day);
      const renamed = { ...withId('oak-board', 'elm'), 'features/oak-board.mdx': undefined, 'features/elm.mdx': oak };
      return lostAfter([{}], renamed).flatMap((it) => /"formerIds: .*(?=, put)/.exec(it) ?? []);
    };
    assert.deepEqual(fixesFor('2023-11-05'), ['"formerIds: [oak-board]" in features/elm.mdx']);
    assert.deepEqual(fixesFor('2024-06-01'), ['"formerIds: [oak-board]" in the file that it was renamed to']);
  });
});

describe('Addresses of tiers and headings', () => {
  test('a lost heading of a renamed tier is reported with the file of the tier', () => {
    const others = addressesWith().filter((it) => !it.startsWith('policy/#tier-1---'));
    assert.match(
      messagesWith([...others, 'policy/#gold---always-lit'])[0] ?? '',
      /write "formerAnchors: \[gold---always-lit\]" in tiers\/lit\.mdx/,
    );
  });

  test('the name of the document must stay', () => {
    assert.deepEqual(messagesWith(['support.md']), [
      '"/support.md" would lead nowhere; write "document: support" in site.yaml',
    ]);
  });

  test('the slug of a tier must stay, and all of its addresses share a message', () => {
    const gold = (name: string, from: string, to: string) => ({ [name]: lanternFile(name).replaceAll(from, to) });
    const renamed = {
      ...gold('tiers/lit.mdx', 'level: 1', 'level: 1\nslug: gold'),
      ...gold('features/oak-board.mdx', 'tier: 1', 'tier: gold'),
      ...gold('features/red-lamp.mdx', 'tier: 1', 'tier: gold'),
      ...gold('policy/document.mdx', 'tier="1"', 'tier="gold"'),
    };
    assert.deepEqual(lostAfter([{}], renamed), [
      `"/tiers/1/" (and 3 more) would lead nowhere; write 'slug: "1"' in tiers/lit.mdx; its "label" can change`,
    ]);
  });
});

test('a column keeps its id and its filter, which programs and links name', () => {
  const withColumns = (yaml: string, cell?: string): Changes => ({
    'site.yaml': `${lanternFile('site.yaml')}${yaml}`,
    'features/oak-board.mdx': lanternFile('features/oak-board.mdx').replace(
      'use:',
      cell ? `columns: ${cell}\nuse:` : 'use:',
    ),
  });
  const reach = withColumns('columns: [{ id: reach, label: Reach, filter: true }]\n', '{ reach: 12 miles }');
  const lost = '"/api/v1/features.csv#columns.reach" (and 1 more) would lead nowhere;';
  const changes: [Changes, ...string[]][] = [
    [withColumns('columns: [{ id: reach, label: Range, filter: true }]\n')],
    [
      withColumns('columns: [{ id: range, label: Reach, filter: true }]\n', '{ range: 12 miles }'),
      `${lost} write "id: reach" in place of "id: range" in site.yaml; its "label" can change`,
    ],
    [
      withColumns('', '{ reach: 12 miles }'),
      'site.yaml no longer has the column "reach"; put it back there, or delete it here',
      `${lost} put the column "reach" back into site.yaml`,
    ],
    [
      withColumns('columns: [{ id: reach, label: Reach }]\n'),
      '"/?reach=" would lead nowhere; write "filter: true" in the column "reach" of site.yaml',
    ],
  ];
  for (const [change, ...messages] of changes) assert.deepEqual(lostAfter([reach], change), messages);
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
