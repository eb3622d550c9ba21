// Published data is untrusted: it must fit the published schema, and an error message never quotes it.
import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { readPublishedState } from '../../../src/check/read-published-state.ts';
import { difference } from '../../../src/domain/diff/diff.ts';
import type { PublishedContent } from '../../../src/domain/published-content.ts';
import { emptyFolder } from '../lantern.ts';
import { publishedWith } from '../content-in-memory.ts';

type Loose = { [key in keyof PublishedContent]?: unknown };

/** A folder with the published files of a state, some of them replaced. */
function siteOf(t: TestContext, state: Loose, files: Record<string, string> = {}): string {
  const folder = emptyFolder(t);
  mkdirSync(join(folder, 'api/v1'), { recursive: true });
  const { policyChanges, ...lists } = state;
  for (const [key, value] of Object.entries(lists)) {
    const list = { [key]: value, ...(key === 'changes' && { policyChanges }) };
    writeFileSync(join(folder, 'api/v1', `${key}.json`), JSON.stringify(key === 'index' ? value : list));
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'api/v1', name), text);
  return folder;
}

const base = publishedWith();

/** The error message, without the folder. */
function refusal(folder: string): string {
  try {
    readPublishedState(folder, 'dist');
  } catch (error) {
    return (error as Error).message.replace(`${folder}/api/v1/`, '');
  }
  return assert.fail('it was read');
}

const advice = 'build that site again with "npm run build"';

test('published data of this version is read unchanged', (t) => {
  assert.deepEqual(readPublishedState(siteOf(t, base), 'dist'), base);
});

test('fields that older published data lacks are not reported as changes', (t) => {
  const without = (items: readonly object[], ...keys: string[]) =>
    items.map((it) => Object.fromEntries(Object.entries(it).filter(([key]) => !keys.includes(key))));
  const older = {
    features: without(base.features, 'details', 'aliases', 'formerIds', 'order', 'url', 'since').map((it) => ({
      ...it,
      history: without(it['history'] as object[], 'accepted', 'waived', 'note', 'successor', 'removed'),
    })),
    tiers: without(base.tiers, 'formerAnchors', 'opening'),
    requirements: without(base.requirements, 'formerIds', 'guarantees'),
    categories: without(base.categories, 'emphasis', 'formerIds'),
  };
  const published = readPublishedState(siteOf(t, older), 'dist');
  // The same content without waivers and notes, since the older files have none.
  const plain = structuredClone(base);
  for (const { history, formerIds } of plain.features) {
    formerIds.length = 0;
    for (const entry of history) Object.assign(entry, { waived: [], note: '', successor: null });
  }
  assert.deepEqual(difference(published, plain), []);

  const newer = ['written', 'about', 'contradicts', 'parts', 'answers', 'searchFor'];
  const younger = structuredClone(base);
  const [claim] = younger.features.flatMap(({ evidence }) => evidence);
  assert.ok(claim);
  claim.about = 'cli';
  const text = JSON.stringify(younger, (key, value: unknown) => (newer.includes(key) ? undefined : value));
  assert.deepEqual(difference(readPublishedState(siteOf(t, JSON.parse(text) as Loose), 'dist'), younger), []);
});

test('an invalid published state is rejected with its file and key, and its text is not quoted', (t) => {
  const feature = (fields: object) => ({ ...base, features: [{ ...base.features[0], ...fields }] });
  const entry = (fields: object) => feature({ history: [{ ...base.features[0]?.history[0], ...fields }] });
  const forged = '1\n\n# INJ @octocat [x](https://evil.example) ![x](https://evil.example/x.png)';
  const cases: [Loose, string][] = [
    [
      feature({ tier: forged }),
      'features.json does not fit the published schema at features[0].tier (expected number, received string)',
    ],
    [
      entry({ tier: forged }),
      'features.json does not fit the published schema at features[0].history[0].tier (expected number, received string)',
    ],
    [
      entry({ tier: 0 }),
      'features.json does not fit the published schema at features[0].history[0].tier (Too small: expected number to be >=1)',
    ],
    [
      entry({ tier: 1.5 }),
      'features.json does not fit the published schema at features[0].history[0].tier (expected int, received number)',
    ],
    [
      entry({ date: '::error::' }),
      'features.json does not fit the published schema at features[0].history[0].date (Invalid ISO date)',
    ],
    [
      entry({ source: 'x' }),
      'features.json does not fit the published schema at features[0].history[0].source (Invalid URL)',
    ],
    [
      feature({ history: [] }),
      'features.json does not fit the published schema at features[0].history (Too small: expected array to have >=1 items)',
    ],
    [
      feature({ use: { default: forged } }),
      'features.json does not fit the published schema at features[0].use.default (Invalid option: expected one of "on"|"off")',
    ],
    [
      { ...base, features: [forged] },
      'features.json does not fit the published schema at features[0] (expected object, received string)',
    ],
    [{ ...base, features: { 0: base.features[0] } }, 'features.json has no list "features"'],
    [
      { ...base, tiers: [{ ...base.tiers[0], level: '1' }] },
      'tiers.json does not fit the published schema at tiers[0].level (expected number, received string)',
    ],
    [
      { ...base, index: { title: 5 } },
      'index.json does not fit the published schema at title (expected string, received number)',
    ],
    [
      { ...base, index: [] },
      'index.json does not fit the published schema at its top (expected object, received array)',
    ],
    [feature({ aliases: Array(201).fill('a') }), 'features.json holds more at features[0] than any policy does'],
    [feature({ name: 'x'.repeat(100_001) }), 'features.json holds more at features[0] than any policy does'],
    [feature({ x: [[[[[[[[[[1]]]]]]]]]] }), 'features.json holds more at features[0] than any policy does'],
    [{ ...base, tiers: Array(501).fill(base.tiers[0]) }, 'tiers.json lists 501 tiers; at most 500 are read'],
    [{ ...base, features: Array(5001).fill(1) }, 'features.json lists 5001 features; at most 5000 are read'],
  ];
  for (const [state, says] of cases) assert.equal(refusal(siteOf(t, state)), `${says}; ${advice}`);
});

test('a file that is not valid JSON or has no list is rejected without quoting it', (t) => {
  for (const text of [
    '::error::pwned',
    '"::error::pwned"x',
    '{"a":\n::error::pwned',
    '[1,\n::set-output name=a::b',
    '',
    '[['.repeat(1 << 20),
  ])
    assert.equal(refusal(siteOf(t, base, { 'features.json': text })), `features.json is not JSON; ${advice}`);
  assert.equal(
    refusal(siteOf(t, base, { 'features.json': '"::error::pwned"' })),
    `features.json has no list "features"; ${advice}`,
  );
  assert.equal(refusal(siteOf(t, base, { 'tiers.json': 'null' })), `tiers.json has no list "tiers"; ${advice}`);
});

test('a file that is too large or not a regular file is rejected', (t) => {
  const large = siteOf(t, base);
  truncateSync(join(large, 'api/v1/features.json'), (16 << 20) + 1);
  assert.equal(refusal(large), `features.json has 16777217 bytes; at most 16777216 are read; ${advice}`);
  const { changes: _, ...rest } = base;
  const device = siteOf(t, rest);
  symlinkSync('/dev/zero', join(device, 'api/v1/changes.json'));
  assert.equal(refusal(device), `changes.json is not a regular file; ${advice}`);
});
