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
  feature('f', { use: { cli: '-g', cargo: 'f', cargoDefault: 'on' } }),
  feature('g', { use: { api: 'FastConfig::b_c' } }),
  feature('h'),
  feature('i', { use: { default: 'off', cargo: 'i', cargoDefault: 'on' } }),
];

test('a feature that is on by default needs no switch, a shared switch is set once, and code says whom it leaves out', () => {
  const { on, code, isRust, notInCode, command, notInCommand, cargo } = switchesFor(
    { commandLine: { program: 'run', listSeparator: ',' } },
    members,
  );
  const ids = (features: typeof members) => features.map(({ id }) => id).join(' ');
  assert.deepEqual([ids(on), ids(notInCode), ids(notInCommand)], ['a', 'c d f', 'g']);
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
