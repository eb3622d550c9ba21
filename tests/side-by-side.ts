// Runs npm scripts side by side: node tests/side-by-side.ts FIRST,SECOND OTHER runs two one after the other, beside a
// third. If a script fails, prints its whole output and exits with status 1.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Runs npm scripts one after another. */
async function inTurn(...scripts: string[]): Promise<void> {
  for (const script of scripts) {
    const started = performance.now();
    const options = { maxBuffer: 2 ** 30, shell: process.platform === 'win32' };
    let counts = '';
    const failure = await run('npm', ['run', '--silent', script], options).then(
      ({ stdout }) => void (counts = (stdout.match(/^ℹ (?:tests|pass|fail) \d+$/gm) ?? []).join('\n')),
      (error: { stdout: string; stderr: string }) => error.stdout + error.stderr,
    );
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      failure === undefined
        ? `${script}: nothing found, ${seconds} s\n${counts}`.trim()
        : `${failure}\n${script} failed`,
    );
    if (failure !== undefined) process.exitCode = 1;
  }
}

await Promise.all(process.argv.slice(2).map((scripts) => inTurn(...scripts.split(','))));
