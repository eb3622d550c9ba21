import { EnvironmentError } from './environment.ts';
import { ContentError } from './problem.ts';

/** A command that was called in a way that it cannot mean; its message says what to write instead. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** Runs a command; whatever goes wrong is told in lines for a reader, and the exit status is 1. */
export async function attempt(work: () => void | Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    console.error(messageOf(error));
    process.exitCode = 1;
  }
}

const told = [ContentError.name, EnvironmentError.name, CommandError.name];

/** How the bundler, which is no program of Node's, tells what the system refuses. */
const refused = /^(.+)\n+Caused by:\n\s*(.+ \(os error \d+\))$/m;

/** Mistakes in content, environment or arguments as they are, whatever is wrapped around them; anything else whole. */
function messageOf(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if (told.includes(at.name) || ('code' in at && String(at.code).startsWith('ERR_PARSE_ARGS'))) return at.message;
    if ('syscall' in at) return `${at.message}; nothing was published`;
    const [, what, why] = refused.exec(at.message) ?? [];
    if (what && why) return `${what}: ${why}; nothing was published`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
