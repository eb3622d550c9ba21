import assert from 'node:assert/strict';
import { test } from 'node:test';
import { currentEntry } from '../../../src/domain/history.ts';
import { statusName, statusSentence, statusWords } from '../../../src/domain/status.ts';
import { featureOf, lantern } from '../lantern.ts';

const content = lantern();
const textsFor = (id: string) => {
  const feature = featureOf(content, id);
  return [statusWords(currentEntry(feature)), statusName(currentEntry(feature)), statusSentence(content.site, feature)];
};

test('a status names its tier, and its sentence adds the missing requirements without backticks', () => {
  const sentence =
    'Fog signal on UART-2 is Tier 2 in Lantern; missing: night watch of the signal, agreement of the harbour office';
  assert.deepEqual(textsFor('fog-signal'), ['Tier 2 — May Go Dark', 'Tier 2', sentence]);
});

test('a status without missing requirements does not mention them', () => {
  assert.deepEqual(textsFor('oak-board'), ['Tier 1 — Kept Lit', 'Tier 1', 'oak-board is Tier 1 in Lantern']);
});

test('the status of a removed feature names no tier', () => {
  assert.deepEqual(textsFor('pine-board'), [
    'No longer tracked',
    'no longer tracked',
    'pine-board is no longer tracked in Lantern',
  ]);
});
