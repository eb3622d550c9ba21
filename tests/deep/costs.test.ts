// All slow inputs for parsers, of which the hostile tests try an eighth, and a comparison of large states.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { difference } from '../../src/domain/diff/diff.ts';
import { testSlowInputs } from '../hostile/run-in-worker.ts';
import { publishedWith } from '../unit/content-in-memory.ts';

testSlowInputs(1);

test('two states of 5,000 features with 5 entries each are compared in 2 s', () => {
  const state = publishedWith();
  const [first] = state.features;
  assert.ok(first);
  const withNotes = (note: string) => ({
    ...state,
    features: Array.from({ length: 5000 }, (_, at) => ({
      ...structuredClone(first),
      ...{ id: `f${at}`, name: `Name ${at}`, url: `${first.url}${at}` },
      history: Array.from({ length: 5 }, (_, age) => ({
        ...structuredClone(first.history[0]!),
        ...{ date: `20${99 - age}-01-01`, note: `${note} ${at}` },
      })),
    })),
  });
  for (const [note, events] of [
    ['old', 0],
    ['new', 25_000],
  ] as const) {
    const [base, head] = [withNotes('old'), withNotes(note)];
    // CPU time, so that other load on the machine does not count.
    const before = process.cpuUsage();
    assert.equal(difference(base, head).length, events);
    const { user } = process.cpuUsage(before);
    assert.ok(user < 2_000_000, `${note}: ${Math.round(user / 1000)} ms`);
  }
});
