import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Worker } from 'node:worker_threads';
import { Queue } from '../../../src/site/queue.ts';

test('two threads take each thing of a list once, and all of them together', async () => {
  const list = Array.from({ length: 10_000 }, (_, at) => at);
  const queue = new Queue();
  const code = `
    const { parentPort, workerData } = require('node:worker_threads');
    import(${JSON.stringify(new URL('../../../src/site/queue.ts', import.meta.url).href)}).then(({ Queue }) => {
      parentPort.postMessage('ready');
      parentPort.postMessage([...new Queue(workerData.shared).of(workerData.list)]);
    });`;
  const worker = new Worker(code, { eval: true, workerData: { shared: queue.shared, list } });
  const ours: number[] = [];
  const theirs = await new Promise<number[]>((done, fail) => {
    worker
      .on('error', fail)
      .on('message', (told: 'ready' | number[]) => (told === 'ready' ? ours.push(...queue.of(list)) : done(told)));
  });
  assert.deepEqual(
    [...ours, ...theirs].sort((a, b) => a - b),
    list,
  );
});

test('a list that is empty or taken has nothing left', () => {
  const queue = new Queue();
  assert.deepEqual([...queue.of(['a'])], ['a']);
  assert.deepEqual([...queue.of(['a'])], []);
  assert.deepEqual([...new Queue().of([])], []);
});
