import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checklistMarkdown, pairsMarkdown } from '../../../../src/formats/markdown/decide.ts';
import { lantern } from '../../lantern.ts';

const absolute = (path: string) => `https://x.example/${path}`;

test('the checklist asks every requirement, the lowest tier first, in its own words and of whom it is asked', () => {
  const text = checklistMarkdown(lantern(), absolute);
  assert.deepEqual(text.match(/^##.*$/gm), ['## Tier 2 — May Go Dark', '### [Wiring plan](https://x.example/requirements/wiring-plan/)', '### [Spare bulb](https://x.example/requirements/spare-bulb/)', '## Tier 1 — Kept Lit', '### [Night watch](https://x.example/requirements/night-watch/)']);
  assert.ok(text.includes('Only for: Boards\n\n> There is a plan of its wires, with:\n>\n> * colours, and\n> * fuses.\n\n- [ ] Yes, it is met\n- [ ] No\n- [ ] Waived'));
});

test('pairs are told of only where a requirement guarantees them, whose words stand before the table', () => {
  const { requirements, ...others } = lantern();
  assert.doesNotMatch(pairsMarkdown({ ...others, requirements }, absolute), /\|/);
  const text = pairsMarkdown({ ...others, requirements: requirements.map((it) => (it.id === 'night-watch' ? { ...it, guarantees: 'pairs' } : it)) }, absolute);
  assert.ok(text.includes('Under “Night watch”, Tier 1 asks:\n\n> Somebody is awake who can mend it *by hand*.\n\nSo a pair is promised when'));
  assert.ok(text.includes('- On Boards in Tier 1: [`oak-board`](https://x.example/features/oak-board/)'));
  assert.match(text, /\| \[`red-lamp`\]\(\S+\) +\| Promised +\|\n/);
  assert.match(text, /\| \[Fog signal on `UART-2`\]\(\S+\) +\| Nothing promised +\|/);
});
