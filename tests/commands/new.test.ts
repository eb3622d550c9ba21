import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, test } from 'node:test';
import { filesIn } from '../unit/content-in-memory.ts';
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

describe('npm run new', () => {
  test('npm run new writes a feature that passes the check and does not overwrite it', (t) => {
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

  test('npm run new adds a history entry with a date if none is given', (t) => {
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

test('npm run new retires a requirement and a tier only once', (t) => {
  const folder = relative(root, lanternWith(t, {}));
  const why = ['--note', 'Every lamp has two bulbs.', '--source', 'https://git.example/9', '--date', '2024-07-01'];
  const written =
    'retired:\n  date: 2024-07-01\n  source: https://git.example/9\n  reason: Every lamp has two bulbs.\n';
  for (const [id, file, end] of [
    ['night-watch', 'requirements/night-watch.mdx', '  successor: wiring-plan\n---\n'],
    ['2', 'tiers/dark.mdx', '---\n'],
    ['lit', 'tiers/lit.mdx', '---\n'],
  ] as const) {
    const path = join(root, folder, file);
    const before = readFileSync(path, 'utf8');
    const successor = end.includes('successor') ? ['--successor', 'wiring-plan'] : [];
    assert.equal(run('new', ['retire', id, ...why, ...successor], { CONTENT_DIR: folder }).status, 0);
    const text = readFileSync(path, 'utf8');
    assert.ok(text.includes(written + end), text);
    assert.equal(text.replace(written + end, '---\n'), before);

    const again = run('new', ['retire', id, ...why], { CONTENT_DIR: folder });
    assert.deepEqual(
      [again.status, again.errors],
      [1, [`${folder}/${file}: "${id}" is already retired; edit "retired" in that file`]],
    );
    assert.equal(readFileSync(path, 'utf8'), text);
  }
});

test('npm run new writes the release of a new status, as text', (t) => {
  const folder = relative(root, lanternWith(t, {}));
  const change = ['change', 'oak-board', '--tier', '2', '--source', 'https://git.example/9', '--date', '2024-07-01'];
  for (const [id, args] of [
    ['bell', bell],
    ['oak-board', change],
  ] as const) {
    assert.equal(run('new', [...args, '--release', '1.4'], { CONTENT_DIR: folder }).status, 0);
    const text = readFileSync(join(root, folder, `features/${id}.mdx`), 'utf8');
    assert.ok(text.includes('    source: https://git.example/9\n    release: "1.4"\n'), text);
  }
  assert.equal(run('check', [], { CONTENT_DIR: folder }).status, 0);
});

test('npm run new writes a waiver into the feature and its position into the document', (t) => {
  const folder = relative(root, lanternWith(t, {}));
  const { status } = run(
    'new',
    [...bell, '--order', '2', '--waived', 'wiring-plan=It has no wires.=https://git.example/8'],
    { CONTENT_DIR: folder },
  );
  const text = readFileSync(join(root, folder, 'features/bell.mdx'), 'utf8');
  assert.equal(status, 0);
  assert.match(
    readFileSync(join(root, folder, 'policy/document.mdx'), 'utf8'),
    /^rows:\n {2}- fog-signal\n {2}- bell\n---\n/m,
  );
  assert.match(
    text,
    /^ {4}waived:\n {6}- requirement: wiring-plan\n {8}reason: It has no wires\.\n {8}source: https:\/\/git\.example\/8\n/m,
  );
});

test('npm run new and npm run check use the current UTC date in every time zone', (t) => {
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

const usage =
  'write "npm run new -- feature", "npm run new -- change" and the id of a feature, or "npm run new -- retire" and the id of a requirement or the slug of a tier';

describe('npm run new with an invalid request', () => {
  for (const [args, ...says] of [
    [[], usage],
    [['change'], usage],
    [['change', 'red-lam'], 'feature "red-lam" does not exist; did you mean "red-lamp"?'],
    [['change', 'red-lamp', '--tier', '7'], '--tier: tier "7" does not exist; write one of: 1, 2, none, removed'],
    [
      ['change', 'red-lamp', '--date', '2999-01-01'],
      '--date: 2999-01-01 is in the future; write the day of the change',
    ],
    [
      ['change', 'oak-board', '--name', 'Oak', '--order', '1'],
      "--name is for a new feature; edit the feature's file instead",
      "--order is for a new feature; edit the feature's file instead",
    ],
    [
      ['retire', 'night-wach', '--source', 'https://git.example/9', '--note', 'It burned.'],
      'requirement or tier "night-wach" does not exist; did you mean "night-watch"?',
    ],
    [
      ['retire', 'night-watch', '--successor', 'red-lamp'],
      '--successor: requirement "red-lamp" does not exist; write one of: night-watch, spare-bulb, wiring-plan',
    ],
    [['retire', '2', '--successor', 'night-watch'], 'a tier has no successor; leave out --successor'],
    [
      ['retire', 'night-watch', '--note', 'It burned.'],
      '--source is missing; write the address of the pull request or commit that makes the change',
    ],
    [['feature', '--name', 'Bell'], '--category is missing; write the id of its category: lamp, board'],
    [
      ['feature', '--colour', 'red'],
      "Unknown option '--colour'. To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- \"--colour\"",
    ],
  ] as const)
    test(`npm run ${['new', ...args].join(' ')} is rejected with a message and writes nothing`, (t) => {
      const folder = lanternWith(t, {});
      const before = filesIn(folder);
      const { status, errors } = run('new', args, { CONTENT_DIR: folder });
      assert.deepEqual([status, errors], [1, says]);
      assert.deepEqual(filesIn(folder), before);
    });
});
