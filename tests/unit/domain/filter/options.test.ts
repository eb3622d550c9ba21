import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { needles } from '../../../../src/domain/filter/filter.ts';
import { searchable, rowFacts } from '../../../../src/domain/filter/searched-text.ts';
import { optionsFor } from '../../../../src/domain/filter/options.ts';
import { currentEntry } from '../../../../src/domain/history.ts';
import { featureOf, lantern } from '../../lantern.ts';

const catalogue = lantern();
const listed = catalogue.features.filter((feature) => currentEntry(feature).tier);

describe('Filters of a page', () => {
  test('a page offers the filters that distinguish its features, with a count for each value', () => {
    const groups = optionsFor(catalogue, listed).map(({ title, options }) => [
      title,
      options.map(({ value, label, count }) => `${value} ${label} ${count}`),
    ]);
    assert.deepEqual(groups, [
      ['Tier', ['1 Tier 1 2', '2 Tier 2 1']],
      ['Category', ['lamp Lamps 2', 'board Boards 1']],
      [
        'Unmet requirement',
        catalogue.requirements.map(
          ({ id, title }) => `${id} ${title.replaceAll('`', '')} ${id === 'night-watch' ? 1 : 0}`,
        ),
      ],
    ]);
  });

  test('a page offers no filter for a single feature or for a value that all features share', () => {
    assert.deepEqual(optionsFor(catalogue, [featureOf(catalogue, 'red-lamp')]), []);
    assert.deepEqual(
      optionsFor(catalogue, [featureOf(catalogue, 'red-lamp'), featureOf(catalogue, 'oak-board')]).map(
        ({ kind }) => kind,
      ),
      ['category'],
    );
    assert.deepEqual(optionsFor(catalogue, []), []);
  });
});

describe('Search data of a row', () => {
  const signal = featureOf(catalogue, 'fog-signal');

  test('a row stores the ids of its category and missing requirements, and its hidden words', () => {
    assert.deepEqual(rowFacts(catalogue, signal), {
      category: 'lamp',
      missing: 'night-watch',
      columns: '',
      also: 'mist',
      note: 'Nobody has heard it since the great storm; see the policy.',
    });
  });

  test('a row leaves out an alias whose words it already shows', () => {
    const { also } = rowFacts(catalogue, {
      ...signal,
      aliases: ['Lamp', 'UART 2', 'night', 'FOG', 'in fog', 'lam', 'amp', 'uart3'],
    });
    assert.equal(also, 'in fog\namp\nuart3');
  });

  test('a row keeps every alias that a search needs to find it', () => {
    const anyPhrase = fc.stringMatching(/^[a-c]{1,4}([ _-][a-c]{1,4})?$/);
    fc.assert(
      fc.property(anyPhrase, anyPhrase, fc.array(anyPhrase), anyPhrase, (name, description, aliases, q) => {
        const seen = searchable([name], [description, signal.category.label]);
        const { also } = rowFacts(catalogue, {
          ...signal,
          name,
          description,
          aliases,
          body: '',
          history: [{ ...currentEntry(signal), missing: [] }],
        });
        const finds = (unseen: string) => needles(q).every((needle) => needle(seen, []) || needle(unseen, []));
        assert.equal(finds(searchable(also.split('\n'))), finds(searchable(aliases)));
      }),
      { numRuns: 1000 },
    );
  });
});
