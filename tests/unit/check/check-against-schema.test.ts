import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { z } from 'astro/zod';
import type { ContentFile } from '../../../src/check/parse-file.ts';
import type { KeyPath } from '../../../src/check/source-position.ts';
import { shape } from '../../../src/check/check-against-schema.ts';
import { categoriesSchema } from '../../../src/schema/category.ts';
import { featureSchema } from '../../../src/schema/feature.ts';
import { tierSchema } from '../../../src/schema/tier.ts';

/** A file with this data; the line of a position is the depth of its path, its column is 1 for a value, 2 for a key. */
const file = (data: unknown): ContentFile => ({
  path: 'file.mdx',
  id: 'file',
  text: '',
  data,
  body: '',
  mdx: '',
  ambiguous: undefined,
  positionOf: (path: KeyPath) => ({ line: path.length, column: 1 }),
  positionOfKey: (path: KeyPath) => ({ line: path.length, column: 2 }),
  written: () => undefined,
});
const source = 'https://git.example/pull/1';
const lamp = {
  name: 'Lamp',
  category: 'lamp',
  description: 'A lamp.',
  history: [{ date: '2024-02-29', tier: 2, source }],
};
const messages = (schema: z.ZodType, data: unknown) => shape(schema, file(data)).problems.map(({ message }) => message);
const oneEntry = (entry: Record<string, unknown>) => messages(featureSchema, { ...lamp, history: [entry] });

describe('The data of a checked file', () => {
  test('an omitted list is empty', () => {
    const { data, problems } = shape(featureSchema, file(lamp));
    assert.deepEqual(problems, []);
    assert.deepEqual([data?.aliases, data?.formerIds, data?.history[0]?.missing], [[], [], []]);
  });

  test('a file with a mistake has no data', () => {
    assert.equal(shape(featureSchema, file({ ...lamp, name: '' })).data, undefined);
  });
});

describe('Messages for mistakes in the data', () => {
  test('each mistake is reported separately', () => {
    assert.equal(messages(tierSchema, { level: 0, title: ' ', requirements: 'x', colour: 1 }).length, 4);
  });

  test('mistakes beyond the first 20 are counted', () => {
    const reported = oneEntry({ date: '2024-01-01', tier: 1, source, missing: Array(30).fill({}) });
    assert.deepEqual(
      [reported.length, reported.at(-1)],
      [21, 'the file has 10 more mistakes; correct the others first'],
    );
    assert.equal(messages(featureSchema, { ...lamp, ...Object.fromEntries(Array(30).entries()) }).length, 21);
  });

  test('text of more than 2000 characters is reported', () => {
    assert.deepEqual(messages(featureSchema, { ...lamp, description: 'a'.repeat(2000) }), []);
    assert.match(
      messages(featureSchema, { ...lamp, description: 'a'.repeat(2001) }).join(),
      /^"description" is "a{79}…"; write at most 2000 characters: what it is, /,
    );
  });

  test('a missing key is reported at the entry that lacks it', () => {
    const [problem] = shape(featureSchema, file({ ...lamp, history: [{ date: '2024-02-29', tier: 2 }] })).problems;
    assert.deepEqual([problem?.line, problem?.column], [2, 1]);
    assert.equal(
      problem?.message,
      '"source" is missing; write the address of the pull request or commit that made the change',
    );
  });

  test('an unknown key is reported at its position with a similar key', () => {
    const message = 'the key "requirement" is unknown; write "requirements"';
    const { problems } = shape(tierSchema, file({ level: 1, title: 'Lit', requirement: [] }));
    assert.deepEqual(problems, [{ file: 'file.mdx', line: 1, column: 2, message }]);
  });

  test('an unknown key without a similar one is reported with all valid keys', () => {
    assert.deepEqual(oneEntry({ date: '2024-02-29', tier: 2, source, colour: 'red' }), [
      'the key "colour" is unknown; write one of: date, tier, removed, successor, missing, waived, accepted, source, release, note',
    ]);
  });

  test('a number or a boolean in place of text is reported with the advice to quote it', () => {
    assert.deepEqual(messages(tierSchema, { level: 1, title: 7 }), [
      '"title" is the number 7; write what the tier means, in the few words of its heading, in quotes',
    ]);
    assert.deepEqual(messages(tierSchema, { level: 1, title: true }), [
      '"title" is the value true; write what the tier means, in the few words of its heading, in quotes',
    ]);
  });

  test('the message for an invalid number says which numbers are valid', () => {
    assert.deepEqual(messages(tierSchema, { level: 1.5, title: 'Lit' }), [
      '"level" is the number 1.5; write a whole number: the rank of the tier; 1 is the highest',
    ]);
    assert.deepEqual(messages(tierSchema, { level: -1, title: 'Lit' }), [
      '"level" is the number -1; write 1 or more: the rank of the tier; 1 is the highest',
    ]);
  });

  test('a set of keys in place of text is reported', () => {
    assert.match(messages(tierSchema, { level: 1, title: { a: 1 } })[0] ?? '', /^"title" is a set of keys; write /);
  });

  test('a list item is reported by its number, counted from 1', () => {
    assert.match(messages(featureSchema, { ...lamp, aliases: ['a', ''] })[0] ?? '', /^item 2 of "aliases" is empty; /);
    assert.match(messages(categoriesSchema, [7])[0] ?? '', /^item 1 of the list is the number 7; /);
  });
});

describe('Addresses of links', () => {
  for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://lantern.example', '/plan'])
    test(`the address ${url} is rejected`, () => {
      assert.deepEqual(messages(featureSchema, { ...lamp, links: [{ label: 'Plan', url }] }), [
        `"url" is "${url}"; write the address, beginning with https://`,
      ]);
    });

  test('an address with a broken scheme or in angle brackets is reported with the correct one', () => {
    for (const url of ['lantern.example/a', '<https://lantern.example/a>', 'https//lantern.example/a'])
      assert.deepEqual(messages(featureSchema, { ...lamp, links: [{ label: 'Plan', url }] }), [
        `"url" is "${url}"; write https://lantern.example/a`,
      ]);
  });
});

describe('Dates of entries', () => {
  for (const date of ['2023-02-29', '2024-13-01', '29 February 2024', '02/03/2024'])
    test(`the date ${date} is rejected`, () => {
      assert.deepEqual(oneEntry({ date, tier: 2, source }), [
        `"date" is "${date}"; write the day of the change as YYYY-MM-DD, like 2024-05-31`,
      ]);
    });

  test('a date in another notation is reported with the correct notation', () => {
    for (const date of ['2024-2-9', '2024/02/09', '9.2.2024', '2024-02-09T00:00:00Z'])
      assert.deepEqual(oneEntry({ date, tier: 2, source }), [
        `"date" is "${date}"; write 2024-02-09: the day of the change`,
      ]);
  });
});

describe('Entries of a history', () => {
  const removed = { date: '2024-02-29', removed: true, source, note: 'It sank.' };

  test('a removal with a reason and a successor is accepted', () => {
    assert.deepEqual(oneEntry({ ...removed, successor: 'buoy' }), []);
  });

  test('"removed: false" is reported', () => {
    assert.deepEqual(oneEntry({ date: '2024-02-29', tier: 2, removed: false, source }), [
      '"removed" is the value false; write true, or delete the line',
    ]);
  });

  test('a missing key is reported even if another key is wrong', () => {
    assert.deepEqual(oneEntry({ date: 'today', source }).length, 2);
    assert.deepEqual(oneEntry({ ...removed, missing: 'nothing', waived: 7, note: undefined }).length, 3);
  });

  test('a value that is not an entry is reported once, with the keys of an entry', () => {
    for (const entry of ['2024-02-29', null, 7, []]) {
      const found = messages(featureSchema, { ...lamp, history: [entry] });
      assert.equal(found.length, 1, String(entry));
      assert.match(
        found[0] ?? '',
        /^item 1 of "history" is .*; write keys and values(?:, like "date: 2024-02-29")?: date, tier, /,
      );
    }
  });
});
