import { EnvironmentError } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';

/**
 * Does some work. A mistake of the editor's ends the program with its message alone, since Astro would print a stack
 * trace.
 */
export function orStop<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    // By name, since Astro may load a module of its configuration twice.
    if (!(error instanceof Error) || ![ContentError.name, EnvironmentError.name].includes(error.name)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
