// Runs a command of this project as npm does, from the project's root.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export function run(name: string, args: readonly string[], variables: Record<string, string> = {}) {
  const env = { ...process.env, GITHUB_ACTIONS: '', ...variables };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join('src', 'cli', `${name}.ts`), ...args], {
    cwd: root,
    env,
    encoding: 'utf8',
    input: '',
  });
  return { status, lines: stdout.trimEnd().split('\n'), errors: stderr.trimEnd().split('\n') };
}
