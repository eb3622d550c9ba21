import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { memory } from '../../../src/check/files.ts';
import { proposeChange, proposeFeature } from '../../../src/new/propose-file.ts';
import { unsafeIds } from '../../hostile/ids.ts';
import { check, lanternFiles } from '../content-in-memory.ts';

const entry = { date: '2024-07-01', tier: 2, source: 'https://git.example/1' };
const feature = { name: 'Bell', category: 'lamp', description: 'A bell.', history: [entry] };
const lantern = memory(lanternFiles());

describe('Proposed files', () => {
  test('a new feature passes the check', () => {
    const { path, text } = proposeFeature('content', 'bell', feature, lantern);
    assert.equal(path, 'content/features/bell.mdx');
    assert.deepEqual(check(new Map([...lanternFiles(), [path, text]])).problems, []);
  });

  test('a new entry passes the check and comes first in the history', () => {
    const { path, text } = proposeChange('content', 'oak-board', entry, lantern);
    const { catalogue } = check(new Map([...lanternFiles(), [path, text]]));
    assert.deepEqual(
      catalogue?.features.find(({ id }) => id === 'oak-board')?.history.map(({ date }) => date),
      ['2024-07-01', '2023-11-05'],
    );
  });

  test('a mistake in another file does not block a change', () => {
    const broken = memory(lanternFiles({ 'features/red-lamp.mdx': 'Red.' }));
    assert.ok(proposeChange('content', 'oak-board', entry, broken));
  });
});

describe('Rejected proposals', () => {
  const refused = (work: () => unknown, message: RegExp) =>
    assert.throws(work, (error: Error) => error.name === 'CommandError' && message.test(error.message));

  test('a feature that already exists is rejected', () => {
    refused(
      () => proposeFeature('content', 'red-lamp', feature, lantern),
      /^content\/features\/red-lamp\.mdx already exists; "npm run new -- change red-lamp" adds an entry to it$/,
    );
  });

  test('a former id of another feature is rejected, because its addresses lead there', () => {
    refused(
      () => proposeFeature('content', 'port-lamp', feature, lantern),
      /^"port-lamp" is a former id of content\/features\/red-lamp\.mdx, to which its addresses lead; write another id$/,
    );
  });

  test('an invalid id or features folder is rejected', () => {
    for (const id of unsafeIds) refused(() => proposeFeature('content', id, feature, lantern), / cannot be an id: /);
    refused(
      () => proposeFeature('content', 'bell', feature, { ...lantern, names: () => undefined }),
      /^content\/features does not exist or is a symbolic link; create a folder there$/,
    );
  });

  test('a change of an unknown feature is rejected with a suggestion', () => {
    refused(
      () => proposeChange('content', 'red-lam', entry, lantern),
      /^feature "red-lam" does not exist; did you mean "red-lamp"\?$/,
    );
  });

  test('a file that fails the check is rejected', () => {
    refused(
      () => proposeFeature('content', 'Bell', feature, lantern),
      /^"Bell" cannot be an id: the file is not named ID\.mdx; use lowercase letters, /,
    );
    refused(
      () => proposeFeature('content', 'bell', { ...feature, category: 'lam' }, lantern),
      /content\/features\/bell\.mdx:3:11: category "lam" does not exist; did you mean "lamp"\?/,
    );
    refused(
      () => proposeChange('content', 'oak-board', { ...entry, tier: Number('two') }, lantern),
      /content\/features\/oak-board\.mdx:9:11: "tier" is .*; write /,
    );
    refused(
      () => proposeChange('content', 'oak-board', { ...entry, date: '2020-01-01' }, lantern),
      /put the newest entry first/,
    );
  });

  test('a history that is not a block list is rejected', () => {
    const flow = memory(lanternFiles({ 'features/oak-board.mdx': '---\nhistory: [{ date: 2023-11-05 }]\n---\n' }));
    refused(() => proposeChange('content', 'oak-board', entry, flow), /add the entry by hand$/);
  });
});
