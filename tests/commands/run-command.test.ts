import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { CommandError } from '../../src/check/problem.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { emptyFolder } from '../unit/lantern.ts';
import { root } from './commands.ts';
import scripts from '../../package.json' with { type: 'json' };

/** What a failing command prints; resets the exit status of the test itself. */
async function printed(t: TestContext, error: unknown): Promise<string> {
  const { mock } = t.mock.method(console, 'error', () => {});
  await runCommand(() => {
    throw error;
  });
  assert.equal(process.exitCode, 1);
  process.exitCode = undefined;
  return String(mock.calls[0]?.arguments[0]);
}

describe('A command that fails prints a message for its user', () => {
  test('a mistake in arguments, environment or content keeps its message, however it is wrapped', async (t) => {
    const mistake = new CommandError('write a name');
    assert.equal(
      await printed(t, new Error('Loader failed', { cause: new Error('again', { cause: mistake }) })),
      'write a name',
    );
  });

  test('an unknown flag is reported with the message of the parser', async (t) => {
    assert.equal(
      await printed(t, Object.assign(new TypeError("Unknown option '--x'"), { code: 'ERR_PARSE_ARGS_UNKNOWN_OPTION' })),
      "Unknown option '--x'",
    );
  });

  test('an error of the operating system is printed without its stack', async (t) => {
    assert.equal(await printed(t, Object.assign(new Error('EACCES: denied'), { syscall: 'open' })), 'EACCES: denied');
  });

  test('an error of the operating system that the bundler reports is printed without its stack', async (t) => {
    const message =
      'Build failed with 1 error:\n\nReport this.\nFailed to write file in a/b.mjs\n\nCaused by:\n    No space left on device (os error 28)\n\nStack backtrace:\n   0: <unknown>';
    assert.equal(
      await printed(t, new Error(message)),
      'Failed to write file in a/b.mjs: No space left on device (os error 28)',
    );
  });

  test('any other error is printed with its stack, since it is a bug', async (t) => {
    assert.match(await printed(t, new Error('Oops')), /^Error: Oops\n +at /);
    assert.equal(await printed(t, 'oops'), 'oops');
  });
});

test('a command that succeeds leaves the exit status unset', async () => {
  await runCommand(() => Promise.resolve());
  assert.equal(process.exitCode, undefined);
});

test('every command in src/cli prints its usage with every option for --help, and does nothing else', async (t) => {
  const commands = globSync('src/cli/*.ts').filter((path) => !path.endsWith('run-command.ts'));
  assert.ok(commands.length >= 5);
  const { argv } = process;
  t.after(() => (process.argv = argv));
  const { mock } = t.mock.method(console, 'log', () => {});
  for (const path of commands) {
    const name = basename(path, '.ts');
    process.argv = ['node', path, '--help'];
    await runCommand(() => assert.fail('nothing else is done'));
    const usage = String(mock.calls.at(-1)?.arguments[0]);
    assert.match(usage, new RegExp(`^npm run ${name}\\b`));
    assert.ok(Object.keys(scripts.scripts).includes(name), name);
    const options = readFileSync(path, 'utf8').matchAll(/\b(\w+): (?:\{ type: '|one\b|several\b)/g);
    for (const [, option] of options) assert.ok(usage.includes(`--${option}`), `${name} --${option}`);
    assert.doesNotMatch(usage, /^import /m);
  }
});

test('an older Node gets a message before any command runs', () => {
  const older = `Object.defineProperty(process.versions, 'node', { value: '20.19.0' })`;
  for (const [name, command] of Object.entries(scripts.scripts)) {
    // The script that runs these has checked the version.
    if (!/^node /.test(command) || /^test:(?:published|commands)$/.test(name)) continue;
    assert.match(command, /^node (?:--import \.\/)?src\/cli\/node-version\.mjs/, name);
  }
  const run = spawnSync(process.execPath, ['--import', `data:text/javascript,${older}`, 'src/cli/node-version.mjs'], {
    encoding: 'utf8',
  });
  assert.deepEqual([run.status, run.stdout], [1, '']);
  const sentence = /^Node 24 or newer is needed, but this is [\d.]+; run "npm ci", [^\n]*\n$/;
  assert.match(run.stderr, sentence);
  // The system's Node, which npm scripts use if the project has none installed.
  const [, machine = ''] =
    /^v(\d+)/.exec(spawnSync('/usr/bin/node', ['--version'], { encoding: 'utf8' }).stdout ?? '') ?? [];
  if (machine === '' || Number(machine) >= 24) return;
  const [, ...check] = scripts.scripts.check.split(' ');
  const { status, stdout, stderr } = spawnSync('/usr/bin/node', check, { encoding: 'utf8' });
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(stderr, sentence);
});

test('a project in a folder that Astro cannot build is rejected with a one-line message', (t) => {
  for (const name of ['C#', 'what?', 'a*b', '100%']) {
    const cwd = join(emptyFolder(t), name);
    mkdirSync(cwd);
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'src/cli/check.ts')], { cwd, encoding: 'utf8' });
    assert.equal(status, 1);
    assert.match(
      stderr,
      /^The folder of the project is ".*"; Astro cannot build below a path with #, \?, \* or %; move it\n$/,
    );
  }
});
