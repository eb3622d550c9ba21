import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { needles, noCounts, readQuery, reason, writeQuery, type Filter } from '../../../../src/domain/filter/filter.ts';
import { searchable } from '../../../../src/domain/filter/searched-text.ts';
import { sorts } from '../../../../src/domain/filter/sort.ts';
import { allKeys, facts, keysFound, options, rows, searches } from '../filter-rows.ts';

describe('Text search', () => {
  test('a search finds the rows that contain its words, in any spelling', () => {
    for (const [typed, expected] of searches)
      assert.equal(keysFound(`?${new URLSearchParams({ q: typed })}`), expected, JSON.stringify(typed));
  });
});

test('search text is upper case without accents or punctuation, and repeats names and compounds unspaced', () => {
  assert.equal(
    searchable(['Fog-Signal  (2)!', 'Ni\u0302\u0301ne'], [' a well-known x_y,  z']),
    '\n FOG SIGNAL 2 \n NINE\n  A WELL KNOWN X Y Z\n FOGSIGNAL2\n NINE\n FOGSIGNAL\n WELLKNOWN\n XY',
  );
  assert.equal(searchable(['a']), '\n A\n A');
  assert.equal(needles(' - \n a').length, 1);
});

describe('Filter queries', () => {
  const cases: [query: string, found: string][] = [
    ['', allKeys],
    ['?', allKeys],
    ['?tier=1', 'linux preview'],
    ['?tier=1&tier=2', 'linux armLinux memories rock preview'],
    ['?tier=2&tier=1', 'linux armLinux memories rock preview'],
    ['?category=target', 'mac linux armLinux'],
    ['?category=target&category=wasm&tier=2', 'armLinux memories'],
    ['?missing=ci-testing', 'mac threads'],
    ['?missing=ci-testing&missing=clear-owner', 'mac threads debug'],
    ['?missing=ci-testing&category=wasm', 'threads'],
    ['?tier=1&missing=ci-testing', ''],
    ['?tier=1&tier=2&category=target&missing=fuzzed&q=arm', 'armLinux'],
    ['?q=linux&tier=1', 'linux'],
    ['?q=arm64&q=mac', 'mac'],
    ['q=threads', 'threads'],
    ['?q=multi+memory', 'memories'],
    ['?tier=4', allKeys],
    ['?tier=', allKeys],
    ['?tier=1,2', allKeys],
    ['?TIER=1', allKeys],
    ['?tier=1&tier=9', 'linux preview'],
    ['?q=%', ''],
    ['?q=%E0%A4', ''],
    ['?q=%F0%9F%92%A9', ''],
    ['?&&&=&==', allKeys],
    ['?__proto__=1&constructor=2', allKeys],
  ];
  test('a query finds the rows that match every kind of filter', () => {
    for (const [query, expected] of cases) assert.equal(keysFound(query), expected, query);
  });
});

describe('Query strings', () => {
  const anyFilter = fc.record({
    chosen: fc.record(
      {
        tier: fc.subarray(options.tier),
        category: fc.subarray(options.category),
        missing: fc.subarray(options.missing),
      },
      { noNullPrototype: true },
    ),
    q: fc.string({ unit: 'binary' }),
    sort: fc.constantFrom('', ...sorts),
  });
  const anyPair = fc.tuple(
    fc.constantFrom('tier', 'category', 'missing', 'q', 'page', ''),
    fc.oneof(fc.constantFrom('1', 'target', 'ci-testing'), fc.string({ unit: 'binary' })),
  );
  const anyQuery = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.webQueryParameters(),
    fc.array(anyPair).map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
    fc.array(anyPair).map((pairs) => `?${new URLSearchParams(pairs)}`),
  );

  test('a query string has its keys in a fixed order', () => {
    const chosen = { tier: ['1', '2'], category: ['target'], missing: ['ci-testing'], std: ['yes'] };
    const filter: Filter = { chosen, q: 'arm', sort: 'name' };
    assert.equal(writeQuery(filter), '?tier=1&tier=2&category=target&missing=ci-testing&std=yes&q=arm&sort=name');
    assert.equal(writeQuery({ chosen: { tier: [], category: [], missing: [] }, q: '', sort: '' }), '');
  });

  test('a query reports each unknown part once but ignores tracking parameters', () => {
    const { filter, ignored } = readQuery(
      '?tier=9&color=red&tier=1&color=red&missing=<b>&category=1&q=x&sort=age&utm_source=a&fbclid=b',
      options,
    );
    assert.deepEqual(filter, { chosen: { tier: ['1'], category: [], missing: [] }, q: 'x', sort: '' });
    assert.deepEqual(ignored, ['tier=9', 'color=red', 'missing=<b>', 'category=1', 'sort=age']);
  });

  test('a former value of an option selects the option and is written as its current value', () => {
    const renamed = new Map([['tier=high', '1']]);
    const { filter, ignored } = readQuery('?tier=high&tier=2&missing=high', options, renamed);
    assert.deepEqual([writeQuery(filter), ignored], ['?tier=1&tier=2', ['missing=high']]);
  });

  test('any query is read and searched without an error', () => {
    fc.assert(
      fc.property(anyQuery, (query) => void keysFound(query)),
      { numRuns: 1000 },
    );
  });

  test('any query is written back in a form that reads the same', () => {
    fc.assert(
      fc.property(anyQuery, (query) => {
        const { filter } = readQuery(query, options);
        const written = writeQuery(filter);
        assert.deepEqual(readQuery(written, options), { filter, ignored: [] });
        assert.equal(writeQuery(readQuery(written, options).filter), written);
      }),
      { numRuns: 1000 },
    );
  });

  test('a query string keeps a whole filter except for extra white space', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const q = filter.q.toWellFormed().trim().replace(/\s+/g, ' ');
        assert.deepEqual(readQuery(writeQuery(filter), options).filter, { ...filter, q });
      }),
      { numRuns: 1000 },
    );
  });

  test('another word never adds results, and another value of the same kind never removes any', () => {
    const size = (filter: Filter) => keysFound(writeQuery(filter)).split(' ').filter(Boolean).length;
    fc.assert(
      fc.property(
        anyFilter,
        fc.constantFrom('arm', 'memory', 'c', '1'),
        fc.constantFrom(...options.tier),
        (filter, word, tier) => {
          // A search for punctuation alone finds nothing, so another word can add results.
          if (/[\p{L}\p{N}]/u.test(filter.q.normalize('NFKD')) || filter.q.trim() === '')
            assert.ok(size({ ...filter, q: `${filter.q} ${word}` }) <= size(filter));
          const chosen = filter.chosen['tier'] ?? [];
          const more = options.tier.filter((it) => it === tier || chosen.includes(it));
          if (chosen.length > 0)
            assert.ok(size({ ...filter, chosen: { ...filter.chosen, tier: more } }) >= size(filter));
        },
      ),
    );
  });
});

describe('Filter counts', () => {
  test('the counts give all matches, and for each value the matches with it as the only one of its kind', () => {
    const counts = noCounts(options);
    keysFound('?tier=3&category=wasm&q=memory', counts);
    assert.equal(counts.matching, 1);
    assert.deepEqual(Object.fromEntries(counts.of['tier'] ?? []), { 2: 1, 3: 1 });
    assert.deepEqual(Object.fromEntries(counts.of['category'] ?? []), { wasm: 1 });
    assert.deepEqual(Object.fromEntries(counts.of['missing'] ?? []), { 'ci-testing': 1, 'clear-owner': 1 });
  });

  test('the count of a value equals the results with that value as the only one of its kind', () => {
    const anyOf = (kind: keyof typeof options) => fc.subarray(options[kind]);
    fc.assert(
      fc.property(
        anyOf('tier'),
        anyOf('category'),
        anyOf('missing'),
        fc.constantFrom('', 'memory', 'arm', 'linux', 'c'),
        (tier, category, missing, q) => {
          const filter = { chosen: { tier, category, missing }, q, sort: '' as const };
          const counts = noCounts(options);
          keysFound(writeQuery(filter), counts);
          for (const kind of ['tier', 'category', 'missing'] as const)
            for (const value of options[kind])
              assert.equal(
                counts.of[kind]?.get(value) ?? 0,
                keysFound(writeQuery({ ...filter, chosen: { ...filter.chosen, [kind]: [value] } }))
                  .split(' ')
                  .filter(Boolean).length,
              );
        },
      ),
    );
  });
});

describe('Reasons for a match', () => {
  const cases: [key: string, typed: string, why: string][] = [
    ['mac', 'm1', 'also known as M1'],
    ['mac', 'arm64 mac', 'also known as ARM64'],
    ['mac', 'arm64 m1', 'also known as ARM64, also known as M1'],
    ['mac', 'arm arm64 64', 'also known as ARM64'],
    ['mac', 'applesilicon', 'also known as Apple silicon'],
    ['mac', 'darwin', ''],
    ['mac', '', ''],
    ['debug', 'gdb', 'also known as GDB'],
    ['debug', 'shortcomings', 'its note says “shortcomings”'],
    ['debug', 'known', 'its note says “known”'],
    ['debug', 'best_effort', 'its note says “best-effort”'],
    ['debug', 'shortcomings-exist', 'its note says so'],
    ['debug', 'bestef', 'its note says “best-effort”'],
    ['rock', 'wide', 'also known as Ｗｉｄｅ'],
  ];
  test('a row explains a match in hidden text and gives no reason for a match in visible text', () => {
    for (const [key, typed, why] of cases) {
      const { aliases = [], note = '' } = facts[key]!;
      assert.equal(reason(rows.get(key)!, needles(typed), aliases, note), why, `${key}, ${typed}`);
    }
  });
});
