import { readFileSync } from 'node:fs';
import { EnvironmentError } from '../check/environment.ts';
import { CommandError, ContentError } from '../check/problem.ts';
import { seen } from '../domain/unseen.ts';

/**
 * Text of any origin as a terminal may get it: what would move the cursor, colour or hide words stands in its line by
 * its name. In a log of GitHub's, nothing is the old form of a command, which may stand anywhere in a line.
 */
function shown(text: string): string {
  const lines = text.split('\n').map(seen).join('\n');
  return process.env['GITHUB_ACTIONS'] === 'true' ? lines.replaceAll('##[', '## [') : lines;
}

/** All that a command says goes through these two. */
export const print = (text: string): void => console.log(shown(text));
export const printError = (text: string): void => console.error(shown(text));

/** How the command that runs is used: the comment at the top of its file. */
export function usage(): string {
  const [comment = ''] = readFileSync(process.argv[1] ?? '', 'utf8').split(/\n(?!\/\/)/, 1);
  return comment.replace(/^\/\/ ?/gm, '');
}

/**
 * Runs a command, or says with `--help` how it is used; whatever goes wrong is told in lines for a reader, with what
 * follows where the system refuses something, and the exit status is 1.
 */
export async function attempt(work: () => void | Promise<void>, follows = ''): Promise<void> {
  if (process.argv.includes('--help')) return print(usage());
  try {
    await work();
  } catch (error) {
    printError(messageOf(error, follows));
    process.exitCode = 1;
  }
}

const told = [ContentError.name, EnvironmentError.name, CommandError.name];

/** How the bundler, which is no program of Node's, tells what the system refuses. */
const refused = /^(.+)\n+Caused by:\n\s*(.+ \(os error \d+\))$/m;

/** Mistakes in content, environment or arguments as they are, whatever is wrapped around them; anything else whole. */
function messageOf(error: unknown, follows: string): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (told.includes(at.name) || ('code' in at && String(at.code).startsWith('ERR_PARSE_ARGS'))) return at.message;
    if ('syscall' in at) return at.message + follows;
    const [, what, why] = refused.exec(at.message) ?? [];
    if (what && why) return `${what}: ${why}${follows}`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
