import assert from 'node:assert/strict';
import { test } from 'node:test';
import { plainCatalogue } from '../../../src/domain/plain-catalogue.ts';
import { featureOf, lantern } from '../lantern.ts';

const catalogue = plainCatalogue(lantern());

test('a catalogue holds the catalogue as plain data in the same order', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(catalogue)), catalogue);
  assert.deepEqual(
    catalogue.features.map(({ id, level }) => [id, level]),
    lantern().features.map(({ id, history }) => [id, history[0]?.tier?.level ?? null]),
  );
  assert.deepEqual(
    catalogue.requirements.map(({ id, level, appliesTo }) => [id, level, appliesTo]),
    [
      ['night-watch', 1, ['lamp', 'board']],
      ['wiring-plan', 2, ['board']],
      ['spare-bulb', 2, ['lamp']],
    ],
  );
});

test('a missing requirement keeps its text and its id', () => {
  const { missing } = catalogue.features.find(({ id }) => id === 'fog-signal') ?? {};
  assert.deepEqual(missing, [
    { as: 'night watch of the signal', requirement: 'night-watch' },
    { as: 'agreement of the `harbour` office' },
  ]);
});

test('a removed feature has the date, reason and successor of its removal', () => {
  const gone = catalogue.features.find(({ id }) => id === 'pine-board');
  assert.deepEqual(
    [gone?.level, gone?.removal],
    [null, { date: '2024-06-01', note: 'The case rotted.', successor: 'oak-board' }],
  );
});

test('a repeated removal keeps its first date and takes the newest note', () => {
  const catalogue = lantern();
  const { history } = featureOf(catalogue, 'pine-board');
  history.unshift({ ...history[0]!, date: '2025-01-01', note: 'It is still rotten.' });
  const { removal } = plainCatalogue(catalogue).features.find(({ id }) => id === 'pine-board') ?? {};
  assert.deepEqual([removal?.date, removal?.note], ['2024-06-01', 'It is still rotten.']);
});

test('a guarantee or a command line is left out if the content has none', () => {
  assert.ok(!('commandLine' in catalogue) && catalogue.requirements.every((it) => !('guarantees' in it)));
  const {
    site,
    requirements: [first, ...rest],
    ...others
  } = lantern();
  assert.ok(first);
  const more = plainCatalogue({
    ...others,
    site: { ...site, commandLine: { program: 'lantern' } },
    requirements: [{ ...first, guarantees: 'pairs' }, ...rest],
  });
  assert.deepEqual([more.commandLine, more.requirements[0]?.guarantees], [{ program: 'lantern' }, 'pairs']);
});
