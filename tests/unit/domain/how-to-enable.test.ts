import assert from 'node:assert/strict';
import { test } from 'node:test';
import { switchesFor } from '../../../src/domain/how-to-enable.ts';
import { feature } from './plain-catalogues.ts';

const members = [
  feature('a', { use: { default: 'on', api: 'Config::a', cli: '--with a' } }),
  feature('b', { use: { default: 'off', api: 'FastConfig::b_c', cli: '--with b', cargo: 'b' } }),
  feature('c', { use: { cli: '-g' } }),
  feature('d', { use: { default: 'off', cli: '--with d' } }),
  feature('e', { use: { default: 'off', api: 'FastConfig::b_c', cli: '--with b' } }),
];

test('a feature that is on by default needs no switch, and a shared switch is set once', () => {
  const { on, code, isRust, command, cargo } = switchesFor(
    { commandLine: { program: 'run', listSeparator: ',' } },
    members,
  );
  assert.deepEqual(
    on.map(({ id }) => id),
    ['a'],
  );
  assert.deepEqual(code, ['fast_config.b_c(true);']);
  assert.equal(isRust, true);
  assert.equal(command, 'run --with b,d -g');
  assert.deepEqual(cargo, ['b']);
});

test('without a list separator each flag is separate, and without a program the command has only flags', () => {
  assert.equal(switchesFor({}, members).command, '--with b -g --with d');
  assert.equal(switchesFor({ commandLine: { program: 'run' } }, [members[0]!]).command, '');
});

test('an API call that does not look like Rust is copied unchanged', () => {
  const { code, isRust } = switchesFor({}, [feature('x', { use: { api: 'enable_x(1)' } })]);
  assert.deepEqual([code, isRust], [['enable_x(1)'], false]);
});
