import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pairsMarkdown } from '../../../../src/formats/markdown/decide.ts';
import { lantern } from '../../lantern.ts';

const absolute = (path: string) => `https://x.example/${path}`;

test('pairs are told of only where a requirement guarantees them, whose words stand before the table', () => {
  const { requirements, ...others } = lantern();
  assert.doesNotMatch(pairsMarkdown({ ...others, requirements }, absolute), /\|/);
  const text = pairsMarkdown({ ...others, requirements: requirements.map((it) => (it.id === 'night-watch' ? { ...it, guarantees: 'pairs' } : it)) }, absolute);
  assert.ok(text.includes('Under “Night watch”, Tier 1 asks:\n\n> Somebody is awake who can mend it *by hand*.\n\nSo a pair is promised when'));
  assert.ok(text.includes('- On Boards in Tier 1: [`oak-board`](https://x.example/features/oak-board/)'));
  assert.match(text, /\| \[`red-lamp`\]\(\S+\) +\| Promised +\|\n/);
  assert.match(text, /\| \[Fog signal on `UART-2`\]\(\S+\) +\| Nothing promised +\|/);
});
