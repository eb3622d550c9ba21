import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featuresLacking, lackOf } from '../../../src/domain/missing.ts';
import { featureOf, lantern, requirementOf } from '../lantern.ts';

const content = lantern();
const idsOf = (lack: Parameters<typeof featuresLacking>[1]) => featuresLacking(content, lack).map(({ id }) => id);

test('only the newest entry of a feature decides what it lacks', () => {
  assert.deepEqual(idsOf(requirementOf(content, 'night-watch')), ['fog-signal']);
  assert.deepEqual(idsOf(requirementOf(content, 'wiring-plan')), []);
});

test('a missing text that names no requirement is matched by its words', () => {
  const lacks = featureOf(content, 'fog-signal').history[0]?.missing.map(lackOf) ?? [];
  assert.deepEqual(lacks, [requirementOf(content, 'night-watch'), 'agreement of the `harbour` office']);
  assert.deepEqual(idsOf('agreement of the `harbour` office'), ['fog-signal']);
  assert.deepEqual(idsOf('agreement of nobody'), []);
});

test('a feature that lacks one requirement in two ways is listed once', () => {
  const twice = lantern();
  const missing = featureOf(twice, 'fog-signal').history[0]?.missing ?? [];
  missing.push({ as: 'and by day', written: 'and by day', requirement: requirementOf(twice, 'night-watch') });
  assert.equal(featuresLacking(twice, requirementOf(twice, 'night-watch')).length, 1);
});
