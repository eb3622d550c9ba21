import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changesMarkdown, snapshotsMarkdown, snapshotTwins } from '../../../../src/formats/markdown/history.ts';
import { lantern } from '../../lantern.ts';

const absolute = (path: string) => `https://x.example/${path}`;

describe('the past in Markdown', () => {
  test('changes stand below their day and source, with what was missing and why', () => {
    const text = changesMarkdown(lantern(), absolute);
    assert.ok(text.includes('## 1 June 2024, [pull/9](https://git.example/lantern/support/pull/9)\n\n- [`pine-board`](https://x.example/features/pine-board/) was removed from Tier 2. Followed by [`oak-board`](https://x.example/features/oak-board/). The case rotted.\n'));
    assert.ok(text.includes('was added to Tier 2. Missing for Tier 1: [Night watch](https://x.example/requirements/night-watch/).'));
    assert.equal(text.match(/^- /gm)?.length, 6);
  });

  test('the list of snapshots has each day of a change once, newest first', () => {
    const text = snapshotsMarkdown(lantern(), absolute);
    assert.deepEqual(text.match(/(?<=snapshots\/)[\d-]+/g), ['2024-06-01', '2024-02-29', '2023-11-05']);
    assert.ok(text.includes('[1 June 2024](https://x.example/snapshots/2024-06-01/): 3 features, 1 change on that day'));
  });

  test('a past day’s tables say that they are past, and the newest that they are not', () => {
    const [present, , past] = snapshotTwins(lantern(), absolute).map(({ text }) => text);
    assert.ok(present && past);
    assert.ok(past.includes('**This is not the present status.** It held until 29 February 2024;'));
    assert.match(past, /## Tier 2 — May Go Dark \(3 features\)\n\n(?:\|.*\n)+\| \[`red-lamp`\]/);
    assert.ok(present.includes('Nothing has changed since that day'));
    assert.ok(!present.includes('pine-board'));
  });
});
