import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvField } from '../../../src/formats/csv.ts';

test('a field is quoted where it holds a comma or a quote, and its quotes are doubled', () => {
  assert.deepEqual(['plain words', 'one, two', 'a "word"'].map(csvField), ['plain words', '"one, two"', '"a ""word"""']);
});

test('what a spreadsheet would run is led by an apostrophe', () => {
  const formulas = ['=1+1', '+1', '-1', '@sum', '\tx', '\rx', '=a,"b"'];
  assert.deepEqual(formulas.map(csvField), ["'=1+1", "'+1", "'-1", "'@sum", "'\tx", "' x", `"'=a,""b"""`]);
  assert.deepEqual(['1=1', 'a-b', "'"].map(csvField), ['1=1', 'a-b', "'"]);
});

test('a line break becomes a space, so a feature is one line', () => {
  assert.equal(csvField('one\r\n  two\nthree\n'), 'one two three');
});
