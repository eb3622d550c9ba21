import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { lanternWith } from '../unit/lantern.ts';
import { root, run } from './commands.ts';

const bell = [
  'feature',
  '--name',
  'Bell',
  '--category',
  'lamp',
  '--description',
  'A bell.',
  '--tier',
  '2',
  '--missing',
  'oil',
  '--missing',
  'Night watch=night-watch',
  '--source',
  'https://git.example/9',
  '--date',
  '2024-07-01',
];

describe('npm run new writes what passes the check', () => {
  test('a feature, which it then does not write over', (t) => {
    const folder = relative(root, lanternWith(t, {}));
    const first = run('new', bell, { CONTENT_DIR: folder });
    assert.deepEqual(
      [first.status, first.lines],
      [0, [`${folder}/features/bell.mdx is written; "npm run check" checks all content.`]],
    );
    const text = readFileSync(join(root, folder, 'features/bell.mdx'), 'utf8');
    assert.match(text, /^ {6}- as: oil\n {6}- as: Night watch\n {8}requirement: night-watch\n/m);
    assert.equal(run('check', [], { CONTENT_DIR: folder }).status, 0);

    const again = run('new', bell, { CONTENT_DIR: folder });
    assert.deepEqual(
      [again.status, again.errors],
      [1, [`${folder}/features/bell.mdx already exists; "npm run new -- change bell" adds an entry to it`]],
    );
    assert.equal(readFileSync(join(root, folder, 'features/bell.mdx'), 'utf8'), text);
  });

  test('an entry, dated today unless a date is given', (t) => {
    const folder = relative(root, lanternWith(t, {}));
    const { status } = run(
      'new',
      ['change', 'oak-board', '--tier', 'removed', '--note', 'It burned.', '--source', 'https://git.example/9'],
      { CONTENT_DIR: folder },
    );
    const text = readFileSync(join(root, folder, 'features/oak-board.mdx'), 'utf8');
    assert.equal(status, 0);
    assert.match(
      text,
      /history:\n {2}- date: \d{4}-\d\d-\d\d\n {4}removed: true\n {4}source: https:\/\/git\.example\/9\n {4}note: It burned\.\n {2}- date: 2023-11-05\n/,
    );
  });
});

test('A waiver and a place in the order are written where they are given', (t) => {
  const folder = relative(root, lanternWith(t, {}));
  const { status } = run(
    'new',
    [...bell, '--order', '2', '--waived', 'wiring-plan=It has no wires.=https://git.example/8'],
    { CONTENT_DIR: folder },
  );
  const text = readFileSync(join(root, folder, 'features/bell.mdx'), 'utf8');
  assert.equal(status, 0);
  assert.match(readFileSync(join(root, folder, 'policy/document.mdx'), 'utf8'), /^rows:\n(?: {2}- .*\n)+---\n/m);
  assert.match(
    text,
    /^ {4}waived:\n {6}- requirement: wiring-plan\n {8}reason: It has no wires\.\n {8}source: https:\/\/git\.example\/8\n/m,
  );
});

test('Today is the day of UTC in both commands, wherever they run', (t) => {
  for (const [writer, reader] of [
    ['Pacific/Kiritimati', 'Pacific/Niue'],
    ['Pacific/Niue', 'Pacific/Kiritimati'],
  ] as const) {
    const folder = relative(root, lanternWith(t, {}));
    const day = () => new Date().toISOString().slice(0, 10);
    const before = day();
    const args = ['change', 'oak-board', '--tier', '2', '--note', 'Rain.', '--source', 'https://git.example/9'];
    assert.equal(run('new', args, { CONTENT_DIR: folder, TZ: writer }).status, 0);
    const [, date] = /- date: (.*)/.exec(readFileSync(join(root, folder, 'features/oak-board.mdx'), 'utf8')) ?? [];
    assert.ok(date === before || date === day(), date);
    assert.equal(run('check', [], { CONTENT_DIR: folder, TZ: reader }).status, 0);
  }
});

describe('What it cannot do it says, and writes nothing', () => {
  for (const [args, ...says] of [
    [[], 'write "npm run new -- feature", or "npm run new -- change" and the id of a feature'],
    [['change'], 'write "npm run new -- feature", or "npm run new -- change" and the id of a feature'],
    [['change', 'red-lam'], 'feature "red-lam" does not exist; did you mean "red-lamp"?'],
    [['change', 'red-lamp', '--tier', '7'], '--tier: tier "7" does not exist; write one of: 1, 2, none, removed'],
    [
      ['change', 'red-lamp', '--date', '2999-01-01'],
      '--date: 2999-01-01 is in the future; write the day of the change',
    ],
    [
      ['change', 'red-lamp', '--date', '31.12.2024'],
      '--date: "31.12.2024" is not a day; write it as YYYY-MM-DD, like 2024-05-31',
    ],
    [
      ['change', 'oak-board', '--date', '2023-11-05'],
      '--date: it already has an entry of 2023-11-05; write another day, or edit that entry by hand',
    ],
    [
      ['change', 'oak-board', '--date', '2020-01-01'],
      '--date: 2020-01-01 is before its newest entry, of 2023-11-05; write a later day',
    ],
    [
      ['change', 'oak-board', '--tier', '2', '--missing', 'watch=Night watch'],
      '--missing: requirement "Night watch" does not exist; did you mean "night-watch"?',
    ],
    [
      ['change', 'oak-board', '--tier', '2', '--missing', 'watch=Night-Watch'],
      '--missing: requirement "Night-Watch" does not exist; did you mean "night-watch"?',
    ],
    [
      ['change', 'oak-board', '--tier', '1', '--missing', 'oil'],
      'nothing is missing in Tier 1, the highest; leave out --missing, or write a lower tier',
    ],
    [
      ['change', 'oak-board', '--tier', 'removed', '--missing', 'oil'],
      '--missing is for a tier; leave it out with "--tier removed"',
    ],
    [
      ['change', 'oak-board', '--tier', 'none', '--missing', 'oil'],
      '--missing is for a tier; leave it out with "--tier none"',
    ],
    [
      ['change', 'oak-board', '--tier', '2', '--successor', 'red-lamp'],
      'only a removed feature has a successor; leave out --successor, or write "--tier removed"',
    ],
    [
      ['change', 'oak-board', '--name', 'Oak', '--order', '1'],
      '--name is for a new feature; edit the file of this one by hand',
      '--order is for a new feature; edit the file of this one by hand',
    ],
    [
      ['feature', '--name', 'Bell', '--category', 'lamp', '--description', 'A bell.', '--tier', 'removed'],
      '--tier: a new feature has a status; write one of: 1, 2, none',
    ],
    [['feature'], "--name is missing; write its name, in the document's words"],
    [
      ['feature', '--id', '../../x'],
      '"../../x" cannot be an id: the file is not named ID.mdx; use lower case letters, digits, "-", "_" and ".mdx"',
    ],
    [['feature', '--name', '日本語'], 'no id can be made of "日本語"; give one with --id'],
    [['feature', '--name', 'Bell'], '--category is missing; write the id of its category: lamp, board'],
    [
      ['feature', '--colour', 'red'],
      "Unknown option '--colour'. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- \"--colour\"",
    ],
  ] as const)
    test(['new', ...args].join(' '), (t) => {
      const { status, errors } = run('new', args, { CONTENT_DIR: lanternWith(t, {}) });
      assert.deepEqual([status, errors], [1, says]);
    });
});
