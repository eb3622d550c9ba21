import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Feature } from '../../../../src/domain/catalogue/catalogue.ts';
import { changePredicate, changeSentence } from '../../../../src/domain/diff/change-sentence.ts';
import { changesOf } from '../../../../src/domain/history.ts';
import { lantern } from '../../lantern.ts';
import { lensWith } from '../feature-with-history.ts';

const sentences = (it: Feature) =>
  changesOf(it)
    .map((change) => `${change.kind}: ${changeSentence(change)}`)
    .reverse();

describe('Change sentences', () => {
  test('a sentence says that a feature was added, promoted, demoted, removed or has returned', () => {
    assert.deepEqual(sentences(lensWith([3], [1], [2], [undefined], [2])), [
      'added: Lens A was added to Tier 3',
      'promoted: Lens A was promoted from Tier 3 to Tier 1',
      'demoted: Lens A was demoted from Tier 1 to Tier 2',
      'removed: Lens A was removed from Tier 2',
      'returned: Lens A returned to Tier 2',
    ]);
  });

  test('a sentence names missing requirements that are added, met or replaced', () => {
    assert.deepEqual(sentences(lensWith([3], [3, 'oil'], [3, 'glass'], [3])).slice(1), [
      'requirements-changed: Lens A stays in Tier 3; it now lacks “oil”',
      'requirements-changed: Lens A stays in Tier 3; it now lacks “glass”, and it no longer lacks “oil”',
      'requirements-changed: Lens A stays in Tier 3; it no longer lacks “glass”',
    ]);
  });

  test('an entry that only reorders its list or repeats a removal is a confirmation', () => {
    assert.deepEqual(sentences(lensWith([3, 'oil', 'glass'], [3, 'glass', 'oil'])).slice(1), [
      'confirmed: Lens A stays in Tier 3',
    ]);
    assert.deepEqual(sentences(lensWith([3], [undefined], [undefined])).slice(2), [
      'confirmed: Lens A is still not tracked',
    ]);
  });

  test('a sentence names a new waiver, the end of a waiver and a clarified requirement', () => {
    const feature = lensWith([3, 'oil'], [3, 'oil'], [3, 'oil'], [3, 'oil']);
    const [last, , waived] = feature.history;
    const [requirement] = lantern().requirements;
    assert.ok(last?.missing[0] && waived && requirement);
    waived.waived = [{ requirement, reason: 'It sleeps.', source: '' }];
    last.missing[0].requirement = requirement;
    assert.deepEqual(sentences(feature).slice(1), [
      'requirements-changed: Lens A stays in Tier 3; it need not meet “Night watch”',
      'requirements-changed: Lens A stays in Tier 3; it must meet “Night watch” again',
      'requirements-changed: Lens A stays in Tier 3; which requirement its words name was clarified',
    ]);
  });

  test('the predicate of a change keeps its backticks', () => {
    const [change] = changesOf(lensWith([3], [3, '`oil`']));
    assert.ok(change);
    assert.equal(changePredicate(change), 'stays in Tier 3; it now lacks “`oil`”');
  });
});
