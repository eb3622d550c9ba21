import { counted } from '../domain/words.ts';
import { seen } from '../domain/unseen.ts';

/** One mistake in the content, at a place that an editor can open; line and column count from 1. */
export interface Problem {
  file: string;
  line: number;
  column: number;
  message: string;
}

/** The problem as one line: `path:line:column: what is wrong; what to write instead`. */
export const problemLine = ({ file, line, column, message }: Problem): string =>
  seen(`${file}:${line}:${column}: ${message}`);

/** Thrown where broken content would otherwise be published; its message is every problem, one a line. */
export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const lines = problems.map(problemLine);
    super(`${lines.join('\n')}\n${summary(problems)}`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** How many problems in how many files, as a sentence. */
export const summary = (problems: readonly Problem[]): string => `${countProblems(problems)}; nothing was published.`;

/** How many problems in how many files. */
export function countProblems(problems: readonly Problem[]): string {
  const files = new Set(problems.map((problem) => problem.file)).size;
  return `${counted(problems.length, 'problem')} in ${counted(files, 'file')}`;
}

/** A command that was called in a way that it cannot mean; its message says what to write instead. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}
