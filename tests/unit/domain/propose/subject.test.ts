import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSubject, writeSubject } from '../../../../src/domain/propose/subject.ts';
import { lanternCatalogue, documentedCatalogue } from '../plain-catalogues.ts';

const documented = documentedCatalogue();

describe('The query string of a proposal', () => {
  test('a query names a feature by current or former id, or a category for a new feature', () => {
    const catalogue = lanternCatalogue();
    assert.equal(readSubject(catalogue, '?feature=port-lamp').feature?.id, 'red-lamp');
    assert.deepEqual(readSubject(catalogue, '?category=board'), { category: 'board' });
    const lights = catalogue.categories.map((it) => (it.id === 'board' ? { ...it, formerIds: ['plank'] } : it));
    assert.deepEqual(readSubject({ ...catalogue, categories: lights }, '?category=plank'), { category: 'board' });
    assert.deepEqual(readSubject(catalogue, ''), { category: 'lamp' });
    assert.deepEqual(readSubject(catalogue, '?feature=%3Cb%3E&category=board'), { category: 'board', unknown: '<b>' });
    assert.deepEqual(readSubject(catalogue, '?category=nope'), { category: 'lamp', unknown: 'nope' });
    assert.deepEqual(readSubject({ categories: [], features: [] }, ''), { category: '' });
  });

  test('a query for a removed feature asks about a new feature of its category and reports the id', () => {
    const catalogue = lanternCatalogue();
    assert.deepEqual(readSubject(catalogue, '?feature=pine-board'), { category: 'board', unknown: 'pine-board' });
  });

  test('the query of any subject reads back as that subject', () => {
    for (const it of documented.features)
      assert.deepEqual(readSubject(documented, writeSubject({ category: it.category, feature: it })), {
        category: it.category,
        feature: it,
      });
    for (const { id } of documented.categories)
      assert.deepEqual(readSubject(documented, writeSubject({ category: id })), { category: id });
  });
});
