import { readFileSync } from 'node:fs';
import { EnvironmentError } from '../check/environment.ts';
import { CommandError, ContentError } from '../check/problem.ts';
import { escapeInvisible } from '../domain/invisible.ts';

/**
 * Makes text from any source safe to print: characters that would move the cursor, color or hide text are replaced by
 * their code points. In a GitHub Actions log, the old command syntax `##[` is broken up, since it works anywhere in a
 * line.
 */
function printable(text: string): string {
  const lines = text.split('\n').map(escapeInvisible).join('\n');
  return process.env['GITHUB_ACTIONS'] === 'true' ? lines.replaceAll('##[', '## [') : lines;
}

/** Commands print only through these two functions. */
export const print = (text: string): void => console.log(printable(text));
export const printError = (text: string): void => console.error(printable(text));

/** Returns the usage of the current command: the comment at the top of its file. */
export function usage(): string {
  const [comment = ''] = readFileSync(process.argv[1] ?? '', 'utf8').split(/\n(?!\/\/)/, 1);
  return comment.replace(/^\/\/ ?/gm, '');
}

/** Runs a command, or prints its usage with `--help`. An error is printed in plain words, and the exit status is 1. */
export async function runCommand(work: () => void | Promise<void>): Promise<void> {
  if (process.argv.includes('--help')) return print(usage());
  try {
    await work();
  } catch (error) {
    printError(messageOf(error));
    process.exitCode = 1;
  }
}

const plainErrors = [ContentError.name, EnvironmentError.name, CommandError.name];

/** Matches an operating system error as reported by the bundler, which is not written in JavaScript. */
const bundlerError = /^(.+)\n+Caused by:\n\s*(.+ \(os error \d+\))$/m;

/**
 * Returns the plain message of an error in content, environment or arguments, even if it is wrapped in other errors;
 * for any other error, its stack.
 */
function messageOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (plainErrors.includes(at.name) || ('code' in at && String(at.code).startsWith('ERR_PARSE_ARGS')))
      return at.message;
    if ('syscall' in at) return at.message;
    const [, what, why] = bundlerError.exec(at.message) ?? [];
    if (what && why) return `${what}: ${why}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
