import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { everyPage } from '../../../../src/domain/pages.ts';
import { everyTwin } from '../../../../src/formats/markdown/twins.ts';
import { lantern } from '../../lantern.ts';

const catalogue = lantern();
const twins = new Map(everyTwin(catalogue, (path) => `https://x.example/${path}`).map(({ path, text }) => [path, text]));

describe('twins in Markdown', () => {
  test('lie beside every page, and where a feature was before', () => {
    assert.deepEqual([...twins.keys()].sort(), [...everyPage(catalogue).map(({ path }) => path), 'features/port-lamp/'].sort());
  });

  test('begin with a heading and end with the address of their page', () => {
    for (const [path, text] of twins) {
      assert.match(text, /^# \S/);
      assert.ok(text.endsWith(`\n\nThis page: <https://x.example/${path}>\n`));
    }
  });

  test('of a requirement quote its words and name who lacks it', () => {
    assert.equal(twins.get('requirements/wiring-plan/'), `# Wiring plan

A requirement of Tier 2 — May Go Dark.

> There is a plan of its wires, with:
>
> * colours, and
> * fuses.

Applies to: Boards.

## Who lacks it

No feature is listed as lacking it.

This page: <https://x.example/requirements/wiring-plan/>
`);
    assert.match(twins.get('requirements/night-watch/') ?? '', /\n- \[Fog signal on `UART-2`\]/);
  });

  test('of a category have its features alone', () => {
    assert.doesNotMatch(twins.get('categories/lamp/') ?? '', /board/);
  });
});
