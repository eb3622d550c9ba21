import { EnvironmentError } from '../check/environment.ts';
import { ContentError } from '../check/problem.ts';

/**
 * Runs a function. If it throws an error about content or environment variables, prints only the message and exits;
 * Astro would print a stack trace.
 */
export function exitOnMistake<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    // Compare names, because Astro may load the module twice, which makes two different classes.
    if (!(error instanceof Error) || ![ContentError.name, EnvironmentError.name].includes(error.name)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}
