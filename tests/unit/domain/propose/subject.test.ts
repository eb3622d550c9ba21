import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSubject, writeSubject } from '../../../../src/domain/propose/subject.ts';
import { lanternOutline, publishedOutline } from '../outlines.ts';

const published = publishedOutline();

describe('the query', () => {
  test('asks about a feature, also by an id that it had, or about something new of a category', () => {
    const outline = lanternOutline();
    assert.equal(readSubject(outline, '?feature=port-lamp').feature?.id, 'red-lamp');
    assert.deepEqual(readSubject(outline, '?category=board'), { category: 'board' });
    assert.deepEqual(readSubject(outline, ''), { category: 'lamp' });
    assert.deepEqual(readSubject(outline, '?feature=%3Cb%3E&category=board'), { category: 'board', unknown: '<b>' });
    assert.deepEqual(readSubject(outline, '?category=nope'), { category: 'lamp', unknown: 'nope' });
    assert.deepEqual(readSubject({ categories: [], features: [] }, ''), { category: '' });
  });

  test('for what is removed asks about something new of its category, and says so', () => {
    const outline = lanternOutline();
    assert.deepEqual(readSubject(outline, '?feature=pine-board'), { category: 'board', unknown: 'pine-board' });
  });

  test('of any subject reads back as that subject', () => {
    for (const it of published.features)
      assert.deepEqual(readSubject(published, writeSubject({ category: it.category, feature: it })), {
        category: it.category,
        feature: it,
      });
    for (const { id } of published.categories)
      assert.deepEqual(readSubject(published, writeSubject({ category: id })), { category: id });
  });
});
