import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csv, csvField } from '../../../../src/output/api/csv.ts';
import { formulas } from '../../../hostile/formulas.ts';
import { publishedWith } from '../../content-in-memory.ts';

test('a field with a comma or a quote is quoted, and its quotes are doubled', () => {
  assert.deepEqual(['plain words', 'one, two', 'a "word"'].map(csvField), [
    'plain words',
    '"one, two"',
    '"a ""word"""',
  ]);
});

test('an apostrophe precedes text that a spreadsheet would run as a formula', () => {
  for (const text of formulas) {
    const field = csvField(text).replace(/^"/, '');
    assert.match(field, /(?:^|;)'/, JSON.stringify(text));
  }
  assert.deepEqual(['=1+1', '\tx', '=a,"b"', ' =1', '"=1"', 'a; -b', '＝1＋1'].map(csvField), [
    "'=1+1",
    "' x",
    `"'=a,""b"""`,
    "' =1",
    `"'""=1"""`,
    "a;' -b",
    "'＝1＋1",
  ]);
  const harmless = ['1=1', 'a-b', "'", 'a; b', '(=1)', '1; 2', 'x + y', '“a” = b'];
  assert.deepEqual(harmless.map(csvField), harmless);
});

test('a line break becomes a space, so a feature is one line', () => {
  assert.equal(csvField('one\r\n  two\nthree\n\n\nfour\n'), 'one two three four');
});

test('a feature is one line with all its columns, and a list in it is joined with semicolons', () => {
  const [feature] = publishedWith().features;
  assert.ok(feature);
  const missing = ['a', 'b', 'c'].map((as, index) => ({
    as,
    requirement: index < 2 ? 'spare-bulb' : null,
    written: null,
  }));
  const full = {
    ...feature,
    missing: [...missing, { as: 'd', requirement: 'oil', written: null }],
    aliases: ['e', 'f'],
    formerIds: ['g', 'h'],
    maintainers: ['i', 'j'],
    description: 'k',
  };
  assert.equal(
    csv([full, { ...full, id: 'gone', tier: null, tierSlug: null, removed: true, missing: [] }]),
    [
      'id,tier,since,removed,category,name,missing,missingRequirements,url,description,aliases,formerIds,maintainers,supported,tierLabel,tierSlug',
      'fog-signal,2,2023-11-05,false,lamp,NAME,a; b; c; d,spare-bulb; oil,https://levels.example/features/fog-signal/,k,e; f,g; h,i; j,true,Tier 2,2',
      'gone,,2023-11-05,true,lamp,NAME,,,https://levels.example/features/fog-signal/,k,e; f,g; h,i; j,true,Tier 2,',
      '',
    ]
      .join('\r\n')
      .replaceAll('NAME', csvField(feature.name)),
  );
});
