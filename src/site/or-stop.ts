import { EnvironmentError } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';

/** Does some work. A mistake of the editor's ends the program with its message alone, since Astro would print a stack trace. */
export function orStop<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof ContentError || error instanceof EnvironmentError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
